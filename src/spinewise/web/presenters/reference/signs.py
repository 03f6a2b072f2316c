"""What speaks for and against a condition, as its page tells it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import HealthCondition
from spinewise.knowledge.scales import Against, Prior, Strength
from spinewise.web.presenters.reference.sections import Section
from spinewise.web.presenters.words import capital

_COMMON = {
    Prior.MOST: gettext_lazy("Very common among people with back trouble."),
    Prior.COMMON: gettext_lazy("Common."),
    Prior.FREQUENT: gettext_lazy("Fairly common."),
    Prior.OCCASIONAL: gettext_lazy("Now and then."),
    Prior.UNCOMMON: gettext_lazy("Uncommon."),
    Prior.RARE: gettext_lazy("Rare."),
    Prior.VERY_RARE: gettext_lazy("Very rare."),
    Prior.EXCEPTIONAL: gettext_lazy("Hardly ever."),
}
_OFTEN = {
    Strength.ALWAYS: gettext_lazy("nearly always"),
    Strength.USUALLY: gettext_lazy("usually"),
    Strength.OFTEN: gettext_lazy("often"),
    Strength.SOMETIMES: gettext_lazy("sometimes"),
    Strength.SELDOM: gettext_lazy("seldom"),
    Strength.RARELY: gettext_lazy("rarely"),
}
_AGAINST = {
    Against.STRONGLY: gettext_lazy("speaks strongly against it"),
    Against.CLEARLY: gettext_lazy("speaks against it"),
    Against.SOMEWHAT: gettext_lazy("speaks a little against it"),
}


def how_common(item: HealthCondition, base: KnowledgeBase) -> Section:
    """How common it is before anything is known. The numbers are our own estimates."""
    only = (_("Only possible if: %(when)s.") % {"when": item.only_if.describe(base)},) if item.only_if else ()
    return Section(_("How common is it?"), texts=(f"{_COMMON[item.prior]} {_('This is our own estimate.')}", *only))


def signs(item: HealthCondition, base: KnowledgeBase) -> Section:
    """The signs that it produces, and how often; then what speaks against it."""
    produced = (f"{capital(one.when.describe(base))}: {_OFTEN[one.strength]}" for one in item.speaks_for)
    against = (f"{capital(one.when.describe(base))}: {_AGAINST[one.strength]}" for one in item.speaks_against)
    return Section(_("Signs that we look at"), points=(*produced, *against), folded=True)


def shifts(item: HealthCondition, base: KnowledgeBase) -> Section:
    """What makes it likelier or less likely from the start."""
    lines = tuple(
        f"{capital(one.when.describe(base))}: {_('likelier') if one.times > 1 else _('less likely')}. {one.because}".strip()
        for one in item.prior_by
    )
    return Section(_("What makes it likelier or less likely"), points=lines, folded=True)
