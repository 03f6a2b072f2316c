"""The main job in one step: from what is known of a person to a safe week, or to the reason why there is none."""

from collections.abc import Mapping
from datetime import date

from spinewise.assessment import Assessment
from spinewise.knowledge import KnowledgeBase
from spinewise.planning import InProgramme, Plan, PlannedDose, Refusal, Wishes, wishes_of
from spinewise.planning import plan_week as plan_for_disposition


def plan_week(
    assessment: Assessment,
    base: KnowledgeBase,
    *,
    week: date,
    wishes: Wishes | None = None,
    programme: InProgramme | None = None,
    doses: Mapping[str, PlannedDose] | None = None,
) -> Plan | Refusal:
    """The week for an assessed person. Whether there may be one at all is decided by the disposition.

    ``week`` is the first day; without ``wishes`` the ones that the findings tell are taken.
    Without ``doses`` everybody has first doses.
    """
    return plan_for_disposition(
        assessment.findings,
        base,
        disposition=assessment.triage.disposition,
        week=week,
        wishes=wishes or wishes_of(assessment.findings, base),
        programme=programme,
        doses=doses,
    )
