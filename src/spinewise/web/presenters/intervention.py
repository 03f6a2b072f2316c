"""One intervention on a page of its own, for anybody or for one person."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import Family, Intervention, Pacer
from spinewise.movement import shape_for
from spinewise.safety import Clearance, Ground
from spinewise.web.presenters.doses import dose_words
from spinewise.web.presenters.figures import FigureView, figure_view
from spinewise.web.presenters.ladder import LadderView, Standing, ladder_view
from spinewise.web.presenters.library import FAMILY_NAMES, VERDICT_NAMES, plain_word
from spinewise.web.presenters.reference.lessons import lesson_of
from spinewise.web.presenters.reference.sections import Ref
from spinewise.web.presenters.week import SLOT_NAMES
from spinewise.web.presenters.words import AnswerView, SourceView, answers, capital, how_sure, sources

COMPARED: tuple[Family, ...] = ("exercise", "stretch", "mobility", "aerobic", "mind-body", "massage", "posture", "sleep")
"""Kinds of things that can be set side by side, and put on a sheet."""


@dataclass(frozen=True, slots=True)
class GroundView:
    """A safety rule that counted."""

    because: str
    change: str
    findings: tuple[AnswerView, ...]
    assumed: bool
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class ForYou:
    """What an intervention means for one person. ``needs`` are (finding, name) to answer first."""

    verdict: str
    words: str
    grounds: tuple[GroundView, ...]
    needs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """When it is left out or changed; ``rule`` is the safety rule that says so, empty for one of its own."""

    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class InterventionView:
    """Everything about one intervention."""

    item: Intervention
    family: str
    dose: tuple[str, ...]
    ladder: LadderView | None
    slots: tuple[str, ...]
    position: str
    equipment: tuple[str, ...]
    sure: str
    evidence_sources: tuple[SourceView, ...]
    helps: tuple[str, ...]
    cautions: tuple[Caution, ...]
    lesson: Ref | None
    figure: FigureView | None
    pacers: tuple[Pacer, ...]
    """Timers for it."""
    can_compare: bool
    sources: tuple[SourceView, ...]
    for_you: ForYou | None


def intervention_view(
    item: Intervention,
    base: KnowledgeBase,
    clearance: Clearance | None,
    findings: Findings,
    standing: Standing | None = None,
) -> InterventionView:
    """The page of an intervention, for a person when there is one; ``standing`` where their dose may be told."""
    return InterventionView(
        item=item,
        family=str(FAMILY_NAMES[item.family]),
        dose=dose_words(item.dosage),
        ladder=ladder_view(item, base, standing),
        slots=tuple(str(SLOT_NAMES[slot]) for slot in item.slots),
        position=plain_word(item.position),
        equipment=tuple(plain_word(thing) for thing in item.equipment),
        sure=how_sure(item.evidence),
        evidence_sources=sources(item.evidence.sources, base),
        helps=tuple(dict.fromkeys(line.because for line in item.helps)),
        cautions=_cautions(item, base),
        lesson=lesson_of(item, base),
        figure=figure_view(item.id, base, shape_for(findings)),
        pacers=tuple(one for one in base.pacers.values() if one.intervention == item.id),
        can_compare=item.family in COMPARED,
        sources=sources(item.sources, base),
        for_you=_for_you(clearance, findings, base) if clearance else None,
    )


def _cautions(item: Intervention, base: KnowledgeBase) -> tuple[Caution, ...]:
    """All rules of its demands and its own, in words."""
    rules = [rule for rule in base.safety_rules.values() if set(rule.demands) & set(item.demands)]
    shared = [Caution(_caution(rule.when.describe(base), rule.change, rule.because), rule.id) for rule in rules]
    own = [Caution(_caution(one.when.describe(base), "", one.because)) for one in item.contraindications]
    changes = [Caution(_caution(one.when.describe(base), one.change, one.because)) for one in item.precautions]
    return tuple({one.text: one for one in (*own, *changes, *shared)}.values())


def _caution(when: str, change: str, because: str) -> str:
    told = change or _("Leave it out.")
    return f"{capital(when)}: {told} {because}"


def _for_you(clearance: Clearance, findings: Findings, base: KnowledgeBase) -> ForYou:
    return ForYou(
        verdict=clearance.verdict.value,
        words=str(VERDICT_NAMES[clearance.verdict]),
        grounds=tuple(_ground(ground, findings, base) for ground in clearance.grounds),
        needs=tuple((name, capital(base.name_of(name))) for name in clearance.needs if name in base.question_of),
    )


def _ground(ground: Ground, findings: Findings, base: KnowledgeBase) -> GroundView:
    told = answers([(name, findings.get(name)) for name in ground.findings], base)
    return GroundView(ground.because, ground.change, told, ground.assumed, sources(ground.sources, base))
