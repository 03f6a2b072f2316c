"""The number of each day over the last days: higher, lower, or about the same.

A change of two points or more on the scale from 0 to 10 is one that people notice (source: nrs-ostelo-2008).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean

from spinewise.records.daily import StoredDay

TREND_DAYS = 7
FEWEST_DAYS = 3
NOTICED_POINTS = 2


class Direction(StrEnum):
    """Where the numbers go."""

    TOO_FEW = "too-few"
    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Trend:
    """The direction, with the days behind it, oldest first."""

    direction: Direction
    days: tuple[StoredDay, ...]


def trend_of(days: Sequence[StoredDay], today: date) -> Trend:
    """The trend of the last seven days: the later half of the numbers against the earlier half."""
    recent = tuple(one for one in days if 0 <= (today - one.day).days < TREND_DAYS)
    if len(recent) < FEWEST_DAYS:
        return Trend(Direction.TOO_FEW, recent)
    half = len(recent) // 2
    change = fmean(one.pain for one in recent[-half:]) - fmean(one.pain for one in recent[:half])
    if abs(change) < NOTICED_POINTS:
        return Trend(Direction.SAME, recent)
    return Trend(Direction.LOWER if change < 0 else Direction.HIGHER, recent)


def as_usual(days: Sequence[StoredDay], today: date) -> bool:
    """Is the number of today no surprise: not clearly higher than any of the numbers before it, of which there are enough?"""
    before = [one.pain for one in days if 0 < (today - one.day).days < TREND_DAYS][1 - FEWEST_DAYS :]
    now = [one.pain for one in days if one.day == today]
    return bool(now) and len(before) >= FEWEST_DAYS - 1 and now[-1] - min(before) < NOTICED_POINTS


def rose(days: Sequence[StoredDay]) -> bool:
    """Is the last number clearly higher than the one before?"""
    return len(days) > 1 and days[-1].pain - days[-2].pain >= NOTICED_POINTS
