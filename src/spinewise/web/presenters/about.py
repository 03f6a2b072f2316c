"""The numbers and lists of the pages about Spinewise itself."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Source

KIND_NAMES = {
    "guideline": _("Guidelines"),
    "systematic-review": _("Systematic reviews"),
    "trial": _("Trials"),
    "cohort": _("Studies that followed people over time"),
    "cross-sectional": _("Studies at one point in time"),
    "case-series": _("Case series"),
    "laboratory": _("Laboratory studies"),
    "official-page": _("Official pages"),
    "instrument": _("Questionnaires and scales"),
    "consensus": _("Agreements of experts"),
    "book": _("Books"),
    "review": _("Reviews"),
    "other": _("Other"),
}
CHECKED_NAMES = {
    "full-abstract": _("We read the summary."),
    "excerpt": _("We read a part."),
    "bibliographic-only": _("We only checked that it exists."),
    "from-memory": _("Nobody has looked this up yet."),
}


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is."""

    interventions: int
    conditions: int
    red_flags: int
    sources: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source with how far it was checked."""

    id: str
    title: str
    where: str
    url: str
    checked: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceShelf:
    """Sources of one kind."""

    name: str
    rows: tuple[SourceRow, ...]


def size_of(base: KnowledgeBase) -> Size:
    """Counts of the knowledge base."""
    return Size(len(base.interventions), len(base.conditions), len(base.red_flags), len(base.sources))


def source_shelves(base: KnowledgeBase) -> tuple[SourceShelf, ...]:
    """All sources by kind and title."""
    found = sorted(base.sources.values(), key=lambda source: source.title.casefold())
    kinds = ((str(name), tuple(_row(source) for source in found if source.kind == kind)) for kind, name in KIND_NAMES.items())
    return tuple(SourceShelf(name, rows) for name, rows in kinds if rows)


def _row(source: Source) -> SourceRow:
    url = source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
    says = tuple(point.point for point in source.says)
    return SourceRow(
        source.id, source.title, f"{source.publisher}, {source.year}", url, str(CHECKED_NAMES[source.checked]), says
    )
