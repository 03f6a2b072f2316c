"""Pages of what is asked: single questions, and the screens on which they stand."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.knowledge.records import Finding, Question
from spinewise.web.presenters.reference.backlinks import refs_to
from spinewise.web.presenters.reference.names import THEMES
from spinewise.web.presenters.reference.sections import ItemPage, Section, facts
from spinewise.web.presenters.words import sources

_PURPOSES = {
    "danger": gettext_lazy("To find danger"),
    "explain": gettext_lazy("To see what may be behind it"),
    "plan": gettext_lazy("To make your week"),
}
_TYPES = {
    "bool": gettext_lazy("Yes, no, or not sure"),
    "number": gettext_lazy("A number"),
    "choice": gettext_lazy("One answer"),
    "list": gettext_lazy("One or more answers"),
}


def finding_page(item: Finding, base: KnowledgeBase) -> ItemPage:
    """One question, with what hangs on its answer."""
    gateway = base.gateway_of.get(item.id)
    return ItemPage(
        "finding",
        item.id,
        item.question,
        item.why,
        (
            Section(_("If you are not sure"), texts=_unsure(item, base)),
            _try_it(item, base),
            Section(_("The answer"), facts=_answer(item, base), points=tuple(option.name for option in item.options)),
            Section(_("What counts here"), refs=refs_to("finding", item.members, base)),
            Section(_("First we ask more broadly"), refs=refs_to("finding", (gateway,) if gateway else (), base)),
        ),
        sources(item.sources, base),
    )


def _try_it(item: Finding, base: KnowledgeBase) -> Section:
    """How somebody can find out by trying, with whom it is for and when to stop."""
    test = item.self_test
    if test is None:
        return Section(_("Try it"))
    safe = _("Only try it if this is so: %(when)s.") % {"when": test.safe_if.describe(base)} if test.safe_if else ""
    means = _("It counts as yes if: %(what)s") % {"what": test.yes_if} if test.yes_if else ""
    stop = _("Stop if: %(what)s") % {"what": test.stop_if}
    return Section(_("Try it"), texts=tuple(text for text in (safe, stop, means) if text), points=test.steps)


def _unsure(item: Finding, base: KnowledgeBase) -> tuple[str, ...]:
    counts = ""
    if item.if_unsure:
        name = base.disposition_text(Disposition.of(item.if_unsure)).name
        counts = _("If you still cannot say, it counts at least as: %(name)s.") % {"name": name}
    return tuple(text for text in (item.help, counts) if text)


def _answer(item: Finding, base: KnowledgeBase) -> tuple[tuple[str, str], ...]:
    return facts(
        (_("In our lists it is called"), item.name),
        (_("Why we ask"), str(_PURPOSES[item.purpose])),
        (_("Part of the check"), str(THEMES[item.theme])),
        (_("How to answer"), str(_TYPES[item.type])),
        (_("Counted in"), item.unit),
        (_("Only asked if"), item.ask_if.describe(base) if item.ask_if else ""),
        (_("Worked out from other answers"), item.derived.describe(base) if item.derived else ""),
    )


def question_page(item: Question, base: KnowledgeBase) -> ItemPage:
    """One screen of the check."""
    asked = Section(_("What it asks"), refs=refs_to("finding", item.findings, base))
    return ItemPage("question", item.id, item.title, item.why, (asked,))
