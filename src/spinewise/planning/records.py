"""The records of a planned week, each with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from spinewise.knowledge import Dose, SpinewiseError
from spinewise.knowledge.records import SLOTS, Slot

if TYPE_CHECKING:
    from spinewise.planning.dosing.records import PlannedDose
    from spinewise.planning.programmes import InProgramme

DAYS_PER_WEEK = 7
_UNCHANGED: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class PlanningFault(SpinewiseError):
    """A finished plan broke one of our own rules. Our fault, never the person's; the plan is not shown."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason in plain words, with the findings and sources behind it."""

    says: str
    findings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One intervention on one day; ``day`` 0 is the first day of the week."""

    day: int
    slot: Slot
    intervention: str
    dose: Dose
    why: tuple[Why, ...] = ()
    """All reasons; those for the dose stand in ``dose_why`` as well."""
    dose_why: tuple[Why, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes, as the dose says."""
        return self.dose.minutes


@dataclass(frozen=True, slots=True)
class Plan:
    """A week of self-care. No week is worth more than ``bound``; ``proven`` means that this one reaches it."""

    week: date
    items: tuple[PlannedItem, ...]
    objective: float
    bound: float
    proven: bool = False
    changes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _UNCHANGED)
    """What safety asks to do differently, by intervention."""
    programme: "InProgramme | None" = None
    """Where the person stood when the week was made."""
    doses: "Mapping[str, PlannedDose] | None" = None
    """The doses that the week keeps to, by intervention."""

    @property
    def gap(self) -> float:
        """How far the week may be from the best one, as a share of the bound (0 to 1)."""
        return (self.bound - self.objective) / self.bound if self.bound > 0 else 0.0

    def on(self, day: int) -> tuple[PlannedItem, ...]:
        """What stands on one day (0 to 6), in the order of the day."""
        return tuple(item for item in self.items if item.day == day)

    def date_of(self, day: int) -> date:
        """The calendar date of a day of the plan."""
        return self.week + timedelta(days=day)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no plan, and what to do instead."""

    reason: str
    says: str
    sources: tuple[str, ...] = ()


def in_order(items: tuple[PlannedItem, ...] | list[PlannedItem]) -> tuple[PlannedItem, ...]:
    """Items by day, time of day and id: the one order in which a plan is stored."""
    return tuple(sorted(items, key=lambda item: (item.day, SLOTS.index(item.slot), item.intervention)))
