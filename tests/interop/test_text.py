"""The week as plain text."""

from pathlib import Path

import pytest

from spinewise.interop.text import week_text, write_text
from spinewise.knowledge import BadInput
from tests.interop.weeks import AWKWARD, base, empty_week, own_watch, watch, week


def test_the_seven_days_with_times_and_minutes() -> None:
    told = week_text(week(), base(), watch())
    assert told.startswith("Your week from Thursday 26 November 2026\n\nThursday 26 November 2026\n  Morning: A walk, 10 min\n")
    assert "Friday 27 November 2026\n  Nothing is planned. Rest belongs to it.\n" in told
    assert told.count("Nothing is planned") == 3


def test_each_thing_once_with_dose_change_and_stop_signs() -> None:
    told = week_text(week(), base(), watch())
    assert told.count("  1. Put on shoes.") == 1
    assert "How much: 5 minutes each time; 2 sets, 1 repetition, hold 2.5 seconds; light" in told
    assert "For you with a change: Walk slowly." in told
    assert "Stop if: Stop when it hurts more." in told
    assert AWKWARD in told


def test_what_to_watch_for_is_for_this_person() -> None:
    told = week_text(week(), base(), own_watch())
    assert "Get emergency help if you notice\n- Numb between the legs." in told
    assert "In pregnancy: Get emergency help if you notice\n- Bleeding." in told
    before, after = told.split("MORE SIGNS, IF OTHER TROUBLE COMES ALONG")
    assert "New pain at night." not in before
    assert "Cancer now or in the past: See a doctor if you notice\n- New pain at night." in after


def test_an_empty_week_is_seven_days_of_rest() -> None:
    assert week_text(empty_week(), base(), watch()).count("Nothing is planned") == 7


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_text(week(), base(), watch(), tmp_path / "week.txt")
    assert (tmp_path / "week.txt").read_text(encoding="utf-8") == week_text(week(), base(), watch())
    with pytest.raises(BadInput, match="cannot be written"):
        write_text(week(), base(), watch(), tmp_path / "missing" / "week.txt")
