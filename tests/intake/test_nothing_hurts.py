"""Somebody whom nothing hurts has a way in: few questions, none about a pain, and every danger that needs no pain."""

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.assessment import assess, interview_from_facts
from spinewise.intake import Interview, aged, applying, next_step, play, suggest, to_renew
from spinewise.intake.ageing import STALE_AFTER_DAYS
from spinewise.knowledge import (
    Disposition,
    Findings,
    Value,
    complete,
    contradictions,
    findings_from_facts,
    load_knowledge,
    read_closed,
)
from spinewise.triage import disposition_of, triage
from tests.people import random_person

BASE = load_knowledge()
WELL: Mapping[str, Any] = {"age": 40, "sex": "male", "complaint": "none"}
ABOUT_A_PAIN = {
    *("regions", "onset", "duration_days", "pain_nrs", "severe", "very_strong_pain", "side", "pain_quality"),
    *("other_complaints", "twist_or_bend", "new_exercise"),
    *("restless_pain", "hard_to_ease", "breath_or_effort", "daily_life_hit", "worsening", "improving", "trigger_points"),
}
WITHOUT_PAIN = (
    *("fever", "chills", "unwell", "weight_loss", "saddle_numbness", "bladder_bowel_change", "leg_trouble", "arm_trouble"),
    *("walking_trouble", "chest_trouble", "belly_trouble", "head_trouble", "cancer_ever", "weak_defence", "bone_trouble"),
    *("mood_or_safety_trouble", "medicine_trouble", "trunk_numbness", "muscle_trouble", "very_ill"),
)
MOST_SCREENS = 10


def _person(**more: Any) -> Findings:
    return read_closed(findings_from_facts({**WELL, **more}, BASE), BASE)


def _asked(interview: Interview) -> list[str]:
    return [name for one in interview.answered for name in one.findings]


def _somebody_well(seed: int, yes: float) -> Findings:
    """A random person whom nothing hurts; what cannot be so for them is not in it."""
    person = random_person(BASE, Random(seed), yes=yes).with_values({"complaint": "none"})
    fits = Findings().with_values({"complaint": "none"})
    for name, value in person.values.items():
        told = fits.with_values({name: value})
        if not contradictions(complete(told, BASE), BASE):
            fits = told
    return fits


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"occupation": "desk", "previous_episodes": True, "age": 35, "sex": "female"},
        {"age": 30, "sex": "female", "pregnant_weeks": 24},
        {"age": 11},
        {"age": 76, "sex": "female"},
    ],
    ids=["man of 40", "between bouts at a desk", "pregnant", "child", "old woman"],
)
def test_it_is_short_asks_every_danger_that_needs_no_pain_and_nothing_about_one(more: Mapping[str, Any]) -> None:
    interview = play(_person(**more), BASE)
    asked = _asked(interview)
    assert ABOUT_A_PAIN.isdisjoint(asked)
    assert set(WITHOUT_PAIN) <= set(asked)
    assert len(interview.answered) <= MOST_SCREENS + (4 if "pregnant_weeks" in more else 0)
    assert disposition_of(complete(interview.findings, BASE), BASE) is Disposition.SELF_CARE


def test_what_and_where_stay_one_screen_and_no_place_is_left_in_doubt() -> None:
    step = next_step(Interview(Findings().with_values({"age": 40.0, "sex": "male"})), BASE)
    assert step is not None
    assert step.findings == ("complaint", "regions")
    assert applying(step.findings, {"complaint": "none"}, BASE) == ("complaint",)
    assert applying(step.findings, {"complaint": "pain"}, BASE) == ("complaint", "regions")
    assert applying(step.findings, {}, BASE) == ("complaint", "regions")


def test_a_place_that_was_ticked_as_well_is_not_swallowed() -> None:
    said: Mapping[str, Value] = {"complaint": "none", "regions": frozenset({"neck"})}
    assert applying(("complaint", "regions"), said, BASE) == ("complaint", "regions")
    assert "nothing-hurts-yet-a-place" in {rule.id for rule in contradictions(Findings().with_values(said), BASE)}


@pytest.mark.parametrize(
    ("sign", "least"),
    [
        ("saddle_numbness", Disposition.EMERGENCY),
        ("chest_pain", Disposition.SAME_DAY),
        ("self_harm_thoughts", Disposition.SAME_DAY),
        ("fever", Disposition.WITHIN_DAYS),
    ],
)
def test_a_danger_counts_without_pain(sign: str, least: Disposition) -> None:
    assert disposition_of(_person(**{sign: True}), BASE) >= least


def test_saying_nothing_else_is_not_the_same_as_being_safe() -> None:
    open_ones = {one.finding for one in triage(complete(Findings().with_values({"complaint": "none"}), BASE), BASE).undecided}
    assert {"saddle_numbness", "fever", "cancer_history"} <= open_ones


def test_no_cause_is_named() -> None:
    assert assess(_person(), BASE).differential == ()
    assert assess(_person(fever=True), BASE).differential == ()


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.05, 0.3]))
def test_the_interview_is_never_lower_than_knowing_everything_at_once(seed: int, yes: float) -> None:
    person = _somebody_well(seed, yes)
    _, after = interview_from_facts(person, BASE, closed=True)
    assert after.triage.disposition >= assess(person, BASE, closed=True).triage.disposition


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1))
def test_what_was_asked_suffices(seed: int) -> None:
    known = read_closed(_somebody_well(seed, 0.05), BASE)
    asked = complete(play(known, BASE).findings, BASE)
    hidden = {name: value for name, value in known.values.items() if not asked.known(name)}
    if disposition_of(asked, BASE) is not Disposition.EMERGENCY:
        assert disposition_of(asked.with_values(hidden), BASE) <= disposition_of(asked, BASE)


def test_after_some_weeks_it_is_asked_again_whether_something_hurts() -> None:
    well = Findings().with_values({"complaint": "none", "fever": False})
    assert aged(well, STALE_AFTER_DAYS - 1).get("complaint") == "none"
    assert not aged(well, STALE_AFTER_DAYS).settled("complaint")
    assert "complaint" in to_renew(well)
    assert "complaint" not in to_renew(Findings().with_values({"complaint": "pain"}))


@pytest.mark.parametrize("value", ["pain", "numbness", "cramp", "skin-pain", "weakness", "none"])
def test_every_value_of_the_vocabulary_is_accepted(value: str) -> None:
    assert findings_from_facts({"complaint": value}, BASE).get("complaint") == value


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Nothing hurts, I want to prevent back pain", "none"),
        ("I want to prevent back trouble, I sit at a desk", "none"),
        ("Nothing hurts when I walk but my low back hurts when I sit", "pain"),
        ("Nothing hurts when I lie but bending forward makes it worse", None),
        ("My back hurts", "pain"),
    ],
)
def test_words_of_ones_own_suggest_it_only_where_nothing_speaks_of_a_trouble(text: str, complaint: str | None) -> None:
    told = {one.finding: one.value for one in suggest(text, BASE)}
    assert told.get("complaint") == complaint
    assert complaint != "none" or "regions" not in told
