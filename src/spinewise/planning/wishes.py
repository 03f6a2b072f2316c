"""What a person has at hand and wants: minutes, things, times of day, positions, likes and dislikes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, get_args

from spinewise.knowledge import BadInput, Findings, KnowledgeBase, Problem
from spinewise.knowledge.records import SLOTS, Equipment, Slot
from spinewise.planning.records import DAYS_PER_WEEK, PlannedItem

USUAL_MINUTES_PER_DAY = 20
HOME_EQUIPMENT = frozenset({"chair", "wall", "bed", "table", "towel", "pillow"})
"""What every home has; the only things counted on while nobody has asked."""
SLOT_OF_TIME: Mapping[str, Slot] = {"morning": "morning", "midday": "midday", "evening": "evening", "breaks": "break"}
POSITIONS_TO_AVOID = frozenset(
    {"floor", "lying-on-back", "lying-on-front", "hands-and-knees", "kneeling", "standing-long", "sitting-long"}
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """The frame that a week must keep."""

    minutes_per_day: int = USUAL_MINUTES_PER_DAY
    equipment: frozenset[str] = HOME_EQUIPMENT
    slots: tuple[Slot, ...] = SLOTS
    avoid_positions: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    preferred: frozenset[str] = frozenset()
    eases: frozenset[str] = frozenset()
    """What a bad day of this week should hold; once is enough."""
    familiar: frozenset[str] = frozenset()
    """What was done lately and can go on."""
    heard: frozenset[str] = frozenset()
    """Lessons that were read not long ago; others come first."""
    not_on: frozenset[tuple[int, str]] = frozenset()
    kept: tuple[PlannedItem, ...] = ()
    """An earlier plan of this week, from which to differ as little as possible."""


def wishes_of(findings: Findings, base: KnowledgeBase, **overrides: Any) -> Wishes:
    """The wishes that the findings tell; ``overrides`` are fields of ``Wishes`` and win.

    Raises:
        BadInput: when a wish names an intervention, a thing, a time or a day that does not exist.
    """
    told = Wishes(
        minutes_per_day=_minutes(findings),
        equipment=_listed(findings, "equipment_available", HOME_EQUIPMENT),
        slots=_slots(findings),
        avoid_positions=_listed(findings, "positions_to_avoid", frozenset()),
    )
    wishes = replace(told, **overrides)
    problems = tuple(_problems(wishes, base))
    if problems:
        raise BadInput(problems)
    return wishes


def _minutes(findings: Findings) -> int:
    value = findings.get("minutes_per_day")
    return int(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else USUAL_MINUTES_PER_DAY


def _listed(findings: Findings, finding: str, unknown: frozenset[str]) -> frozenset[str]:
    value = findings.get(finding)
    return value if isinstance(value, frozenset) else unknown


def _slots(findings: Findings) -> tuple[Slot, ...]:
    times = _listed(findings, "times_of_day", frozenset())
    wanted = {SLOT_OF_TIME[time] for time in times if time in SLOT_OF_TIME}
    return tuple(slot for slot in SLOTS if slot in wanted) or SLOTS


def _problems(wishes: Wishes, base: KnowledgeBase) -> Iterable[Problem]:
    if wishes.minutes_per_day < 0:
        yield Problem("wishes", "minutes_per_day", f"{wishes.minutes_per_day} is below 0", "Give whole minutes from 0")
    yield from _strangers("equipment", wishes.equipment, get_args(Equipment))
    yield from _strangers("slots", wishes.slots, SLOTS)
    yield from _strangers("avoid_positions", wishes.avoid_positions, POSITIONS_TO_AVOID)
    yield from _strangers("refused", wishes.refused, base.interventions)
    yield from _strangers("familiar", wishes.familiar, base.interventions)
    yield from _strangers("preferred", wishes.preferred, base.interventions)
    yield from _strangers("heard", wishes.heard, base.interventions)
    yield from _strangers("not_on", {name for _, name in wishes.not_on}, base.interventions)
    for day in sorted({day for day, _ in wishes.not_on} - set(range(DAYS_PER_WEEK))):
        yield Problem("wishes", "not_on", f"{day} is no day of the week", "Days go from 0 to 6")


def _strangers(key: str, named: Iterable[str], known: Iterable[str]) -> Iterable[Problem]:
    accepted = sorted(known)
    for name in sorted(set(named) - set(accepted)):
        close = get_close_matches(name, accepted, n=3) or accepted[:8]
        yield Problem("wishes", key, f"{name!r} is not known", f"Did you mean {' or '.join(close)}?")
