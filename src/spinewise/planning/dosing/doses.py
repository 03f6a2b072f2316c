"""The dose of each intervention for one person now. A pure function: the same person and history give the same doses."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from spinewise.knowledge import DoseRule, Findings, KnowledgeBase, dose_at, usual_dose
from spinewise.knowledge.records import Intervention
from spinewise.planning.dosing.feeling import felt
from spinewise.planning.dosing.limits import Bounds, Limits, Place, bounds
from spinewise.planning.dosing.records import Change, Happened, PlannedDose
from spinewise.planning.dosing.replay import replay
from spinewise.planning.dosing.walking import Ground, Walk
from spinewise.planning.records import Why


def doses_for(findings: Findings, base: KnowledgeBase, history: Sequence[Happened], today: date) -> Mapping[str, PlannedDose]:
    """The dose of each intervention today, with its reasons. What happened after ``today`` does not count.

    Interventions without a ladder have their usual dose. Entries for what is no intervention are passed over: the
    knowledge base may have changed since.
    """
    mine = bounds(findings, base)
    past = sorted((one for one in history if one.on <= today), key=lambda one: (one.intervention, one.on))
    days = {name: list(entries) for name, entries in groupby(past, lambda one: one.intervention)}
    began = min((one.on for one in past), default=today)
    doses = (_dose_of(item, mine, days.get(item.id, []), began, today) for item in base.interventions.values())
    return {one.dose.intervention: felt(one, findings, base) for one in doses}


def first_doses(findings: Findings, base: KnowledgeBase) -> Mapping[str, PlannedDose]:
    """The doses of somebody of whom no session is known yet."""
    return doses_for(findings, base, (), date.min)


def _dose_of(item: Intervention, mine: Bounds, days: Sequence[Happened], began: date, today: date) -> PlannedDose:
    if item.id not in mine.places:
        return PlannedDose(usual_dose(item), (Why(item.dosage.why, (), item.sources),))
    limits = mine.of(item.id)
    if not days:
        return _planned(item, mine.places[item.id], limits, limits.first, limits.rule, limits.first_why, ())
    asked = item.dosage.frequency_per_week.min
    walk = replay(days, Ground(limits.first, limits.most, asked, mine.base.dose_steps, began, today))
    return _planned(item, mine.places[item.id], limits, walk.level, *_said(walk, limits, mine.base), tuple(walk.changes))


def _said(walk: Walk, limits: Limits, base: KnowledgeBase) -> tuple[DoseRule, tuple[Why, ...]]:
    """The rule behind a level that came from a history, in words."""
    if walk.rule is DoseRule.USUAL_START:
        return limits.rule, limits.first_why
    rule = DoseRule.AT_MOST if walk.rule is DoseRule.TOP and limits.most_why else walk.rule
    step = base.dose_steps[rule]
    return rule, (Why(step.says, (), step.sources),)


def _planned(
    item: Intervention,
    place: Place,
    limits: Limits,
    level: int,
    rule: DoseRule,
    why: tuple[Why, ...],
    changes: tuple[Change, ...],
) -> PlannedDose:
    whole = [*why, *(limits.most_why if level == limits.most else ())]
    if level == place.usual:
        whole.append(Why(item.dosage.why, (), item.sources))
    dose = dose_at(item, place.ladder, level)
    once = tuple(dict.fromkeys(whole))
    return PlannedDose(dose, once, rule, limits.first, limits.most, place.rung.easier, place.rung.harder, changes)
