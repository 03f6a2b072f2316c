"""The week: what is safe, fits and helps most, with a reason for each thing and a proven bound on the whole."""

from spinewise.planning.checking import check_plan
from spinewise.planning.planner import plan_week, swap
from spinewise.planning.proof import prove
from spinewise.planning.reasons import why_not
from spinewise.planning.records import Plan, PlannedItem, PlanningFault, Refusal, Why
from spinewise.planning.wishes import HOME_EQUIPMENT, Wishes, wishes_of

__all__ = [
    "HOME_EQUIPMENT",
    "Plan",
    "PlannedItem",
    "PlanningFault",
    "Refusal",
    "Why",
    "Wishes",
    "check_plan",
    "plan_week",
    "prove",
    "swap",
    "why_not",
    "wishes_of",
]
