"""The private calendar address, and the week as files."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from icalendar import Calendar

from spinewise.records.feeds import feed_by_token, feed_of, open_feed
from spinewise.web.views.common import OWNER
from tests.web.conftest import Clock
from tests.web.visitor import Visitor


@pytest.fixture
def planned(alice: Visitor, clock: Clock) -> Visitor:
    """Alice with a finished check."""
    alice.finish()
    return alice


def opened(visitor: Visitor, **looks: str) -> str:
    """The path of the address that the page shows."""
    visitor.mine("reminders/")
    visitor.send(f"/p/{visitor.person}/reminders/", {"alarm": "", **looks})
    address = next(str(one["value"]) for one in visitor.reader.inputs if one.get("id") == "address")
    assert address.startswith("http://testserver/feed/")
    return address.removeprefix("http://testserver")


def events(visitor: Visitor, path: str) -> list[Any]:
    response = visitor.client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "no-store"
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_the_address_gives_two_weeks_that_tell_nothing(planned: Visitor) -> None:
    found = events(planned, opened(planned))
    assert len({event["DTSTART"].dt.date() for event in found}) > 7
    assert {str(event["SUMMARY"]).split(":")[0] for event in found} == {"Back care"}
    assert all(str(planned.person) not in str(event.to_ical()) for event in found)


def test_names_and_alarms_come_when_they_are_wanted(planned: Visitor) -> None:
    found = events(planned, opened(planned, names="1", alarm="10"))
    assert any("Slow walk" in str(event["SUMMARY"]) for event in found)
    assert all(len(event.walk("VALARM")) == 1 for event in found)


def test_nobody_guesses_an_address(planned: Visitor) -> None:
    path = opened(planned)
    token = path.removeprefix("/feed/").removesuffix(".ics")
    assert len(token) >= 43
    assert planned.client.get(path.replace(token, token[:-1] + ("A" if token[-1] != "A" else "B"))).status_code == 404


def test_a_change_of_looks_keeps_the_address(planned: Visitor) -> None:
    assert opened(planned) == opened(planned, names="1")


def test_an_address_that_was_taken_back_is_gone_and_a_new_one_differs(planned: Visitor) -> None:
    path = opened(planned)
    planned.send(f"/p/{planned.person}/reminders/", {"close": "1"})
    assert "The old address no longer works." in planned.text
    assert planned.client.get(path).status_code == 404
    assert opened(planned) != path


def test_deleting_somebody_takes_the_address_along(planned: Visitor) -> None:
    path = opened(planned)
    planned.mine("delete/")
    planned.send(f"/p/{planned.person}/delete/", {})
    assert planned.client.get(path).status_code == 404


def test_when_somebody_should_be_seen_the_calendar_is_empty(planned: Visitor) -> None:
    path = opened(planned)
    planned.recheck("new", numb_seat="yes", no_urine="no", tearing_chest="no", fever="no")
    assert events(planned, path) == []


def test_the_plan_changes_and_the_ids_stay(planned: Visitor) -> None:
    path = opened(planned)
    before = {str(event["UID"]): str(event["SUMMARY"]) for event in events(planned, path)}
    planned.mine("week/")
    planned.change_week("swap", intervention="slow-walk")
    after = {str(event["UID"]): str(event["SUMMARY"]) for event in events(planned, path)}
    assert after != before
    assert after.keys() & before.keys()


def test_the_calendar_does_not_wait_for_the_danger_check_of_the_day(planned: Visitor, clock: Clock) -> None:
    path = opened(planned)
    clock.pass_days(2)
    assert events(planned, path)
    clock.pass_days(200)
    assert events(planned, path) == []


def test_each_person_has_an_address_of_their_own(planned: Visitor, visit: Callable[[], Visitor]) -> None:
    bob = visit()
    bob.begin("Bob")
    assert planned.person is not None
    assert bob.person is not None
    feeds = [open_feed(person, names=False, alarm_min=None, audit=OWNER) for person in (planned.person, bob.person)]
    assert [feed_by_token(one.token) for one in feeds] == feeds
    assert feed_of(bob.person) == feeds[1]


def test_an_odd_alarm_is_refused(planned: Visitor) -> None:
    assert planned.person is not None
    with pytest.raises(ValueError, match="minutes before"):
        open_feed(planned.person, names=False, alarm_min=7, audit=OWNER)


@pytest.mark.parametrize(
    ("name", "content_type", "begins"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("txt", "text/plain; charset=utf-8", b"Your week from Thursday 12 November 2026"),
        ("ics", "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
        ("fhir", "application/fhir+json", b"{"),
    ],
)
def test_the_week_as_a_file(planned: Visitor, name: str, content_type: str, begins: bytes) -> None:
    planned.mine(f"week/?format={name}")
    assert planned.page["Content-Type"] == content_type
    assert planned.page.content.startswith(begins)


def test_files_carry_what_this_person_should_watch_for(alice: Visitor, clock: Clock) -> None:
    alice.finish({"sex": {"sex": "female"}, "pregnant": {"pregnant_weeks": "20"}})
    alice.mine("week/?format=txt")
    own = [line for line in alice.page.content.decode().splitlines() if ": Get emergency help if you notice" in line]
    assert own
    notes = [one["text"] for one in json.loads(alice.mine("week/?format=fhir").content)["note"]]
    assert any(note.startswith(own[0].split(":")[0]) for note in notes)


def test_no_file_leaves_before_the_danger_check_of_the_day(planned: Visitor, clock: Clock) -> None:
    clock.pass_days(1)
    planned.mine("week/?format=txt")
    assert planned.path.split("?")[0].endswith("/recheck/")
