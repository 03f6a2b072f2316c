"""What may be behind the trouble."""

from typing import Annotated

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.shared import Ids, KebabId, Record, SomeSources, Text
from spinewise.knowledge.scales import Against, Prior, Strength


class PriorChange(Record, frozen=True):
    """A circumstance that makes a condition likelier or less likely: a factor on its odds."""

    when: Condition
    times: Annotated[float, msgspec.Meta(gt=0)]
    because: str = ""
    sources: Ids = ()


class SpeaksFor(Record, frozen=True):
    """A sign that a condition produces."""

    when: Condition
    strength: Strength
    because: str = ""
    sources: Ids = ()


class SpeaksAgainst(Record, frozen=True):
    """A circumstance that argues against a condition."""

    when: Condition
    strength: Against
    because: str = ""
    sources: Ids = ()


class HealthCondition(Record, frozen=True):
    """Something that may be behind the trouble."""

    id: KebabId
    name: Text
    plain: Text
    group: KebabId
    summary: Text
    feels_like: Text
    course: Text
    what_helps: Text
    when_to_worry: Text
    prior: Prior
    speaks_for: Annotated[tuple[SpeaksFor, ...], msgspec.Meta(min_length=1)]
    sources: SomeSources
    also: Ids = ()
    serious: bool = False
    only_if: Condition | None = None
    prior_by: tuple[PriorChange, ...] = ()
    speaks_against: tuple[SpeaksAgainst, ...] = ()
    covers: Ids = ()
