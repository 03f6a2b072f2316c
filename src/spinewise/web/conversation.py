"""The interview as the web walks it: forward, back to an earlier screen, and round contradictions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spinewise.intake import Answered, Interview, Step, applying, next_step, step_about
from spinewise.knowledge import Findings, KnowledgeBase, Value, complete, contradictions
from spinewise.knowledge.records import Consistency
from spinewise.records.interviews import StoredInterview
from spinewise.records.screens import Screen, screen_of
from spinewise.records.timeline import changed_screen, dated, retold


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands. ``number`` counts from 1; ``earlier`` is the answer given before, on the way back."""

    step: Step
    number: int
    earlier: Answered | None = None


def place_now(interview: Interview, base: KnowledgeBase) -> Place | None:
    """The first screen that is still open; ``None`` when the interview is done."""
    step = next_step(interview, base)
    return Place(step, len(interview.answered) + 1) if step else None


def place_at(interview: Interview, number: int, base: KnowledgeBase) -> Place | None:
    """An earlier screen, to be answered again."""
    if not 1 <= number <= len(interview.answered):
        return None
    earlier = interview.answered[number - 1]
    return Place(Step(base.questions[earlier.question], earlier.findings, earlier.purpose), number, earlier)


def place_for(interview: Interview, finding: str, base: KnowledgeBase) -> Place | None:
    """The screen that asks a finding which nobody has asked yet, or what comes before it; ``None`` when none can."""
    step = step_about(finding, interview, base)
    return Place(step, len(interview.answered) + 1) if step else None


@dataclass(frozen=True, slots=True)
class After:
    """What is told with one more answer: the entries to store, and the conversation that they tell."""

    entries: tuple[Screen, ...]
    interview: Interview


def after(stored: StoredInterview, place: Place, values: Mapping[str, Value], base: KnowledgeBase, today: date) -> After:
    """The conversation with this screen answered. Later answers stay as far as they still make sense."""
    said = {key: value for key, value in values.items() if key in place.step.findings}
    findings = applying(place.step.findings, said, base)
    answered = Answered(place.step.question.id, findings, said, place.step.purpose, today)
    version = stored.version + 1
    if place.earlier is None:
        entries = (*stored.entries, dated(screen_of(answered), today, version))
    else:
        entries = changed_screen(stored.entries, stored.origins[place.number - 1], answered, today, version)
    return After(entries, retold(entries, base, today).interview)


def clashes(findings: Findings, base: KnowledgeBase) -> tuple[Consistency, ...]:
    """The answers that cannot both be right."""
    return contradictions(complete(findings, base), base)


def new_clashes(before: Interview, now: Interview, base: KnowledgeBase) -> tuple[Consistency, ...]:
    """The contradictions that the last answer brought in."""
    known = {rule.id for rule in clashes(before.findings, base)}
    return tuple(rule for rule in clashes(now.findings, base) if rule.id not in known)


def screen_number(interview: Interview, finding: str) -> int | None:
    """The screen on which a finding was answered last, counted from 1."""
    for number in range(len(interview.answered), 0, -1):
        if finding in interview.answered[number - 1].findings:
            return number
    return None
