"""Which conditions fit the findings, how well, and why. Ranks explanations; never decides on safety."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import log, log10

import numpy as np

from spinewise.differential.inference import Posterior, infer
from spinewise.differential.network import Network, Observation, network_of, observe
from spinewise.knowledge import Findings, KnowledgeBase, Value

LIKELY_FROM = 0.35
POSSIBLE_FROM = 0.06
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


def differential(findings: Findings, base: KnowledgeBase) -> tuple[Explanation, ...]:
    """Every possible condition, best fit first."""
    network = network_of(base)
    observation = observe(findings, network)
    posterior = infer(network, observation)
    order = np.argsort(-posterior.probability, kind="stable")
    return tuple(_explain(int(i), network, observation, posterior, findings) for i in order if observation.prior_odds[i] > 0)


def fit_of(probability: float) -> Fit:
    """The word for a probability."""
    if probability >= LIKELY_FROM:
        return Fit.LIKELY
    return Fit.POSSIBLE if probability >= POSSIBLE_FROM else Fit.UNLIKELY


def _explain(column: int, network: Network, observation: Observation, posterior: Posterior, findings: Findings) -> Explanation:
    condition = network.conditions[column]
    probability = float(posterior.probability[column])
    weights: dict[str, float] = {}
    for finding, weight in _weights(column, network, observation, posterior):
        weights[finding] = weights.get(finding, 0.0) + weight
    told = [Contribution(name, findings.get(name), round(w, 2)) for name, w in weights.items() if abs(w) >= _WORTH_SAYING]
    told.sort(key=lambda one: -abs(one.weight))
    return Explanation(condition.id, condition.name, probability, fit_of(probability), tuple(told), condition.sources)


def _weights(column: int, network: Network, observation: Observation, posterior: Posterior) -> Iterator[tuple[str, float]]:
    for change in observation.changes[column]:
        for finding in change.findings:
            yield finding, log10(change.factor) / len(change.findings)
    for place, row in enumerate(observation.present):
        yield network.signs[row].finding, float(posterior.evidence[place, column]) / log(10)
    for row in np.flatnonzero((network.strength[:, column] > 0) & (observation.absence_weight > 0)):
        absence = observation.absence_weight[row] * np.log1p(-network.strength[row, column])
        yield network.signs[row].finding, float(absence) / log(10)
