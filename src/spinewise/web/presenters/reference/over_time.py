"""Pages of what goes over time: programmes, what is asked again, what is usual in a test, and how a move looks."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.describe import programme_in_words
from spinewise.knowledge.records import Movement, Norm, NormBand, Phase, Programme, Recheck
from spinewise.movement import described
from spinewise.web.presenters.reference.backlinks import named_in, refs_to
from spinewise.web.presenters.reference.sections import ItemPage, Section
from spinewise.web.presenters.words import capital, sources

_SEXES = {"female": gettext_lazy("Women"), "male": gettext_lazy("Men"), "any": gettext_lazy("Everybody")}
_LEVELS = {
    "below": gettext_lazy("below the usual"),
    "usual": gettext_lazy("as usual"),
    "above": gettext_lazy("above the usual"),
}


def programme_page(item: Programme, base: KnowledgeBase) -> ItemPage:
    """A programme, phase by phase, with its picture."""
    later = refs_to("programme", tuple(one.programme for one in item.then), base)
    return ItemPage(
        "programme",
        item.id,
        item.name,
        item.summary,
        (
            Section(_("For whom"), texts=(item.whom,)),
            *(_phase(phase, base) for phase in item.phases),
            Section(_("What comes after it"), texts=tuple(one.says for one in item.then), refs=later),
            Section(_("Signs of alarm"), points=item.alarm),
            Section(_("Once a year"), points=item.yearly),
            Section(_("What it looks at"), refs=named_in(item.gate, base), folded=True),
        ),
        sources(item.sources, base),
        picture=reverse("programme-picture", args=[item.id]),
        picture_words=" ".join(programme_in_words(item, base)),
    )


def _phase(phase: Phase, base: KnowledgeBase) -> Section:
    expect = tuple(one.says for one in phase.expect)
    longest = (phase.longest.says,) if phase.longest else ()
    names = tuple(name for line in phase.prefer for name in line.items)
    texts = (phase.says, phase.day.says, *expect, *(one.says for one in phase.leave), *longest)
    used = (*phase.sources, *(name for one in phase.expect for name in one.sources))
    return Section(
        phase.name,
        texts=texts,
        points=phase.goals,
        refs=refs_to("intervention", names, base),
        sources=sources(used, base),
    )


def recheck_page(item: Recheck, base: KnowledgeBase) -> ItemPage:
    """Signs that are asked again."""
    whom = item.when.describe(base) if item.when else _("everybody")
    return ItemPage(
        "recheck",
        item.id,
        capital(item.name),
        item.why,
        (
            Section(_("For whom"), texts=(capital(whom),)),
            Section(_("What is asked again"), refs=refs_to("finding", item.findings, base)),
        ),
        sources(item.sources, base),
    )


def norm_page(item: Norm, base: KnowledgeBase) -> ItemPage:
    """What people of an age and sex usually reach."""
    bands = tuple((_who(band), _reach(band, item, base)) for band in item.bands)
    values = tuple((capital(base.option_name(item.finding, one.value)), str(_LEVELS[one.level])) for one in item.values)
    return ItemPage(
        "norm",
        item.id,
        capital(item.name),
        item.says,
        (
            Section(_("The test"), refs=refs_to("finding", (item.finding,), base)),
            Section(_("What is usual"), facts=(*bands, *values)),
        ),
        sources(item.sources, base),
    )


def _who(band: NormBand) -> str:
    ages = {"sex": _SEXES[band.sex], "first": f"{band.from_age:g}", "last": f"{band.to_age:g}"}
    return _("%(sex)s, %(first)s to %(last)s years") % ages


def _reach(band: NormBand, item: Norm, base: KnowledgeBase) -> str:
    unit = base.unit_of(item.finding)
    if band.above is None:
        says = _("at least %(n)s %(unit)s") if item.better == "more" else _("at most %(n)s %(unit)s")
        return says % {"n": f"{band.below:g}", "unit": unit}
    low, high = sorted((band.below, band.above))
    return _("%(low)s to %(high)s %(unit)s") % {"low": f"{low:g}", "high": f"{high:g}", "unit": unit}


def movement_page(item: Movement, base: KnowledgeBase) -> ItemPage:
    """How an exercise or position looks."""
    says = tuple(dict.fromkeys((*(pose.says for pose in item.poses), *(part.says for part in item.parts))))
    return ItemPage(
        "movement",
        item.id,
        item.name,
        "",
        (
            Section(_("Step by step"), points=says),
            Section(_("Where you should feel it"), texts=(capital(", ".join(item.works)),) if item.works else ()),
            Section(_("It shows"), refs=refs_to("intervention", item.shows, base)),
        ),
        sources(item.sources, base),
        picture=reverse("figure", args=[item.id]),
        picture_words=described(item),
    )
