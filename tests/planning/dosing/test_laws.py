"""What holds for every dose, whoever it is for and whatever happened."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.knowledge import DoseRule, Findings
from spinewise.planning import Happened, Outcome, PlannedDose, doses_for
from spinewise.planning.dosing.records import Change
from tests.planning.dosing.people import ACTIVE, BASE, GROUPS, NAMES, day, flares, histories, person

History = tuple[Happened, ...]
PEOPLE = st.sampled_from(GROUPS).map(lambda facts: person(**facts))
DAYS = st.integers(0, 110)
FEW = settings(max_examples=60, deadline=None)
TESTED = {"bridge": "bridge_hold_s", "sit-to-stand": "chair_rises_30s", "balance-one-leg": "single_leg_stand_s"}

_YOUNG = {"pregnant_weeks", "postpartum_weeks"}


def doses(findings: Findings, history: History, number: int) -> dict[str, PlannedDose]:
    found = doses_for(findings, BASE, history, day(number))
    return {name: found[name] for name in NAMES}


ANY = st.one_of(histories(), flares())
PAINFUL = {"stopped", "too-much", "too-hard", "strong-pain", "pain-unsettled", "bad-week"}
MOST_LOST, ONE_UP, TWO_BACK = 2, 1, 2
WEEK, HELD_FOR = timedelta(days=7), timedelta(days=42)


@settings(max_examples=200, deadline=None)
@given(PEOPLE, ANY, DAYS, st.integers(1, 7))
def test_never_more_than_one_level_up_in_a_week_but_on_the_way_back(
    findings: Findings, history: History, first: int, later: int
) -> None:
    """On the way back two, only to a level that was lately held and lost, and only by the rule that says so."""
    before, after = doses(findings, history, first), doses(findings, history, first + later)
    for name in {one.intervention for one in history if one.on < day(first)}:
        risen = after[name].dose.level - before[name].dose.level
        assert risen <= (TWO_BACK if _comes_back(after[name]) else ONE_UP), name


def _comes_back(planned: PlannedDose) -> bool:
    return bool(planned.changes) and planned.changes[-1].rule is DoseRule.RETURN


@settings(max_examples=200, deadline=None)
@given(PEOPLE, ANY)
def test_the_way_back_ends_at_a_level_that_stood_for_a_week_lately_and_was_lost(findings: Findings, history: History) -> None:
    for planned in doses(findings, history, 112).values():
        for place, change in enumerate(planned.changes):
            if change.rule is DoseRule.RETURN:
                assert change.to_level - change.from_level <= TWO_BACK
                earlier = planned.changes[:place]
                assert any(one.rule in PAINFUL and one.from_level >= change.to_level for one in earlier)
                assert any(
                    level >= change.to_level and until - since >= WEEK and until > change.on - HELD_FOR
                    for level, since, until in _stood(earlier, min(one.on for one in history))
                )


def _stood(changes: Sequence[Change], begun: date) -> Iterator[tuple[int, date, date]]:
    """Each level with the days from and until which it stood."""
    for change in changes:
        yield change.from_level, begun, change.on
        begun = change.on


@settings(max_examples=200, deadline=None)
@given(PEOPLE, ANY)
def test_what_went_badly_takes_away_two_levels_in_seven_days_at_most(findings: Findings, history: History) -> None:
    for planned in doses(findings, history, 112).values():
        falls = [one for one in planned.changes if one.rule in PAINFUL]
        for last in falls:
            lost = [one for one in falls if last.on - WEEK < one.on <= last.on]
            assert sum(one.from_level - one.to_level for one in lost) <= MOST_LOST


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
@given(PEOPLE, ANY)
def test_pain_above_5_and_stopping_never_lead_to_a_rise(findings: Findings, history: History) -> None:
    for planned in doses(findings, history, 110).values():
        mine = [one for one in history if one.intervention == planned.dose.intervention]
        for change in planned.changes:
            if change.to_level > change.from_level:
                week = [one for one in mine if change.on - WEEK <= one.on < change.on]
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


@settings(max_examples=100, deadline=None)
@given(PEOPLE, ANY)
def test_a_break_alone_never_leads_below_the_first_dose(findings: Findings, history: History) -> None:
    for planned in doses(findings, history, 112).values():
        for change in planned.changes:
            if change.rule.startswith("gap-"):
                assert change.to_level >= min(planned.first, change.from_level)
