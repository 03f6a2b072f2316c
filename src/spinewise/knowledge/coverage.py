"""Which statements of an inventory are served by which items."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spinewise.knowledge.base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an inventory the knowledge base serves."""

    items: Mapping[str, tuple[str, ...]]
    """For each id of the inventory the items that serve it; none where it is missing."""
    unknown: Mapping[str, tuple[str, ...]]
    """Ids under ``covers`` that the inventory does not know, with the items that name them."""

    @property
    def total(self) -> int:
        """Statements in the inventory."""
        return len(self.items)

    @property
    def covered(self) -> int:
        """Statements that at least one item serves."""
        return self.total - len(self.missing)

    @property
    def missing(self) -> tuple[str, ...]:
        """Statements that nothing serves."""
        return tuple(name for name, items in self.items.items() if not items)


def coverage(base: KnowledgeBase, inventory: Iterable[str]) -> Coverage:
    """What the items of the base say that they serve, beside the ids of an inventory."""
    serving: dict[str, list[str]] = defaultdict(list)
    for _, item in base.everything():
        for name in dict.fromkeys(getattr(item, "covers", ())):
            serving[name].append(item.id)
    known = {name: tuple(serving.get(name, ())) for name in inventory}
    unknown = {name: tuple(items) for name, items in sorted(serving.items()) if name not in known}
    return Coverage(known, unknown)
