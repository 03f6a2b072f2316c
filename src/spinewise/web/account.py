"""The account of one person that all pages share: disposition, explanations, and what is safe.

Answers that contradict each other are never used to make anything look safe: the disposition is the higher one
of both readings, and self-care is cleared as if those answers were unknown. What an earlier check found stands until a
clinician, or a correction that was confirmed, takes it away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spinewise.assessment import assess
from spinewise.differential import Explanation
from spinewise.intake import Interview, next_step
from spinewise.knowledge import Disposition, Findings, KnowledgeBase, complete
from spinewise.knowledge.records import Consistency, DispositionText
from spinewise.safety import Clearance, clear
from spinewise.triage import (
    Checked,
    Cleared,
    Event,
    Occasion,
    Reason,
    Standing,
    Triage,
    since_clearance,
    standing_disposition,
    triage,
)
from spinewise.web.conversation import clashes


@dataclass(frozen=True, slots=True)
class Past:
    """What happened before: all events, and the findings that were answered after each clearance."""

    events: tuple[Event, ...] = ()
    said_after: Mapping[Cleared, frozenset[str]] = field(default_factory=dict)


NO_PAST = Past()


@dataclass(frozen=True, slots=True)
class Account:
    """``findings`` is what was ``said`` with what follows from it; ``cautious`` leaves out what contradicts itself.

    ``triage`` holds all that stands; ``today`` only what the answers of now give and no clinician has cleared.
    """

    said: Findings
    findings: Findings
    cautious: Findings
    triage: Triage
    today: Triage
    standing: Standing
    differential: tuple[Explanation, ...]
    interventions: Mapping[str, Clearance]
    clashes: tuple[Consistency, ...]
    finished: bool

    @property
    def disposition(self) -> Disposition:
        """How soon somebody should be seen."""
        return self.triage.disposition


def account_of(interview: Interview, base: KnowledgeBase, past: Past) -> Account:
    """Assess a conversation, on top of what stands from before."""
    assessment = assess(interview.findings, base)
    broken = clashes(interview.findings, base)
    cautious = _cautious(interview.findings, broken, base) if broken else assessment.findings
    today = today_of(interview.findings, base, past)
    standing = standing_with(today.reasons, past)
    return Account(
        said=interview.findings,
        findings=assessment.findings,
        cautious=cautious,
        triage=replace(today, disposition=standing.disposition, reasons=once_for_each_rule(standing.reasons)),
        today=today,
        standing=standing,
        differential=assessment.differential,
        interventions=clear(cautious, base) if broken else assessment.interventions,
        clashes=broken,
        finished=next_step(interview, base) is None,
    )


def today_of(said: Findings, base: KnowledgeBase, past: Past) -> Triage:
    """What the answers of now ask for, without what a clinician has cleared and nobody said anew."""
    broken = clashes(said, base)
    judged = triage(complete(said, base), base)
    if broken:
        judged = _higher(judged, triage(_cautious(said, broken, base), base))
    reasons = since_clearance(judged.reasons, standing_disposition(past.events), past.said_after)
    return replace(judged, reasons=reasons, disposition=_highest(reasons))


def standing_with(reasons: tuple[Reason, ...], past: Past) -> Standing:
    """What stands when the answers of now are counted in."""
    return standing_disposition((*past.events, Checked(Occasion.CHECK, reasons)))


def urgent_so_far(interview: Interview, base: KnowledgeBase, past: Past) -> DispositionText | None:
    """The words for a disposition that cannot wait, as soon as the answers ask for it."""
    disposition = standing_with(today_of(interview.findings, base, past).reasons, past).disposition
    return base.disposition_text(disposition) if disposition >= Disposition.SAME_DAY else None


def once_for_each_rule(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """For each rule its most urgent reason, the latest of equals, as a person should read it; most urgent first."""
    best: dict[str, Reason] = {}
    for reason in reasons:
        if reason.rule not in best or reason.disposition >= best[reason.rule].disposition:
            best[reason.rule] = reason
    return tuple(sorted(best.values(), key=lambda reason: -reason.disposition))


def _cautious(said: Findings, broken: tuple[Consistency, ...], base: KnowledgeBase) -> Findings:
    doubtful = {finding for rule in broken for finding in rule.when.findings()}
    return complete(said.with_unsure(doubtful), base)


def _highest(reasons: tuple[Reason, ...]) -> Disposition:
    return max((one.disposition for one in reasons), default=Disposition.SELF_CARE)


def _higher(said: Triage, cautious: Triage) -> Triage:
    """The more urgent of two readings; reasons of the other that are not in it stay."""
    first, second = (said, cautious) if said.disposition >= cautious.disposition else (cautious, said)
    rules = {reason.rule for reason in first.reasons}
    more = tuple(reason for reason in second.reasons if reason.rule not in rules)
    reasons = tuple(sorted(first.reasons + more, key=lambda reason: -reason.disposition))
    return replace(first, reasons=reasons)
