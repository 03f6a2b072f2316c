"""Number findings: a unit, a range, and bands that cover it in order."""

from collections.abc import Iterator
from itertools import pairwise

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Finding


def numbers_are_measured(base: KnowledgeBase) -> Iterator[Problem]:
    """A number has a unit, a range that is one, and a step that fits; other types have none of these."""
    for finding in base.findings.values():
        faults = _faults_of_number(finding) if finding.type == "number" else _leftovers(finding)
        for key, what, remedy in faults:
            yield problem(base, "finding", finding.id, key, what, remedy)


def bands_cover_the_range(base: KnowledgeBase) -> Iterator[Problem]:
    """Bands go upwards, inside the range, and the last one reaches its end: no hole, no overlap."""
    for finding in base.findings.values():
        for what, remedy in _faults_of_bands(finding):
            yield problem(base, "finding", finding.id, "bands", what, remedy)


def _faults_of_number(finding: Finding) -> Iterator[tuple[str, str, str]]:
    if not finding.unit:
        yield "unit", "the number has no unit", "Name it: years, weeks, days, minutes, score"
    if finding.min is None or finding.max is None:
        yield "min, max", "the number has no range", "Give the least and the most that can be true"
    elif finding.min >= finding.max:
        yield "min, max", f"{finding.min:g} is not less than {finding.max:g}", "Exchange or correct them"
    elif finding.step is not None and not 0 < finding.step <= finding.max - finding.min:
        yield "step", f"{finding.step:g} does not fit into the range", "Give a step above 0 and below the range"


def _leftovers(finding: Finding) -> Iterator[tuple[str, str, str]]:
    given = {"unit": finding.unit or None, "min": finding.min, "max": finding.max, "step": finding.step}
    for key, value in (given | {"bands": finding.bands or None}).items():
        if value is not None:
            yield key, f"a {finding.type} finding has no {key}", "Take it out, or make it a number finding"


def _faults_of_bands(finding: Finding) -> Iterator[tuple[str, str]]:
    ends = [band.upto for band in finding.bands]
    if not ends or finding.min is None or finding.max is None:
        return
    for before, after in pairwise(ends):
        if before >= after:
            yield f"the band up to {after:g} stands after the one up to {before:g}", "Put the bands in rising order"
    if ends[0] < finding.min:
        yield f"the first band ends at {ends[0]:g}, before the range begins at {finding.min:g}", "Take it out"
    if ends[-1] < finding.max:
        yield f"no band covers {ends[-1]:g} to {finding.max:g}", f"Let the last band reach {finding.max:g}"
    elif ends[-1] > finding.max:
        yield f"the last band reaches {ends[-1]:g}, the range only {finding.max:g}", f"End it at {finding.max:g}"


CHECKS = (numbers_are_measured, bands_cover_the_range)
