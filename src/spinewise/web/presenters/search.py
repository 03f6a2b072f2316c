"""What a search found, and what to try when it found nothing."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import KnowledgeBase
from spinewise.records.search import Found, Hit, Query
from spinewise.records.search.documents import KINDS, title_of
from spinewise.records.search.records import HIT_BEGINS, HIT_ENDS
from spinewise.safety import Clearance
from spinewise.web.presenters.library import VERDICT_NAMES, FilterOption
from spinewise.web.presenters.reference.kinds import all_kinds, kind_text

CERTAINTIES = {
    "high": gettext_lazy("We are sure"),
    "moderate": gettext_lazy("We are fairly sure"),
    "low": gettext_lazy("We are not very sure"),
    "very-low": gettext_lazy("We are far from sure"),
    "consensus": gettext_lazy("Experts agree"),
}
GROUP_NAMES = {
    "pregnant": gettext_lazy("Pregnant"),
    "postpartum": gettext_lazy("After a birth"),
    "menopause": gettext_lazy("Around the menopause"),
    "older": gettext_lazy("Older people"),
    "young": gettext_lazy("Children and teenagers"),
    "desk": gettext_lazy("At a desk"),
    "manual": gettext_lazy("Lifting and heavy work"),
    "driver": gettext_lazy("Driving"),
    "sport": gettext_lazy("Sport"),
}
MOST_WORDS = 24
_CLOSE_ENOUGH = 0.75
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; ``hit`` when it is what was looked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class HitView:
    """One line of the results. ``verdict`` is for a person, with its words."""

    kind: str
    id: str
    kind_name: str
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    verdict: str = ""
    verdict_words: str = ""


@dataclass(frozen=True, slots=True)
class KindChoice:
    """The same search in one kind, or (``kind`` empty) in all of them."""

    name: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The box with its filters."""

    query: Query
    kinds: tuple[FilterOption, ...]
    complaints: tuple[FilterOption, ...]
    groups: tuple[FilterOption, ...]
    certainties: tuple[FilterOption, ...]

    @property
    def filtered(self) -> bool:
        """Is any filter set?"""
        return bool(self.query.kind or self.query.complaint or self.query.group or self.query.certainty)


@dataclass(frozen=True, slots=True)
class SearchView:
    """The results. ``suggestion`` is a word that was perhaps meant."""

    hits: tuple[HitView, ...]
    kinds: tuple[KindChoice, ...]
    count: int
    every_word: bool
    more: str
    suggestion: str


def search_form(query: Query, base: KnowledgeBase) -> SearchForm:
    """The box for a query."""
    complaint = base.findings.get("complaint")
    return SearchForm(
        query=query,
        kinds=tuple(FilterOption(text.kind, text.name) for text in all_kinds() if base.items[text.kind]),
        complaints=tuple(FilterOption(one.value, one.name) for one in complaint.options) if complaint else (),
        groups=_options(GROUP_NAMES),
        certainties=_options(CERTAINTIES),
    )


def _options(names: Mapping[str, object]) -> tuple[FilterOption, ...]:
    return tuple(FilterOption(key, str(name)) for key, name in names.items())


def search_view(
    query: Query, found: Found, base: KnowledgeBase, clearances: Mapping[str, Clearance] | None, most: int
) -> SearchView:
    """The results of a query."""
    counts = dict(found.counts)
    count = counts.get(query.kind, 0) if query.kind else found.total
    more = f"{_address(query)}&most={most * 2}" if count > len(found.hits) else ""
    suggestion = "" if found.total else closest(query.text, base)
    hits = tuple(_hit(hit, clearances) for hit in found.hits)
    return SearchView(hits, _kinds(query, found), count, found.every_word, more, suggestion)


def _kinds(query: Query, found: Found) -> tuple[KindChoice, ...]:
    counts = dict(found.counts)
    everything = KindChoice(_("All"), found.total, not query.kind, _address(replace(query, kind="")))
    single = (
        KindChoice(kind_text(kind).name, counts[kind], query.kind == kind, _address(replace(query, kind=kind)))
        for kind in KINDS
        if kind in counts
    )
    return (everything, *single)


def _address(query: Query) -> str:
    """The part of the address that asks for this."""
    fields = {
        "q": query.text,
        "kind": query.kind,
        "complaint": query.complaint,
        "group": query.group,
        "certainty": query.certainty,
    }
    return "?" + urlencode({key: value for key, value in fields.items() if value})


def _hit(hit: Hit, clearances: Mapping[str, Clearance] | None) -> HitView:
    view = HitView(hit.kind, hit.id, kind_text(hit.kind).one, pieces(hit.title), pieces(shortened(hit.excerpt)))
    if not clearances or hit.kind != "intervention":
        return view
    verdict = clearances[hit.id].verdict
    return replace(view, verdict=verdict.value, verdict_words=str(VERDICT_NAMES[verdict]))


def pieces(text: str) -> tuple[Piece, ...]:
    """A text cut where hits begin and end."""
    found: list[Piece] = []
    for part in text.split(HIT_BEGINS):
        hit, ends, rest = part.partition(HIT_ENDS)
        found += [Piece(hit, hit=True), Piece(rest, hit=False)] if ends else [Piece(part, hit=False)]
    return tuple(piece for piece in found if piece.text)


def shortened(text: str) -> str:
    """A text without hits, cut after some words; what a search has cut already stays."""
    words = text.split()
    return text if HIT_BEGINS in text or len(words) <= MOST_WORDS else " ".join(words[:MOST_WORDS]) + "…"


def closest(text: str, base: KnowledgeBase) -> str:
    """The query with each word that nobody knows replaced by one of a title that looks like it; empty when none does."""
    known = _vocabulary(base)
    words = text.casefold().split()
    mended = [word if word in known else (get_close_matches(word, known, 1, _CLOSE_ENOUGH) or [word])[0] for word in words]
    return " ".join(mended) if mended != words else ""


@lru_cache(maxsize=2)
def _vocabulary(base: KnowledgeBase) -> tuple[str, ...]:
    """The words of all titles, the frequent ones first."""
    titles = (title_of(kind, item) for kind in KINDS for item in base.items[kind].values())
    counted = Counter(word for title in titles for word in _WORD.findall(title.casefold()))
    return tuple(word for word, _count in counted.most_common())
