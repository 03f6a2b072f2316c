"""The safety case as data: intended purpose, hazards, controls, and what stays open (docs/safety/README.md)."""

from spinewise.safety_case.checks import check_case
from spinewise.safety_case.loader import CASE, load_safety_case
from spinewise.safety_case.records import Control, Hazard, Purpose, Review, SafetyCase, Scales, Step

__all__ = [
    "CASE",
    "Control",
    "Hazard",
    "Purpose",
    "Review",
    "SafetyCase",
    "Scales",
    "Step",
    "check_case",
    "load_safety_case",
]
