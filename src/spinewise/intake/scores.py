"""How much each finding is worth for telling explanations apart, and for the plan."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from spinewise.differential import network_of, probabilities
from spinewise.intake.asking import Askable
from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.scales import BENEFIT_POINTS
from spinewise.safety import Verdict, clear

_EXPLANATIONS_TO_TELL_APART = 5
_WORTH_EXPLAINING = 0.1
"""A question is worth a screen when, with a chance of one in ten, an answer on it puts another explanation first."""
_WORTH_PLANNING = 2.0
_WORTH_PLANNING_SHARE = 0.1
"""A question for the plan is worth a screen when it opens a tenth of what could help; the week page offers the others."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What each finding is worth, and the least that a screen must be worth to be shown."""

    of: Mapping[str, float]
    least: float


def worth_for_explaining(findings: Findings, base: KnowledgeBase, can_ask: Askable) -> Worth:
    """The chance that the answer to each finding puts another explanation first; nothing where there is none to find."""
    if findings.nothing_hurts:
        return Worth({}, _WORTH_EXPLAINING)
    network = network_of(base)
    posterior = probabilities(findings, base)
    leading = np.argsort(-posterior, kind="stable")[:_EXPLANATIONS_TO_TELL_APART]
    share = posterior[leading] / posterior[leading].sum()
    scores: dict[str, float] = {}
    for row, sign in enumerate(network.signs):
        if sign.finding in can_ask.now:
            yes = 1 - (1 - network.strength[row, leading]) * (1 - network.leak[row])
            chance = sum(float(after.sum()) for after in (share * yes, share * (1 - yes)) if after.argmax() != 0)
            scores[sign.finding] = scores.get(sign.finding, 0.0) + chance
    return Worth(scores, _WORTH_EXPLAINING)


def worth_for_planning(findings: Findings, base: KnowledgeBase, can_ask: Askable) -> Worth:
    """The benefit of the interventions that wait for each finding; a screen must open a good part of all that could help."""
    scores: dict[str, float] = {}
    everything = 0.0
    for clearance in clear(findings, base).values():
        helps = base.interventions[clearance.intervention].helps
        points = max((BENEFIT_POINTS[line.benefit] for line in helps if line.when.evaluate(findings) is True), default=0.0)
        everything += points
        if clearance.verdict is Verdict.ASK_FIRST:
            wanted = {asked for needed in clearance.needs for asked in can_ask.asked_for(needed)}
            for name in wanted:
                scores[name] = scores.get(name, 0.0) + points / len(wanted)
    return Worth(scores, max(_WORTH_PLANNING, _WORTH_PLANNING_SHARE * everything))
