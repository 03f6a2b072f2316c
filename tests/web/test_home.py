"""The first page of a person: how it is today, the trend in words, the week in one line."""

from datetime import UTC, date, datetime, timedelta

import pytest

from spinewise.records.audit import trail_of
from spinewise.records.daily import StoredDay, days_of, store_day
from spinewise.web.presenters.home import trend_view
from spinewise.web.trend import Direction, rose, trend_of
from spinewise.web.views.common import OWNER
from tests.web.conftest import Clock
from tests.web.visitor import Visitor

TODAY = date(2026, 11, 12)


def _days(*numbers: int | None) -> tuple[StoredDay, ...]:
    """The numbers of the last days, the last one of today; ``None`` is a day without."""
    first = TODAY - timedelta(days=len(numbers) - 1)
    at = datetime(2026, 11, 12, tzinfo=UTC)
    return tuple(StoredDay(first + timedelta(days=n), pain, at) for n, pain in enumerate(numbers) if pain is not None)


@pytest.mark.parametrize(
    ("numbers", "direction"),
    [
        ((), Direction.TOO_FEW),
        ((3, 4), Direction.TOO_FEW),
        ((4, 4, 4), Direction.SAME),
        ((4, 5, 4, 5, 4, 5, 4), Direction.SAME),
        ((7, 7, 6, 6, 5, 4, 4), Direction.LOWER),
        ((2, 2, 3, 4, 5, 5, 6), Direction.HIGHER),
        ((8, None, None, None, 5, None, 5), Direction.LOWER),
        ((9, 9, 9, 9, 1, 2, 1, 2, 1, 2, 1), Direction.SAME),
    ],
)
def test_the_trend_is_a_change_that_people_notice(numbers: tuple[int | None, ...], direction: Direction) -> None:
    assert trend_of(_days(*numbers), TODAY).direction is direction


@pytest.mark.parametrize(("numbers", "clearly"), [((), False), ((5,), False), ((5, 6), False), ((5, 7), True), ((7, 5), False)])
def test_a_rise_of_two_points_counts(numbers: tuple[int, ...], clearly: bool) -> None:
    assert rose(_days(*numbers)) is clearly


def test_the_trend_in_words_and_points() -> None:
    view = trend_view(_days(5, 5, 5, 5, 5, 5, 5), TODAY)
    assert view.words == "About the same over 7 days"
    assert view.points[0] == (10, 50)
    assert view.points[-1] == (250, 50)
    assert view.numbers == "5, 5, 5, 5, 5, 5, 5"


def test_one_tap_notes_the_day_and_the_last_tap_counts(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    alice.mine()
    alice.send(f"/p/{alice.person}/number/", {"pain": "5"})
    assert "Noted for today." in alice.text
    alice.send(f"/p/{alice.person}/number/", {"pain": "3"})
    assert alice.person is not None
    assert [one.pain for one in days_of(alice.person, TODAY)] == [3]
    assert trail_of(alice.person)[-1].action == "number of the day stored"
    assert ("button", "3") in [(tag, values.get("value")) for tag, values in alice.reader.tags if values.get("aria-current")]


@pytest.mark.parametrize("pain", ["11", "-1", "four", ""])
def test_a_number_that_no_page_offers_is_not_stored(alice: Visitor, pain: str) -> None:
    alice.finish()
    alice.mine()
    alice.send(f"/p/{alice.person}/number/", {"pain": pain})
    assert alice.person is not None
    assert days_of(alice.person, date(2000, 1, 1)) == ()


@pytest.mark.django_db
def test_the_store_refuses_a_wild_number(alice: Visitor) -> None:
    assert alice.person is not None
    with pytest.raises(ValueError, match="from 0 to 10"):
        store_day(alice.person, TODAY, 11, audit=OWNER)


def test_the_picture_of_the_trend_comes_with_words(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    for pain in (5, 4, 5):
        alice.mine()
        alice.send(f"/p/{alice.person}/number/", {"pain": str(pain)})
        clock.pass_days(1)
    alice.mine()
    assert "About the same over 7 days" in alice.text
    labels = [values.get("aria-label") for tag, values in alice.reader.tags if tag == "svg" and values.get("role") == "img"]
    assert labels == ["Your numbers of the last seven days: 5, 4, 5"]


def test_the_week_stands_there_in_one_line_once_danger_was_asked(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    alice.mine()
    assert "Today: " in alice.text
    clock.pass_days(1)
    alice.mine()
    assert "Today: " not in alice.text
    alice.recheck()
    alice.mine()
    assert "Today: " in alice.text or "Today nothing is planned." in alice.text


def test_in_an_emergency_the_first_page_leads_to_help(alice: Visitor) -> None:
    alice.finish({"seat-and-bladder": {"numb_seat": "yes", "no_urine": "no"}})
    alice.mine()
    assert "Open your week" not in alice.text
    assert "Read what to do now" in alice.text
    assert "Call 112" in alice.text
    assert "How is it today?" not in alice.text
    assert "Today: " not in alice.text
