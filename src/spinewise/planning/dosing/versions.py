"""From one version of an exercise to the next: on when the easier one is outgrown, back when the harder one is too much."""

from collections.abc import Mapping

from spinewise.knowledge import DoseRule, KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.planning.dosing.records import PlannedDose
from spinewise.planning.records import Why


def version_rule(item: Intervention, doses: Mapping[str, PlannedDose]) -> DoseRule | None:
    """Why this version of an exercise should come before its others, if it should.

    It only prefers. Whether the version is safe for somebody is decided elsewhere, as for everything.
    """
    mine = doses[item.id]
    if mine.rule is DoseRule.LOWEST:
        return DoseRule.LOWEST
    if mine.easier in doses and _outgrown(doses[mine.easier]):
        return DoseRule.MOVED_ON
    if mine.harder in doses and doses[mine.harder].rule is DoseRule.LOWEST:
        return DoseRule.MOVED_BACK
    return None


def outgrown(item: Intervention, doses: Mapping[str, PlannedDose]) -> bool:
    """Is there a harder version to go on to, after the end of this ladder?"""
    return doses[item.id].harder in doses and _outgrown(doses[item.id])


def version_reason(item: Intervention, doses: Mapping[str, PlannedDose], base: KnowledgeBase) -> tuple[Why, ...]:
    """The rule that prefers this version, in words."""
    rule = version_rule(item, doses)
    if rule not in (DoseRule.MOVED_ON, DoseRule.MOVED_BACK):
        return ()
    step = base.dose_steps[rule]
    return (Why(step.says, (), step.sources),)


def _outgrown(planned: PlannedDose) -> bool:
    """Did somebody ever rise to the end of this ladder?"""
    top = planned.dose.levels - 1
    return planned.most == top and any(one.rule is DoseRule.ROSE and one.to_level == top for one in planned.changes)
