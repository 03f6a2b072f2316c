"""One case through assess and interview, and what came of it."""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.triage.cases import Case

from spinewise.assessment import Assessment, assess, interview_from_facts
from spinewise.knowledge import Disposition, KnowledgeBase, findings_from_facts
from spinewise.knowledge.records import HealthCondition

_SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "due", "from", "in", "into", "of", "on", "or", "the", "to", "with"})
_SMALL_WORDS |= {"without", "pain", "acute", "chronic"}


@dataclass(frozen=True, slots=True)
class Judged:
    """What the system answered for one case, beside what was expected."""

    case: str
    group: str
    expected: Disposition
    accepted: frozenset[Disposition]
    assessed: Disposition
    interviewed: Disposition
    screens: int
    items: int
    rank: int | None
    """Place of the diagnosis or a named alternative in the differential, 1 for the first; none if nowhere."""
    rules: tuple[str, ...]
    leading: tuple[str, ...]
    leading_probability: float
    assess_s: float
    interview_s: float

    @property
    def under(self) -> bool:
        """Less urgent than every accepted answer."""
        return self.assessed < min(self.accepted)

    @property
    def over(self) -> bool:
        """More urgent than every accepted answer."""
        return self.assessed > max(self.accepted)

    @property
    def acceptable(self) -> bool:
        """One of the accepted answers."""
        return self.assessed in self.accepted


def judge(case: Case, base: KnowledgeBase) -> Judged:
    """Assess a case closed (silence means no), and play the interview on it."""
    findings = findings_from_facts(case.facts, base, case.id)
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
        screens=len(interview.answered),
        items=sum(len(record.findings) for record in interview.answered),
        rank=_rank(case, assessment, base),
        rules=tuple(f"{reason.rule}:{reason.disposition.word}" for reason in assessment.triage.reasons),
        leading=tuple(one.condition for one in assessment.differential[:5]),
        leading_probability=assessment.differential[0].probability if assessment.differential else 0.0,
        assess_s=assessed - begun,
        interview_s=ended - assessed,
    )


def _rank(case: Case, assessment: Assessment, base: KnowledgeBase) -> int | None:
    wanted = [case.expected.diagnosis, *case.expected.alternatives]
    for place, explanation in enumerate(assessment.differential, start=1):
        if names(base.conditions[explanation.condition], wanted):
            return place
    return None


def names(condition: HealthCondition, wanted: Iterable[str]) -> bool:
    """Is one of these diagnoses another way to say this condition?

    True when all telling words of a name of the condition stand in the diagnosis, or the other way round.
    """
    own = [_words(name) for name in (condition.name, condition.plain, condition.id.replace("-", " "), *condition.also)]
    return any(_covers(name, _words(one)) for one in wanted for name in own)


def _covers(name: frozenset[str], diagnosis: frozenset[str]) -> bool:
    return bool(name) and bool(diagnosis) and (name <= diagnosis or diagnosis <= name)


def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z0-9]+", text.lower())) - _SMALL_WORDS


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "is", "us")) else word
