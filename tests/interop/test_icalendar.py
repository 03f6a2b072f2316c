"""The week as a calendar file."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from spinewise.interop.icalendar import calendar_of, write_calendar
from spinewise.knowledge import BadInput
from tests.interop.weeks import AWKWARD, base, empty_week, own_watch, watch, week

GOLDEN = Path(__file__).parent / "golden" / "week.ics"


def events() -> dict[str, Any]:
    calendar = Calendar.from_ical(calendar_of(week(), base(), watch()))
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_it_is_the_golden_file() -> None:
    assert calendar_of(week(), base(), watch()) == GOLDEN.read_bytes()


def test_what_is_read_back_is_what_was_planned() -> None:
    plan = week()
    found = {(event["DTSTART"].dt.date(), str(event["SUMMARY"])) for event in events().values()}
    assert found == {(plan.date_of(item.day), base().interventions[item.intervention].name) for item in plan.items}
    assert len(events()) == len(plan.items)


def test_writing_what_was_read_changes_nothing() -> None:
    text = calendar_of(week(), base(), watch())
    assert Calendar.from_ical(text).to_ical() == text


def test_ids_say_week_day_slot_and_thing() -> None:
    assert "2026-11-26-6-evening-squat@spinewise" in events()


def test_things_of_one_morning_follow_each_other() -> None:
    walk, squat = (events()[f"2026-11-26-0-morning-{name}@spinewise"] for name in ("walk", "squat"))
    assert walk["DTSTART"].dt == datetime.fromisoformat("2026-11-26T08:00")
    assert walk["DTEND"].dt - walk["DTSTART"].dt == timedelta(minutes=10)
    assert squat["DTSTART"].dt == walk["DTEND"].dt


def test_an_evening_is_an_evening_and_no_time_zone_is_made_up() -> None:
    begins = events()["2026-11-26-6-evening-squat@spinewise"]["DTSTART"].dt
    assert begins == datetime.fromisoformat("2026-12-02T19:00")
    assert begins.tzinfo is None


def test_the_description_tells_steps_dose_change_and_when_to_stop() -> None:
    told = str(events()["2026-11-26-0-morning-walk@spinewise"]["DESCRIPTION"])
    for part in ("- Put on shoes.", "How much: light", "do this differently:\n- Walk slowly.", "- Stop when it hurts more."):
        assert part in told
    assert "do this differently" not in str(events()["2026-11-26-6-evening-squat@spinewise"]["DESCRIPTION"])


def test_each_event_tells_this_person_what_to_watch_for() -> None:
    calendar = Calendar.from_ical(calendar_of(week(), base(), own_watch()))
    for event in calendar.walk("VEVENT"):
        assert "Get emergency help if you notice:\n- Numb between the legs.\n- Bleeding." in str(event["DESCRIPTION"])
        assert "See a doctor if you notice:\n- Fever." in str(event["DESCRIPTION"])


def test_awkward_signs_survive() -> None:
    assert f"- {AWKWARD}" in str(events()["2026-11-26-6-evening-squat@spinewise"]["DESCRIPTION"])


def test_an_empty_week_is_an_empty_calendar() -> None:
    assert Calendar.from_ical(calendar_of(empty_week(), base(), watch())).walk("VEVENT") == []


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_calendar(week(), base(), watch(), tmp_path / "week.ics")
    assert (tmp_path / "week.ics").read_bytes() == GOLDEN.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["week.ics"]
    with pytest.raises(BadInput, match="cannot be written"):
        write_calendar(week(), base(), watch(), tmp_path / "missing" / "week.ics")


def test_a_folder_in_the_way_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "week.ics").mkdir()
    with pytest.raises(BadInput) as caught:
        write_calendar(week(), base(), watch(), tmp_path / "week.ics")
    assert caught.value.problems[0].place == str(tmp_path / "week.ics")
    assert [path.name for path in tmp_path.iterdir()] == ["week.ics"]
