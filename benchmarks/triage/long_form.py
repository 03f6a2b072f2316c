"""The baseline of a fixed form: every question that applies, in a fixed order, to everybody.

No question is left out because of what it could still change, none stands for several, and nothing ends it early.
The form skips only what cannot apply (a pregnancy to a man) and what follows from an earlier answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spinewise.intake.interview import OPENING
from spinewise.intake.screens import MOST_OTHERS, MOST_YES_OR_NO
from spinewise.knowledge import Disposition, Findings, KnowledgeBase, complete
from spinewise.knowledge.records import Finding, Question
from spinewise.triage import disposition_of


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A form that somebody filled in."""

    screens: int
    items: int
    disposition: Disposition


def fill_in(person: Findings, base: KnowledgeBase) -> FilledIn:
    """The whole form, answered from what is known of a person; "not sure" for the rest."""
    told, screens, items = Findings(), 0, 0
    for page in pages(base):
        asked = tuple(_asked(page, complete(told, base), base))
        screens += bool(asked)
        items += len(asked)
        answers = {name: person.values[name] for name in asked if person.known(name)}
        told = told.with_values(answers).with_unsure(name for name in asked if name not in answers)
    return FilledIn(screens, items, disposition_of(complete(told, base), base))


@lru_cache(maxsize=2)
def form(base: KnowledgeBase) -> tuple[Question, ...]:
    """Who the person is and what the trouble is, then every other question in the order of the knowledge base."""
    first = tuple(dict.fromkeys(base.question_of[finding] for finding in OPENING if finding in base.question_of))
    return first + tuple(question for question in base.questions.values() if question not in first)


@lru_cache(maxsize=2)
def pages(base: KnowledgeBase) -> tuple[tuple[str, ...], ...]:
    """The form cut into pages that are as long as the longest screens of the interview; broader questions are left out."""
    single = (tuple(name for name in question.findings if not base.findings[name].members) for question in form(base))
    return tuple(page for findings in single for page in _cut(findings, base))


def _cut(findings: tuple[str, ...], base: KnowledgeBase) -> Iterator[tuple[str, ...]]:
    most = MOST_YES_OR_NO if all(base.findings[name].type == "bool" for name in findings) else MOST_OTHERS
    for start in range(0, len(findings), most):
        yield findings[start : start + most]


def _asked(page: tuple[str, ...], known: Findings, base: KnowledgeBase) -> Iterator[str]:
    for name in page:
        if not known.settled(name) and _applies(base.findings[name], known):
            yield name


def _applies(finding: Finding, known: Findings) -> bool:
    """Not certainly about somebody else."""
    return finding.ask_if is None or finding.ask_if.evaluate(known) is not False
