"""What holds for every dose, whoever it is for and whatever happened."""

from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.knowledge import DoseRule, Findings
from spinewise.planning import Happened, Outcome, PlannedDose, doses_for
from tests.planning.dosing.people import ACTIVE, BASE, GROUPS, NAMES, day, histories, person

History = tuple[Happened, ...]
PEOPLE = st.sampled_from(GROUPS).map(lambda facts: person(**facts))
DAYS = st.integers(0, 110)
FEW = settings(max_examples=60, deadline=None)
TESTED = {"bridge": "bridge_hold_s", "sit-to-stand": "chair_rises_30s", "balance-one-leg": "single_leg_stand_s"}

_YOUNG = {"pregnant_weeks", "postpartum_weeks"}


def doses(findings: Findings, history: History, number: int) -> dict[str, PlannedDose]:
    found = doses_for(findings, BASE, history, day(number))
    return {name: found[name] for name in NAMES}


@FEW
@given(PEOPLE, histories(), DAYS, st.integers(1, 7))
def test_never_more_than_one_level_up_in_a_week(findings: Findings, history: History, first: int, later: int) -> None:
    before, after = doses(findings, history, first), doses(findings, history, first + later)
    begun = {one.intervention for one in history if one.on < day(first)}
    assert all(after[name].dose.level <= before[name].dose.level + 1 for name in begun)


@FEW
@given(PEOPLE, histories(), DAYS)
def test_never_above_the_highest_level_of_the_person(findings: Findings, history: History, number: int) -> None:
    for name, planned in doses(findings, history, number).items():
        assert 0 <= planned.dose.level <= planned.most < planned.dose.levels, name
        assert planned.dose.levels == len(BASE.ladder_of[name].levels)


@FEW
@given(PEOPLE, histories(), DAYS)
def test_the_same_history_gives_the_same_doses_in_any_order(findings: Findings, history: History, number: int) -> None:
    mixed = list(dict.fromkeys(history))
    once = doses(findings, tuple(mixed), number)
    assert doses(findings, tuple(mixed), number) == once
    days_apart = {(one.on, one.intervention) for one in mixed}
    if len(days_apart) == len(mixed):
        Random(number).shuffle(mixed)
        assert doses(findings, tuple(mixed), number) == once


@FEW
@given(PEOPLE, histories(), DAYS)
def test_what_is_still_to_come_changes_nothing(findings: Findings, history: History, number: int) -> None:
    past = tuple(one for one in history if one.on <= day(number))
    assert doses(findings, history, number) == doses(findings, past, number)


@FEW
@given(PEOPLE, histories())
def test_pain_above_5_and_stopping_never_lead_to_a_rise(findings: Findings, history: History) -> None:
    for planned in doses(findings, history, 110).values():
        mine = [one for one in history if one.intervention == planned.dose.intervention]
        for change in planned.changes:
            if change.to_level > change.from_level:
                week = [one for one in mine if change.on - timedelta(days=7) <= one.on < change.on]
                assert not any(_too_much(one) for one in week)


def _too_much(one: Happened) -> bool:
    pains = (one.pain_during, one.pain_next_day, one.pain_before)
    hurt = one.outcome is Outcome.DONE and any(pain is not None and pain > 5 for pain in pains)
    return one.outcome is Outcome.STOPPED or one.too_much or hurt


@FEW
@given(PEOPLE, histories())
def test_every_way_adds_up_from_the_first_dose_to_this_one(findings: Findings, history: History) -> None:
    for planned in doses(findings, history, 110).values():
        level = planned.changes[0].from_level if planned.changes else planned.dose.level
        assert level <= planned.first or not planned.changes
        for change in planned.changes:
            assert change.from_level == level
            assert change.to_level != level
            level = change.to_level
        assert level == planned.dose.level


@FEW
@given(PEOPLE, histories(), DAYS)
def test_every_dose_says_why_with_sources(findings: Findings, history: History, number: int) -> None:
    for planned in doses_for(findings, BASE, history, day(number)).values():
        assert planned.why
        assert all(why.says and why.sources for why in planned.why)
        assert planned.rule in DoseRule


@settings(max_examples=30, deadline=None)
@given(st.sampled_from([facts for facts in GROUPS if not _YOUNG & set(facts)]), st.sampled_from(sorted(TESTED)))
def test_a_test_that_is_not_done_never_gives_more_than_a_low_result(facts: dict[str, Any], name: str) -> None:
    untested = {"age": 70, **{key: value for key, value in facts.items() if key != TESTED[name]}}
    lowest = doses_for(person(**untested, **{TESTED[name]: 0}), BASE, (), date.min)[name]
    assert doses_for(person(**untested), BASE, (), date.min)[name].dose.level <= lowest.dose.level


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(GROUPS), st.sets(st.sampled_from(sorted(set(ACTIVE) | {"falls", "heart_disease", "osteoporosis"}))))
def test_what_is_not_known_never_gives_the_higher_dose(facts: dict[str, Any], forgotten: set[str]) -> None:
    known = person(**facts)
    less = Findings({key: value for key, value in known.values.items() if key not in forgotten})
    whole, part = (doses_for(one, BASE, (), date.min) for one in (known, less))
    for name, planned in part.items():
        assert planned.dose.level <= whole[name].dose.level, name
        assert planned.most <= whole[name].most, name
