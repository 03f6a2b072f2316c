"""Pages of rules: warning signs, safety rules, gates, and the words that they share."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.knowledge.records import Concept, Level, PlanGate, RedFlag, SafetyRule
from spinewise.web.presenters.reference.backlinks import named_in, refs_to
from spinewise.web.presenters.reference.names import DEMANDS
from spinewise.web.presenters.reference.sections import ItemPage, Section, Tag
from spinewise.web.presenters.words import BASIS_WORDS, capital, sources

_VERDICTS = {"blocked": gettext_lazy("Left out"), "changed": gettext_lazy("Done in another way")}


def red_flag_page(item: RedFlag, base: KnowledgeBase) -> ItemPage:
    """A danger, with each level of urgency."""
    figures = tuple(f"{one.says} ({', '.join(found.title for found in sources((one.source,), base))})" for one in item.figures)
    refs = tuple(dict.fromkeys(ref for level in item.levels for ref in named_in(level.when, base)))
    return ItemPage(
        "red-flag",
        item.id,
        item.name,
        item.why,
        (
            *(_level(level, base) for level in item.levels),
            Section(_("The clinician's word"), texts=(item.term,)),
            Section(_("Numbers behind it"), points=figures),
            Section(_("What it looks at"), refs=refs, folded=True),
        ),
        sources(item.sources, base),
        care=_("Reading about it does not mean that it is yours. If you think that it is, do what stands here."),
    )


def _level(level: Level, base: KnowledgeBase) -> Section:
    text = base.disposition_text(Disposition.of(level.disposition))
    told = (_("For the clinician: %(words)s") % {"words": level.tell},) if level.tell else ()
    when = _("When: %(when)s.") % {"when": level.when.describe(base)}
    return Section(text.name, texts=(level.says, when, *told))


def safety_rule_page(item: SafetyRule, base: KnowledgeBase) -> ItemPage:
    """What an activity means for some people."""
    guarded = tuple(one.id for one in base.interventions.values() if set(one.demands) & set(item.demands))
    return ItemPage(
        "safety-rule",
        item.id,
        item.because,
        "",
        (
            Section(_("For whom"), texts=(f"{capital(item.when.describe(base))}.",)),
            Section(_("What we do"), texts=((item.change or _("We leave it out.")),)),
            Section(_("What it is about"), points=tuple(str(DEMANDS[one]) for one in item.demands)),
            Section(_("Where the rule comes from"), texts=(str(BASIS_WORDS[item.basis]),)),
            Section(_("What it guards"), refs=refs_to("intervention", guarded, base), folded=True),
            Section(_("What it looks at"), refs=named_in(item.when, base), folded=True),
        ),
        sources(item.sources, base),
        Tag(item.verdict, str(_VERDICTS[item.verdict])),
    )


def gate_page(item: PlanGate, base: KnowledgeBase) -> ItemPage:
    """When there is no week."""
    return ItemPage(
        "plan-gate",
        item.id,
        capital(item.name),
        item.says,
        (
            Section(_("When"), texts=(f"{capital(item.when.describe(base))}.",)),
            Section(_("What it looks at"), refs=named_in(item.when, base), folded=True),
        ),
        sources(item.sources, base),
    )


def concept_page(item: Concept, base: KnowledgeBase) -> ItemPage:
    """A word that several rules share."""
    return ItemPage(
        "concept",
        item.id,
        capital(item.name),
        "",
        (
            Section(_("What it means"), texts=(f"{capital(item.when.describe(base))}.",)),
            Section(_("Why these belong together"), texts=(item.because,)),
            Section(_("What it looks at"), refs=named_in(item.when, base), folded=True),
        ),
        sources(item.sources, base),
    )
