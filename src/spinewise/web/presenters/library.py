"""The library: everything that Spinewise knows to do, to explain and to set straight."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.safety import Clearance, Verdict
from spinewise.web.presenters.words import capital

FAMILY_NAMES = {
    "exercise": gettext_lazy("Exercises"),
    "stretch": gettext_lazy("Stretches"),
    "mobility": gettext_lazy("Loosening up"),
    "aerobic": gettext_lazy("Walking and endurance"),
    "massage": gettext_lazy("Massage"),
    "heat-cold": gettext_lazy("Warmth and cold"),
    "posture": gettext_lazy("Sitting, standing, lying"),
    "habit": gettext_lazy("Habits"),
    "nutrition": gettext_lazy("Food and drink"),
    "relaxation": gettext_lazy("Relaxation"),
    "skin-care": gettext_lazy("Skin care"),
    "sleep": gettext_lazy("Sleep"),
    "education": gettext_lazy("Good to know"),
    "support": gettext_lazy("Aids"),
    "water": gettext_lazy("In water"),
    "mind-body": gettext_lazy("Mind and body"),
}
VERDICT_NAMES = {
    Verdict.ALLOWED: gettext_lazy("Fine for you"),
    Verdict.CHANGED: gettext_lazy("Fine for you with a change"),
    Verdict.ASK_FIRST: gettext_lazy("We need to ask first"),
    Verdict.BLOCKED: gettext_lazy("Not for you now"),
}
CLAIM_VERDICTS = {
    "supported": gettext_lazy("There is good support for this"),
    "plausible": gettext_lazy("This may be so"),
    "unsupported": gettext_lazy("Nobody has shown this"),
    "contradicted": gettext_lazy("Research speaks against this"),
    "harmful": gettext_lazy("This can harm you"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the library is searched for; empty means everything."""

    text: str = ""
    family: str = ""
    complaint: str = ""
    position: str = ""
    equipment: str = ""


@dataclass(frozen=True, slots=True)
class FilterOption:
    """One value of a filter."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """All values that the filters can have."""

    families: tuple[FilterOption, ...]
    complaints: tuple[FilterOption, ...]
    positions: tuple[FilterOption, ...]
    equipment: tuple[FilterOption, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list. ``verdict`` is for a person, with its words."""

    id: str
    name: str
    summary: str
    verdict: str = ""
    verdict_words: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Lines under a heading."""

    name: str
    rows: tuple[Row, ...]


def shelves(
    filters: Filters,
    base: KnowledgeBase,
    clearances: Mapping[str, Clearance] | None = None,
    found: Sequence[str] | None = None,
) -> tuple[Shelf, ...]:
    """The interventions that fit the filters, by family; ``found`` holds the ids of a search, the best first."""
    order = {name: place for place, name in enumerate(found)} if found is not None else None
    items = [item for item in base.interventions.values() if _fits(item, filters) and (order is None or item.id in order)]
    items.sort(key=lambda item: (order[item.id] if order else 0, item.name))
    families = ((str(name), [item for item in items if item.family == family]) for family, name in FAMILY_NAMES.items())
    return tuple(Shelf(name, tuple(_row(item, clearances) for item in inside)) for name, inside in families if inside)


def _fits(item: Intervention, filters: Filters) -> bool:
    return (
        filters.family in ("", item.family)
        and filters.position in ("", item.position)
        and (
            not filters.equipment
            or filters.equipment in item.equipment
            or (filters.equipment == "nothing" and not item.equipment)
        )
        and (not filters.complaint or _is_for(item, filters.complaint))
    )


def _is_for(item: Intervention, complaint: str) -> bool:
    """Could it help somebody of whom only the complaint is known?"""
    person = Findings().with_values({"complaint": complaint})
    return any(line.when.evaluate(person) is not False for line in item.helps)


def _row(item: Intervention, clearances: Mapping[str, Clearance] | None) -> Row:
    if not clearances:
        return Row(item.id, item.name, item.summary)
    verdict = clearances[item.id].verdict
    return Row(item.id, item.name, item.summary, verdict.value, str(VERDICT_NAMES[verdict]))


def filter_options(base: KnowledgeBase) -> FilterOptions:
    """The values that occur in the library."""
    items = base.interventions.values()
    complaint = base.findings.get("complaint")
    families = {item.family for item in items}
    things = sorted({thing for item in items for thing in item.equipment})
    return FilterOptions(
        families=tuple(FilterOption(key, str(name)) for key, name in FAMILY_NAMES.items() if key in families),
        complaints=tuple(FilterOption(one.value, one.name) for one in complaint.options) if complaint else (),
        positions=_named(sorted({item.position for item in items})),
        equipment=(FilterOption("nothing", _("Nothing needed")), *_named(things)),
    )


def _named(values: Iterable[str]) -> tuple[FilterOption, ...]:
    return tuple(FilterOption(value, plain_word(value)) for value in values)


def plain_word(value: str) -> str:
    """A word of the files as people write it."""
    return _("any position") if value == "any" else capital(value.replace("-", " "))
