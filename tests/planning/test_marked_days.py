"""Bad days, days away and missed days: what closes, and the week that comes of it."""

from datetime import timedelta
from itertools import islice, repeat
from random import Random

import pytest
from benchmarks.people import random_person

from spinewise.assessment import Assessment, assess
from spinewise.knowledge import Disposition, Findings, KnowledgeBase, Value, load_knowledge, usual_dose
from spinewise.planning import (
    Away,
    Plan,
    PlannedItem,
    adapted,
    closed_by_bad_days,
    closed_by_travel,
    days_of_ease,
    eases,
    missed,
    only_ease,
    plan_week,
    wishes_of,
)
from spinewise.planning.marked_days import closed_by_time
from tests.planning.world import WEEK, base_of, intervention, person

ORDINARY: dict[str, Value] = {
    "age": 64.0,
    "sex": "female",
    "complaint": "pain",
    "regions": frozenset({"low-back"}),
    "onset": "gradual",
    "duration_days": 10.0,
    "pain_nrs": 4.0,
    "minutes_per_day": 20.0,
}

BASE = base_of(
    [
        intervention("hard", load=3, max=3),
        intervention("moderate", load=2, max=3),
        intervention("light", load=1),
        intervention("breath", family="relaxation", load=0, while_waiting=True),
        intervention("heat", family="heat-cold", load=0, while_waiting=True),
        intervention("read-labels", family="habit", load=0, while_waiting=True),
        intervention("floor-bridge", load=1, position="lying-on-back", demands=["supine", "floor-transfer"]),
        intervention("band-row", load=1, equipment=["resistance-band"]),
    ]
)


def closed_on(day: int, bad: int) -> set[str]:
    return {name for closed, name in closed_by_bad_days([bad], BASE) if closed == day}


@pytest.mark.parametrize(
    ("days_after", "closed"),
    [
        (-1, set()),
        (0, set(BASE.interventions) - {"breath", "heat"}),
        (1, {"hard", "moderate"}),
        (2, {"hard", "moderate"}),
        (3, {"hard"}),
        (4, set()),
    ],
)
def test_a_bad_day_eases_and_the_week_comes_back_step_by_step(days_after: int, closed: set[str]) -> None:
    assert closed_on(2 + days_after, bad=2) == closed


def test_a_bad_day_of_last_week_still_eases_this_one() -> None:
    assert closed_on(0, bad=-1) == {"hard", "moderate"}
    assert closed_on(2, bad=-1) == {"hard"}
    assert closed_by_bad_days([-4], BASE) == frozenset()


@pytest.mark.parametrize(
    ("away", "closed"),
    [
        (Away(frozenset({"chair", "wall"})), {"band-row"}),
        (Away(frozenset({"resistance-band"})), set()),
        (Away(frozenset({"resistance-band"}), frozenset({"floor"})), {"floor-bridge"}),
        (Away(frozenset({"resistance-band"}), frozenset({"lying-on-back"})), {"floor-bridge"}),
    ],
)
def test_away_only_what_can_be_done_there(away: Away, closed: set[str]) -> None:
    found = closed_by_travel({3: away}, BASE)
    assert {name for _day, name in found} == closed
    assert {day for day, _name in found} <= {3}


def at(day: int, name: str) -> PlannedItem:
    return PlannedItem(day, "morning", name, usual_dose(BASE.interventions[name]))


def test_nothing_new_comes_into_the_past() -> None:
    closed = closed_by_time([at(0, "light"), at(1, "heat")], 2, BASE)
    assert (0, "light") not in closed
    assert (0, "heat") in closed
    assert (1, "light") in closed
    assert {day for day, _name in closed} == {0, 1}


STOOD = [at(day, name) for day in range(5) for name in ("light", "breath")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, set()),
        ({(1, "light"): "done"}, {(2, "light"), (2, "breath")}),
        ({(0, "light"): "skipped"}, {(0, "light"), (1, "light"), (1, "breath"), (2, "light"), (2, "breath")}),
        ({(0, "light"): "partly", (1, "breath"): "done", (2, "light"): "stopped"}, set()),
        ({(2, "light"): "done"}, set()),
        ({(3, "light"): "skipped"}, set()),
    ],
)
def test_what_was_missed(told: dict[tuple[int, str], str], expected: set[tuple[int, str]]) -> None:
    """Today is day 3. A day before the first tick tells nothing; later days without any tick were missed."""
    outcomes = {(WEEK + timedelta(days=day), name): outcome for (day, name), outcome in told.items()}
    assert missed(STOOD, outcomes, WEEK, WEEK + timedelta(days=3)) == expected


def test_the_rest_of_the_week_takes_over_what_was_missed_and_changes_little() -> None:
    wishes = wishes_of(person(), BASE)
    usual = plan_week(person(), BASE, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes)
    assert isinstance(usual, Plan)
    name = "moderate"
    first = min(item.day for item in usual.items if item.intervention == name)
    closed = frozenset({(first, name)})
    changed = adapted(usual, (), closed, wishes, first + 1, BASE)
    after = plan_week(person(), BASE, disposition=Disposition.SELF_CARE, week=WEEK, wishes=changed)
    assert isinstance(after, Plan)
    before_today = [item for item in after.items if item.day <= first]
    assert [item for item in before_today if item.intervention == name] == []
    assert {(item.day, item.intervention) for item in before_today} <= {(item.day, item.intervention) for item in usual.items}
    others = {(item.day, item.intervention) for item in usual.items if item.intervention != name}
    assert len(others - {(item.day, item.intervention) for item in after.items}) <= 1


def _week_with_a_bad_day(told: Assessment, base: KnowledgeBase, bad: int) -> tuple[Plan, bool] | None:
    """The week after a bad day was marked, and whether there is anything that eases; ``None`` where there is no week."""
    disposition, wishes = told.triage.disposition, wishes_of(told.findings, base)
    usual = plan_week(told.findings, base, disposition=disposition, week=WEEK, wishes=wishes)
    if not isinstance(usual, Plan):
        return None
    easy = plan_week(told.findings, base, disposition=disposition, week=WEEK, wishes=only_ease(usual, wishes, base))
    eased = [item for day in days_of_ease([bad]) for item in easy.on(day)] if isinstance(easy, Plan) else []
    changed = adapted(usual, eased, closed_by_bad_days([bad], base), wishes, bad, base)
    after = plan_week(told.findings, base, disposition=disposition, week=WEEK, wishes=changed)
    return (after, any(item.day == bad for item in eased)) if isinstance(after, Plan) else None


@pytest.mark.parametrize("bad", [0, 3, 6])
def test_nobody_has_anything_hard_on_a_bad_day_or_soon_after(bad: int) -> None:
    base, random = load_knowledge(), Random(f"bad day {bad}")
    people = (assess(random_person(base, random, yes=0.03), base, closed=True) for _ in repeat(None))
    weeks = islice((week for week in (_week_with_a_bad_day(told, base, bad) for told in people) if week), 10)
    for after, can_ease in weeks:
        assert after.on(bad) or not can_ease
        assert all(eases(base.interventions[item.intervention]) for item in after.on(bad))
        for day, most in zip(range(bad + 1, 7), (1, 1, 2), strict=False):
            assert all(base.interventions[item.intervention].load <= most for item in after.on(day))


def test_a_bad_day_with_an_ordinary_backache_holds_breath_and_positions_or_warmth() -> None:
    base = load_knowledge()
    told = assess(Findings(ORDINARY), base, closed=True)
    found = _week_with_a_bad_day(told, base, 2)
    assert found is not None
    families = {base.interventions[item.intervention].family for item in found[0].on(2)}
    assert families & {"relaxation", "heat-cold", "posture"}
    assert len(families) >= 2
