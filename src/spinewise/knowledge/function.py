"""The small function tests beside what people of the same age and sex usually reach."""

from collections.abc import Mapping
from enum import StrEnum

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.conditions import Value
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import Norm, NormBand


class FunctionLevel(StrEnum):
    """How a result stands beside what is usual."""

    BELOW = "below"
    USUAL = "usual"
    ABOVE = "above"
    UNKNOWN = "unknown"


def function_level(findings: Findings, base: KnowledgeBase) -> Mapping[str, FunctionLevel]:
    """For each test with a norm, the level of its result; unknown without a result, or where no norm fits the person."""
    return {norm.finding: _level(norm, findings) for norm in base.norms.values()}


def _level(norm: Norm, findings: Findings) -> FunctionLevel:
    result = findings.get(norm.finding)
    if isinstance(result, str):
        return next((FunctionLevel(value.level) for value in norm.values if value.value == result), FunctionLevel.UNKNOWN)
    band = _band(norm, findings.get("age"), findings.get("sex"))
    if band is None or not isinstance(result, float):
        return FunctionLevel.UNKNOWN
    return _beside(result, band, norm.better)


def _band(norm: Norm, age: Value | None, sex: Value | None) -> NormBand | None:
    if not isinstance(age, float):
        return None
    fits = (band for band in norm.bands if band.from_age <= age < band.to_age + 1 and band.sex in ("any", sex))
    return next(fits, None)


def _beside(result: float, band: NormBand, better: str) -> FunctionLevel:
    sign = 1 if better == "more" else -1
    if sign * result < sign * band.below:
        return FunctionLevel.BELOW
    if band.above is not None and sign * result > sign * band.above:
        return FunctionLevel.ABOVE
    return FunctionLevel.USUAL
