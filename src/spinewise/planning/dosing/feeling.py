"""How much discomfort is all right for somebody whose pain is already at the number that the usual words name."""

import re
from dataclasses import replace

from spinewise.knowledge import DoseRule, Findings, KnowledgeBase
from spinewise.planning.dosing.records import PlannedDose

PAIN_NOW = "pain_nrs"
_NAMED = re.compile(r"\b(discomfort|pain) (?:at most|up to) (\d+) of 10\b")


def felt(planned: PlannedDose, findings: Findings, base: KnowledgeBase) -> PlannedDose:
    """The same dose; words that name a number which the pain of now has reached are told from where it begins."""
    pain, dose = findings.get(PAIN_NOW), planned.dose
    if not isinstance(pain, (int, float)) or "of 10" not in dose.intensity:
        return planned
    more = base.dose_steps[DoseRule.STRONG_BEFORE].limit or 0
    return replace(planned, dose=replace(dose, intensity=from_where_it_begins(dose.intensity, pain, more)))


def from_where_it_begins(intensity: str, pain: float, more: float) -> str:
    """Such as "light; discomfort no more than 2 above what you begin with", where "at most 3" would be passed already."""

    def said(found: re.Match[str]) -> str:
        reached = pain >= float(found[2])
        return f"{found[1]} no more than {more:g} above what you begin with" if reached else found[0]

    return _NAMED.sub(said, intensity)
