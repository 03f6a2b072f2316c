"""How values, certainty and sources are put into words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spinewise.interop.private import PRIVATE
from spinewise.knowledge import KnowledgeBase, Value
from spinewise.knowledge.records import Evidence
from spinewise.web.presenters.source_words import CHECKED_WORDS, KIND_WORDS, address_of
from spinewise.web.reading import DURATION

CERTAINTY_WORDS = {
    "high": gettext_lazy("We are sure of this."),
    "moderate": gettext_lazy("We are fairly sure of this."),
    "low": gettext_lazy("We are not very sure of this."),
    "very-low": gettext_lazy("We are far from sure of this."),
    "consensus": gettext_lazy("Experts agree on this. Studies are rare."),
}
BASIS_WORDS = {
    "source": gettext_lazy("The source says it."),
    "adapted": gettext_lazy("We carried it over from the source."),
    "judgement": gettext_lazy("It is common advice. A clinician still has to look at it."),
}


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as it stands under a statement. ``listed`` ones have a page of their own."""

    id: str
    title: str
    where: str
    url: str
    kind: str = ""
    checked: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One finding with its value in words."""

    name: str
    value: str


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def value_words(finding: str, value: Value | None, base: KnowledgeBase) -> str:
    """A value as a person would say it; ``None`` is "not sure"."""
    if value is None:
        return _("not sure")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, frozenset):
        return _listed(finding, value, base)
    if isinstance(value, str):
        return base.option_name(finding, value) if value in base.findings[finding].option_values else _("does not apply")
    return duration_words(value) if finding == DURATION else _amount(finding, value, base)


def _listed(finding: str, value: frozenset[str], base: KnowledgeBase) -> str:
    order = {option: place for place, option in enumerate(base.findings[finding].option_values)}
    names = [base.option_name(finding, option) for option in sorted(value, key=lambda one: order.get(one, 0))]
    return ", ".join(names) or _("none of these")


def _amount(finding: str, value: float, base: KnowledgeBase) -> str:
    unit = base.unit_of(finding)
    if unit in ("points", "score"):
        return _("%(value)s of %(max)s") % {"value": f"{value:g}", "max": f"{base.findings[finding].max or 10:g}"}
    if value == 1 and unit.endswith("s"):
        unit = unit[:-1]
    return f"{value:g} {unit}".strip()


def duration_words(days: float) -> str:
    """A time in the unit that people would use."""
    if days < 1:
        return _("less than a day")
    if days < 14:
        return ngettext("%(n)s day", "%(n)s days", round(days)) % {"n": round(days)}
    if days < 61:
        return _("%(n)s weeks") % {"n": round(days / 7)}
    if days < 730:
        return _("%(n)s months") % {"n": round(days / 30.4375)}
    return _("%(n)s years") % {"n": round(days / 365.25)}


def answers(
    findings: Iterable[tuple[str, Value | None]], base: KnowledgeBase, *, private: bool = False
) -> tuple[AnswerView, ...]:
    """Findings with their values in words. What is private is only told where somebody opened it on purpose."""
    return tuple(
        AnswerView(capital(base.name_of(finding)), value_words(finding, value, base))
        for finding, value in findings
        if finding in base.findings and (private or finding not in PRIVATE)
    )


def sources(ids: Iterable[str], base: KnowledgeBase) -> tuple[SourceView, ...]:
    """The sources behind a statement, each once. One that is not listed stands there with its bare id."""
    return tuple(_source(one, base) for one in dict.fromkeys(ids))


def _source(source_id: str, base: KnowledgeBase) -> SourceView:
    source = base.sources.get(source_id)
    if source is None:
        return SourceView(source_id, source_id, _("not in the list of sources yet"), "")
    where = f"{source.publisher}, {source.year}"
    kind, checked = str(KIND_WORDS[source.kind]), str(CHECKED_WORDS[source.checked])
    return SourceView(source.id, source.title, where, address_of(source), kind, checked, listed=True)


def how_sure(evidence: Evidence) -> str:
    """Direction and certainty of evidence in one plain sentence."""
    return {
        ("helps", "high"): _("Good studies agree that this helps."),
        ("helps", "moderate"): _("This probably helps. More studies could still change that."),
        ("helps", "low"): _("This may help. The studies are few or small."),
        ("helps", "very-low"): _("This might help. Nobody has tested it well yet."),
        ("no-effect", "high"): _("Good studies agree that this makes no real difference."),
        ("no-effect", "moderate"): _("This probably makes no real difference."),
        ("no-effect", "low"): _("This may make no real difference. The studies are few or small."),
        ("no-effect", "very-low"): _("Nobody has tested well whether this makes a difference."),
        ("harms", "high"): _("Good studies agree that this can harm."),
        ("harms", "moderate"): _("This can probably harm."),
        ("harms", "low"): _("This may harm."),
        ("harms", "very-low"): _("There are hints that this can harm."),
    }.get((evidence.direction, evidence.certainty), _("Nobody knows yet whether this helps."))
