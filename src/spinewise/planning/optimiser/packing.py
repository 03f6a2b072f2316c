"""Put given counts on the days, all of them or not at all: a short search, one day after the other.

A day takes what can wait no longer and some of what may come. What all days together can waste is known from the start, so
a day that leaves too much room is not tried; nor is a state that was in vain before (search by bins and not by things:
Korf, A new algorithm for optimal bin packing, 2002).
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from spinewise.planning.optimiser.choices import Choices
from spinewise.planning.optimiser.model import Candidate, Counts
from spinewise.planning.optimiser.schedule import Schedule
from spinewise.planning.records import DAYS_PER_WEEK

STEPS = 250
"""Days tried before giving up."""
Masks = tuple[int, ...]


def pack(choices: Choices, counts: Counts) -> Schedule | None:
    """A week with just these counts; ``None`` when none was found within the steps."""
    things = [choices.model.by_id[name] for name in sorted(counts, key=lambda name: (-choices.model.by_id[name].minutes, name))]
    masks = [_masks(choices, one, counts[one.id]) for one in things]
    if not all(masks):
        return None
    days = _Packing(choices, things, masks).search(0, tuple(masks))
    return None if days is None else _at_times_of_day(choices, things, days)


def _masks(choices: Choices, one: Candidate, times: int) -> Masks:
    return tuple(dict.fromkeys(place.days for place in choices.ways(one, times).places))


def _at_times_of_day(choices: Choices, things: Sequence[Candidate], days: Sequence[int]) -> Schedule | None:
    """The fewest times of day to choose from first."""
    week = Schedule(choices)
    for one, mask in sorted(zip(things, days, strict=True), key=lambda pair: (len(pair[0].slots), pair[0].id)):
        if not week.place_on(one, mask):
            return None
    return week


class _Packing:
    def __init__(self, choices: Choices, things: Sequence[Candidate], masks: Sequence[Masks]) -> None:
        model = choices.model
        self._minutes = [one.minutes for one in things]
        self._room, self._most = model.minutes_per_day, model.things_per_day
        self._free = [len(one) == len(every) for one, every in zip(masks, _every_mask(masks), strict=True)]
        self._kept = [one.kept_days for one in things]
        self._steps = 0
        self._in_vain: set[tuple[object, ...]] = set()

    def search(self, day: int, left: tuple[Masks, ...]) -> list[int] | None:
        """The days of each thing, when these sets of days are still possible for each."""
        if day == DAYS_PER_WEEK:
            return [masks[0] for masks in left]
        state = day, *(self._state(day, index, masks) for index, masks in enumerate(left))
        if state in self._in_vain:
            return None
        for chosen in self._days(day, left):
            self._steps += 1
            if self._steps > STEPS:
                return None
            narrowed = tuple(
                tuple(mask for mask in masks if bool(mask >> day & 1) == (index in chosen)) for index, masks in enumerate(left)
            )
            found = self.search(day + 1, narrowed)
            if found is not None:
                return found
        self._in_vain.add(state)
        return None

    def _state(self, day: int, index: int, masks: Masks) -> object:
        """How often it stood so far; where its days are not free, on which days."""
        past = masks[0] & ((1 << day) - 1)
        return past.bit_count() if self._free[index] else past

    def _days(self, day: int, left: tuple[Masks, ...]) -> list[frozenset[int]]:
        """What could stand on this day: as in the earlier plan first, then what is most urgent and leaves least room."""
        possible = [index for index, masks in enumerate(left) if any(mask >> day & 1 for mask in masks)]
        must = [index for index in possible if all(mask >> day & 1 for mask in left[index])]
        may = [index for index in possible if index not in must]
        to_come = [(masks[0] >> day).bit_count() for masks in left]
        waste = (DAYS_PER_WEEK - day) * self._room - sum(map(int.__mul__, to_come, self._minutes))
        spare = (DAYS_PER_WEEK - day) * self._most - sum(to_come)
        found = [
            (self._moved(day, chosen), self._room - minutes, -sum(to_come[index] for index in chosen), chosen)
            for chosen, minutes in self._sets(must, may)
            if self._room - minutes <= waste and self._most - len(chosen) <= spare
        ]
        return [frozenset(chosen) for *_, chosen in sorted(found)]

    def _moved(self, day: int, chosen: tuple[int, ...]) -> int:
        """How many things of an earlier plan would leave this day or come to it."""
        return sum(bool(kept >> day & 1) != (index in chosen) for index, kept in enumerate(self._kept) if kept)

    def _sets(self, must: list[int], may: list[int]) -> Iterator[tuple[tuple[int, ...], int]]:
        first = sum(self._minutes[index] for index in must)
        for more in range(min(len(may), self._most - len(must)) + 1):
            for others in combinations(may, more):
                minutes = first + sum(self._minutes[index] for index in others)
                if minutes <= self._room:
                    yield (*must, *others), minutes


def _every_mask(masks: Sequence[Masks]) -> list[list[int]]:
    """All sets of as many days."""
    return [[mask for mask in range(1 << DAYS_PER_WEEK) if mask.bit_count() == one[0].bit_count()] for one in masks]
