"""Reminders push nobody: on a bad day the calendar holds ease only, and a message leads to the danger check first."""

from typing import Any

import pytest
from icalendar import Calendar

from spinewise.knowledge import KnowledgeBase
from spinewise.planning import eases
from spinewise.web.presenters.feed import MESSAGES
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


def _says(visitor: Visitor) -> str:
    """What a message would say now."""
    return str(visitor.client.get(str(_messages(visitor)["data-asks"])).json()["body"])


SESSION, QUIET, NOTHING = "Time for your session. Two minutes count too.", "How is it today? Only what feels good.", ""


def test_a_message_calls_to_a_session_only_while_the_week_is_open(planned: Visitor, clock: Clock) -> None:
    assert _says(planned) == SESSION
    clock.pass_days(1)
    assert _says(planned) == QUIET
    planned.recheck()
    assert _says(planned) == SESSION
    clock.pass_days(40)
    assert _says(planned) == NOTHING


def test_on_a_bad_day_a_message_calls_to_nothing(planned: Visitor) -> None:
    planned.mine("bad-day/")
    planned.look()
    assert _says(planned) == QUIET


def test_who_should_be_seen_today_gets_no_message(planned: Visitor) -> None:
    planned.recheck("new", fever="yes", numb_seat="no", no_urine="no", tearing_chest="no")
    assert _says(planned) == NOTHING


def test_before_the_check_is_done_there_is_no_message(alice: Visitor) -> None:
    assert _says(alice) == NOTHING


def test_after_much_pain_in_an_exercise_there_is_no_message_before_a_look(planned: Visitor, clock: Clock) -> None:
    planned.mine("session/")
    planned.send(f"/p/{planned.person}/session/", {"key": planned.hidden("key"), "pain": "4"})
    clock.pass_minutes(5)
    planned.send(planned.path, {"tick.slow-walk": "stopped", "hurt.slow-walk": "8"})
    assert _says(planned) == NOTHING


def test_a_message_tells_nothing_of_anybody(planned: Visitor, base: KnowledgeBase) -> None:
    told = _messages(planned)
    words = f"{told['data-title']} {' '.join(map(str, MESSAGES.values()))}".lower()
    assert "alice" not in words
    assert not {item.name for item in base.interventions.values() if item.name.lower() in words}
    assert not {word for word in ("pain", "hurt", "pregnan", "must", "missed") if word in words}


def test_the_session_behind_a_message_begins_with_the_danger_check(planned: Visitor, clock: Clock) -> None:
    clock.pass_days(1)
    planned.open(str(_messages(planned)["data-home"]))
    planned.mine("session/")
    assert "Since last time, is any of these new or worse?" in planned.text
