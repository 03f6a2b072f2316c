"""The ladder of a thing to do: its levels in words, where somebody stands on it, and the versions beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from spinewise.knowledge import KnowledgeBase, dose_at, usual_level
from spinewise.knowledge.records import Intervention, Rung
from spinewise.planning import PlannedDose
from spinewise.safety import Clearance
from spinewise.web.presenters.doses import level_words
from spinewise.web.presenters.reference.sections import Ref
from spinewise.web.presenters.words import SourceView, sources

KIND = "intervention"


@dataclass(frozen=True, slots=True)
class StepView:
    """One level. ``note`` says where somebody is, or that it is for later."""

    words: str
    now: bool
    note: str


@dataclass(frozen=True, slots=True)
class LadderView:
    """``place`` and ``why`` are empty on pages for anybody."""

    steps: tuple[StepView, ...]
    place: str
    why: tuple[str, ...]
    how: str
    easier: Ref | None
    harder: Ref | None
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands, and what they may be offered. ``begun``: they have done it already."""

    planned: PlannedDose
    begun: bool
    clearances: Mapping[str, Clearance]


def ladder_view(item: Intervention, base: KnowledgeBase, standing: Standing | None) -> LadderView | None:
    """The ladder of an intervention, for a person where it is known how they stand; nothing where it has no ladder."""
    ladder = base.ladder_of.get(item.id)
    if ladder is None:
        return None
    rung = next(one for one in ladder.rungs if one.intervention == item.id)
    doses = [dose_at(item, ladder, level) for level in range(len(ladder.levels))]
    usual = usual_level(item, ladder)
    steps = tuple(
        StepView(level_words(dose, item.dosage.intensity), _is_now(dose.level, standing), _note(dose.level, usual, standing))
        for dose in doses
    )
    easier, harder = _versions(rung, base, standing)
    return LadderView(
        steps=steps,
        place=_place(standing, len(steps)),
        why=tuple(why.says for why in standing.planned.why) if standing else (),
        how=ladder.why,
        easier=easier,
        harder=harder,
        sources=sources(ladder.sources, base),
    )


def _place(standing: Standing | None, levels: int) -> str:
    if standing is None:
        return ""
    words = _("You are on step %(step)s of %(steps)s") if standing.begun else _("You would begin on step %(step)s of %(steps)s")
    return words % {"step": standing.planned.dose.level + 1, "steps": levels}


def _is_now(level: int, standing: Standing | None) -> bool:
    return standing is not None and standing.planned.dose.level == level


def _note(level: int, usual: int | None, standing: Standing | None) -> str:
    if _is_now(level, standing):
        return _("for you now")
    if standing is not None and level > standing.planned.most:
        return _("not for now")
    return _("usual") if level == usual else ""


def _versions(rung: Rung, base: KnowledgeBase, standing: Standing | None) -> tuple[Ref | None, Ref | None]:
    """The version that asks less and the one that asks more; for a person only those that may be offered."""
    easier, harder = (_ref(name, base, standing) for name in (rung.easier, rung.harder))
    return easier, harder


def _ref(name: str, base: KnowledgeBase, standing: Standing | None) -> Ref | None:
    if not name or (standing is not None and not standing.clearances[name].offered):
        return None
    return Ref(KIND, name, base.interventions[name].name)
