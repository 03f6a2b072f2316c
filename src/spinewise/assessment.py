"""The whole account of one person: triage, what may be behind it, and what is safe to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from spinewise.differential import Explanation, differential
from spinewise.intake import Interview, play
from spinewise.knowledge import Findings, KnowledgeBase, complete, read_closed
from spinewise.safety import Clearance, clear
from spinewise.triage import Triage, triage


@dataclass(frozen=True, slots=True)
class Assessment:
    """What can be said from the findings. ``findings`` includes what follows from the answers."""

    findings: Findings
    triage: Triage
    differential: tuple[Explanation, ...]
    interventions: Mapping[str, Clearance]


def assess(findings: Findings, base: KnowledgeBase, *, closed: bool = False) -> Assessment:
    """Assess a person. ``closed`` takes what is not stated as absent, as published stories mean it."""
    known = read_closed(findings, base) if closed else complete(findings, base)
    return Assessment(known, triage(known, base), differential(known, base), clear(known, base))


def interview_from_facts(findings: Findings, base: KnowledgeBase, *, closed: bool = False) -> tuple[Interview, Assessment]:
    """Play the adaptive interview from known facts, then assess.

    What was stated but never asked is volunteered at the end, so the disposition is never lower than ``assess`` gives.
    """
    known = read_closed(findings, base) if closed else complete(findings, base)
    interview = play(known, base)
    told = {key: value for key, value in known.values.items() if not interview.findings.known(key)}
    everything = interview.findings.with_values(
        {key: value for key, value in told.items() if key not in known.assumed}
    ).with_assumed(told)
    return interview, assess(everything, base)
