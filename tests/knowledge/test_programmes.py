"""Programmes: each check with something that it finds, and what holds for the programmes that we have."""

from collections.abc import Callable
from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest

from spinewise.knowledge import KnowledgeBase, load_with_problems, reached_by
from spinewise.knowledge.checks import programmes as checks
from spinewise.knowledge.describe import page_of, picture_name, programme_in_words, programme_svg
from spinewise.knowledge.records import Programme
from tests.knowledge.small import GOOD, Content, Raw, base_of

BASE = load_with_problems().base
SAID = {"says": "It settles.", "certainty": "low", "sources": ["guideline"]}


def phase(name: str, **more: Any) -> Raw:
    return {
        "id": name,
        "name": name.capitalize(),
        "says": "Move a little.",
        "goals": ["Walk each day."],
        "expect": [SAID],
        "day": {"minutes": 10, "moments": 2, "says": "Two short walks."},
        "certainty": "low",
        "sources": ["guideline"],
        **more,
    }


def programme(name: str, *phases: Raw, **more: Any) -> Raw:
    return {
        "id": name,
        "name": name.capitalize(),
        "summary": "Some weeks.",
        "whom": "For people in pain.",
        "priority": 1,
        "alarm": ["A weak leg."],
        "sources": ["guideline"],
        "phases": list(phases),
        **more,
    }


def good() -> list[Raw]:
    longest = {"days": 20, "then": "next", "says": "Go on by then."}
    first = phase("first", leave=[{"to": "last", "when": "not pain", "says": "Without pain."}], longest=longest)
    last = phase("last", lasting=True, back=[{"to": "first", "when": "pain", "says": "With pain."}])
    handed = [{"programme": "always", "when": "age < 16", "says": "For the young."}]
    return [programme("pain", first, last, gate="age >= 16", then=handed), programme("always", phase("on", lasting=True))]


def base_after(change: Callable[[list[Raw]], object] | None = None) -> KnowledgeBase:
    content: Content = deepcopy(GOOD)
    content["programme"] = good()
    if change is not None:
        change(content["programme"])
    return base_of(content)


def found(check: Callable[[KnowledgeBase], Any], change: Callable[[list[Raw]], object]) -> str:
    return "\n".join(str(one) for one in check(base_after(change)))


def first_phase(**more: Any) -> Callable[[list[Raw]], object]:
    return lambda content: content[0]["phases"][0].update(more)


def last_phase(**more: Any) -> Callable[[list[Raw]], object]:
    return lambda content: content[0]["phases"][1].update(more)


def whole(**more: Any) -> Callable[[list[Raw]], object]:
    return lambda content: content[0].update(more)


def test_nothing_is_wrong_with_the_good_ones() -> None:
    assert [str(one) for check in checks.CHECKS for one in check(base_after())] == []


LINE = {"because": "It is so.", "certainty": "low", "sources": ["guideline"]}


WRONG: list[tuple[Callable[[KnowledgeBase], Any], Callable[[list[Raw]], object], str]] = [
    (checks.named_items_exist, first_phase(prefer=[{**LINE, "items": ["swim"]}]), "no intervention is called 'swim'"),
    (checks.named_items_exist, whole(hold_back=[{**LINE, "items": ["swim"]}]), "no intervention is called 'swim'"),
    (
        checks.named_items_exist,
        whole(then=[{"programme": "nix", "when": "age < 16", "says": "On."}]),
        "no programme is called 'nix'",
    ),
    (checks.named_phases_exist, first_phase(leave=[{"to": "nix", "says": "On."}]), "no phase is called 'nix'"),
    (checks.named_phases_exist, first_phase(id="last"), "two phases are called 'last'"),
    (checks.ways_lead_on, last_phase(leave=[{"to": "first", "says": "Round."}]), "'first' is no later phase"),
    (checks.ways_lead_on, first_phase(back=[{"to": "last", "when": "pain", "says": "No."}]), "'last' is no earlier phase"),
    (checks.no_phase_is_a_dead_end, last_phase(lasting=False), "it could last for ever"),
    (
        checks.no_phase_is_a_dead_end,
        last_phase(longest={"days": 9, "then": "recheck", "says": "Look."}),
        "it is lasting and has an end as well",
    ),
    (checks.no_phase_is_a_dead_end, lambda content: content[0]["phases"].reverse(), "is never reached"),
    (
        checks.every_phase_is_reached,
        first_phase(leave=[], longest={"days": 9, "then": "recheck", "says": "Look."}),
        "no way leads to this phase",
    ),
    (checks.ways_are_possible, first_phase(leave=[{"to": "last", "when": "age < 10", "says": "No."}]), "can never be so"),
    (checks.hand_overs_hold, whole(gate="pain"), "both programmes would go on"),
    (checks.hand_overs_hold, lambda content: content[1].update(gate="age >= 30"), "always is not open then"),
    (checks.everybody_is_met, lambda content: content.pop(), "nobody is sure to be in a programme"),
    (
        checks.what_is_preferred_is_not_held_back,
        first_phase(prefer=[{**LINE, "items": ["walk"]}], hold_back=[{**LINE, "demands": ["movement"]}]),
        "walk is preferred and held back at once",
    ),
    (
        checks.what_is_preferred_is_not_held_back,
        whole(hold_back=[{**LINE, "families": ["aerobic"]}]),
        "nothing is left to do",
    ),
    (
        checks.core_items_are_few,
        first_phase(prefer=[{**LINE, "items": [name], "weight": "core"} for name in ("walk", "run", "swim")]),
        "more than two items are its core",
    ),
    (checks.core_items_are_few, first_phase(prefer=[{**LINE, "families": ["aerobic"], "weight": "core"}]), "a whole family"),
]
"""For each check something that it finds, and its words."""


@pytest.mark.parametrize(("check", "change", "words"), WRONG)
def test_each_check_finds_what_is_wrong(
    check: Callable[[KnowledgeBase], Any], change: Callable[[list[Raw]], object], words: str
) -> None:
    assert words in found(check, change)


def test_a_line_speaks_of_items_families_and_demands() -> None:
    base = base_after(whole(hold_back=[{**LINE, "demands": ["movement"], "unless": "pain"}]))
    (line,) = base.programmes["pain"].hold_back
    assert reached_by(line, base) == {"walk"}


ALL = tuple(BASE.programmes.values())


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_walk_through_its_phases_comes_to_an_end(one: Programme) -> None:
    """The longest walk there is: on by the first way, and where there is none, by time."""
    walked = [one.phases[0].id]
    for current, after in pairwise(one.phases):
        assert current.leave or (current.longest is not None and current.longest.then == "next")
        walked.append(after.id)
    assert walked == [each.id for each in one.phases]
    last = one.phases[-1]
    assert last.lasting or last.longest is not None


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_every_statement_is_sourced_and_says_how_sure_it_is(one: Programme) -> None:
    for each in one.phases:
        assert all(line.sources and line.certainty for line in each.expect)
        assert all(line.sources and line.certainty for line in each.prefer)
        assert all(line.sources and line.certainty for line in (*each.hold_back, *one.hold_back))


def test_the_days_of_a_new_pain_are_told_hour_by_hour() -> None:
    hours = BASE.programmes["first-days"].phases[0].day.hours
    assert {one.day for one in hours} == {1, 2, 3}
    assert all(sum(one.day == day for one in hours) >= 3 for day in (1, 2, 3))


@pytest.mark.parametrize(
    ("name", "number", "demands"),
    [
        ("pregnancy", 1, {"prone", "impact", "inversion", "effort-hard"}),
        ("pregnancy", 2, {"supine", "prone", "abdominal-strain", "impact"}),
        ("after-caesarean", 0, {"abdominal-strain", "prone", "load-moderate", "impact"}),
        ("after-vaginal-birth", 1, {"abdominal-strain", "impact"}),
        ("bones", 1, {"flexion-loaded", "flexion-end", "rotation-end"}),
    ],
)
def test_what_a_phase_must_hold_back(name: str, number: int, demands: set[str]) -> None:
    one = BASE.programmes[name]
    held = {demand for line in (*one.hold_back, *one.phases[number].hold_back) for demand in line.demands}
    assert demands <= held


def test_children_are_spoken_to_in_their_own_words() -> None:
    children = BASE.programmes["children"]
    assert children.alone
    assert "like a cat" in " ".join(children.phases[0].goals)
    assert children.yearly


def test_the_picture_tells_phases_ways_and_conditions() -> None:
    svg = programme_svg(BASE.programmes["recovery"], BASE)
    for words in ("Moving again", "Getting stronger", "Staying well", "not getting worse", "prefers-color-scheme"):
        assert words in svg
    assert svg.count('class="back"') == 2
    told = list(programme_in_words(BASE.programmes["recovery"], BASE))
    assert any(line.startswith("Back to Moving again") for line in told)


def test_the_page_of_programmes_shows_their_pictures() -> None:
    page = page_of("programme", BASE)
    assert all(picture_name(one.id) in page for one in ALL)
