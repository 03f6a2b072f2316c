"""How much each question is worth for telling explanations apart, and for the plan."""

from collections.abc import Mapping

import numpy as np

from spinewise.differential import network_of, probabilities
from spinewise.intake.asking import Askable
from spinewise.intake.danger import questions_about
from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.scales import BENEFIT_POINTS
from spinewise.safety import Verdict, clear

_EXPLANATIONS_TO_TELL_APART = 5
_WORTH_EXPLAINING = 0.12
_WORTH_PLANNING = 2.0
_WORTH_PLANNING_SHARE = 0.1
"""A question for the plan is worth a screen when it opens a tenth of what could help; the week page offers the others."""
Scores = Mapping[str, float]


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
    """For each question, the benefit of the interventions that wait for its answer, where that is a good part of all."""
    scores: dict[str, float] = {}
    everything = 0.0
    for clearance in clear(findings, base).values():
        helps = base.interventions[clearance.intervention].helps
        points = max((BENEFIT_POINTS[line.benefit] for line in helps if line.when.evaluate(findings) is True), default=0.0)
        everything += points
        if clearance.verdict is Verdict.ASK_FIRST:
            questions = questions_about(frozenset(clearance.needs), base, can_ask)
            for question in questions:
                scores[question] = scores.get(question, 0.0) + points / len(questions)
    least = max(_WORTH_PLANNING, _WORTH_PLANNING_SHARE * everything)
    return {question: score for question, score in scores.items() if score >= least}
