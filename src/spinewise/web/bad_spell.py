"""Bad days again and again: they ask for a new look, because one easy day after the other is no answer."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from spinewise.records.daily import StoredDay

LOOKED_BACK_DAYS = 14
MANY_BAD_DAYS = 3


def asks_for_a_look(bad: Collection[date], days: Sequence[StoredDay], looked: date, today: date) -> bool:
    """Three bad days in two weeks, or two running with a rising number, since the last short or whole check.

    On the bad day itself danger has just been asked, so that the look is due from the next day on. How many days is our
    judgement.
    """
    counted = {day for day in bad if looked <= day < today and (today - day).days <= LOOKED_BACK_DAYS}
    numbers = {one.day: one.pain for one in days}
    following = ((day, day + timedelta(days=1)) for day in counted if day + timedelta(days=1) in counted)
    worse = any(one in numbers and two in numbers and numbers[two] > numbers[one] for one, two in following)
    return worse or len(counted) >= MANY_BAD_DAYS
