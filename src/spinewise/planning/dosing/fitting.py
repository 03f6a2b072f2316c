"""A dose that has grown longer than the day has room for is made shorter again, so that progress never drops a thing."""

from dataclasses import replace

from spinewise.knowledge import DoseRule, KnowledgeBase, dose_at
from spinewise.planning.dosing.records import PlannedDose
from spinewise.planning.records import Why

LEAST_SHARE = 2
"""Shorter than the usual minutes divided by this, it would be another thing."""


def fitting(planned: PlannedDose, minutes_per_day: int, base: KnowledgeBase) -> PlannedDose:
    """The highest level up to this one that leaves room in the day; the dose itself where none does."""
    ladder, item = base.ladder_of.get(planned.dose.intervention), base.interventions[planned.dose.intervention]
    if ladder is None or planned.dose.level == 0:
        return planned
    step, usual = base.dose_steps[DoseRule.SHORT_DAY], item.dosage.minutes
    room = min(minutes_per_day, max(minutes_per_day * (step.limit or 1), usual))
    if planned.dose.minutes <= room:
        return planned
    lower = [place for place in range(planned.dose.level) if usual / LEAST_SHARE <= ladder.levels[place].minutes <= room]
    if not lower:
        return planned
    why = (Why(step.says, ("minutes_per_day",), step.sources),)
    return replace(planned, dose=dose_at(item, ladder, lower[-1]), why=why, rule=DoseRule.SHORT_DAY)
