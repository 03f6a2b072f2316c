"""The numbers of the pages about Spinewise itself."""

from dataclasses import dataclass

from spinewise.knowledge import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is."""

    interventions: int
    conditions: int
    red_flags: int
    sources: int


def size_of(base: KnowledgeBase) -> Size:
    """Counts of the knowledge base."""
    return Size(len(base.interventions), len(base.conditions), len(base.red_flags), len(base.sources))
