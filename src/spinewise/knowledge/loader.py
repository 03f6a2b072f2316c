"""From a folder of YAML to a checked, typed knowledge base.

One bad item never hides the others: every problem of a load is collected and reported together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from spinewise.knowledge.base import KINDS, KnowledgeBase
from spinewise.knowledge.cache import RawItem, content_key, read_raw
from spinewise.knowledge.conditions import Condition, Named
from spinewise.knowledge.errors import BadKnowledge, Problem
from spinewise.knowledge.records import Concept
from spinewise.knowledge.sentences import NotACondition, parse

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A knowledge base together with what is wrong in it."""

    base: KnowledgeBase
    problems: tuple[Problem, ...]


@lru_cache(maxsize=4)
def load_knowledge(content: Path = CONTENT) -> KnowledgeBase:
    """The knowledge base in a folder; the same folder is read once per process.

    Raises:
        BadKnowledge: with every item that cannot be read.
    """
    loaded = load_with_problems(content)
    if loaded.problems:
        raise BadKnowledge(loaded.problems)
    return loaded.base


def load_with_problems(content: Path = CONTENT) -> Loaded:
    """The readable part of a folder, and a problem for everything else."""
    raw, problems = read_raw(content)
    concepts, concept_problems = _concepts(raw.get("concept", []))
    problems += concept_problems
    items: dict[str, dict[str, Any]] = {}
    places: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        items[kind] = {}
        for entry in raw.get(kind, []):
            problem = _add(kind, entry, concepts, items[kind])
            places.setdefault((kind, str(entry.item_id)), entry.place)
            problems += [problem] if problem else []
    return Loaded(KnowledgeBase(items, places, content_key(content)), tuple(problems))


def _add(kind: str, entry: RawItem, concepts: Mapping[str, Named], into: dict[str, Any]) -> Problem | None:
    place = f"{entry.place}, {entry.item_id}"
    try:
        record = _convert(kind, entry.raw, concepts)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        return Problem(place, where.strip("`.") if where else "", what, f"See the format of {KINDS[kind][0]}/ in docs")
    except NotACondition as error:
        return Problem(place, "condition", str(error), "Correct the condition")
    if record.id in into:
        return Problem(place, "id", f"the id {record.id!r} is used twice", "Give one of them another id")
    into[record.id] = record
    return None


def _convert(kind: str, raw: object, concepts: Mapping[str, Named]) -> Any:
    def read_condition(wanted: type, value: object) -> object:
        if wanted is Condition:
            return parse(value, concepts)
        raise NotImplementedError(wanted)

    return msgspec.convert(raw, KINDS[kind][1], dec_hook=read_condition)


def _concepts(entries: list[RawItem]) -> tuple[dict[str, Named], list[Problem]]:
    """Concepts in an order in which each rests only on those before it."""
    done: dict[str, Named] = {}
    waiting = list(entries)
    while waiting:
        ready = [entry for entry in waiting if _named_in(entry.raw) <= set(done)]
        if not ready:
            break
        for entry in ready:
            _name(entry, done)
        waiting = [entry for entry in waiting if entry not in ready]
    return done, [_unresolved(entry) for entry in waiting]


def _name(entry: RawItem, done: dict[str, Named]) -> None:
    try:
        concept: Concept = _convert("concept", entry.raw, done)
    except (msgspec.ValidationError, NotACondition):
        return  # reported when all items are read
    done[concept.id] = Named(concept.id, concept.name, concept.when)


def _unresolved(entry: RawItem) -> Problem:
    what = f"rests on concepts that are missing or go in a circle: {', '.join(sorted(_named_in(entry.raw)))}"
    return Problem(f"{entry.place}, {entry.item_id}", "when", what, "Define them, or break the circle")


def _named_in(raw: object) -> set[str]:
    return {text.removeprefix("not ").strip()[1:] for text in _texts(raw) if text.removeprefix("not ").strip().startswith("@")}


def _texts(raw: object) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        yield from _texts(raw.get("when") if "when" in raw else list(raw.values()))
    elif isinstance(raw, list):
        for part in raw:
            yield from _texts(part)
