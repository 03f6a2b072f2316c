"""How much each question is worth for finding danger: it can rule dangers out, or it can bring one to light."""

from collections.abc import Mapping
from dataclasses import dataclass

from spinewise.intake.asking import Askable
from spinewise.knowledge import TRUE, UNKNOWN, Disposition, Findings, KnowledgeBase, Node, Truths, Value, harmless
from spinewise.knowledge.records import Finding
from spinewise.knowledge.scales import Background
from spinewise.triage import danger_levels

_WEIGHT = {
    Disposition.EMERGENCY: 27.0,
    Disposition.SAME_DAY: 9.0,
    Disposition.WITHIN_DAYS: 3.0,
    Disposition.ROUTINE: 1.0,
}
_CLOSED = 1.0
_TOUCHED_BUT_NOT_CLOSED = 0.15
_ANSWER_NOT_FORESEEN = 0.5
_BROUGHT_TO_LIGHT = 0.3
_BROUGHT_TO_LIGHT_AFTER_YES = 3.0
"""A danger that this screen alone can bring to light counts more once its broader question was answered with yes."""


@dataclass(frozen=True, slots=True)
class _Screen:
    """What would be known after a screen, if the person answers as most do, and if they say yes to all of it."""

    after_likely: Truths | None
    after_yes: Truths | None
    light: float

    def worth(self, node: Node) -> float:
        """How much the screen does for one danger that is still open."""
        if self.after_likely is None:
            closes = _ANSWER_NOT_FORESEEN
        else:
            closes = _TOUCHED_BUT_NOT_CLOSED if node.evaluate(self.after_likely) == UNKNOWN else _CLOSED
        reveals = self.after_yes is not None and node.evaluate(self.after_yes) == TRUE
        return closes + self.light if reveals else closes


def danger_scores(known: Findings, base: KnowledgeBase, disposition: Disposition, can_ask: Askable) -> Mapping[str, float]:
    """For each question, what it is worth for the danger levels that could still raise the disposition."""
    levels = danger_levels(base)
    truths = base.sheet.truths(known.values)
    screens: dict[str, _Screen] = {}
    scores: dict[str, float] = {}
    for one in levels:
        if one.disposition <= disposition or one.node.evaluate(truths) != UNKNOWN:
            continue
        for question in questions_about(base.sheet.needs(one.node, truths), base, can_ask):
            if question not in screens:
                screens[question] = _screen(question, known, truths, base, can_ask)
            scores[question] = scores.get(question, 0.0) + _WEIGHT[one.disposition] * screens[question].worth(one.node)
    return scores


def questions_about(findings: frozenset[str], base: KnowledgeBase, can_ask: Askable) -> set[str]:
    """The questions that can be asked now in order to learn these findings."""
    return {base.question_of[asked].id for finding in findings for asked in can_ask.asked_for(finding)}


def _screen(question: str, known: Findings, truths: Truths, base: KnowledgeBase, can_ask: Askable) -> _Screen:
    asked = [base.findings[finding] for finding in base.questions[question].findings if finding in can_ask.now]
    if any(finding.type != "bool" for finding in asked):
        return _Screen(None, None, 0.0)
    after_yes = truths.copy()
    base.sheet.write(after_yes, {finding.id: True for finding in asked})
    after_likely = truths.copy()
    base.sheet.write(after_likely, _likely_answers(asked, base))
    opened = any(known.get(base.gateway_of.get(finding.id, "")) is True for finding in asked)
    return _Screen(after_likely, after_yes, _BROUGHT_TO_LIGHT_AFTER_YES if opened else _BROUGHT_TO_LIGHT)


def _likely_answers(asked: list[Finding], base: KnowledgeBase) -> dict[str, Value]:
    """The answers that most people give, mostly "no", with all that follows for the members of broader questions."""
    answers: dict[str, Value] = {}
    for finding in asked:
        answers[finding.id] = finding.background is Background.MOST
        answers |= {member: harmless(base.findings[member]) for member in finding.members}
    return answers
