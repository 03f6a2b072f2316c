"""How care goes on over days, weeks and months: programmes, their phases, and what ends each of them."""

from typing import Annotated, Literal

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.interventions import Demand, Family
from spinewise.knowledge.records.shared import Certainty, Ids, KebabId, Record, SomeSources, Text

Preference = Literal["small", "moderate", "core"]
Then = Literal["next", "recheck", "see-someone"]
SomeTexts = Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]


class Statement(Record, frozen=True):
    """Something that is said, with how sure it is and where it comes from."""

    says: Text
    certainty: Certainty
    sources: SomeSources


class Preferred(Record, frozen=True):
    """What belongs to a phase more than other things: single items, whole families, and why.

    ``core`` is for the one or two items that a phase is there for.
    """

    because: Text
    certainty: Certainty
    sources: SomeSources
    items: Ids = ()
    families: tuple[Family, ...] = ()
    weight: Preference = "small"


class HeldBack(Record, frozen=True):
    """What is not for this phase: items, families, or whatever has one of the demands. Only ``unless`` frees it."""

    because: Text
    certainty: Certainty
    sources: SomeSources
    items: Ids = ()
    families: tuple[Family, ...] = ()
    demands: tuple[Demand, ...] = ()
    unless: Condition | None = None
    """It is held back until this is known to be true; left out, for the whole phase."""


class Moment(Record, frozen=True):
    """What to do at one time of one of the first days."""

    day: Annotated[int, msgspec.Meta(ge=1, le=14)]
    time: Text
    says: Text


class DayShape(Record, frozen=True):
    """How a day looks: about so many minutes, in so many moments."""

    minutes: Annotated[int, msgspec.Meta(ge=2, le=90)]
    moments: Annotated[int, msgspec.Meta(ge=1, le=12)]
    says: Text
    hours: tuple[Moment, ...] = ()


class Leave(Record, frozen=True):
    """The way to a later phase: when the condition is true and so many days have been spent in this one."""

    to: KebabId
    says: Text
    when: Condition | None = None
    after_days: Annotated[int, msgspec.Meta(ge=1, le=730)] | None = None


class Longest(Record, frozen=True):
    """What comes after so many days in a phase, whatever happened in it."""

    days: Annotated[int, msgspec.Meta(ge=1, le=730)]
    then: Then
    says: Text


class StepBack(Record, frozen=True):
    """What leads back to an earlier phase."""

    to: KebabId
    when: Condition
    says: Text
    unless: Condition | None = None
    """What must be known to be true for it not to lead back."""


class Phase(Record, frozen=True):
    """A stretch of a programme. One that is ``lasting`` has no end of its own; every other has a way out and a longest time."""

    id: KebabId
    name: Text
    says: Text
    """What this time is for."""
    goals: SomeTexts
    expect: Annotated[tuple[Statement, ...], msgspec.Meta(min_length=1)]
    day: DayShape
    certainty: Certainty
    """How sure the goals and the shape of the day are."""
    sources: SomeSources
    prefer: tuple[Preferred, ...] = ()
    hold_back: tuple[HeldBack, ...] = ()
    leave: tuple[Leave, ...] = ()
    back: tuple[StepBack, ...] = ()
    longest: Longest | None = None
    lasting: bool = False


class HandOver(Record, frozen=True):
    """The programme that goes on when this one is over."""

    programme: KebabId
    when: Condition
    says: Text


class Programme(Record, frozen=True):
    """For whom, in which phases, and what would be an alarm."""

    id: KebabId
    name: Text
    summary: Text
    whom: Text
    """For whom it is, in words."""
    priority: Annotated[int, msgspec.Meta(ge=0, le=100)]
    """Of all that apply, the highest leads."""
    phases: Annotated[tuple[Phase, ...], msgspec.Meta(min_length=1)]
    alarm: SomeTexts
    sources: SomeSources
    gate: Condition | None = None
    """For whom; left out, for everybody."""
    unless: Condition | None = None
    """For whom it is not, once that is known. While it is unknown, the programme applies."""
    alone: bool = False
    """While it leads, no other is shown beside it."""
    fallback: bool = False
    """It applies also where no other does, whatever its gate says."""
    hold_back: tuple[HeldBack, ...] = ()
    then: tuple[HandOver, ...] = ()
    yearly: tuple[Text, ...] = ()
    """What to look at once a year."""
    covers: Ids = ()
