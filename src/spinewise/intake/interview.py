"""Which question next, and when enough is known.

Danger first: while an unanswered question could still raise the disposition, it is asked. Then the questions
that tell explanations apart, then those that decide whether useful self-care is safe. An emergency ends the
interview at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from spinewise.intake.asking import Askable, askable
from spinewise.intake.danger import Screen, danger_screens
from spinewise.intake.scores import Worth, worth_for_explaining, worth_for_planning
from spinewise.intake.screens import NOTHING_WANTED, shown
from spinewise.knowledge import Disposition, Findings, KnowledgeBase, Value, complete
from spinewise.knowledge.records import Question
from spinewise.triage import disposition_of

OPENING = ("age", "sex", "complaint", "regions", "onset")
MOST_EXPLAINING_QUESTIONS = 1
MOST_PLANNING_QUESTIONS = 5


class Purpose(StrEnum):
    """Why a question is asked now."""

    OPENING = "opening"
    DANGER = "danger"
    EXPLAIN = "explain"
    PLAN = "plan"
    VOLUNTEERED = "volunteered"


@dataclass(frozen=True, slots=True)
class Step:
    """One screen to show: a question with those of its findings that are still open."""

    question: Question
    findings: tuple[str, ...]
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Answered:
    """One screen that was answered; a finding without a value was "not sure". ``on`` is set where the day matters."""

    question: str
    findings: tuple[str, ...]
    values: Mapping[str, Value]
    purpose: Purpose
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Interview:
    """A conversation so far. ``findings`` holds what was said, nothing that was worked out."""

    findings: Findings = field(default_factory=Findings)
    answered: tuple[Answered, ...] = ()

    def answer(self, step: Step, values: Mapping[str, Value], on: date | None = None) -> "Interview":
        """The conversation after a screen; findings of the screen without a value count as "not sure"."""
        said = {key: value for key, value in values.items() if key in step.findings}
        unsure = [finding for finding in step.findings if finding not in said]
        record = Answered(step.question.id, step.findings, said, step.purpose, on)
        return Interview(self.findings.with_values(said).with_unsure(unsure), (*self.answered, record))

    def volunteer(self, values: Mapping[str, Value], base: KnowledgeBase) -> "Interview":
        """The conversation with answers that the person gave and confirmed unasked, on the screens where they belong.

        An answer that was given before stays, but a yes replaces a no or a "not sure", and that of its broader question.
        """
        opened = {base.gateway_of[key]: True for key, value in values.items() if value is True and key in base.gateway_of}
        denied = {key: value for key, value in opened.items() if self.findings.settled(key)}
        taken = {key: value for key, value in {**denied, **values, **denied}.items() if self._takes(key, value)}
        interview = self
        for question in dict.fromkeys(base.question_of[key] for key in taken):
            findings = tuple(finding for finding in question.findings if finding in taken)
            interview = interview.answer(Step(question, findings, Purpose.VOLUNTEERED), taken)
        return interview

    def _takes(self, finding: str, value: Value) -> bool:
        outweighs = value is True and self.findings.get(finding) is not True
        return outweighs or not self.findings.settled(finding)

    def back(self) -> "Interview":
        """The conversation before the last screen."""
        if not self.answered:
            return self
        last = self.answered[-1]
        return replace(self, findings=self.findings.without(last.findings), answered=self.answered[:-1])

    def asked_for(self, purpose: Purpose) -> int:
        """How many screens were shown for a purpose."""
        return sum(record.purpose is purpose for record in self.answered)


def next_step(interview: Interview, base: KnowledgeBase) -> Step | None:
    """The next screen, or ``None`` when nothing more can raise the disposition or change the plan much."""
    known = complete(interview.findings, base)
    can_ask = askable(known, base)
    disposition = disposition_of(known, base)
    if disposition is Disposition.EMERGENCY:
        return None
    for finding in OPENING:
        if finding in can_ask.now:
            question = base.question_of[finding]
            return Step(question, shown(question, _together(question, can_ask), base, NOTHING_WANTED), Purpose.OPENING)
    danger = _best(danger_screens(known, base, disposition, can_ask), base, Purpose.DANGER)
    if danger is not None or disposition >= Disposition.SAME_DAY:
        return danger
    return _explaining_step(interview, known, base, can_ask) or _planning_step(interview, known, base, can_ask)


def _together(question: Question, can_ask: Askable) -> Askable:
    """What can be asked when the opening shows beside each other what hangs only on each other, such as what and where."""
    here = can_ask.now & frozenset(question.findings)
    beside = {name for name in OPENING if name in can_ask.waiting and can_ask.waiting[name] <= here}
    return Askable(can_ask.now | beside, can_ask.waiting)


def step_about(finding: str, interview: Interview, base: KnowledgeBase) -> Step | None:
    """The screen that asks a finding which nobody has asked yet, or what comes before it; ``None`` when none can."""
    can_ask = askable(complete(interview.findings, base), base)
    first = min(can_ask.asked_for(finding), default=None)
    if first is None:
        return None
    question = base.question_of[first]
    return Step(question, shown(question, can_ask, base, {first: 1.0}), Purpose.PLAN)


def _explaining_step(interview: Interview, known: Findings, base: KnowledgeBase, can_ask: Askable) -> Step | None:
    if interview.asked_for(Purpose.EXPLAIN) >= MOST_EXPLAINING_QUESTIONS:
        return None
    return _best(_worthy(worth_for_explaining(known, base, can_ask), base, can_ask), base, Purpose.EXPLAIN)


def _planning_step(interview: Interview, known: Findings, base: KnowledgeBase, can_ask: Askable) -> Step | None:
    if interview.asked_for(Purpose.PLAN) >= MOST_PLANNING_QUESTIONS:
        return None
    return _best(_worthy(worth_for_planning(known, base, can_ask), base, can_ask), base, Purpose.PLAN)


def _worthy(worth: Worth, base: KnowledgeBase, can_ask: Askable) -> dict[str, Screen]:
    """For each question whose next screen is worth it, that screen."""
    screens: dict[str, Screen] = {}
    for question in {base.question_of[name].id for name in worth.of}:
        findings = shown(base.questions[question], can_ask, base, worth.of)
        total = sum(worth.of.get(name, 0.0) for name in findings)
        if total >= worth.least:
            screens[question] = Screen(findings, total)
    return screens


def _best(screens: Mapping[str, Screen], base: KnowledgeBase, purpose: Purpose) -> Step | None:
    if not screens:
        return None
    best = max(sorted(screens), key=lambda question: screens[question].worth)
    return Step(base.questions[best], screens[best].findings, purpose)
