"""The small tests on request: for whom they are open, and what was reached so far."""

from dataclasses import dataclass
from datetime import date

from spinewise.intake import Answered, Interview, Purpose, Step, self_test_for
from spinewise.knowledge import Disposition, KnowledgeBase, Value
from spinewise.web.account import Account
from spinewise.web.present import Present


@dataclass(frozen=True, slots=True)
class Reached:
    """One result, with its day."""

    finding: str
    value: Value
    on: date | None


def may_test(now: Present) -> bool:
    """Trying one's strength is for people who need nobody to look at them first, and whose danger check is fresh."""
    return now.week_open and now.standing.disposition < Disposition.WITHIN_DAYS


def open_tests(account: Account, base: KnowledgeBase) -> tuple[str, ...]:
    """The tests that are known to be safe for this person."""
    return tuple(name for name in _on_request(base) if self_test_for(name, account.cautious, base))


def missing_for_tests(account: Account, base: KnowledgeBase) -> tuple[str, ...]:
    """The findings that have to be answered before more of the tests are known to be safe."""
    conditions = [base.findings[name].ask_if for name in _on_request(base)]
    undecided = [one for one in conditions if one is not None and one.evaluate(account.cautious) is None]
    needed = (name for one in undecided for name in sorted(one.needs(account.cautious)))
    return tuple(name for name in dict.fromkeys(needed) if name in base.question_of)


def step_of(finding: str, base: KnowledgeBase) -> Step:
    """The screen that takes a result."""
    return Step(base.question_of[finding], (finding,), Purpose.VOLUNTEERED)


def results(interview: Interview, base: KnowledgeBase) -> tuple[Reached, ...]:
    """All results in the order in which they were given."""
    wanted = frozenset(_on_request(base))
    return tuple(one for answered in interview.answered for one in _reached(answered, wanted))


def _reached(answered: Answered, wanted: frozenset[str]) -> list[Reached]:
    return [Reached(name, value, answered.on) for name, value in answered.values.items() if name in wanted]


def _on_request(base: KnowledgeBase) -> tuple[str, ...]:
    return tuple(finding.id for finding in base.findings.values() if finding.on_request and finding.id in base.question_of)
