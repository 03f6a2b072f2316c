"""The calendar to subscribe to: private by default, stable ids, alarms, and the rules of RFC 5545 line by line."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from spinewise.interop.icalendar import Look, feed_of_weeks
from spinewise.planning import Plan
from tests.interop.weeks import AWKWARD, base, empty_week, own_watch, week

MADE = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)
LOOK = Look("a-secret", names=False, alarm_min=None, address="http://192.168.1.7:8000/", time_zone="Europe/Berlin", made=MADE)
NAMED = replace(LOOK, names=True)


def feed(look: Look = LOOK, *plans: Plan) -> bytes:
    return feed_of_weeks(plans or (week(),), base(), own_watch(), look)


def events(look: Look = LOOK, *plans: Plan) -> list[Any]:
    return list(Calendar.from_ical(feed(look, *plans)).walk("VEVENT"))


def test_by_default_an_event_says_back_care_and_its_minutes() -> None:
    assert {str(event["SUMMARY"]) for event in events()} == {
        "Back care: 15 minutes",
        "Back care: 10 minutes",
        "Back care: 5 minutes",
    }


def test_by_default_nothing_tells_what_is_planned_or_for_whom() -> None:
    text = Calendar.from_ical(feed()).to_ical().decode().replace("\r\n ", "").lower()
    for word in ("walk", "squat", "pregnancy", "bleeding", "cancer", "pain"):
        assert word not in text


def test_who_wants_names_gets_names_and_what_to_watch_for_but_not_how_to_do_it() -> None:
    first = events(NAMED)[0]
    assert str(first["SUMMARY"]) == "A walk, Squat: 15 minutes"
    told = str(first["DESCRIPTION"])
    assert "Get emergency help if you notice:\n- Numb between the legs.\n- Bleeding." in told
    assert AWKWARD not in told
    assert "Put on shoes" not in told


def test_what_stands_at_one_time_of_day_is_one_event() -> None:
    first = events()[0]
    assert first["DTSTART"].dt == datetime.fromisoformat("2026-11-26T08:00")
    assert first["DTEND"].dt - first["DTSTART"].dt == timedelta(minutes=15)
    assert len(events()) == 4


def test_a_changed_plan_keeps_the_ids_of_what_stays() -> None:
    changed = replace(week(), items=week().items[1:])
    before, after = ({str(event["UID"]): str(event["SUMMARY"]) for event in events(LOOK, plan)} for plan in (week(), changed))
    assert after.keys() == before.keys()
    assert after != before


def test_ids_tell_nothing_and_differ_from_one_address_to_the_next() -> None:
    mine, other = ({str(event["UID"]) for event in events(look)} for look in (LOOK, replace(LOOK, secret="another")))
    assert len(mine) == 4
    assert mine.isdisjoint(other)
    assert all(re.fullmatch(r"[0-9a-f]{24}@spinewise", uid) for uid in mine)


@pytest.mark.parametrize(("before_min", "trigger"), [(0, timedelta()), (10, timedelta(minutes=-10))])
def test_an_alarm_comes_when_it_is_wanted(before_min: int, trigger: timedelta) -> None:
    for event in events(replace(NAMED, alarm_min=before_min)):
        (alarm,) = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == trigger
        assert str(alarm["ACTION"]) == "DISPLAY"
        assert str(alarm["DESCRIPTION"]).startswith("Back care: ")


def test_without_the_wish_there_is_no_alarm() -> None:
    assert [event.walk("VALARM") for event in events()] == [[]] * 4


def test_two_weeks_stand_in_one_calendar() -> None:
    later = replace(week(), week=week().week + timedelta(days=7))
    assert len({str(event["UID"]) for event in events(LOOK, week(), later)}) == 8


def test_no_week_is_an_empty_calendar() -> None:
    assert events(LOOK, empty_week()) == []
    assert Calendar.from_ical(feed_of_weeks((), base(), own_watch(), LOOK)).walk("VEVENT") == []


@pytest.mark.parametrize("look", [LOOK, replace(NAMED, alarm_min=5)], ids=["private", "named"])
def test_every_line_keeps_the_rules(look: Look) -> None:
    text = feed(look)
    assert text.endswith(b"\r\n")
    lines = text[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in lines), "a line has at most 75 octets"
    assert not any(b"\n" in line or b"\r" in line for line in lines), "lines end with CR LF"
    unfolded = text.replace(b"\r\n ", b"").decode().splitlines()
    assert all(re.match(r"[A-Z-]+[:;]", line) for line in unfolded)
    open_parts: list[str] = []
    for line in unfolded:
        if line.startswith("BEGIN:"):
            open_parts.append(line[6:])
        elif line.startswith("END:"):
            assert open_parts.pop() == line[4:]
    assert open_parts == []


def test_every_event_has_what_the_rules_ask_for_once() -> None:
    for event in events():
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
            assert not isinstance(event[name], list)
        assert event["DTSTAMP"].dt == MADE
        assert event["CLASS"] == "PRIVATE"
