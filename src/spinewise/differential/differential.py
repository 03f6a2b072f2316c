"""Which conditions fit the findings, how well, and why. Ranks explanations; never decides on safety."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import log, log10

import numpy as np

from spinewise.differential.inference import Posterior, infer
from spinewise.differential.network import Array, Network, Observation, network_of, observe
from spinewise.knowledge import Findings, KnowledgeBase, Value

LIKELY_FROM = 0.35
POSSIBLE_FROM = 0.06
LEAST_TOLD = 10
SOBERED = 0.8
"""What part of the log odds counts above one half: findings go together more than the network knows, so it is too sure there.

One number, chosen on our own 150 cases; the others were kept out of the choice (see the benchmarks).
"""
_WORTH_SAYING = 0.08
"""Smallest weight (base-ten logarithm of a likelihood ratio) that is reported."""


class Fit(StrEnum):
    """How well a condition fits, in the words that people share."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one finding does to one condition: base-ten logarithm of its likelihood ratio in context."""

    finding: str
    value: Value | None
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """One condition that may be behind the trouble."""

    condition: str
    name: str
    probability: float
    fit: Fit
    because: tuple[Contribution, ...]
    sources: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Other names of the condition."""


def differential(findings: Findings, base: KnowledgeBase) -> tuple[Explanation, ...]:
    """The conditions that fit, best first: all that are at least possible, and some more for comparison.

    None where nothing hurts: the network only knows people with a trouble, and would name one for everybody.
    """
    if findings.nothing_hurts:
        return ()
    network = network_of(base)
    observation = observe(findings, network, base)
    posterior = infer(network, observation)
    probability = sobered(posterior.probability)
    order = [int(column) for column in np.argsort(-posterior.probability, kind="stable") if observation.prior_odds[column] > 0]
    told = [column for place, column in enumerate(order) if place < LEAST_TOLD or probability[column] >= POSSIBLE_FROM]
    return tuple(_explain(column, float(probability[column]), network, observation, posterior, findings) for column in told)


def probabilities(findings: Findings, base: KnowledgeBase) -> Array:
    """Only the posterior of each condition, shape (conditions,), in the order of ``network_of(base).conditions``."""
    network = network_of(base)
    return sobered(infer(network, observe(findings, network, base)).probability)


def sobered(probability: Array) -> Array:
    """Probabilities with less certainty above one half; their order stays, and so does what is below."""
    sure = np.clip(probability, 0.5, 1 - 1e-12)
    odds = (sure / (1 - sure)) ** SOBERED
    return np.asarray(np.where(probability > 0.5, odds / (1 + odds), probability))


def fit_of(probability: float) -> Fit:
    """The word for a probability."""
    if probability >= LIKELY_FROM:
        return Fit.LIKELY
    return Fit.POSSIBLE if probability >= POSSIBLE_FROM else Fit.UNLIKELY


def _explain(
    column: int, probability: float, network: Network, observation: Observation, posterior: Posterior, findings: Findings
) -> Explanation:
    condition = network.conditions[column]
    weights: dict[str, float] = {}
    for finding, weight in _weights(column, network, observation, posterior, findings):
        weights[finding] = weights.get(finding, 0.0) + weight
    told = [Contribution(name, findings.get(name), round(w, 2)) for name, w in weights.items() if abs(w) >= _WORTH_SAYING]
    told.sort(key=lambda one: -abs(one.weight))
    return Explanation(
        condition=condition.id,
        name=condition.name,
        probability=probability,
        fit=fit_of(probability),
        because=tuple(told),
        sources=condition.sources,
        also=condition.also,
    )


def _weights(
    column: int, network: Network, observation: Observation, posterior: Posterior, findings: Findings
) -> Iterator[tuple[str, float]]:
    for change in observation.changes[column]:
        names = list(dict.fromkeys(leaf.finding for leaf in change.when.reasons(findings)))
        for finding in names:
            yield finding, log10(change.factor) / len(names)
    for place, row in enumerate(observation.present):
        yield network.signs[row].finding, float(posterior.evidence[place, column]) / log(10)
    for row in np.flatnonzero((network.strength[:, column] > 0) & (observation.absence_weight > 0)):
        absence = observation.absence_weight[row] * np.log1p(-network.strength[row, column])
        yield network.signs[row].finding, float(absence) / log(10)
