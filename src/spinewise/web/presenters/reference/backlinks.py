"""What refers to what: the sources, findings, concepts and lessons that items name, looked at from the other side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from spinewise.knowledge import Condition, KnowledgeBase, Leaf
from spinewise.knowledge.checks.walk import concepts_in, parts_of, values_in
from spinewise.records.search.documents import KINDS, title_of
from spinewise.web.presenters.reference.kinds import kind_text
from spinewise.web.presenters.reference.sections import Ref, Section

_NAMED_BY_KEY = {
    "sources": "source",
    "source": "source",
    "members": "finding",
    "findings": "finding",
    "finding": "finding",
    "lesson": "lesson",
    "programme": "programme",
}
Place = tuple[str, str]


def ref_to(kind: str, item_id: str, base: KnowledgeBase, note: str = "") -> Ref:
    """A link to an item by its title."""
    return Ref(kind, item_id, title_of(kind, base.items[kind][item_id]), note)


def refs_to(kind: str, ids: tuple[str, ...], base: KnowledgeBase) -> tuple[Ref, ...]:
    """Links to the items that are there, each once."""
    return tuple(ref_to(kind, one, base) for one in dict.fromkeys(ids) if one in base.items[kind])


def backlinks(kind: str, item_id: str, base: KnowledgeBase) -> tuple[Section, ...]:
    """What refers to an item, by kind."""
    found = _everything_named(base).get((kind, item_id), ())
    by_kind: dict[str, list[Ref]] = defaultdict(list)
    for other_kind, other in found:
        by_kind[other_kind].append(ref_to(other_kind, other, base))
    return tuple(Section(kind_text(other).name, refs=tuple(by_kind[other]), folded=True) for other in KINDS if other in by_kind)


@lru_cache(maxsize=2)
def _everything_named(base: KnowledgeBase) -> Mapping[Place, tuple[Place, ...]]:
    named: dict[Place, dict[Place, None]] = defaultdict(dict)
    for kind in KINDS:
        for item in base.items[kind].values():
            for place in _names(item):
                named[place][kind, item.id] = None
    return {place: tuple(others) for place, others in named.items()}


def _names(item: Any) -> Iterator[Place]:
    """Everything that an item names."""
    for key, value in values_in(item):
        if isinstance(value, Condition):
            yield from _in_condition(value)
        elif isinstance(value, str):
            last = key.rpartition(".")[2].partition("[")[0]
            if last in _NAMED_BY_KEY:
                yield _NAMED_BY_KEY[last], value


def _in_condition(condition: Condition) -> Iterator[Place]:
    """The findings and concepts that a condition names itself."""
    yield from (("concept", name) for name in concepts_in(condition))
    yield from (("finding", part.finding) for part in parts_of(condition) if isinstance(part, Leaf))


def named_in(condition: Condition | None, base: KnowledgeBase) -> tuple[Ref, ...]:
    """Links to what a condition names."""
    if condition is None:
        return ()
    places = dict.fromkeys(_in_condition(condition))
    return tuple(ref_to(kind, one, base) for kind, one in places if one in base.items[kind])
