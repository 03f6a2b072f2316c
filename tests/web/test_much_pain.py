"""Much pain before a session: it does not begin, it asks what fits. Who has much pain every day is not shut out."""

from itertools import pairwise

import pytest

from spinewise.records.actions import Kind, actions_of
from spinewise.records.daily import days_of
from spinewise.web.alarms import MUCH_PAIN
from spinewise.web.views import common
from tests.web.conftest import Clock
from tests.web.visitor import Visitor

A_LOT = "is a lot of pain"
BAD = "A bad day: make it easy"


@pytest.fixture
def ready(alice: Visitor, clock: Clock) -> Visitor:
    """Alice, whose check is done, on a morning that stands still."""
    alice.finish()
    return alice


def _begin(alice: Visitor, pain: str) -> None:
    alice.mine("session/?size=full")
    alice.send(f"/p/{alice.person}/session/?size=full", {"key": alice.hidden("key"), "pain": pain})


def _began(alice: Visitor) -> bool:
    assert alice.person is not None
    today = actions_of(alice.person, since=common.today())
    return Kind.SESSION_STARTED in [one.kind for one in today]


def _day(alice: Visitor, clock: Clock, pain: int) -> None:
    """A day with a danger check and this number, and the night after it."""
    alice.recheck()
    clock.pass_minutes(5)
    alice.mine()
    alice.send(f"/p/{alice.person}/number/", {"pain": str(pain)})
    clock.pass_days(1)


@pytest.mark.parametrize("pain", range(11))
def test_a_first_number_begins_the_session_only_below_much_pain(ready: Visitor, pain: int) -> None:
    _begin(ready, str(pain))
    assert _began(ready) == (pain < MUCH_PAIN)
    assert (A_LOT in ready.text) == (pain >= MUCH_PAIN)
    assert ready.person is not None
    assert [one.pain for one in days_of(ready.person, common.today())] == [pain]


def test_it_offers_the_danger_check_the_easy_day_and_the_answer(ready: Visitor) -> None:
    _begin(ready, "8")
    mine = f"/p/{ready.person}/"
    wanted = {f"{mine}recheck/?note=new", f"{mine}recheck/?note=bad-day", f"{mine}result/"}
    assert wanted <= set(ready.reader.links)
    assert "begin the session" not in ready.text
    ready.has_one_of_each_id()


def test_a_form_that_says_as_usual_does_not_go_round_it(ready: Visitor) -> None:
    ready.mine("session/")
    ready.send(f"/p/{ready.person}/session/", {"key": ready.hidden("key"), "pain": "9", "usual": "1"})
    assert not _began(ready)


def test_without_a_number_that_of_today_counts(ready: Visitor) -> None:
    ready.mine()
    ready.send(f"/p/{ready.person}/number/", {"pain": "8"})
    _begin(ready, "none")
    assert not _began(ready)
    assert A_LOT in ready.text


def test_a_lower_number_later_on_the_day_begins_it(ready: Visitor) -> None:
    _begin(ready, "8")
    _begin(ready, "4")
    assert _began(ready)


def test_once_the_day_is_a_bad_one_its_easy_session_begins(ready: Visitor) -> None:
    _begin(ready, "8")
    ready.open(f"/p/{ready.person}/recheck/?note=bad-day")
    ready.look()
    assert "Today is for ease only." in ready.text
    _begin(ready, "8")
    assert _began(ready)


def test_who_has_much_pain_every_day_is_told_and_may_begin(ready: Visitor, clock: Clock) -> None:
    for pain in (7, 8):
        _day(ready, clock, pain)
    ready.recheck()
    _begin(ready, "8")
    assert not _began(ready)
    assert "Your number was about this high on the days before, too." in ready.text
    assert BAD in ready.text
    ready.send(
        f"/p/{ready.person}/session/?size=full", {"key": ready.hidden("key"), "pain": ready.hidden("pain"), "usual": "1"}
    )
    assert _began(ready)


@pytest.mark.parametrize("before", [(8,), (5, 8), (6, 4), (8, 8, 6)])
def test_too_few_days_or_a_lower_one_among_them_is_not_as_usual(ready: Visitor, clock: Clock, before: tuple[int, ...]) -> None:
    for pain in before:
        _day(ready, clock, pain)
    ready.recheck()
    _begin(ready, "8")
    if "/recheck/" in ready.path:
        clock.pass_minutes(5)
        ready.look()
        _begin(ready, "8")
    assert not _began(ready)
    assert "begin the session" not in ready.text


def test_the_page_has_one_main_button_and_one_title(ready: Visitor) -> None:
    _begin(ready, "8")
    tags = [tag for tag, _values in ready.reader.tags]
    assert tags.count("h1") == 1
    assert [values.get("class") for _tag, values in ready.reader.tags].count("button main") == 1
    assert all(later - sooner <= 1 for sooner, later in pairwise(_levels(tags)))


def _levels(tags: list[str]) -> list[int]:
    return [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3")]
