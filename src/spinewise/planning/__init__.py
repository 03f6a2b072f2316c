"""The week: what is safe, fits and helps most, with a reason for each thing and a proven bound on the whole."""

from spinewise.planning.checking import check_plan
from spinewise.planning.dosing import Change, Happened, Outcome, PlannedDose, doses_for
from spinewise.planning.familiar import familiar
from spinewise.planning.lessons import read_lately
from spinewise.planning.marked_days import (
    Away,
    Closed,
    adapted,
    closed_by_bad_days,
    closed_by_travel,
    days_of_ease,
    eases,
    missed,
    only_ease,
)
from spinewise.planning.optimiser.proof import prove
from spinewise.planning.planner import plan_week, swap
from spinewise.planning.programmes import (
    InProgramme,
    Place,
    held_back,
    open_findings,
    programme_terms,
    since_now,
    standing_in,
)
from spinewise.planning.reasons import may_stand, why_not
from spinewise.planning.records import Plan, PlannedItem, PlanningFault, Refusal, Why
from spinewise.planning.sizes import TEN_MINUTES, TWO_MINUTES, shortened
from spinewise.planning.streaks import Streak, moved_days, streak
from spinewise.planning.wishes import HOME_EQUIPMENT, Wishes, wishes_of

__all__ = [
    "HOME_EQUIPMENT",
    "TEN_MINUTES",
    "TWO_MINUTES",
    "Away",
    "Change",
    "Closed",
    "Happened",
    "InProgramme",
    "Outcome",
    "Place",
    "Plan",
    "PlannedDose",
    "PlannedItem",
    "PlanningFault",
    "Refusal",
    "Streak",
    "Why",
    "Wishes",
    "adapted",
    "check_plan",
    "closed_by_bad_days",
    "closed_by_travel",
    "days_of_ease",
    "doses_for",
    "eases",
    "familiar",
    "held_back",
    "may_stand",
    "missed",
    "moved_days",
    "only_ease",
    "open_findings",
    "plan_week",
    "programme_terms",
    "prove",
    "read_lately",
    "shortened",
    "since_now",
    "standing_in",
    "streak",
    "swap",
    "why_not",
    "wishes_of",
]
