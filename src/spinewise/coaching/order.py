"""The order of a session: warm-up before hard work, down to the floor once, calm last."""

from collections.abc import Sequence
from enum import IntEnum

from spinewise.coaching.times import FLOOR, UP, on_the_floor
from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.knowledge.records import Family, Intervention

HARD_LOAD = 2


class Part(IntEnum):
    """The parts of a session, in their order."""

    WARM_UP = 0
    WORK = 1
    STRETCH = 2
    CARE = 3
    READING = 4
    CALM = 5
    SLEEP = 6


_PART_OF: dict[Family, Part] = {
    "sleep": Part.SLEEP,
    "education": Part.READING,
    "habit": Part.READING,
    "nutrition": Part.READING,
    "posture": Part.READING,
    "support": Part.READING,
    "massage": Part.CARE,
    "heat-cold": Part.CARE,
    "skin-care": Part.CARE,
}
_WHERE_LIGHT: dict[Family, Part] = {"mobility": Part.WARM_UP, "aerobic": Part.WARM_UP, "stretch": Part.STRETCH}


def part_of(item: Intervention) -> Part:
    """The part of a session to which an intervention belongs."""
    if item.family == "relaxation" or (item.family == "posture" and on_the_floor(item)):
        return Part.CALM
    if item.family in _PART_OF:
        return _PART_OF[item.family]
    if item.load >= HARD_LOAD:
        return Part.WORK
    return _WHERE_LIGHT.get(item.family, Part.WORK)


def in_order(doses: Sequence[Dose], base: KnowledgeBase) -> tuple[Dose, ...]:
    """The doses as they are done one after the other; what is equal keeps the order in which it came."""
    items = [base.interventions[dose.intervention] for dose in doses]
    floor_first = _floor_first(items)

    def key(dose: Dose) -> tuple[int, bool, int, int]:
        item = base.interventions[dose.intervention]
        part = part_of(item)
        moving = part <= Part.STRETCH
        down = on_the_floor(item)
        return (-1 if moving else part, (down != floor_first) if moving else down, part, _place(item))

    return tuple(sorted(doses, key=key))


def _floor_first(items: Sequence[Intervention]) -> bool:
    """Does moving begin on the floor? Only where the one warm-up is there."""
    warming = [item for item in items if part_of(item) is Part.WARM_UP]
    return bool(warming) and all(on_the_floor(item) for item in warming)


def _place(item: Intervention) -> int:
    places = (*UP, *FLOOR)
    return places.index(item.position) if item.position in places else len(places)
