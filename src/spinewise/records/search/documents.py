"""What of each item is searched: its names, its texts, and for whom it is."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from spinewise.knowledge import Condition, KnowledgeBase
from spinewise.knowledge.checks.walk import values_in
from spinewise.records.search.audience import complaints_of, groups_of
from spinewise.records.search.records import Document

KINDS = (
    "intervention",
    "programme",
    "lesson",
    "condition",
    "claim",
    "red-flag",
    "safety-net",
    "finding",
    "question",
    "concept",
    "safety-rule",
    "plan-gate",
    "recheck",
    "norm",
    "movement",
    "source",
)
"""The kinds that people can read and search, in the order in which they are shown."""
_TITLES: Mapping[str, str] = {"lesson": "asks", "finding": "question", "safety-rule": "because"}
_ALSO = ("also", "plain", "term", "name", "people_say", "publisher")
_NAMES = ("also", "term")
"""Names beside each other: good for finding, no sentences to show."""
_SUMMARIES = ("summary", "why", "what_is_known", "because", "says", "question", "text")
_NOT_READ = frozenset(("id", "url", "doi", "covers", "sources", "demands", "facts", "basis", "checked", "equipment"))
_SAID = ("phrases", "phrases_for_yes")
"""How people say it: good for finding, too rough for reading."""
_KEY = re.compile(r"[a-z_]+")


def documents_of(base: KnowledgeBase) -> tuple[Document, ...]:
    """Everything that can be found."""
    return tuple(document_of(kind, item, base) for kind in KINDS for item in base.items[kind].values())


def document_of(kind: str, item: Any, base: KnowledgeBase) -> Document:
    """One item."""
    texts = dict(_texts(item))
    title = title_of(kind, item)
    summary = next((found[0] for key in _SUMMARIES if (found := texts.get(key))), title)
    read = (text for key, found in texts.items() if key not in _NAMES for text in found)
    rest = dict.fromkeys(text for text in read if text != title and text not in summary)
    return Document(
        kind=kind,
        id=item.id,
        title=title,
        also=" ".join(text for key in _ALSO for text in texts.get(key, ()) if text != title),
        summary=summary,
        body=" ".join(map(_sentence, (summary, *rest))),
        signs="; ".join(dict.fromkeys(_signs(item, base))),
        certainty=_certainty(item),
        complaints=complaints_of(item, base),
        groups=groups_of(item, f"{title} {summary}"),
    )


def _sentence(text: str) -> str:
    """A text that can stand beside others."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", ":")) else ".")


def title_of(kind: str, item: Any) -> str:
    """What stands over an item: its name, or the question that it answers or asks."""
    return str(getattr(item, _TITLES.get(kind, "name")))


def _texts(item: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The readable texts of a record by their key."""
    found: dict[str, list[str]] = {}
    for key, value in values_in(item):
        parts = _KEY.findall(key)
        sentence = isinstance(value, str) and (" " in value or parts[0] in _ALSO)
        if sentence and parts[0] not in _SAID and not {parts[0], parts[-1]} & _NOT_READ:
            found.setdefault(parts[0], []).append(value)
    yield from ((key, tuple(texts)) for key, texts in found.items())


def _signs(item: Any, base: KnowledgeBase) -> Iterator[str]:
    """Its conditions in words, and how people say it."""
    yield from (value.describe(base) for _key, value in values_in(item) if isinstance(value, Condition))
    yield from (phrase for key in _SAID for phrase in getattr(item, key, ()))


def _certainty(item: Any) -> str:
    """How sure it is, where the item says so."""
    evidence = getattr(item, "evidence", None)
    return str(evidence.certainty if evidence is not None else getattr(item, "certainty", ""))
