"""An independent look at the doses of a week: plain loops over the knowledge base, no code shared with the dosing.

It never asks what a dose should be, only whether it is above what this person may have.
"""

from collections.abc import Iterator, Mapping

from spinewise.knowledge import Dose, DoseRule, Findings, FunctionLevel, KnowledgeBase, function_level
from spinewise.knowledge.records import DoseGroup, Intervention, Ladder
from spinewise.planning.dosing.records import PlannedDose


def dose_faults(
    dose: Dose,
    item: Intervention,
    findings: Findings,
    base: KnowledgeBase,
    doses: Mapping[str, PlannedDose] | None,
) -> Iterator[str]:
    """What is wrong with a planned dose. ``doses`` are those allowed now; ``None`` allows first doses only."""
    ladder = base.ladder_of.get(item.id)
    if dose.intervention != item.id:
        yield f"has the dose of {dose.intervention}"
    if ladder is None:
        yield from _not_usual(dose, item)
        return
    if not 0 <= dose.level < len(ladder.levels) or not _stands_on(dose, ladder):
        yield f"has a dose that does not stand on its ladder, level {dose.level}"
        return
    highest = _highest(item, ladder, findings, base)
    allowed = doses[item.id].dose.level if doses is not None else _highest_first(item, ladder, findings, base)
    if dose.level > min(highest, allowed):
        yield f"has dose level {dose.level}, at most {min(highest, allowed)} is allowed"


def _not_usual(dose: Dose, item: Intervention) -> Iterator[str]:
    usual = item.dosage
    if dose.minutes != usual.minutes:
        yield f"takes {dose.minutes} minutes, its dose is {usual.minutes}"
    if (dose.sets, dose.repetitions, dose.hold_s) != (usual.sets, usual.repetitions, usual.hold_s):
        yield "has another dose than its own"


def _stands_on(dose: Dose, ladder: Ladder) -> bool:
    level = ladder.levels[dose.level]
    return (dose.minutes, dose.sets, dose.repetitions, dose.hold_s) == (
        level.minutes,
        level.sets,
        level.repetitions,
        level.hold_s,
    )


def _groups(item: Intervention, findings: Findings, base: KnowledgeBase) -> Iterator[DoseGroup]:
    """The groups about this intervention to which the person may belong."""
    for group in base.dose_groups.values():
        meant = (not group.families or item.family in group.families) and (
            not group.demands or any(demand in item.demands for demand in group.demands)
        )
        if meant and item.id in (group.items or (item.id,)) and group.when.evaluate(findings) is not False:
            yield group


def _usual(item: Intervention, ladder: Ladder) -> int:
    own = item.dosage
    for place, level in enumerate(ladder.levels):
        same_time = level.minutes == own.minutes
        if same_time and (level.sets, level.repetitions, level.hold_s) == (own.sets, own.repetitions, own.hold_s):
            return place
    return 0


def _highest(item: Intervention, ladder: Ladder, findings: Findings, base: KnowledgeBase) -> int:
    highest = len(ladder.levels) - 1
    for group in _groups(item, findings, base):
        if group.most is not None:
            highest = min(highest, max(0, _usual(item, ladder) + group.most))
    return highest


def _highest_first(item: Intervention, ladder: Ladder, findings: Findings, base: KnowledgeBase) -> int:
    levels = function_level(findings, base)
    names = {
        FunctionLevel.ABOVE: DoseRule.TEST_ABOVE,
        FunctionLevel.USUAL: DoseRule.TEST_USUAL,
        FunctionLevel.BELOW: DoseRule.TEST_BELOW,
        FunctionLevel.UNKNOWN: DoseRule.TEST_UNKNOWN,
    }
    changes = [base.dose_steps[names[levels.get(test, FunctionLevel.UNKNOWN)]].change for test in ladder.tests]
    changes = changes or [base.dose_steps[DoseRule.USUAL_START].change]
    changes += [group.first for group in _groups(item, findings, base) if group.first is not None]
    return max(0, _usual(item, ladder) + min(changes))
