"""The short danger check: once a day before the week, whenever something is new, and after some weeks."""

from dataclasses import replace

import pytest

from spinewise.records.audit import trail_of
from spinewise.records.events import history_of
from spinewise.triage import Checked, Occasion
from tests.web.conftest import Clock
from tests.web.visitor import Visitor

PREGNANT = {"sex": {"sex": "female"}, "pregnant": {"pregnant_weeks": "30"}}
LONG_AND_STRONG = {"duration": {"duration_days": "3", "duration_days.unit": "months"}, "pain": {"pain_nrs": "9"}}


@pytest.fixture
def next_day(alice: Visitor, clock: Clock) -> Visitor:
    """Alice, one day after her check."""
    alice.finish()
    clock.pass_days(1)
    return alice


def test_on_the_day_of_the_check_the_week_opens_at_once(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    alice.mine("week/")
    assert alice.week_shown


def test_on_the_next_day_danger_is_asked_first_and_once(next_day: Visitor) -> None:
    next_day.mine("week/")
    assert "Since last time, is any of these new or worse?" in next_day.text
    assert "Does the skin between your legs feel numb?" in next_day.text
    next_day.look()
    assert next_day.week_shown
    next_day.mine("week/?day=3")
    assert next_day.week_shown
    next_day.mine("week/?print=1")
    assert "How to do it" in next_day.text


@pytest.mark.parametrize("page", ["week/", "week/?print=1", "week/?day=2"])
def test_no_page_of_the_week_goes_round_it(next_day: Visitor, page: str) -> None:
    next_day.mine(page)
    assert next_day.path.endswith("/recheck/")
    assert "Slow walk" not in next_day.text


def test_nothing_is_changed_in_the_week_before_it(next_day: Visitor) -> None:
    next_day.mine()
    next_day.change_week_blind("refuse", "slow-walk")
    next_day.recheck()
    assert "What you left out" not in next_day.text


def test_the_library_says_nothing_of_the_week_before_it(next_day: Visitor) -> None:
    next_day.mine("reference/intervention/slow-walk/")
    before = next_day.text
    next_day.recheck()
    next_day.mine("reference/intervention/slow-walk/")
    assert next_day.text != before


def test_a_yes_hides_the_week_at_once_and_says_why(next_day: Visitor) -> None:
    next_day.recheck(fever="yes", numb_seat="no", no_urine="no", tearing_chest="no")
    assert next_day.path.startswith(f"/p/{next_day.person}/result/")
    assert "Your week waits until you have been seen." in next_day.text
    assert "See a doctor today" in next_day.text
    assert "An infection of the spine" in next_day.text
    next_day.mine("week/")
    assert "no week for now" in next_day.text


def test_not_sure_brings_the_help_first_and_then_counts(next_day: Visitor) -> None:
    answers = {"fever": "no", "numb_seat": "unsure", "no_urine": "no", "tearing_chest": "no"}
    next_day.recheck(**answers)
    assert "when you wipe" in next_day.text
    next_day.look(**answers)
    assert "See a doctor today" in next_day.text
    next_day.mine("week/")
    assert not next_day.week_shown


def test_an_unfinished_screen_is_mended_kindly(next_day: Visitor) -> None:
    next_day.recheck(fever="no")
    assert "Some things are missing" in next_day.text
    assert ("fever", "no") in next_day.checked()


def test_something_new_asks_for_danger_and_then_offers_a_new_check(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    alice.mine()
    assert f"/p/{alice.person}/recheck/?note=new" in alice.reader.links
    alice.recheck(note="new")
    assert alice.path.startswith(f"/p/{alice.person}/?")
    assert "None of these is a sign of danger." in alice.text
    assert "Begin a new check" in alice.text


def test_the_screen_fits_the_person(alice: Visitor, clock: Clock) -> None:
    alice.finish(PREGNANT)
    alice.mine("recheck/")
    assert "In pregnancy a fever counts more." in alice.text


def test_before_the_first_check_is_done_there_is_no_short_one(alice: Visitor) -> None:
    alice.mine("recheck/")
    assert alice.at_check()


def test_it_is_stored_as_an_event_with_a_trace(next_day: Visitor) -> None:
    next_day.recheck()
    assert next_day.person is not None
    last = history_of(next_day.person).told[-1]
    assert last.event == Checked(Occasion.RECHECK, ())
    assert [one.action for one in trail_of(next_day.person)][-2:] == ["danger check stored", "recheck recorded"]


def test_two_windows_never_lose_a_yes(next_day: Visitor) -> None:
    next_day.mine("recheck/")
    other = replace(next_day, page=next_day.page, reader=next_day.reader)
    next_day.look()
    other.look(fever="yes", numb_seat="no", no_urine="no", tearing_chest="no")
    assert "This was answered meanwhile" in other.text
    other.look(fever="yes", numb_seat="no", no_urine="no", tearing_chest="no")
    assert "See a doctor today" in other.text


def test_reload_and_back_show_the_screen_and_change_nothing(next_day: Visitor) -> None:
    next_day.recheck()
    assert next_day.person is not None
    before = history_of(next_day.person)
    next_day.mine("recheck/")
    next_day.mine("recheck/")
    assert history_of(next_day.person) == before
    next_day.look(fever="yes", numb_seat="no", no_urine="no", tearing_chest="no")
    next_day.mine("week/")
    assert not next_day.week_shown


@pytest.mark.parametrize(
    ("person", "days"), [({}, 28), (PREGNANT, 7), (LONG_AND_STRONG, 14), ({"past": {"past_illnesses": ["cancer"]}}, 14)]
)
def test_after_some_days_the_short_check_is_due(
    alice: Visitor, clock: Clock, person: dict[str, dict[str, str]], days: int
) -> None:
    alice.finish(person)
    clock.pass_days(days - 1)
    alice.recheck()
    assert alice.week_shown
    clock.pass_days(1)
    alice.mine("week/")
    assert "First a short look" in alice.text
    assert f"It is {days} days or more since you were asked" in alice.text
    assert "Slow walk" not in alice.text
    assert f"/p/{alice.person}/recheck/" in alice.reader.links


def test_the_short_check_asks_how_it_goes_once_more(alice: Visitor, clock: Clock) -> None:
    alice.finish(LONG_AND_STRONG)
    clock.pass_days(14)
    alice.recheck()
    assert alice.at_check()
    assert "a few more questions come first" in alice.text
    assert alice.hidden("question") == "pain"
    alice.finish({"pain": {"pain_nrs": "3"}})
    alice.mine("week/")
    assert alice.week_shown


def test_a_danger_check_each_day_is_no_short_check(alice: Visitor, clock: Clock) -> None:
    alice.finish(PREGNANT)
    for _ in range(6):
        clock.pass_days(1)
        alice.recheck()
    clock.pass_days(1)
    alice.mine("week/")
    assert "First a short look" in alice.text


@pytest.mark.parametrize(
    ("person", "days", "words"),
    [({}, 365, "more than a year old"), ({**PREGNANT, "pregnant": {"pregnant_weeks": "38"}}, 33, "past 42 weeks")],
)
def test_then_only_a_new_check_helps(
    alice: Visitor, clock: Clock, person: dict[str, dict[str, str]], days: int, words: str
) -> None:
    alice.finish(person)
    clock.pass_days(days)
    for page in ("week/", "recheck/", "check/", ""):
        alice.mine(page)
        assert words in alice.text
        assert "Begin a new check" in alice.text
        assert not alice.week_shown
    alice.send(f"/p/{alice.person}/new-check/", {})
    alice.finish()
    alice.mine("week/")
    assert alice.week_shown


def test_the_week_is_made_from_the_answers_as_they_stand_today(alice: Visitor, clock: Clock) -> None:
    alice.finish(PREGNANT)
    for _ in range(9):
        clock.pass_days(6)
        alice.recheck()
        while alice.at_check():
            alice.finish_one()
    alice.mine("result/")
    assert "Back pain late in a pregnancy" in alice.text
    assert "37 weeks" in alice.text


def test_a_number_that_rose_clearly_asks_for_danger_again(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    alice.mine()
    alice.send(f"/p/{alice.person}/number/", {"pain": "3"})
    clock.pass_days(1)
    alice.recheck()
    clock.pass_minutes(5)
    alice.mine()
    alice.send(f"/p/{alice.person}/number/", {"pain": "6"})
    assert "Your number is clearly higher than last time." in alice.text
    alice.mine("week/")
    assert not alice.week_shown
    clock.pass_minutes(1)
    alice.recheck()
    alice.mine("week/")
    assert alice.week_shown
