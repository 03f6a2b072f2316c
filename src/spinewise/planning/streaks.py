"""Streaks that forgive: weeks in which somebody moved on most of the planned days. A missed day breaks nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from spinewise.knowledge import KnowledgeBase
from spinewise.planning.dosing import Happened, Outcome
from spinewise.planning.records import DAYS_PER_WEEK
from spinewise.planning.sizes import MOVING

ENOUGH_OF_A_WEEK = 4
"""More than half of the seven days."""
WEEKS_FORGIVEN = 1
"""A single weaker week between two good ones is forgiven; it is not counted, and it does not end the row."""


@dataclass(frozen=True, slots=True)
class Streak:
    """``weeks``: good weeks in a row up to now. ``this_week``: days moved in the seven days up to today."""

    weeks: int
    this_week: int

    @property
    def week_is_good(self) -> bool:
        """Do the last seven days count already?"""
        return self.this_week >= ENOUGH_OF_A_WEEK


def streak(moved: Collection[date], today: date) -> Streak:
    """Weeks are counted backwards from today, each of seven days. A present week that is not good yet ends nothing."""
    first, weeks, weak = min(moved, default=today), 0, 0
    this_week = _days_moved(moved, today)
    end = today if this_week >= ENOUGH_OF_A_WEEK else today - timedelta(days=DAYS_PER_WEEK)
    while end >= first and weak <= WEEKS_FORGIVEN:
        good = _days_moved(moved, end) >= ENOUGH_OF_A_WEEK
        weeks, weak = (weeks + 1, 0) if good else (weeks, weak + 1)
        end -= timedelta(days=DAYS_PER_WEEK)
    return Streak(weeks, this_week)


def _days_moved(moved: Collection[date], last: date) -> int:
    return sum(last - timedelta(days=back) in moved for back in range(DAYS_PER_WEEK))


def moved_days(happened: Iterable[Happened], base: KnowledgeBase) -> frozenset[date]:
    """The days on which something that moves was done, wholly or in part."""
    return frozenset(
        one.on
        for one in happened
        if one.outcome in (Outcome.DONE, Outcome.PARTLY)
        and one.intervention in base.interventions
        and base.interventions[one.intervention].family in MOVING
    )
