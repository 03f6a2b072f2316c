"""Walking through records: every value with the key under which it stands."""

from collections.abc import Iterator
from typing import Any

import msgspec

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.conditions import AllOf, AnyOf, AtLeast, Condition, Named, Not
from spinewise.knowledge.errors import Problem


def problem(base: KnowledgeBase, kind: str, item: str, key: str, what: str, remedy: str) -> Problem:
    """A problem with one item of the base, placed in its file."""
    return Problem(f"{base.place_of(kind, item)}, {item}", key, what, remedy)


def values_in(record: msgspec.Struct, key: str = "") -> Iterator[tuple[str, Any]]:
    """Texts, numbers, conditions and the like in a record, each with its key such as ``levels[0].says``."""
    for name in record.__struct_fields__:
        yield from _values(getattr(record, name), f"{key}.{name}" if key else name)


def _values(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, msgspec.Struct):
        yield from values_in(value, key)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _values(part, f"{key}[{place}]")
    elif value is not None:
        yield key, value


def conditions_in(base: KnowledgeBase) -> Iterator[tuple[str, str, str, Condition]]:
    """Every condition of the base with its kind, item and key."""
    for kind, item in base.everything():
        for key, value in values_in(item):
            if isinstance(value, Condition):
                yield kind, item.id, key, value


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The condition and everything in it; a concept is not opened."""
    yield condition
    if isinstance(condition, Not):
        yield from parts_of(condition.part)
    elif isinstance(condition, (AllOf, AnyOf, AtLeast)):
        for part in condition.parts:
            yield from parts_of(part)


def described(condition: Condition, base: KnowledgeBase) -> str:
    """The condition in words, or only its findings where one of them is not known."""
    unknown = condition.findings() - base.findings.keys()
    return ", ".join(sorted(condition.findings())) if unknown else condition.describe(base)


def concepts_in(condition: Condition) -> frozenset[str]:
    """The concepts that a condition names itself."""
    return frozenset(part.concept for part in parts_of(condition) if isinstance(part, Named))
