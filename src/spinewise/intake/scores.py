"""How much each question is worth now, for each purpose of asking."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

import numpy as np

from spinewise.differential import differential
from spinewise.differential.network import network_of
from spinewise.knowledge import Disposition, Findings, KnowledgeBase, Value
from spinewise.knowledge.records import Level
from spinewise.knowledge.scales import BENEFIT_POINTS
from spinewise.safety import Verdict, clear
from spinewise.triage import open_levels

_WEIGHT = {
    Disposition.EMERGENCY: 27.0,
    Disposition.SAME_DAY: 9.0,
    Disposition.WITHIN_DAYS: 3.0,
    Disposition.ROUTINE: 1.0,
}
_TOUCHED_BUT_NOT_CLOSED = 0.15
_EXPLANATIONS_TO_TELL_APART = 5
_WORTH_EXPLAINING = 0.12
_WORTH_PLANNING = 2.0
Scores = Mapping[str, float]


def closing_score(
    findings: Findings, base: KnowledgeBase, disposition: Disposition, askable: frozenset[str]
) -> Scores:
    """For each question, the weight of the open danger levels that its likely answers would close."""
    scores: dict[str, float] = {}
    for _, level in open_levels(findings, base, disposition):
        needed = level.when.needs(findings) & askable
        for question in {base.question_of[finding].id for finding in needed}:
            share = _share_closed(question, level, needed, findings, base)
            scores[question] = scores.get(question, 0.0) + _WEIGHT[Disposition.of(level.disposition)] * share
    return scores


def _share_closed(
    question: str, level: Level, needed: frozenset[str], findings: Findings, base: KnowledgeBase
) -> float:
    """1 when the likely answers decide the level, a little when they only bring it nearer."""
    asked = [finding for finding in base.questions[question].findings if finding in needed]
    likely = _likely_answers(base).keys() & set(asked)
    if len(likely) < len(asked):
        return 0.5
    after = findings.with_values({finding: _likely_answers(base)[finding] for finding in asked})
    return 1.0 if level.when.evaluate(after) is not None else _TOUCHED_BUT_NOT_CLOSED


_LIKELY: WeakKeyDictionary[KnowledgeBase, Mapping[str, Value]] = WeakKeyDictionary()


def _likely_answers(base: KnowledgeBase) -> Mapping[str, Value]:
    """Most people answer a yes/no question about danger with no."""
    if base not in _LIKELY:
        _LIKELY[base] = {finding.id: False for finding in base.findings.values() if finding.type == "bool"}
    return _LIKELY[base]


def explaining_scores(findings: Findings, base: KnowledgeBase, askable: frozenset[str]) -> Scores:
    """For each question, how far its signs would tell the leading explanations apart."""
    network = network_of(base)
    leading = differential(findings, base)[:_EXPLANATIONS_TO_TELL_APART]
    column = {condition.id: i for i, condition in enumerate(network.conditions)}
    probability = np.array([explanation.probability for explanation in leading])
    strength = network.strength[:, [column[explanation.condition] for explanation in leading]]
    spread = probability * (1 - probability) * np.abs(strength - network.leak[:, None])
    scores: dict[str, float] = {}
    for row, sign in enumerate(network.signs):
        if sign.finding in askable:
            question = base.question_of[sign.finding].id
            scores[question] = scores.get(question, 0.0) + float(spread[row].sum())
    return {question: score for question, score in scores.items() if score >= _WORTH_EXPLAINING}


def planning_scores(findings: Findings, base: KnowledgeBase, askable: frozenset[str]) -> Scores:
    """For each question, the benefit of the interventions that wait for its answer."""
    scores: dict[str, float] = {}
    for clearance in clear(findings, base).values():
        if clearance.verdict is not Verdict.ASK_FIRST:
            continue
        helps = base.interventions[clearance.intervention].helps
        points = max((BENEFIT_POINTS[line.benefit] for line in helps if line.when.evaluate(findings) is True), default=0.0)
        questions = {base.question_of[finding].id for finding in clearance.needs if finding in askable}
        for question in questions:
            scores[question] = scores.get(question, 0.0) + points / len(questions)
    return {question: score for question, score in scores.items() if score >= _WORTH_PLANNING}
