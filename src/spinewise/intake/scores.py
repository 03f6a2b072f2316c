"""How much each question is worth now, for each purpose of asking."""

from collections.abc import Mapping

import numpy as np

from spinewise.differential import network_of, probabilities
from spinewise.intake.asking import Askable
from spinewise.knowledge import UNKNOWN, Disposition, Findings, KnowledgeBase, Node, Truths, Value, harmless
from spinewise.knowledge.scales import BENEFIT_POINTS, Background
from spinewise.safety import Verdict, clear
from spinewise.triage import danger_levels

_WEIGHT = {
    Disposition.EMERGENCY: 27.0,
    Disposition.SAME_DAY: 9.0,
    Disposition.WITHIN_DAYS: 3.0,
    Disposition.ROUTINE: 1.0,
}
_TOUCHED_BUT_NOT_CLOSED = 0.15
_ANSWER_NOT_FORESEEN = 0.5
_EXPLANATIONS_TO_TELL_APART = 5
_WORTH_EXPLAINING = 0.12
_WORTH_PLANNING = 2.0
Scores = Mapping[str, float]


def closing_scores(known: Findings, base: KnowledgeBase, disposition: Disposition, can_ask: Askable) -> Scores:
    """For each question, the weight of the open danger levels that its likely answers would close."""
    levels = danger_levels(base)
    truths = base.sheet.truths(known.values)
    after: dict[str, Truths | None] = {}
    scores: dict[str, float] = {}
    for one in levels:
        if one.disposition <= disposition or one.node.evaluate(truths) != UNKNOWN:
            continue
        for question in _questions_about(base.sheet.needs(one.node, truths), base, can_ask):
            if question not in after:
                after[question] = _after_likely_answers(question, truths, base, can_ask)
            share = _share_closed(one.node, after[question])
            scores[question] = scores.get(question, 0.0) + _WEIGHT[one.disposition] * share
    return scores


def _questions_about(findings: frozenset[str], base: KnowledgeBase, can_ask: Askable) -> set[str]:
    return {base.question_of[asked].id for finding in findings for asked in can_ask.asked_for(finding)}


def _share_closed(node: Node, after: Truths | None) -> float:
    """1 when the likely answers decide the level, a little when they only bring it nearer."""
    if after is None:
        return _ANSWER_NOT_FORESEEN
    return _TOUCHED_BUT_NOT_CLOSED if node.evaluate(after) == UNKNOWN else 1.0


def _after_likely_answers(question: str, truths: Truths, base: KnowledgeBase, can_ask: Askable) -> Truths | None:
    """The answers that most people give, mostly "no"; ``None`` where no answer is likely beforehand."""
    asked = [base.findings[finding] for finding in base.questions[question].findings if finding in can_ask.now]
    if any(finding.type != "bool" for finding in asked):
        return None
    answers: dict[str, Value] = {}
    for finding in asked:
        answers[finding.id] = finding.background is Background.MOST
        answers |= {member: harmless(base.findings[member]) for member in finding.members}
    after = truths.copy()
    base.sheet.write(after, answers)
    return after


def explaining_scores(findings: Findings, base: KnowledgeBase, can_ask: Askable) -> Scores:
    """For each question, how far its signs would tell the leading explanations apart."""
    network = network_of(base)
    posterior = probabilities(findings, base)
    leading = np.argsort(-posterior, kind="stable")[:_EXPLANATIONS_TO_TELL_APART]
    uncertainty = posterior[leading] * (1 - posterior[leading])
    spread = (uncertainty * np.abs(network.strength[:, leading] - network.leak[:, None])).sum(axis=1)
    scores: dict[str, float] = {}
    for row, sign in enumerate(network.signs):
        if sign.finding in can_ask.now:
            question = base.question_of[sign.finding].id
            scores[question] = scores.get(question, 0.0) + float(spread[row])
    return {question: score for question, score in scores.items() if score >= _WORTH_EXPLAINING}


def planning_scores(findings: Findings, base: KnowledgeBase, can_ask: Askable) -> Scores:
    """For each question, the benefit of the interventions that wait for its answer."""
    scores: dict[str, float] = {}
    for clearance in clear(findings, base).values():
        if clearance.verdict is not Verdict.ASK_FIRST:
            continue
        helps = base.interventions[clearance.intervention].helps
        points = max((BENEFIT_POINTS[line.benefit] for line in helps if line.when.evaluate(findings) is True), default=0.0)
        questions = _questions_about(frozenset(clearance.needs), base, can_ask)
        for question in questions:
            scores[question] = scores.get(question, 0.0) + points / len(questions)
    return {question: score for question, score in scores.items() if score >= _WORTH_PLANNING}
