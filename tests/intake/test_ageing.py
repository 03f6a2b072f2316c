"""Answers of some days ago as they stand today, and when a new look is due."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinewise.intake import Ages, Due, aged, due, to_renew, weeks_by_now
from spinewise.intake.ageing import COURSE
from spinewise.knowledge import NOT_APPLICABLE, Disposition, Findings, Value, load_knowledge
from tests.people import people

BASE = load_knowledge()


@pytest.mark.parametrize(
    ("finding", "value", "days", "later"),
    [
        ("duration_days", 10.0, 30, 40.0),
        ("duration_days", 0.5, 1, 1.5),
        ("rash_days", 2.0, 3, 5.0),
        ("age", 39.0, 364, 39.0),
        ("age", 39.0, 366, 40.0),
        ("pregnant_weeks", 20.0, 6, 20.0),
        ("pregnant_weeks", 20.0, 20, 22.0),
        ("pregnant_weeks", 40.0, 21, 43.0),
        ("pregnant_weeks", 40.0, 22, None),
        ("pregnant_weeks", 0.0, 400, 0.0),
        ("pregnant_weeks", NOT_APPLICABLE, 400, NOT_APPLICABLE),
        ("postpartum_weeks", 0.0, 13, 1.0),
        ("postpartum_weeks", 100.0, 60, NOT_APPLICABLE),
        ("onset", "sudden", 400, "sudden"),
        ("fever", True, 400, True),
        ("worsening", True, 27, True),
        ("worsening", True, 28, None),
        ("pain_nrs", 7.0, 28, None),
    ],
)
def test_what_moves_on_and_what_becomes_unknown(finding: str, value: Value, days: int, later: Value | None) -> None:
    after = aged(Findings().with_values({finding: value}), days)
    assert after.get(finding) == later
    assert after.settled(finding) is (later is not None)


def test_a_not_sure_about_the_course_is_asked_again_and_others_stay() -> None:
    after = aged(Findings().with_unsure(["worsening", "fever"]), 28)
    assert after.unsure == {"fever"}


def test_past_the_end_of_a_pregnancy_the_birth_is_asked_as_well() -> None:
    before = Findings().with_values({"pregnant_weeks": 41.0, "postpartum_weeks": NOT_APPLICABLE})
    assert not aged(before, 21).settled("postpartum_weeks")


@pytest.mark.parametrize("days", [0, -3])
def test_on_the_same_day_and_on_a_clock_put_back_nothing_changes(days: int) -> None:
    findings = Findings().with_values({"pregnant_weeks": 20.0, "worsening": True})
    assert aged(findings, days) is findings


@given(people(BASE), st.integers(0, 500))
def test_nothing_is_ever_made_up(person: Findings, days: int) -> None:
    later = aged(person, days)
    assert set(later.values) <= set(person.values)
    assert later.unsure <= person.unsure
    moving = {"duration_days", "rash_days", "age", "pregnant_weeks", "postpartum_weeks"}
    assert all(later.values[name] == person.values[name] for name in set(later.values) - moving)
    gone = {"pregnant_weeks", "postpartum_weeks", *COURSE, *(["complaint"] if person.nothing_hurts else [])}
    assert set(person.values) - set(later.values) <= gone


@given(st.integers(0, 42), st.integers(0, 200), st.integers(0, 200))
def test_two_steps_are_never_further_than_one(weeks: int, first: int, second: int) -> None:
    """Each step rounds down to whole weeks, so only one step from the day of the answer is exact."""
    start = Findings().with_values({"pregnant_weeks": float(weeks)})
    once, twice = aged(start, first + second), aged(aged(start, first), second)
    known = once.get("pregnant_weeks")
    if isinstance(known, float):
        assert twice.get("pregnant_weeks") in (known, known - 1)


PREGNANT = Findings().with_values({"pregnant_weeks": 20.0})
NOT_PREGNANT = Findings().with_values({"pregnant_weeks": 0.0, "postpartum_weeks": NOT_APPLICABLE})


@pytest.mark.parametrize(
    ("known", "disposition", "ages", "expected"),
    [
        (NOT_PREGNANT, Disposition.SELF_CARE, Ages(0, 0, True), Due.NOTHING),
        (NOT_PREGNANT, Disposition.SELF_CARE, Ages(1, 1, False), Due.TODAY),
        (NOT_PREGNANT, Disposition.SELF_CARE, Ages(27, 27, True), Due.NOTHING),
        (NOT_PREGNANT, Disposition.SELF_CARE, Ages(28, 28, True), Due.SHORT),
        (NOT_PREGNANT, Disposition.SELF_CARE, Ages(90, 5, True), Due.NOTHING),
        (NOT_PREGNANT, Disposition.ROUTINE, Ages(14, 14, True), Due.SHORT),
        (NOT_PREGNANT, Disposition.WITHIN_DAYS, Ages(14, 14, True), Due.SHORT),
        (NOT_PREGNANT, Disposition.WITHIN_DAYS, Ages(13, 13, True), Due.NOTHING),
        (PREGNANT, Disposition.SELF_CARE, Ages(7, 7, True, 21.0), Due.SHORT),
        (PREGNANT, Disposition.SELF_CARE, Ages(6, 6, True, 20.9), Due.NOTHING),
        (PREGNANT, Disposition.SELF_CARE, Ages(1, 1, True, 42.1), Due.NEW),
        (NOT_PREGNANT, Disposition.SELF_CARE, Ages(365, 1, True), Due.NEW),
        (Findings().with_unsure(["pregnant_weeks"]), Disposition.SELF_CARE, Ages(7, 7, True), Due.SHORT),
        (Findings().with_values({"postpartum_weeks": 12.0}), Disposition.SELF_CARE, Ages(7, 7, True), Due.SHORT),
        (Findings().with_values({"postpartum_weeks": 13.0}), Disposition.SELF_CARE, Ages(7, 7, True), Due.NOTHING),
    ],
)
def test_when_a_look_is_due(known: Findings, disposition: Disposition, ages: Ages, expected: Due) -> None:
    assert due(known, disposition, ages) is expected


def test_a_short_check_asks_the_course_and_about_a_new_pregnancy() -> None:
    assert to_renew(NOT_PREGNANT) == {*COURSE, "pregnant_weeks"}
    assert to_renew(PREGNANT) == set(COURSE)


def test_the_weeks_count_on_beyond_the_end() -> None:
    assert weeks_by_now(40.0, 28) == 44.0
    assert weeks_by_now(0.0, 28) == weeks_by_now(NOT_APPLICABLE, 28) == weeks_by_now(None, 28) == 0.0
