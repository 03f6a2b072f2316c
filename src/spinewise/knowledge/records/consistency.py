"""Answers that do not go together."""

from typing import Literal

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.shared import KebabId, Record, SomeSources, Text


class Consistency(Record, frozen=True):
    """Answers that cannot all be right, or that seldom are: a person is asked again."""

    id: KebabId
    name: Text
    when: Condition
    says: Text
    remedy: Text
    sources: SomeSources
    strength: Literal["impossible", "doubtful"] = "doubtful"
    """A file of facts is refused for what is impossible; what is doubtful is taken as it stands, danger first."""
