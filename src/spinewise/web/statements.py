"""What a text of one's own seems to say, taken apart into statements that can each be tapped.

A statement travels through the page as its key, so that nothing which was written has to be kept in between.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spinewise.intake import Suggestion
from spinewise.knowledge import KnowledgeBase, Value, read_value
from spinewise.knowledge.records import Finding

MOST_STATEMENTS = 60
"""No text of the accepted length leads to more."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one finding (one option of a list), and the words that it comes from where they are its own."""

    finding: str
    value: Value
    words: str

    @property
    def key(self) -> str:
        """The statement as it stands in the form."""
        return f"{self.finding}:{_plain(self.value)}"


def statements(suggestions: Iterable[Suggestion]) -> Iterator[Statement]:
    """Every suggestion, a list as one statement for each of its options."""
    for one in suggestions:
        options = sorted(one.value) if isinstance(one.value, frozenset) else []
        if len(options) > 1:
            yield from (Statement(one.finding, frozenset({option}), "") for option in options)
        else:
            yield Statement(one.finding, one.value, one.words)


def confirmed(keys: Iterable[str], base: KnowledgeBase) -> Mapping[str, Value]:
    """The answers behind the keys that were tapped. What no page of ours sends is left out; options of a list join."""
    values: dict[str, Value] = {}
    for key in list(keys)[:MOST_STATEMENTS]:
        finding, _colon, plain = key.partition(":")
        value = _read(base.findings[finding], plain) if finding in base.question_of else None
        before = values.get(finding)
        if isinstance(value, frozenset) and isinstance(before, frozenset):
            values[finding] = before | value
        elif value is not None:
            values[finding] = value
    return values


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ",".join(sorted(value))
    return value if isinstance(value, str) else f"{value:g}"


def _read(finding: Finding, plain: str) -> Value | None:
    """The value that a key stands for; ``None`` when the finding does not accept it."""
    try:
        return read_value(finding, _as_written(finding, plain))
    except ValueError:
        return None


def _as_written(finding: Finding, plain: str) -> bool | float | str | list[str]:
    if finding.type == "bool":
        return {"yes": True, "no": False}.get(plain, plain)
    if finding.type == "number":
        return float(plain)
    return [plain] if finding.type == "list" else plain
