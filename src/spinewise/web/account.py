"""The account of one person that all pages share: disposition, explanations, and what is safe.

Answers that contradict each other are never used to make anything look safe: the disposition is the higher one
of both readings, and self-care is cleared as if those answers were unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spinewise.assessment import assess
from spinewise.differential import Explanation
from spinewise.intake import Interview, next_step
from spinewise.knowledge import Disposition, Findings, KnowledgeBase, complete
from spinewise.knowledge.records import Consistency, DispositionText
from spinewise.safety import Clearance, clear
from spinewise.triage import Triage, disposition_of, triage
from spinewise.web.conversation import clashes


@dataclass(frozen=True, slots=True)
class Account:
    """``findings`` is what was ``said`` with what follows from it; ``cautious`` leaves out what contradicts itself."""

    said: Findings
    findings: Findings
    cautious: Findings
    triage: Triage
    differential: tuple[Explanation, ...]
    interventions: Mapping[str, Clearance]
    clashes: tuple[Consistency, ...]
    finished: bool

    @property
    def disposition(self) -> Disposition:
        """How soon somebody should be seen."""
        return self.triage.disposition


def account_of(interview: Interview, base: KnowledgeBase) -> Account:
    """Assess a conversation."""
    assessment = assess(interview.findings, base)
    broken = clashes(interview.findings, base)
    finished = next_step(interview, base) is None
    said, known, judged = interview.findings, assessment.findings, assessment.triage
    if not broken:
        return Account(said, known, known, judged, assessment.differential, assessment.interventions, broken, finished)
    doubtful = {finding for rule in broken for finding in rule.when.findings()}
    cautious = complete(said.with_unsure(doubtful), base)
    higher = _higher(judged, triage(cautious, base))
    return Account(said, known, cautious, higher, assessment.differential, clear(cautious, base), broken, finished)


def urgent_so_far(interview: Interview, base: KnowledgeBase) -> DispositionText | None:
    """The words for a disposition that cannot wait, as soon as the answers ask for it."""
    disposition = disposition_of(complete(interview.findings, base), base)
    return base.disposition_text(disposition) if disposition >= Disposition.SAME_DAY else None


def _higher(said: Triage, cautious: Triage) -> Triage:
    """The more urgent of two readings; reasons of the other that are not in it stay."""
    first, second = (said, cautious) if said.disposition >= cautious.disposition else (cautious, said)
    rules = {reason.rule for reason in first.reasons}
    more = tuple(reason for reason in second.reasons if reason.rule not in rules)
    reasons = tuple(sorted(first.reasons + more, key=lambda reason: -reason.disposition))
    return replace(first, reasons=reasons)
