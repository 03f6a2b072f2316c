"""How much of an exercise: levels from easy to hard, where people begin, how high they go, and what makes them step."""

from typing import Annotated, Any, Literal

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.interventions import Demand, Family
from spinewise.knowledge.records.shared import Basis, Ids, KebabId, Record, SnakeId, SomeSources, Text


class LadderLevel(Record, frozen=True):
    """One level. ``intensity`` is left out where that of the intervention holds."""

    minutes: Annotated[int, msgspec.Meta(ge=1, le=90)]
    sets: Annotated[int, msgspec.Meta(ge=1)] | None = None
    repetitions: Annotated[int, msgspec.Meta(ge=1)] | None = None
    hold_s: Annotated[float, msgspec.Meta(gt=0)] | None = None
    intensity: str = ""


class Rung(Record, frozen=True):
    """An intervention on a ladder, and the versions of it that ask less or more."""

    intervention: KebabId
    easier: str = ""
    harder: str = ""


class Ladder(Record, frozen=True):
    """Levels of dose, the easiest first, for one or several interventions."""

    id: KebabId
    name: Text
    why: Text
    rungs: Annotated[tuple[Rung, ...], msgspec.Meta(min_length=1)]
    levels: Annotated[tuple[LadderLevel, ...], msgspec.Meta(min_length=2)]
    sources: SomeSources
    tests: tuple[SnakeId, ...] = ()
    """Function tests that tell how much somebody can begin with."""
    basis: Basis = "judgement"


class DoseGroup(Record, frozen=True):
    """People who begin lower, or stay lower. Levels count from the usual dose: -1 is one level below it.

    It holds unless ``when`` is known to be false.
    """

    id: KebabId
    name: Text
    when: Condition
    because: Text
    sources: SomeSources
    first: int | None = None
    """The highest level to begin with."""
    most: int | None = None
    """The highest level to reach."""
    families: tuple[Family, ...] = ()
    """Only for these families; for all when it is left out."""
    demands: tuple[Demand, ...] = ()
    """Only for what has one of these demands; for everything when it is left out."""
    items: Ids = ()
    """Only for these interventions; for all when it is left out."""
    basis: Basis = "judgement"


class DoseStep(Record, frozen=True):
    """One rule of going on: what it looks for, how many levels it changes, and what people are told."""

    id: KebabId
    name: Text
    says: Text
    why: Text
    change: int
    sources: SomeSources
    limit: float | None = None
    unit: str = ""
    basis: Basis = "judgement"


class DoseRow(Record, frozen=True):
    """What happened on some days, counted from the first."""

    days: Annotated[tuple[int, ...], msgspec.Meta(min_length=1)]
    outcome: Literal["done", "partly", "skipped", "stopped"]
    level: int | None = None
    effort: int | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_next_day: int | None = None
    too_much: bool = False
    why: str = ""
    cut: bool = False


class DoseExpectation(Record, frozen=True):
    """What must come out. What is left out is not asked."""

    level: int | None = None
    step: str = ""
    """The rule that set the level."""
    at_most: int | None = None
    """The highest level that this person may reach."""


class DoseCase(Record, frozen=True):
    """A person, what happened, and the dose that must follow: an example that runs as a test."""

    id: KebabId
    name: Text
    because: Text
    facts: dict[str, Any]
    intervention: KebabId
    expect: DoseExpectation
    history: tuple[DoseRow, ...] = ()
    today: int = 0
    """The day on which the dose is asked for, counted like the days of the history."""
    sources: Ids = ("judgement",)
