"""Answered screens as JSON and back.

Questions change their names and their findings over the years. So the answers are sorted anew by finding, each to the
question that asks it today. What the knowledge base no longer knows, or what no longer applies after an earlier answer was
changed, is dropped and will be asked again. Nothing is guessed.
"""

from collections.abc import Iterable, Mapping
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


def regrouped(entries: Iterable[Screen], base: KnowledgeBase) -> tuple[Screen, ...]:
    """The entries with each answered screen sorted to the questions of today; other entries stay as they are."""
    return tuple(screen for entry in entries for screen in (_sorted(entry, base) if "findings" in entry else (entry,)))


def _sorted(entry: Screen, base: KnowledgeBase) -> tuple[Screen, ...]:
    """One screen for each question of today; what no question asks stays under its old name, so that no answer is lost."""
    by_question: dict[str, list[str]] = {}
    for name in entry["findings"]:
        asks = base.question_of.get(name)
        by_question.setdefault(asks.id if asks else entry["question"], []).append(name)
    given = entry["values"]
    return tuple(
        {**entry, "question": question, "findings": names, "values": {name: given[name] for name in names if name in given}}
        for question, names in by_question.items()
    )


def step_of(screen: Mapping[str, Any], interview: Interview, told_in: Mapping[str, int], base: KnowledgeBase) -> Step | None:
    """The screen with those of its findings that still make sense here. ``told_in``: in which version each was told."""
    question = base.questions.get(screen["question"])
    if question is None:
        return None
    known = complete(interview.findings, base)
    kept = tuple(
        finding
        for finding in screen["findings"]
        if finding in question.findings
        and (open_parents(base.findings[finding], known, base) is not None or _told_after(finding, screen, told_in, base))
        and _readable(finding, screen, base)
    )
    return Step(question, kept, Purpose(screen["purpose"])) if kept else None


def _told_after(finding: str, screen: Mapping[str, Any], told_in: Mapping[str, int], base: KnowledgeBase) -> bool:
    """Was it told after all that rules it out today? Then it was asked by other rules, and the answer counts."""
    if finding not in screen["values"]:
        return False
    return all(told_in.get(name, -1) <= int(screen["v"]) for name in _rests_on(finding, base))


def _rests_on(finding: str, base: KnowledgeBase) -> frozenset[str]:
    """The findings that decide whether it is asked, with those that they follow from."""
    found: set[str] = set()
    todo = list(_asked_by(finding, base))
    while todo:
        name = todo.pop()
        if name not in found and name != finding:
            found.add(name)
            derived = base.findings[name].derived
            todo += [*_asked_by(name, base), *(derived.findings() if derived is not None else ())]
    return frozenset(found)


def _asked_by(finding: str, base: KnowledgeBase) -> frozenset[str]:
    ask_if, gateway = base.findings[finding].ask_if, base.gateway_of.get(finding)
    return (ask_if.findings() if ask_if is not None else frozenset()) | ({gateway} if gateway is not None else frozenset())


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
