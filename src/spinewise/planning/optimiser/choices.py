"""Every way to place a thing a number of times, as arrays: days and time of day against what each day holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from spinewise.knowledge.records import SLOTS, Slot
from spinewise.planning import worth
from spinewise.planning.days import EVERY_DAY, UNEVENNESS, day_after, days_of, mask_of, masks_by_count
from spinewise.planning.optimiser.model import Candidate, WeekModel
from spinewise.planning.records import DAYS_PER_WEEK

Amounts = NDArray[np.float64]
MOVED_FROM_KEPT = 100_000
"""More than any crowding: an earlier day is left only when it cannot be had."""
_FULL = 60
_MINUTES, _THINGS, _FIRST_SLOT = 0, 1, 2
_KINDS = _FIRST_SLOT + len(SLOTS)
_MOST_EVEN = tuple(UNEVENNESS[masks[0]] for masks in masks_by_count(0, EVERY_DAY))


@dataclass(frozen=True, slots=True)
class Place:
    """The days (as bits) and the time of day of one thing."""

    days: int
    slot: Slot

    @property
    def times(self) -> int:
        """Times a week."""
        return self.days.bit_count()


class Ways(NamedTuple):
    """The places for one thing some times a week; ``uses`` has a row for each, ``cost`` says which is nicer."""

    places: tuple[Place, ...]
    uses: Amounts
    cost: Amounts


class Choices:
    """The limits of a week, and the ways to place each candidate within them, worked out once when first asked for.

    A row of use or load has minutes, things, and things of each time of day, each for seven days.
    """

    def __init__(self, model: WeekModel) -> None:
        self.model = model
        self.limits = self._limits()
        self.overflow_weight = self._overflow_weight()
        self.crowding_weight = self._crowding_weight()
        self._hard_days = _hard_days(model.candidates)
        self._known: dict[tuple[str, int], Ways] = {}

    def ways(self, candidate: Candidate, times: int) -> Ways:
        """The ways to place a candidate so many times."""
        key = candidate.id, times
        if key not in self._known:
            self._known[key] = self._work_out(candidate, times)
        return self._known[key]

    def _work_out(self, candidate: Candidate, times: int) -> Ways:
        masks = candidate.masks[times]
        if candidate.hard:
            masks = tuple(mask for mask in masks if mask & ~self._hard_days == 0)
        places = _places(masks, candidate.slots)
        cost = np.array([self._cost(candidate, place) for place in places], dtype=np.float64)
        return Ways(places, _uses(candidate.minutes, masks, candidate.slots), cost)

    def _cost(self, candidate: Candidate, place: Place) -> int:
        """Unevenness, days left of an earlier plan, and how far from the habitual time of day."""
        moved = (candidate.kept_days & ~place.days).bit_count()
        uneven = UNEVENNESS[place.days] - _MOST_EVEN[place.times]
        return moved * MOVED_FROM_KEPT + uneven * _FULL // 4 + candidate.slots.index(place.slot) * _FULL // 4

    def _limits(self) -> Amounts:
        each = (self.model.minutes_per_day, self.model.things_per_day, *([worth.MOST_PER_SLOT] * len(SLOTS)))
        return _for_each_day(each)

    def _overflow_weight(self) -> Amounts:
        """One thing too many weighs as much as its share of the day's minutes."""
        minutes, things = self.model.minutes_per_day, self.model.things_per_day
        return _for_each_day((max(1, _FULL // minutes), _FULL // things, *([_FULL // things] * len(SLOTS))))

    def _crowding_weight(self) -> Amounts:
        minutes, things = self.model.minutes_per_day, self.model.things_per_day
        return _for_each_day((max(1, _FULL // minutes), _FULL // things, *([1] * len(SLOTS))))


@lru_cache(maxsize=16384)
def use_of(minutes: int, place: Place) -> Amounts:
    """What one placed thing takes of each day. Not to be changed: many share it."""
    use = np.zeros((_KINDS, DAYS_PER_WEEK), dtype=np.float64)
    days = list(days_of(place.days))
    use[_MINUTES, days] = minutes
    use[_THINGS, days] = 1
    use[_FIRST_SLOT + SLOTS.index(place.slot), days] = 1
    use.flags.writeable = False
    return use.ravel()


@lru_cache(maxsize=4096)
def _places(masks: tuple[int, ...], slots: tuple[Slot, ...]) -> tuple[Place, ...]:
    return tuple(Place(mask, slot) for slot in slots for mask in masks)


@lru_cache(maxsize=4096)
def _uses(minutes: int, masks: tuple[int, ...], slots: tuple[Slot, ...]) -> Amounts:
    rows = [use_of(minutes, place) for place in _places(masks, slots)]
    uses = np.array(rows, dtype=np.float64).reshape(len(rows), _KINDS * DAYS_PER_WEEK)
    uses.flags.writeable = False
    return uses


def _for_each_day(values: Iterable[int]) -> Amounts:
    return np.repeat(np.array(tuple(values), dtype=np.float64), DAYS_PER_WEEK)


def _hard_days(candidates: Iterable[Candidate]) -> int:
    """The days for all that is hard.

    In a round of seven days every set without neighbours lies within one of seven sets of three (every other day), so
    one of them is chosen for the whole week: the one that suits an earlier plan and the open days best.
    """
    first, hard = mask_of((0, 2, 4)), [one for one in candidates if one.hard]
    sets = [first]
    for _ in range(DAYS_PER_WEEK - 1):
        sets.append(day_after(sets[-1]))
    return max(sets, key=lambda days: (_kept_days(hard, days), _ways_open(hard, days)))


def _kept_days(hard: Iterable[Candidate], days: int) -> int:
    return sum((one.kept_days & days).bit_count() for one in hard)


def _ways_open(hard: Iterable[Candidate], days: int) -> int:
    return sum(mask & ~days == 0 for one in hard for masks in one.masks for mask in masks)
