"""Worked cases: people, and what must come out for them."""

from typing import Any, Literal

from spinewise.knowledge.records.shared import Ids, KebabId, Record, SomeSources, Text
from spinewise.knowledge.scales import DispositionWord


class Expectation(Record, frozen=True):
    """What must come out for the person of a worked case. What is left out is not asked."""

    disposition: tuple[DispositionWord, ...] = ()
    """Any of these."""
    explained: Ids = ()
    """Conditions that must be among the first three."""
    offered: Ids = ()
    """Interventions that must be allowed, with or without changes."""
    changed: Ids = ()
    blocked: Ids = ()
    plan: Literal["week", "none", ""] = ""
    """Must there be a week, or must there be none?"""


class WorkedCase(Record, frozen=True):
    """A person, and what Spinewise must answer: an example that runs as a test."""

    id: KebabId
    name: Text
    because: Text
    """Why these answers are right, for the reader."""
    facts: dict[str, Any]
    expect: Expectation
    sources: SomeSources
