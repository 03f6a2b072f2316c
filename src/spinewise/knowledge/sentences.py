"""Reading conditions as they are written in YAML."""

import re
from collections.abc import Mapping

from spinewise.knowledge.conditions import (
    COMPARISONS,
    AllOf,
    AnyOf,
    AtLeast,
    Compares,
    Condition,
    IsOneOf,
    IsYes,
    Named,
    Not,
)

_FINDING = r"[a-z][a-z0-9_]*"
_OPTION = r"[a-z0-9][a-z0-9-]*"
_NUMBER = r"-?\d+(?:\.\d+)?"
_YES = re.compile(rf"({_FINDING})")
_COMPARE = re.compile(rf"({_FINDING}) ({'|'.join(sorted(map(re.escape, COMPARISONS), key=len, reverse=True))}) ({_NUMBER})")
_ONE_OF = re.compile(rf"({_FINDING}) (?:is|include|includes) ({_OPTION}(?: or {_OPTION})*)")
_NAMED = re.compile(rf"@({_FINDING})")
GROUPS = ("all", "any", "not", "at_least")
HOW = (
    "write 'finding', 'not finding', 'finding >= 3', 'finding is a or b', 'finding include a or b', '@concept', "
    "or a group with one of all, any, not, at_least"
)

Concepts = Mapping[str, Named]


class NotACondition(ValueError):
    """The text or structure is no condition; the message says how to write one."""


def parse(raw: object, concepts: Concepts) -> Condition:
    """Condition from a sentence (text) or a group (mapping).

    Raises:
        NotACondition: with what was found and how it should be written.
    """
    if isinstance(raw, str):
        return _sentence(raw.strip(), concepts)
    if isinstance(raw, dict) and len(raw) == 1:
        word, body = next(iter(raw.items()))
        return _group(word, body, concepts)
    raise NotACondition(f"{raw!r} is no condition: {HOW}")


def _sentence(text: str, concepts: Concepts) -> Condition:
    if text.startswith("not "):
        return Not(_sentence(text[4:].strip(), concepts))
    if match := _NAMED.fullmatch(text):
        return _concept(match[1], concepts)
    if match := _YES.fullmatch(text):
        return IsYes(match[1])
    if match := _COMPARE.fullmatch(text):
        return Compares(match[1], match[2], float(match[3]))
    if match := _ONE_OF.fullmatch(text):
        return IsOneOf(match[1], tuple(match[2].split(" or ")))
    raise NotACondition(f"{text!r} is no sentence of the condition language: {HOW}")


def _concept(name: str, concepts: Concepts) -> Condition:
    if name not in concepts:
        raise NotACondition(f"no concept is called @{name}: define it in concepts/ or correct the name")
    return concepts[name]


def _group(word: object, body: object, concepts: Concepts) -> Condition:
    if word == "not":
        return Not(parse(body, concepts))
    if word == "at_least":
        return _at_least(body, concepts)
    if word in ("all", "any"):
        parts = _parts(body, concepts)
        return AllOf(parts) if word == "all" else AnyOf(parts)
    raise NotACondition(f"{word!r} is no group: use one of {', '.join(GROUPS)}")


def _at_least(body: object, concepts: Concepts) -> Condition:
    if not isinstance(body, dict) or set(body) != {"count", "of"}:
        raise NotACondition("at_least needs exactly 'count' and 'of'")
    parts = _parts(body["of"], concepts)
    count = body["count"]
    if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= len(parts):
        raise NotACondition(f"count is {count!r}: it must be a whole number from 1 to {len(parts)}")
    return AtLeast(parts, count)


def _parts(body: object, concepts: Concepts) -> tuple[Condition, ...]:
    if not isinstance(body, list) or not body:
        raise NotACondition(f"{body!r} must be a list with at least one condition")
    return tuple(parse(part, concepts) for part in body)
