"""The baseline of a fixed form: every question that applies, in a fixed order, to everybody.

No question is left out because of what it could still change, none stands for several, and nothing ends it early.
The form skips only what cannot apply (a pregnancy to a man) and what follows from an earlier answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spinewise.intake.interview import OPENING
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
    for question in form(base):
        asked = tuple(_asked(question, complete(told, base), base))
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


def _asked(question: Question, known: Findings, base: KnowledgeBase) -> Iterator[str]:
    for name in question.findings:
        if not known.settled(name) and _applies(base.findings[name], known):
            yield name


def _applies(finding: Finding, known: Findings) -> bool:
    """No broader question, and not certainly about somebody else."""
    return not finding.members and (finding.ask_if is None or finding.ask_if.evaluate(known) is not False)
