"""What somebody did in a session or ticked in the week, as small actions that are checked at the door.

An action has a key that its maker chose (a UUID), so that the same one can be sent twice and is kept once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

Body = Mapping[str, Any]


class Kind(StrEnum):
    """What an action says."""

    SESSION_STARTED = "session-started"
    STEP_DONE = "step-done"
    ITEM_DONE = "item-done"
    TOO_MUCH = "too-much"
    EASIER = "easier"
    SKIPPED = "skipped"
    HURTS = "hurts"
    SESSION_STOPPED = "session-stopped"
    SESSION_FINISHED = "session-finished"
    EFFORT = "effort"
    PAIN = "pain"
    TICK = "tick"
    UNTICK = "untick"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that happened on a day. ``at`` is when, as its maker says; empty means now."""

    key: UUID
    day: date
    kind: Kind
    body: Body = field(default_factory=dict)
    at: datetime | None = None


class BadAction(ValueError):
    """An action that no page of ours sends. The message says what is wrong with it."""


_WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
_TEN = 10
_MOST_STEPS = 2_000
_MOST_LEVELS = 100
_MOST_CUT = 50
WHYS = ("", "no-time", "pain", "tired", "forgot", "not-for-me", "other")
OUTCOMES = ("done", "partly", "skipped", "stopped")
WHEN = ("before", "during", "after", "next-day")


def _word(value: object) -> bool:
    return isinstance(value, str) and bool(_WORD.match(value))


def _uuid(value: object) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value.lower()
    except ValueError:
        return False


def _up_to(most: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _one_of(words: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in words


_FIELDS: Mapping[str, Callable[[object], bool]] = {
    "session": _uuid,
    "size": _word,
    "intervention": _word,
    "slot": _word,
    "step": _up_to(_MOST_STEPS),
    "level": _up_to(_MOST_LEVELS),
    "outcome": _one_of(OUTCOMES),
    "why": _one_of(WHYS),
    "when": _one_of(WHEN),
    "pain": _up_to(_TEN),
    "effort": _up_to(_TEN),
    "new": lambda value: isinstance(value, bool),
    "cut": lambda value: isinstance(value, list) and len(value) <= _MOST_CUT and all(map(_word, value)),
}
_IN_SESSION = frozenset({"session", "intervention", "step", "level"})
_MAY: Mapping[Kind, frozenset[str]] = {
    Kind.SESSION_STARTED: frozenset({"session", "size", "pain", "cut"}),
    Kind.STEP_DONE: _IN_SESSION,
    Kind.ITEM_DONE: _IN_SESSION | {"outcome"},
    Kind.TOO_MUCH: _IN_SESSION,
    Kind.EASIER: _IN_SESSION,
    Kind.SKIPPED: _IN_SESSION | {"why"},
    Kind.HURTS: _IN_SESSION | {"pain", "new"},
    Kind.SESSION_STOPPED: frozenset({"session", "step", "why"}),
    Kind.SESSION_FINISHED: frozenset({"session"}),
    Kind.EFFORT: frozenset({"session", "effort"}),
    Kind.PAIN: frozenset({"session", "intervention", "when", "pain"}),
    Kind.TICK: frozenset({"intervention", "slot", "level", "outcome", "why"}),
    Kind.UNTICK: frozenset({"intervention", "slot"}),
}
_MUST: Mapping[Kind, frozenset[str]] = {
    Kind.STEP_DONE: frozenset({"session", "intervention"}),
    Kind.ITEM_DONE: frozenset({"session", "intervention", "outcome"}),
    Kind.TOO_MUCH: frozenset({"session", "intervention"}),
    Kind.EASIER: frozenset({"session", "intervention"}),
    Kind.SKIPPED: frozenset({"session", "intervention"}),
    Kind.HURTS: frozenset({"session", "intervention"}),
    Kind.EFFORT: frozenset({"session", "effort"}),
    Kind.PAIN: frozenset({"when", "pain"}),
    Kind.TICK: frozenset({"intervention", "outcome"}),
    Kind.UNTICK: frozenset({"intervention"}),
}
_SESSION_ALONE = frozenset({"session"})


def read_action(plain: object) -> Action:
    """An action from JSON: ``key``, ``day``, ``kind``, ``body`` and, when its maker knows it, ``at``. Raises ``BadAction``."""
    if not isinstance(plain, dict):
        raise BadAction("an action is an object with key, day, kind and body")
    unknown = plain.keys() - {"key", "day", "kind", "body", "at", "person"}
    if unknown:
        raise BadAction(f"{min(unknown, key=str)!s} is no part of an action")
    if not _uuid(plain.get("key")):
        raise BadAction("key must be a UUID")
    kind, body = _kind(plain.get("kind")), plain.get("body", {})
    _check_body(kind, body)
    return Action(UUID(plain["key"]), _day(plain.get("day")), kind, body, _moment(plain.get("at")))


def _kind(value: object) -> Kind:
    try:
        return Kind(str(value))
    except ValueError:
        raise BadAction("kind is unknown; it is one of " + ", ".join(Kind)) from None


def _check_body(kind: Kind, body: object) -> None:
    if not isinstance(body, dict):
        raise BadAction("body must be an object")
    for name, value in body.items():
        if name not in _MAY[kind]:
            raise BadAction(f"{kind.value} has no place for {str(name)[:40]}")
        if not _FIELDS[name](value):
            raise BadAction(f"{kind.value}: {name} has a value that we cannot read")
    for name in sorted(_MUST.get(kind, _SESSION_ALONE) - body.keys()):
        raise BadAction(f"{kind.value} needs {name}")


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BadAction("day must be a date such as 2026-01-31") from None


def _moment(value: object) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise BadAction("at must be a time such as 2026-01-31T08:00:00Z") from None
    if moment.tzinfo is None:
        raise BadAction("at must carry its time zone")
    return moment
