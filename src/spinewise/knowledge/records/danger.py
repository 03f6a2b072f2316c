"""Concepts, red flags and what to watch for."""

from typing import Annotated, Any, Literal

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.shared import Ids, KebabId, Record, SnakeId, SomeSources, Text
from spinewise.knowledge.scales import DispositionWord


class Concept(Record, frozen=True):
    """A condition that deserves a name because several rules share it."""

    id: SnakeId
    name: Text
    when: Condition
    because: Text
    sources: SomeSources


class Figure(Record, frozen=True):
    """A published number behind a rule."""

    says: Text
    source: str


class Level(Record, frozen=True):
    """One strength of a red flag: when it is reached, and what it asks for."""

    disposition: DispositionWord
    when: Condition
    says: Text
    tell: str = ""


class Example(Record, frozen=True):
    """Facts with the outcome that a rule must give for them."""

    expect: Literal["none", "self-care", "routine", "within-days", "same-day", "emergency"]
    facts: dict[str, Any]


class RedFlag(Record, frozen=True):
    """A danger, with the findings that raise the disposition for it."""

    id: KebabId
    name: Text
    term: Text
    group: KebabId
    why: Text
    levels: Annotated[tuple[Level, ...], msgspec.Meta(min_length=1)]
    sources: SomeSources
    figures: tuple[Figure, ...] = ()
    examples: tuple[Example, ...] = ()
    covers: Ids = ()


class WordsWhenWell(Record, frozen=True):
    """What is said instead to somebody whom nothing hurts now."""

    headline: Text
    how_soon: Text
    who: Text
    do_now: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    do_not: tuple[Text, ...]
    sources: SomeSources


class DispositionText(Record, frozen=True):
    """The words for one disposition."""

    id: DispositionWord
    name: Text
    headline: Text
    how_soon: Text
    who: Text
    do_now: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    do_not: tuple[Text, ...]
    sources: SomeSources
    well: WordsWhenWell | None = None
    """Left out, the same words are for everybody."""


class SafetyNet(Record, frozen=True):
    """What to watch for, for the people to whom it applies."""

    id: KebabId
    name: Text
    sources: SomeSources
    when: Condition | None = None
    emergency: tuple[Text, ...] = ()
    doctor: tuple[Text, ...] = ()
