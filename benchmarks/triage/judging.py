"""One case through assess, interview and the baselines, and what came of it."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.triage.cases import Case
from benchmarks.triage.classic_flags import answer, flags_of
from benchmarks.triage.long_form import FilledIn, fill_in
from benchmarks.triage.naming import names
from spinewise.assessment import Assessment, assess, interview_from_facts
from spinewise.knowledge import BadInput, Disposition, Findings, KnowledgeBase, Problem, complete, findings_from_facts
from spinewise.triage import disposition_of


@dataclass(frozen=True, slots=True)
class Baselines:
    """What simpler ways answer for the same case."""

    long_form: FilledIn
    flags: tuple[str, ...]
    flags_this_week: Disposition
    flags_today: Disposition


@dataclass(frozen=True, slots=True)
class Judged:
    """What the system answered for one case, beside what was expected."""

    case: str
    group: str
    expected: Disposition
    accepted: frozenset[Disposition]
    assessed: Disposition
    interviewed: Disposition
    asked: Disposition
    """What the questions of the interview brought to light by themselves, without anything volunteered."""
    screens: int
    items: int
    diagnosed: bool
    """Does the case name a diagnosis?"""
    rank: int | None
    """Place of the diagnosis or a named alternative in the differential, 1 for the first; none if nowhere."""
    rules: tuple[str, ...]
    leading_probability: float
    assess_s: float
    interview_s: float
    baselines: Baselines

    @property
    def under(self) -> bool:
        """Less urgent than every accepted answer."""
        return self.assessed < min(self.accepted)

    @property
    def acceptable(self) -> bool:
        """One of the accepted answers."""
        return self.assessed in self.accepted


def judge_all(cases: Iterable[Case], base: KnowledgeBase) -> tuple[Judged, ...]:
    """Every case, judged.

    Raises:
        BadInput: with the problems of all cases whose facts cannot be used.
    """
    read: list[tuple[Case, Findings]] = []
    problems: list[Problem] = []
    for case in cases:
        try:
            read.append((case, findings_from_facts(case.facts, base, case.id)))
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(tuple(problems))
    return tuple(judge(case, findings, base) for case, findings in read)


def judge(case: Case, findings: Findings, base: KnowledgeBase) -> Judged:
    """Assess a case closed (silence means no), play the interview on it, and ask the baselines."""
    begun = time.perf_counter()
    assessment = assess(findings, base, closed=True)
    assessed = time.perf_counter()
    interview, after = interview_from_facts(findings, base, closed=True)
    ended = time.perf_counter()
    return Judged(
        case=case.id,
        group=case.group,
        expected=case.expected.best,
        accepted=case.expected.accepted,
        assessed=assessment.triage.disposition,
        interviewed=after.triage.disposition,
        asked=disposition_of(complete(interview.findings, base), base),
        screens=len(interview.answered),
        items=sum(len(record.findings) for record in interview.answered),
        diagnosed=bool(case.expected.diagnosis),
        rank=_rank(case, assessment, base),
        rules=tuple(f"{reason.rule}:{reason.disposition.word}" for reason in assessment.triage.reasons),
        leading_probability=assessment.differential[0].probability if assessment.differential else 0.0,
        assess_s=assessed - begun,
        interview_s=ended - assessed,
        baselines=_baselines(assessment.findings, base),
    )


def _baselines(person: Findings, base: KnowledgeBase) -> Baselines:
    return Baselines(
        long_form=fill_in(person, base),
        flags=flags_of(person),
        flags_this_week=answer(person, Disposition.WITHIN_DAYS),
        flags_today=answer(person, Disposition.SAME_DAY),
    )


def _rank(case: Case, assessment: Assessment, base: KnowledgeBase) -> int | None:
    wanted = [case.expected.diagnosis, *case.expected.alternatives]
    for place, explanation in enumerate(assessment.differential, start=1):
        if names(base.conditions[explanation.condition], wanted):
            return place
    return None
