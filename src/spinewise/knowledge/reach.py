"""Which interventions a line of a programme speaks of."""

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.records import HeldBack, Preferred


def reached_by(line: HeldBack | Preferred, base: KnowledgeBase) -> frozenset[str]:
    """The interventions that it names, by themselves, by their family or by what they demand."""
    demands = frozenset(line.demands) if isinstance(line, HeldBack) else frozenset()
    return frozenset(
        item.id
        for item in base.interventions.values()
        if item.id in line.items or item.family in line.families or demands & set(item.demands)
    )
