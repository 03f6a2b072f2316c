"""Reasons as JSON and back, in full: what stood once stays readable when the knowledge base has changed."""

from collections.abc import Mapping
from typing import Any

from spinewise.knowledge import Disposition, Value
from spinewise.triage import Because, Reason


def plain_value(value: Value | None) -> bool | float | str | list[str] | None:
    """A value as JSON."""
    return sorted(value) if isinstance(value, frozenset) else value


def read_plain(value: Any) -> Value | None:
    """A value from JSON."""
    if isinstance(value, list):
        return frozenset(str(one) for one in value)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def plain_reason(reason: Reason) -> dict[str, Any]:
    """A reason as JSON."""
    return {
        "rule": reason.rule,
        "name": reason.name,
        "group": reason.group,
        "disposition": reason.disposition.word,
        "because": [[one.finding, plain_value(one.value)] for one in reason.because],
        "says": reason.says,
        "tell": reason.tell,
        "sources": list(reason.sources),
    }


def read_reason(plain: Mapping[str, Any]) -> Reason:
    """A reason from JSON."""
    return Reason(
        rule=plain["rule"],
        name=plain["name"],
        group=plain["group"],
        disposition=Disposition.of(plain["disposition"]),
        because=tuple(Because(finding, read_plain(value)) for finding, value in plain["because"]),
        says=plain["says"],
        tell=plain["tell"],
        sources=tuple(plain["sources"]),
    )
