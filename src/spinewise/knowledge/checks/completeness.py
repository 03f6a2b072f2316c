"""Nothing is missing, useless or there twice."""

from collections import defaultdict
from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import concepts_in, conditions_in, problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.scales import DispositionWord

_KINDS_TO_TELL_APART = (
    "finding",
    "concept",
    "red-flag",
    "condition",
    "intervention",
    "claim",
    "lesson",
    "safety-net",
    "consistency",
)
"""Kinds that people meet by name. A source keeps its title from year to year; a question may be put the same way again."""


def dispositions_have_words(base: KnowledgeBase) -> Iterator[Problem]:
    """Each of the five dispositions has its text."""
    for word in DispositionWord:
        if word.value not in base.items["disposition"]:
            what = f"the disposition {word.value!r} has no text"
            yield Problem("dispositions", word.value, what, "Add an item with this id")


def concepts_are_used(base: KnowledgeBase) -> Iterator[Problem]:
    """A concept that no condition names is of no use."""
    used = {name for _, _, _, condition in conditions_in(base) for name in concepts_in(condition)}
    for concept in base.concepts.values():
        if concept.id not in used:
            what = "no condition names this concept"
            yield problem(base, "concept", concept.id, "id", what, f"Use @{concept.id} where it is meant, or take it out")


def names_differ(base: KnowledgeBase) -> Iterator[Problem]:
    """Two items of a kind that are called the same cannot be told apart by anybody who reads."""
    called: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind in _KINDS_TO_TELL_APART:
        for item in base.items[kind].values():
            called[kind, item.name.casefold()].append(item.id)
    for (kind, name), ids in called.items():
        if len(ids) > 1:
            what = f"{', '.join(ids)} are all called {name!r}"
            yield problem(base, kind, ids[1], "name", what, "Give each a name of its own")


def nets_hold_something(base: KnowledgeBase) -> Iterator[Problem]:
    """A safety net tells at least one thing to watch for."""
    for net in base.safety_nets.values():
        if not net.emergency and not net.doctor:
            yield problem(base, "safety-net", net.id, "doctor", "it says nothing to watch for", "Add a line, or take it out")


CHECKS = (dispositions_have_words, concepts_are_used, names_differ, nets_hold_something)
