"""Somebody whom nothing hurts, page by page: no place, no cause, a week to stay well, and what follows when pain begins."""

import pytest

from spinewise.assessment import interview_from_facts
from spinewise.knowledge import Findings
from tests.web.conftest import Clock
from tests.web.real import keep, kept, real_base
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")


@pytest.fixture
def asked(alice: Visitor, clock: Clock) -> Visitor:
    """Alice, who is asked what troubles her."""
    alice.answer(age="40", sex="male")
    return alice


@pytest.fixture
def well(alice: Visitor, clock: Clock) -> Visitor:
    """Alice, whose check is done, and whom nothing hurts."""
    facts = Findings().with_values({"age": 40.0, "sex": "male", "complaint": "none", "minutes_per_day": 15.0})
    interview, _assessment = interview_from_facts(facts, real_base(), closed=True)
    keep(alice, interview)
    clock.pass_minutes(5)
    return alice


def _tap(visitor: Visitor, number: int) -> None:
    visitor.mine()
    visitor.send(f"/p/{visitor.person}/number/", {"pain": str(number)})


def test_no_place_is_asked_for_and_none_is_left_in_doubt(asked: Visitor) -> None:
    asked.answer(complaint="none")
    assert asked.at_check()
    assert "Where do you feel it?" not in asked.text
    known = kept(asked)
    assert known.nothing_hurts
    assert "regions" not in known.unsure


def test_on_the_way_back_the_answer_is_still_chosen(asked: Visitor) -> None:
    asked.answer(complaint="none")
    asked.mine("check/2/")
    assert ("complaint", "none") in asked.checked()
    asked.mine("answers/")
    assert "Nothing hurts now, and I want to keep it so" in asked.text


def test_a_place_beside_it_is_asked_about(asked: Visitor) -> None:
    asked.answer(complaint="none", regions=["neck"])
    assert "Two answers do not fit together" in asked.text
    assert "You said that nothing hurts now" in asked.text


def test_somebody_with_pain_still_has_to_name_a_place(asked: Visitor) -> None:
    asked.answer(complaint="pain")
    assert "Choose at least one, or use one of the other buttons." in asked.text


def test_who_changes_it_to_pain_is_asked_for_the_place(asked: Visitor) -> None:
    asked.answer(complaint="none")
    asked.mine("check/2/")
    asked.answer(complaint="pain")
    assert "Where do you feel it?" in asked.text


def test_the_answer_names_no_cause_and_promises_nothing(well: Visitor) -> None:
    well.mine("result/")
    assert "You can begin now, to keep your back well" in well.text
    assert "Nothing to explain" in well.text
    assert "What may be behind it" not in well.text
    assert "You need no appointment for this." in well.text
    well.mine("result/summary/")
    assert "Nothing hurts now, and I want to keep it so" in well.text


def test_the_week_is_that_of_the_good_months(well: Visitor) -> None:
    well.mine("week/")
    assert well.week_shown
    assert "The good months" in well.text
    assert "Walking" in well.text


def test_when_a_number_says_that_something_hurts_danger_comes_first_and_then_what_it_is(well: Visitor, clock: Clock) -> None:
    _tap(well, 5)
    assert "Before, nothing hurt. Now your number is 5." in well.text
    well.mine("week/")
    assert not well.week_shown
    clock.pass_minutes(1)
    well.recheck()
    assert "What troubles you most, and where?" in well.text
    assert kept(well).get("complaint") is None


@pytest.mark.parametrize("number", [0, 2])
def test_a_small_number_changes_nothing(well: Visitor, number: int) -> None:
    _tap(well, number)
    well.mine("week/")
    assert well.week_shown


def test_after_four_weeks_it_is_asked_again(well: Visitor, clock: Clock) -> None:
    clock.pass_days(28)
    well.mine("week/")
    assert not well.week_shown
    well.recheck()
    assert "What troubles you most, and where?" in well.text


def test_whoever_says_that_something_is_new_is_asked_what_it_is(well: Visitor) -> None:
    well.recheck("new")
    assert "What troubles you most, and where?" in well.text
    assert ("complaint", "none") in well.checked()
    well.answer(complaint="pain", regions=["low-back"])
    assert well.at_check()
    assert kept(well).get("complaint") == "pain"
