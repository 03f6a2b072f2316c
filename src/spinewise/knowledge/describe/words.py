"""Names, labels and links of the reference."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.records import Source

_LABELS: Mapping[str, str] = {
    "says": "Says",
    "tell": "For the clinician",
    "only_if": "Possible only if",
    "prior": "How common before anything is known",
    "prior_by": "Likelier or less likely by",
    "ask_if": "Asked if",
    "if_unsure": "Not sure counts as at least",
    "unstated": "Silence in a story means",
    "derived": "Worked out as",
    "members": "Opens",
    "hold_s": "Hold (seconds)",
    "minutes": "Minutes each time",
    "while_waiting": "Fit while waiting for a doctor",
    "also": "Also called",
    "checked": "How it was looked up",
}
_SPECIAL = re.compile(r"([\\`*_<\[\]])")


def title_of(item: Any) -> str:
    """The name of an item; a safety rule is told by its reason."""
    return str(getattr(item, "name", None) or item.because)


def label_of(field: str) -> str:
    """The name of a field for reading."""
    return _LABELS.get(field, field.replace("_", " ").capitalize())


def plain(text: str) -> str:
    """A text in which nothing is taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def links(sources: Iterable[str], base: KnowledgeBase) -> str:
    """Sources with their links; one that is not there is named by its id."""
    return "; ".join(_link(base.sources[name]) if name in base.sources else f"`{name}`" for name in sources)


def address_of(source: Source) -> str:
    """Where a source can be read, or an empty text."""
    if source.url:
        return source.url
    return f"https://doi.org/{source.doi}" if source.doi else ""


def _link(source: Source) -> str:
    name = f"{plain(source.title)} ({source.year})"
    address = address_of(source)
    return f"[{name}](<{address}>)" if address else name
