"""The lists of the reference: all items of a kind under their headings."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from spinewise.knowledge import KnowledgeBase
from spinewise.records.search.documents import title_of
from spinewise.web.presenters.library import CLAIM_VERDICTS, Row, Shelf
from spinewise.web.presenters.reference.kinds import KindText, all_kinds, heading_of, heading_order
from spinewise.web.presenters.words import capital

_SUMMARIES = {
    "red-flag": "why",
    "finding": "why",
    "question": "why",
    "lesson": "name",
    "concept": "because",
    "plan-gate": "says",
    "programme": "summary",
    "recheck": "why",
    "norm": "says",
}
"""The field that stands under the name of an item."""


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind with the number of its items."""

    text: KindText
    count: int


def kinds_with_counts(base: KnowledgeBase) -> tuple[KindCount, ...]:
    """The kinds that hold anything."""
    return tuple(KindCount(text, len(base.items[text.kind])) for text in all_kinds() if base.items[text.kind])


def kind_shelves(kind: str, base: KnowledgeBase) -> tuple[Shelf, ...]:
    """All items of a kind, under headings where it has some."""
    by_heading: dict[str, list[Any]] = defaultdict(list)
    for item in base.items[kind].values():
        by_heading[heading_of(kind, item)].append(item)
    order = heading_order(kind)
    names = [
        *(name for name in dict.fromkeys(order) if name in by_heading),
        *(name for name in by_heading if name not in order),
    ]
    return tuple(Shelf(name, _rows(kind, by_heading[name])) for name in names)


def _rows(kind: str, items: list[Any]) -> tuple[Row, ...]:
    rows = (_row(kind, item) for item in items)
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def _row(kind: str, item: Any) -> Row:
    name = capital(title_of(kind, item))
    if kind == "condition":
        return Row(item.id, name, capital(item.plain), *(("serious", _("needs a doctor")) if item.serious else ()))
    if kind == "claim":
        return Row(item.id, name, item.people_say, item.verdict, str(CLAIM_VERDICTS[item.verdict]))
    if kind == "source":
        return Row(item.id, name, f"{item.publisher}, {item.year}")
    return Row(item.id, name, getattr(item, _SUMMARIES[kind]) if kind in _SUMMARIES else "")
