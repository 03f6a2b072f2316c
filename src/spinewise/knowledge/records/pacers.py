"""What paces quiet time: breathing patterns, relaxation and meditation with their cues."""

from typing import Annotated, Literal

import msgspec

from spinewise.knowledge.records.interventions import Evidence
from spinewise.knowledge.records.shared import Ids, KebabId, Record, SomeSources, Text


class BreathPart(Record, frozen=True):
    """One part of a breath and how long it lasts. ``hold`` is a pause when full, ``rest`` a pause when empty."""

    do: Literal["in", "hold", "out", "rest"]
    lasts_s: Annotated[float, msgspec.Meta(ge=0.5, le=12)]


class MinutesOf(Record, frozen=True):
    """The shortest, the usual and the longest time, in minutes."""

    min: Annotated[int, msgspec.Meta(ge=1, le=20)]
    usual: Annotated[int, msgspec.Meta(ge=1, le=20)]
    max: Annotated[int, msgspec.Meta(ge=1, le=20)]


class Pacer(Record, frozen=True):
    """A breathing pattern, or quiet time with cues. What is safe for its intervention is safe for it."""

    id: KebabId
    name: Text
    style: Literal["breathing", "relaxation", "meditation"]
    summary: Text
    intervention: KebabId
    """The intervention whose safety rules guard it."""
    cues: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    """Short things to say, spread evenly over the time; the first at once."""
    ends: Text
    """What is said at the end."""
    minutes: MinutesOf
    stop_signals: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    evidence: Evidence
    sources: SomeSources
    breath: tuple[BreathPart, ...] = ()
    """One breath, for a breathing pattern."""
    paces: Ids = ()
    """The interventions whose session it paces; each has at most one pacer."""
    order: int = 50
    """Its place in lists; the small come first."""
    covers: Ids = ()

    @property
    def breath_s(self) -> float:
        """How long one breath lasts."""
        return sum(part.lasts_s for part in self.breath)
