"""Answered screens as JSON and back.

Reading is forgiving on purpose: what the knowledge base no longer knows, or what no longer applies after an
earlier answer was changed, is dropped and will be asked again. Nothing is guessed.
"""

from collections.abc import Mapping
from typing import Any

from spinewise.intake import Answered, Interview, Purpose, Step
from spinewise.knowledge import KnowledgeBase, Value, complete, open_parents, read_value

Screen = dict[str, Any]


def screen_of(answered: Answered) -> Screen:
    """One answered screen as JSON."""
    day = {"on": answered.on.isoformat()} if answered.on else {}
    return {
        "question": answered.question,
        "findings": list(answered.findings),
        "values": {finding: _plain(value) for finding, value in answered.values.items()},
        "purpose": answered.purpose.value,
        **day,
    }


def _plain(value: Value) -> bool | float | str | list[str]:
    return sorted(value) if isinstance(value, frozenset) else value


def step_of(screen: Mapping[str, Any], interview: Interview, base: KnowledgeBase) -> Step | None:
    """The screen with those of its findings that still make sense here."""
    question = base.questions.get(screen["question"])
    if question is None:
        return None
    known = complete(interview.findings, base)
    kept = tuple(
        finding
        for finding in screen["findings"]
        if finding in question.findings
        and open_parents(base.findings[finding], known, base) is not None
        and _readable(finding, screen, base)
    )
    return Step(question, kept, Purpose(screen["purpose"])) if kept else None


def _readable(finding: str, screen: Mapping[str, Any], base: KnowledgeBase) -> bool:
    """A "not sure", or a value that the finding still accepts."""
    if finding not in screen["values"]:
        return True
    try:
        read_value(base.findings[finding], screen["values"][finding])
    except ValueError:
        return False
    return True


def read_values(screen: Mapping[str, Any], step: Step, base: KnowledgeBase) -> dict[str, Value]:
    """The values of a screen, as the knowledge base reads them."""
    given = screen["values"]
    return {finding: read_value(base.findings[finding], given[finding]) for finding in step.findings if finding in given}
