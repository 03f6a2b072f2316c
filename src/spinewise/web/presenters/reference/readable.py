"""Pages of what is written to be read: conditions, claims, lessons, things to watch for."""

from django.utils.translation import gettext as _

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Claim, HealthCondition, Lesson, SafetyNet
from spinewise.web.presenters.library import CLAIM_VERDICTS
from spinewise.web.presenters.reference.sections import ItemPage, Section, Tag
from spinewise.web.presenters.reference.signs import how_common, shifts, signs
from spinewise.web.presenters.words import CERTAINTY_WORDS, capital, sources


def condition_page(item: HealthCondition, base: KnowledgeBase) -> ItemPage:
    """Something that may be behind it."""
    return ItemPage(
        "condition",
        item.id,
        item.name,
        capital(item.plain),
        (
            Section(_("In short"), texts=(item.summary,)),
            Section(_("How it feels"), texts=(item.feels_like,)),
            Section(_("How it goes on"), texts=(item.course,)),
            Section(_("What helps"), texts=(item.what_helps,)),
            Section(_("When to get help"), texts=(item.when_to_worry,)),
            Section(_("Other names"), texts=(", ".join(item.also),) if item.also else ()),
            how_common(item, base),
            signs(item, base),
            shifts(item, base),
        ),
        sources(item.sources, base),
        care=_("This needs a doctor. Reading about it does not mean that it is yours.") if item.serious else "",
    )


def claim_page(item: Claim, base: KnowledgeBase) -> ItemPage:
    """What people say, with our verdict."""
    return ItemPage(
        "claim",
        item.id,
        item.name,
        "",
        (
            Section(_("What people say"), texts=(item.people_say,)),
            Section(_("What is known"), texts=(item.what_is_known,)),
            Section(_("What to do instead"), texts=(item.do_instead,)),
        ),
        sources(item.sources, base),
        Tag(item.verdict, str(CLAIM_VERDICTS[item.verdict])),
    )


def lesson_page(item: Lesson, base: KnowledgeBase) -> ItemPage:
    """A short lesson under the question that it answers."""
    chosen = (_("Chosen first for: %(whom)s.") % {"whom": item.when.describe(base)},) if item.when else ()
    return ItemPage(
        "lesson",
        item.id,
        item.asks,
        "",
        (
            Section(item.name, texts=item.text),
            Section(_("Look back"), texts=(item.look_back,)),
            Section(_("How sure is this?"), texts=(str(CERTAINTY_WORDS[item.certainty]), *chosen)),
        ),
        sources(item.sources, base),
    )


def net_page(item: SafetyNet, base: KnowledgeBase) -> ItemPage:
    """What to watch for."""
    whom = item.when.describe(base) if item.when else _("everybody")
    return ItemPage(
        "safety-net",
        item.id,
        capital(item.name),
        _("For: %(whom)s") % {"whom": whom},
        (
            Section(_("Call for help at once if"), points=item.emergency),
            Section(_("See a doctor if"), points=item.doctor),
        ),
        sources(item.sources, base),
    )
