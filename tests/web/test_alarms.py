"""Something hurt much, or felt new, in an exercise: every way asks for a look at danger first, and one look is enough."""

from uuid import uuid4

import pytest
from icalendar import Calendar

from spinewise.records.actions import Action, Kind, add_actions
from spinewise.records.audit import Audit
from spinewise.records.feeds import open_feed
from tests.web.conftest import Clock
from tests.web.visitor import Visitor

ALARMS = [{"pain": 7}, {"pain": 10}, {"pain": 2, "new": True}]
WAYS = ["week/", "week/?day=3", "week/?print=1", "session/?size=two"]


@pytest.fixture
def ready(alice: Visitor, clock: Clock) -> Visitor:
    """Alice, whose check is done and whose week is open."""
    alice.finish()
    clock.pass_minutes(5)
    return alice


def _hurts(visitor: Visitor, clock: Clock, **how: object) -> None:
    assert visitor.person is not None
    body = {"session": str(uuid4()), "intervention": "slow-walk", **how}
    add_actions(visitor.person, [Action(uuid4(), clock.now.date(), Kind.HURTS, body, clock.now)], audit=Audit("test"))
    clock.pass_minutes(5)


def _events(visitor: Visitor) -> int:
    assert visitor.person is not None
    feed = open_feed(visitor.person, names=False, alarm_min=None, audit=Audit("test"))
    return len(Calendar.from_ical(visitor.client.get(f"/feed/{feed.token}.ics").content).walk("VEVENT"))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("how", ALARMS)
def test_danger_comes_before_the_week_and_a_session(ready: Visitor, clock: Clock, how: dict[str, object], way: str) -> None:
    _hurts(ready, clock, **how)
    ready.mine(way)
    assert ready.path.startswith(f"/p/{ready.person}/recheck/")


def test_the_first_page_leads_to_it_and_to_no_session(ready: Visitor, clock: Clock) -> None:
    _hurts(ready, clock, pain=8)
    ready.mine()
    assert "Something hurt a lot or felt new. So first a quick look for danger." in ready.text
    assert f"/p/{ready.person}/recheck/" in ready.reader.links
    assert not [link for link in ready.reader.links if "/session/" in link]


def test_the_calendar_is_empty_until_then(ready: Visitor, clock: Clock) -> None:
    assert _events(ready) > 0
    _hurts(ready, clock, pain=8)
    assert _events(ready) == 0
    ready.recheck()
    assert _events(ready) > 0


@pytest.mark.parametrize("way", ["week/", ""])
def test_one_look_is_enough(ready: Visitor, clock: Clock, way: str) -> None:
    _hurts(ready, clock, pain=8)
    ready.recheck()
    ready.mine(way)
    assert "Something hurt a lot or felt new." not in ready.text
    ready.mine("week/")
    assert ready.week_shown


def test_a_new_check_looks_too(ready: Visitor, clock: Clock) -> None:
    _hurts(ready, clock, pain=8)
    ready.mine()
    ready.send(f"/p/{ready.person}/new-check/", {})
    ready.finish()
    ready.mine("week/")
    assert ready.week_shown


@pytest.mark.parametrize("pain", [0, 3, 6])
def test_less_pain_does_not(ready: Visitor, clock: Clock, pain: int) -> None:
    _hurts(ready, clock, pain=pain)
    ready.mine("week/")
    assert ready.week_shown
