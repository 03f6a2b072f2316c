"""Ladders and doses in which just one thing is wrong: the examples for ``test_checks``."""

from copy import deepcopy
from typing import Any

from tests.knowledge.small import (
    DOSE_CASE,
    INTERVENTION,
    LADDER,
    Change,
    Content,
    add,
    both,
    put,
    put_in,
    take_out,
)


def run(**changes: Any) -> Change:
    """A second intervention, "run", beside "walk"."""
    return add("intervention", {**deepcopy(INTERVENTION), "id": "run", "name": "A run", **changes})


def rungs(*given: dict[str, str]) -> Change:
    return put("ladder", "walks", rungs=[dict(rung) for rung in given])


def linked(walk: dict[str, str], running: dict[str, str], **changes: Any) -> Change:
    return both(run(**changes), rungs({"intervention": "walk", **walk}, {"intervention": "run", **running}))


def levels(*given: dict[str, Any]) -> Change:
    """Other levels, and the usual dose of walk is the first of them."""

    def change(content: Content) -> None:
        put("ladder", "walks", levels=[dict(level) for level in given])(content)
        dosage = next(raw for raw in content["intervention"] if raw["id"] == "walk")["dosage"]
        dosage.update(given[0])

    return change


def counted(sets: int, repetitions: int, minutes: int = 5) -> dict[str, int]:
    return {"sets": sets, "repetitions": repetitions, "minutes": minutes}


WALK_UP, RUN_DOWN = {"harder": "run"}, {"easier": "walk"}
STRAINED = {"demands": ["movement", "impact"], "load": 1}
WRONG: list[tuple[str, Change, str, str]] = [
    ("movements_stand_on_one_ladder", run(), "id", "it stands on 0 ladders"),
    ("movements_stand_on_one_ladder", add("ladder", {**LADDER, "id": "again"}), "id", "it stands on 2 ladders"),
    ("movements_stand_on_one_ladder", put("intervention", "walk", family="habit"), "family", "'habit' has none"),
    ("rungs_lead_somewhere", rungs({"intervention": "wlak"}), "rungs[0]", "no intervention is called 'wlak'"),
    ("rungs_lead_somewhere", rungs({"intervention": "walk", "easier": "crawl"}), "rungs[0]", "'crawl'"),
    ("rungs_lead_somewhere", linked(WALK_UP, {}), "rungs[0].harder", "run does not name walk as its easier"),
    ("rungs_lead_somewhere", linked({}, RUN_DOWN), "rungs[1].easier", "walk does not name run as its harder"),
    (
        "versions_go_in_no_circle",
        linked({"harder": "run", "easier": "run"}, {"easier": "walk", "harder": "walk"}),
        "rungs[0].harder",
        "circle",
    ),
    ("a_harder_version_asks_more", linked(WALK_UP, RUN_DOWN, load=0), "rungs[0].harder", "load 0 after 1"),
    (
        "a_harder_version_asks_more",
        both(linked(WALK_UP, RUN_DOWN), put("intervention", "walk", **STRAINED)),
        "rungs[0].harder",
        "without impact",
    ),
    ("levels_rise_in_small_steps", levels({"minutes": 5}, {"minutes": 8}), "levels[1]", "60% more"),
    ("levels_rise_in_small_steps", levels({"minutes": 5}, {"minutes": 5}), "levels[1]", "what rises: nothing"),
    ("levels_rise_in_small_steps", levels({"minutes": 5}, {"minutes": 4}), "levels[1]", "what rises: nothing"),
    ("levels_rise_in_small_steps", levels(counted(1, 6), counted(2, 6)), "levels[1]", "100% more"),
    ("levels_rise_in_small_steps", levels(counted(1, 6), counted(2, 7)), "levels[1]", "sets, repetitions"),
    ("levels_rise_in_small_steps", levels(counted(1, 8, 5), counted(1, 9, 4)), "levels[1]", "4 min after 5 min"),
    ("levels_rise_in_small_steps", levels(counted(1, 8), {"minutes": 6}), "levels[1]", "minutes after sets"),
    (
        "levels_are_possible",
        levels({**counted(2, 4, 1), "hold_s": 5}, {**counted(2, 6, 1), "hold_s": 6}),
        "levels[1].minutes",
        "the holds alone take 72 s",
    ),
    ("levels_are_possible", put_in("ladder", "walks", "levels.2.minutes", 9), "levels", "the usual dose of walk is none"),
    ("tests_have_norms", put("ladder", "walks", tests=["pain"]), "tests", "no norm for 'pain'"),
    ("dose_rules_are_all_there", take_out("dose-step", "gap-week"), "gap-week", "has no item"),
    ("dose_rules_are_all_there", put("dose-step", "gap-week", id="gap-year"), "id", "no rule of the dosing"),
    ("dose_rules_are_careful", put("dose-step", "rose", change=2), "change", "goes up 2 levels"),
    ("dose_rules_are_careful", put("dose-step", "test-unknown", change=0), "change", "an unknown test gives more"),
    ("dose_rules_are_careful", put("dose-group", "old", first=None), "first", "holds nothing down"),
    ("dose_rules_are_careful", put("dose-group", "old", first=1), "first", "begins above the usual dose"),
    ("dose_bases_have_their_source", put("dose-step", "rose", basis="source"), "basis", "basis is 'source', but no source"),
    ("dose_cases_can_be_played", put("dose-case", "first-walk", intervention="wlak"), "intervention", "stands on no ladder"),
    ("dose_cases_can_be_played", put("dose-case", "first-walk", expect={}), "expect", "expects nothing"),
    ("dose_cases_can_be_played", put("dose-case", "first-walk", expect={"step": "rised"}), "expect.step", "'rised'"),
    (
        "dose_cases_can_be_played",
        add("dose-case", {**DOSE_CASE, "id": "late", "today": 1, "history": [{"days": [2], "outcome": "done"}]}),
        "today",
        "after today",
    ),
]
