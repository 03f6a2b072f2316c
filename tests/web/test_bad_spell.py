"""Bad days again and again lead to a new look: the short check is due, and says why."""

from datetime import date, timedelta

import pytest

from spinewise.records.daily import StoredDay
from spinewise.web.bad_spell import asks_for_a_look
from tests.web.conftest import Clock
from tests.web.test_recheck import LONG_AND_STRONG
from tests.web.visitor import Visitor

TODAY = date(2026, 11, 26)
WHY = "You have had bad days again and again lately."


def _ago(*days: int) -> frozenset[date]:
    return frozenset(TODAY - timedelta(days=one) for one in days)


def _numbers(clock: Clock, numbers: dict[int, int]) -> list[StoredDay]:
    return [StoredDay(TODAY - timedelta(days=ago), pain, clock.now) for ago, pain in sorted(numbers.items(), reverse=True)]


@pytest.mark.parametrize(
    ("bad", "numbers", "looked", "asks"),
    [
        ((), {}, 60, False),
        ((1, 5), {}, 60, False),
        ((1, 5, 14), {}, 60, True),
        ((1, 5, 15), {}, 60, False),
        ((0, 1, 5), {}, 60, False),
        ((1, 5, 9), {}, 5, False),
        ((1, 3, 5, 9), {}, 5, True),
        ((1, 2), {2: 6, 1: 7}, 60, True),
        ((1, 2), {2: 7, 1: 7}, 60, False),
        ((1, 2), {2: 7, 1: 6}, 60, False),
        ((1, 2), {1: 7}, 60, False),
        ((1, 3), {3: 6, 1: 8}, 60, False),
        ((0, 1), {1: 6, 0: 8}, 60, False),
        ((1, 2), {2: 6, 1: 7}, 1, False),
    ],
)
def test_when_a_look_is_asked_for(
    clock: Clock, bad: tuple[int, ...], numbers: dict[int, int], looked: int, *, asks: bool
) -> None:
    since = TODAY - timedelta(days=looked)
    assert asks_for_a_look(_ago(*bad), _numbers(clock, numbers), since, TODAY) == asks


def _bad_day(alice: Visitor, clock: Clock, days: int = 1) -> None:
    alice.mine("bad-day/")
    alice.look()
    clock.pass_days(days)


def test_three_in_two_weeks_close_the_week_until_a_new_look(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    for _ in range(2):
        _bad_day(alice, clock, 3)
    alice.mine("week/")
    assert WHY not in alice.text
    alice.look()
    _bad_day(alice, clock)
    for page in ("", "week/", "session/"):
        alice.mine(page)
        assert WHY in alice.text
        assert not alice.week_shown
    alice.recheck()
    alice.finish()
    alice.mine("week/")
    assert alice.week_shown
    clock.pass_days(1)
    alice.mine("week/")
    assert WHY not in alice.text


def test_the_look_asks_anew_how_it_is_going(alice: Visitor, clock: Clock) -> None:
    alice.finish(LONG_AND_STRONG)
    for _ in range(3):
        _bad_day(alice, clock)
    alice.recheck()
    assert alice.at_check()
    assert alice.hidden("question") == "pain"


def test_two_running_with_a_rising_number_are_enough(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    for pain in ("5", "6"):
        alice.mine()
        alice.send(f"/p/{alice.person}/number/", {"pain": pain})
        _bad_day(alice, clock)
    alice.mine("week/")
    assert WHY in alice.text
    assert not alice.week_shown
