"""Sets of days as seven bits, and which of them leave enough rest for a load.

Weeks follow each other, so the last day and the first day are neighbours.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spinewise.planning.records import DAYS_PER_WEEK

EVERY_DAY = (1 << DAYS_PER_WEEK) - 1
HARD_LOAD = 3
MODERATE_LOAD = 2
MOST_WITH_REST = DAYS_PER_WEEK // 2
"""More times than this cannot have a free day between them all week long."""


def mask_of(days: Iterable[int]) -> int:
    """Days as bits."""
    mask = 0
    for day in days:
        mask |= 1 << day
    return mask


def days_of(mask: int) -> Iterator[int]:
    """The days of a mask, first to last."""
    return (day for day in range(DAYS_PER_WEEK) if mask >> day & 1)


def day_after(mask: int) -> int:
    """The same days moved on by one; the day after the last is the first."""
    return (mask << 1 | mask >> (DAYS_PER_WEEK - 1)) & EVERY_DAY


def restful(mask: int) -> bool:
    """Is there a free day between any two of them?"""
    return mask & day_after(mask) == 0


def rested(mask: int, load: int) -> bool:
    """May something of this load stand on these days?

    Hard: a free day between. Moderate: a free day between up to three times a week, never three days in a row at
    four times; a dose of five and more leaves no room for rest days.
    """
    if load >= HARD_LOAD:
        return restful(mask)
    if load < MODERATE_LOAD or mask.bit_count() > MOST_WITH_REST + 1:
        return True
    if mask.bit_count() <= MOST_WITH_REST:
        return restful(mask)
    return mask & day_after(mask) & day_after(day_after(mask)) == 0


@lru_cache(maxsize=1024)
def masks_by_count(load: int, open_days: int) -> tuple[tuple[int, ...], ...]:
    """For each number of times (0 to 7) the sets of days that this load allows within the open days, most even first."""
    found: list[list[int]] = [[] for _ in range(DAYS_PER_WEEK + 1)]
    for mask in range(EVERY_DAY + 1):
        if mask & ~open_days == 0 and rested(mask, load):
            found[mask.bit_count()].append(mask)
    return tuple(tuple(sorted(masks, key=lambda mask: (UNEVENNESS[mask], mask))) for masks in found)


def _unevenness(mask: int) -> int:
    """Sum of the squared gaps between the days; least when they are spread evenly."""
    days = list(days_of(mask))
    following = [*days[1:], days[0] + DAYS_PER_WEEK] if days else []
    return sum((later - day) ** 2 for day, later in zip(days, following, strict=True))


UNEVENNESS = tuple(_unevenness(mask) for mask in range(EVERY_DAY + 1))
