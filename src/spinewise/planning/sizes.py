"""Two minutes, ten minutes, all of it: the part of a day that fits into so many minutes.

Each thing can stand whole, with fewer sets or shorter, or not at all. Among all ways that fit, the one that is worth most is
taken; a share of a dose keeps more than its share of the worth, so things are trimmed before they are dropped. A dose is never
raised, and where the day holds a movement, the shorter day holds one too.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spinewise.knowledge import Dose, KnowledgeBase, level_within
from spinewise.knowledge.records import Intervention
from spinewise.planning import worth
from spinewise.planning.records import PlannedItem

TWO_MINUTES, TEN_MINUTES = 2, 10
MOVING = frozenset({"exercise", "stretch", "mobility", "aerobic", "mind-body", "water"})
TRIMMED_BY_TIME = MOVING | {"relaxation"}
"""A shorter walk or a shorter breathing pause is still one; half a heat pack or half a lesson is not."""
SHORTEST_MIN = 2
"""A thing is not cut into scraps of a minute, unless a minute is all there is."""
LEAST_POINTS = 0.01
_RAISED_BY_MOVING = 1_000_000.0
"""More than any day is worth: a day with a movement comes before one without."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to do one thing; ``worth`` in points."""

    item: PlannedItem
    worth: float
    moving: bool


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that is being put together."""

    worth: float = 0.0
    moving: bool = False
    items: tuple[PlannedItem, ...] = ()

    def with_way(self, way: _Way) -> "_Day":
        return _Day(self.worth + way.worth, self.moving or way.moving, (*self.items, way.item))

    @property
    def rank(self) -> tuple[float, int]:
        """What is compared: movement, worth, then more things."""
        return self.worth + (_RAISED_BY_MOVING if self.moving else 0.0), len(self.items)


def shortened(items: Sequence[PlannedItem], minutes: int, base: KnowledgeBase) -> tuple[PlannedItem, ...]:
    """The part of a day that fits into ``minutes``, in the order of the day; all of it when it fits as it is."""
    if sum(item.minutes for item in items) <= minutes:
        return tuple(items)
    shortest = min(SHORTEST_MIN, minutes)
    best: list[_Day] = [_Day() for _ in range(max(minutes, 0) + 1)]
    for item in items:
        ways = tuple(_ways(item, shortest, base))
        best = [_with_one_of(ways, best, room) for room in range(len(best))]
    return best[-1].items


def _with_one_of(ways: tuple[_Way, ...], best: list[_Day], room: int) -> _Day:
    """The best day within ``room`` minutes once one more thing may stand in it."""
    tried = [best[room], *(best[room - way.item.minutes].with_way(way) for way in ways if way.item.minutes <= room)]
    return max(tried, key=lambda day: day.rank)


def _ways(item: PlannedItem, shortest: int, base: KnowledgeBase) -> Iterator[_Way]:
    """The thing whole, then with less and less of it."""
    intervention = base.interventions[item.intervention]
    whole, moving = _points(intervention), intervention.family in MOVING
    yield _Way(item, whole, moving)
    if intervention.family not in TRIMMED_BY_TIME:
        return
    for less, share in less_and_less(item.dose):
        if less.minutes < shortest:
            return
        yield _Way(replace(item, dose=_at_its_level(less, base)), whole * _worth_of(share), moving)


def _at_its_level(dose: Dose, base: KnowledgeBase) -> Dose:
    """A trimmed dose stands at the level that it still reaches."""
    ladder = base.ladder_of.get(dose.intervention)
    return dose if ladder is None else replace(dose, level=min(dose.level, level_within(dose, ladder)))


def less_and_less(dose: Dose) -> Iterator[tuple[Dose, float]]:
    """Smaller doses with their share of the whole one: set by set, then fewer repetitions, or less time where none count."""
    sets = dose.sets or 1
    for kept in range(sets - 1, 0, -1):
        yield replace(dose, sets=kept, minutes=_minutes(dose, kept / sets)), kept / sets
    one = replace(dose, sets=1 if dose.sets else None, minutes=_minutes(dose, 1 / sets))
    for minutes in range(one.minutes - 1, 0, -1):
        share = minutes / one.minutes
        repetitions = max(1, int(one.repetitions * share)) if one.repetitions else one.repetitions
        yield replace(one, minutes=minutes, repetitions=repetitions), share / sets


def _worth_of(share: float) -> float:
    """The first part of a dose brings most: as for the times of a week (``worth.share_of_benefit``)."""
    return share * (3 - share) / 2


def _minutes(dose: Dose, share: float) -> int:
    return max(1, math.ceil(dose.minutes * share))


def _points(item: Intervention) -> float:
    """What it may help at most; never nothing, so that a minute that is left over is used."""
    return max(LEAST_POINTS, *(worth.weight(line.benefit, item.evidence) for line in item.helps))
