"""Changing the week of a person: what somebody asks for becomes a wish, and the planner makes the week anew."""

from dataclasses import dataclass, replace
from enum import StrEnum

from spinewise.planning import Plan, PlannedItem, Refusal
from spinewise.records.plans import DAYS, KeptItem, StoredWeek


class Change(StrEnum):
    """What somebody can do with their week."""

    SWAP = "swap"
    REFUSE = "refuse"
    NOT_TODAY = "not-today"
    RESTORE = "restore"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Asked:
    """A change that was asked for. Fields that it does not need stay empty."""

    change: Change
    intervention: str = ""
    day: int = 0
    minutes: int = 0


def changed(stored: StoredWeek, asked: Asked, plan: Plan | Refusal) -> StoredWeek:
    """The wishes after a change; the rest of the present week is to be kept."""
    items = () if isinstance(plan, Refusal) else tuple(_plain(item) for item in plan.items)
    if asked.change is Change.MINUTES:
        return replace(stored, minutes_per_day=asked.minutes, items=items)
    name = asked.intervention
    if asked.change is Change.RESTORE:
        not_on = frozenset(pair for pair in stored.not_on if pair[1] != name)
        return replace(stored, refused=stored.refused - {name}, not_on=not_on, items=items)
    if asked.change is Change.REFUSE:
        left = tuple(item for item in items if item.intervention != name)
        return replace(stored, refused=stored.refused | {name}, items=left)
    days = range(DAYS) if asked.change is Change.SWAP else (asked.day,)
    gone = frozenset((day, name) for day in days)
    left = tuple(item for item in items if (item.day, item.intervention) not in gone)
    return replace(stored, not_on=stored.not_on | gone, items=left)


def with_plan(stored: StoredWeek, plan: Plan | Refusal) -> StoredWeek:
    """The wishes together with the week that they led to."""
    return stored if isinstance(plan, Refusal) else replace(stored, items=tuple(_plain(item) for item in plan.items))


def _plain(item: PlannedItem) -> KeptItem:
    return KeptItem(item.day, item.slot, item.intervention, item.minutes)
