"""How much of each thing: the first dose from what somebody can do, the next from what happened (docs/progression.md)."""

from spinewise.planning.dosing.doses import doses_for, first_doses
from spinewise.planning.dosing.feeling import felt
from spinewise.planning.dosing.fitting import fitting
from spinewise.planning.dosing.records import Change, Happened, Outcome, PlannedDose
from spinewise.planning.dosing.versions import outgrown, version_reason, version_rule

__all__ = [
    "Change",
    "Happened",
    "Outcome",
    "PlannedDose",
    "doses_for",
    "felt",
    "first_doses",
    "fitting",
    "outgrown",
    "version_reason",
    "version_rule",
]
