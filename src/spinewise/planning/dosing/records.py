"""What happened with a thing that was planned, and the dose that follows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from spinewise.knowledge import BadInput, Dose, DoseRule, Problem
from spinewise.planning.records import Why

MOST_OF_SCALE = 10


class Outcome(StrEnum):
    """How it went with one thing on one day."""

    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing on one day. ``level`` is the level that was done; effort and pains go from 0 to 10. ``None`` is not told.

    Raises:
        BadInput: for a number off its scale.
    """

    on: date
    intervention: str
    outcome: Outcome
    level: int | None = None
    effort: int | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_next_day: int | None = None
    too_much: bool = False
    why: str = ""
    """For what was skipped or stopped: no-time, pain, tired, forgot, not-for-me, other."""
    cut: bool = False
    """Less of it than its level asks, because the day was short. It keeps a level, and neither lifts nor lowers it."""

    def __post_init__(self) -> None:
        scales = {name: getattr(self, name) for name in ("effort", "pain_before", "pain_during", "pain_next_day")}
        bad = [
            Problem(f"{self.on} {self.intervention}", name, f"{value} is not on the scale", f"Give 0 to {MOST_OF_SCALE}")
            for name, value in scales.items()
            if value is not None and not 0 <= value <= MOST_OF_SCALE
        ]
        if self.level is not None and self.level < 0:
            bad.append(Problem(f"{self.on} {self.intervention}", "level", f"{self.level} is below 0", "Levels count from 0"))
        if bad:
            raise BadInput(tuple(bad))


@dataclass(frozen=True, slots=True)
class Change:
    """One step on the way to a dose."""

    on: date
    rule: DoseRule
    from_level: int
    to_level: int


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """How much of one intervention now, and why. ``rule`` set the level; ``first`` and ``most`` are levels for this person."""

    dose: Dose
    why: tuple[Why, ...]
    rule: DoseRule = DoseRule.USUAL_START
    first: int = 0
    most: int = 0
    easier: str = ""
    """The version that asks less, or nothing."""
    harder: str = ""
    changes: tuple[Change, ...] = ()
    """Every step from the first dose to this one."""
