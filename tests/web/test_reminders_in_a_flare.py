"""Reminders push nobody: on a bad day the calendar holds ease only, and a message leads to the danger check first."""

from typing import Any

import pytest
from icalendar import Calendar

from spinewise.knowledge import KnowledgeBase
from spinewise.planning import eases
from spinewise.web.views import common
from tests.web.conftest import Clock
from tests.web.visitor import Visitor


@pytest.fixture
def planned(alice: Visitor, clock: Clock) -> Visitor:
    """Alice with a finished check."""
    alice.finish()
    return alice


def _messages(visitor: Visitor) -> dict[str, Any]:
    """What the script of the messages is given."""
    visitor.mine("reminders/")
    scripts = [values for tag, values in visitor.reader.tags if tag == "script" and "reminders" in str(values.get("src"))]
    assert len(scripts) == 1
    return dict(scripts[0])


def _planned_by_name(visitor: Visitor) -> set[str]:
    """What the calendar says of today."""
    visitor.mine("reminders/")
    visitor.send(f"/p/{visitor.person}/reminders/", {"alarm": "", "names": "1"})
    address = next(str(one["value"]) for one in visitor.reader.inputs if one.get("id") == "address")
    calendar = Calendar.from_ical(visitor.client.get(address.removeprefix("http://testserver")).content)
    events: list[Any] = calendar.walk("VEVENT")
    of_today = [event for event in events if event["DTSTART"].dt.date() == common.today()]
    return {name for event in of_today for name in str(event["SUMMARY"]).rpartition(":")[0].split(", ")}


def test_on_a_bad_day_the_calendar_holds_ease_only(planned: Visitor, base: KnowledgeBase) -> None:
    easy = {item.name for item in base.interventions.values() if eases(item)}
    assert not _planned_by_name(planned) <= easy
    planned.mine("bad-day/")
    planned.look()
    today = _planned_by_name(planned)
    assert today
    assert today <= easy


def test_a_message_tells_nothing_of_anybody(planned: Visitor, base: KnowledgeBase) -> None:
    told = _messages(planned)
    words = f"{told['data-title']} {told['data-body']}".lower()
    assert "alice" not in words
    assert not {item.name for item in base.interventions.values() if item.name.lower() in words}
    assert not {word for word in ("pain", "hurt", "pregnan", "must", "missed") if word in words}


def test_the_session_behind_a_message_begins_with_the_danger_check(planned: Visitor, clock: Clock) -> None:
    clock.pass_days(1)
    planned.open(str(_messages(planned)["data-home"]))
    planned.mine("session/")
    assert "Since last time, is any of these new or worse?" in planned.text
