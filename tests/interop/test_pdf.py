"""The week on paper."""

from pathlib import Path
from typing import Any

import pytest

from spinewise.interop.dose_words import dose_in_words
from spinewise.interop.pdf import week_content, week_pdf, write_week
from spinewise.knowledge import BadInput
from tests.interop.weeks import AWKWARD, base, empty_week, week


def content() -> Any:
    return week_content(week(), base())


def test_it_is_a_pdf_and_the_same_week_gives_the_same_bytes() -> None:
    first = week_pdf(week(), base())
    assert first.startswith(b"%PDF-")
    assert first.rstrip().endswith(b"%%EOF")
    assert week_pdf(week(), base()) == first


def test_the_page_holds_seven_days_in_order() -> None:
    days = content()["days"]
    assert [day["date"] for day in days][:2] == ["Thursday 26 November 2026", "Friday 27 November 2026"]
    assert len(days) == 7
    assert days[0]["items"] == [
        {"slot": "Morning", "name": "A walk", "minutes": 10},
        {"slot": "Morning", "name": "Squat", "minutes": 5},
    ]
    assert days[1]["items"] == []


def test_each_thing_is_told_once_with_dose_changes_and_when_to_stop() -> None:
    walk, squat = content()["things"]
    assert walk["changes"] == ["Walk slowly."]
    assert walk["dose"] == "10 minutes each time; light"
    assert walk["stop"] == ["Stop when it hurts more."]
    assert squat["dose"] == "10 minutes each time; 2 sets, 1 repetition, hold 2.5 seconds; light"
    assert squat["steps"] == ["Sit.", AWKWARD]


def test_what_to_watch_for_and_the_sources_are_told() -> None:
    page = content()
    assert page["emergency"] == ["Numb between the legs."]
    assert page["sources"] == [{"title": "The guideline. A college, 2020.", "address": "https://example.org/guideline"}]


def test_an_empty_week_is_still_a_page() -> None:
    assert week_pdf(empty_week(), base()).startswith(b"%PDF-")


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_week(week(), base(), tmp_path / "week.pdf")
    assert (tmp_path / "week.pdf").read_bytes() == week_pdf(week(), base())
    with pytest.raises(BadInput, match="cannot be written"):
        write_week(week(), base(), tmp_path / "missing" / "week.pdf")


def test_a_dose_without_numbers_is_its_intensity() -> None:
    assert dose_in_words(base().interventions["walk"].dosage) == "light"
