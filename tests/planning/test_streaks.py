"""Streaks that forgive: tables of days on which somebody moved, newest on the right."""

from datetime import date, timedelta

import pytest

from spinewise.planning import Happened, Outcome, moved_days, streak
from tests.planning.world import base_of, intervention

TODAY = date(2026, 11, 25)
GOOD, WEAK, NONE = "xx.xx..", "x......", "......."


def days(told: str) -> set[date]:
    """One sign for each day up to today; x is a day moved."""
    first = TODAY - timedelta(days=len(told) - 1)
    return {first + timedelta(days=place) for place, sign in enumerate(told) if sign == "x"}


@pytest.mark.parametrize(
    ("told", "weeks", "this_week"),
    [
        ("", 0, 0),
        (NONE, 0, 0),
        ("x", 0, 1),
        (WEAK, 0, 1),
        (GOOD, 1, 4),
        ("xxxxxxx", 1, 7),
        ("xxx....", 0, 3),
        (GOOD + GOOD, 2, 4),
        (GOOD + "xx....x", 1, 3),
        (GOOD + NONE, 1, 0),
        (GOOD + WEAK + GOOD, 2, 4),
        (GOOD + NONE + GOOD, 2, 4),
        (GOOD + WEAK + WEAK + GOOD, 1, 4),
        (GOOD + WEAK + GOOD + NONE + GOOD, 3, 4),
        (GOOD * 10, 10, 4),
    ],
)
def test_weeks_in_a_row(told: str, weeks: int, this_week: int) -> None:
    found = streak(days(told), TODAY)
    assert (found.weeks, found.this_week) == (weeks, this_week)


def test_one_missed_day_breaks_nothing() -> None:
    every_day = days("x" * 28)
    for missed in every_day:
        assert streak(every_day - {missed}, TODAY).weeks == 4


def test_only_what_moves_counts_and_only_what_was_done() -> None:
    base = base_of([intervention("squat"), intervention("heat", family="heat-cold")])
    told = [
        Happened(TODAY, "heat", Outcome.DONE),
        Happened(TODAY - timedelta(days=1), "squat", Outcome.DONE),
        Happened(TODAY - timedelta(days=2), "squat", Outcome.PARTLY),
        Happened(TODAY - timedelta(days=3), "squat", Outcome.SKIPPED),
        Happened(TODAY - timedelta(days=4), "gone", Outcome.DONE),
    ]
    assert moved_days(told, base) == {TODAY - timedelta(days=1), TODAY - timedelta(days=2)}
