"""Posterior probabilities in the noisy-OR network: exact, by belief propagation, and by brute force.

Exact: QuickScore (Heckerman 1989, UAI 5), which sums over subsets of the present signs, so its work
doubles with each of them. Belief propagation: Murphy, Weiss and Jordan 1999, UAI 15. Both are from memory
as to their pages; each is tested against the other and against enumeration.

All answers are given that at least one condition is there. Whoever says that nothing hurts is not asked about here at all.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from spinewise.differential.network import Array, Network, Observation

MOST_SIGNS_FOR_EXACT = 11
_ROUNDS = 60
_DAMPING = 0.5
_SMALL = 1e-12


@dataclass(frozen=True, slots=True)
class Posterior:
    """Probabilities of the conditions, and how each present sign moved each of them."""

    probability: Array
    """Shape (conditions,)."""
    evidence: Array
    """Shape (present signs, conditions): natural logarithm of the likelihood ratio in context."""
    exact: bool


def infer(network: Network, observation: Observation) -> Posterior:
    """Posterior of every condition: exact while that is cheap, by belief propagation beyond."""
    propagated, evidence = propagate(network, observation)
    if len(observation.present) <= MOST_SIGNS_FOR_EXACT:
        exact = quick_score(network, observation)
        if exact is not None:
            return Posterior(exact, evidence, exact=True)
    return Posterior(propagated, evidence, exact=False)


def odds_after_absences(network: Network, observation: Observation) -> Array:
    """Prior odds times the likelihood of all absent signs; exact, since absences factorise."""
    absent = np.exp(observation.absence_weight @ np.log1p(-network.strength))
    return np.asarray(observation.prior_odds * absent)


def quick_score(network: Network, observation: Observation) -> Array | None:
    """Exact posteriors, or ``None`` when rounding would eat the result."""
    odds = odds_after_absences(network, observation)
    present_probability = odds / (1 + odds)
    fails = 1 - network.strength[observation.present]
    all_fail = np.ones((1, len(odds)))
    sign = np.ones(1)
    for row, leak in zip(fails, network.leak[observation.present], strict=True):
        all_fail = np.concatenate([all_fail, all_fail * row])
        sign = np.concatenate([sign, -sign * (1 - leak)])
    with_condition = present_probability * all_fail
    either = with_condition + (1 - present_probability)
    terms = sign * np.prod(either, axis=1)
    nothing = float(np.prod(1 - present_probability) * np.prod(network.leak[observation.present]))
    total = float(terms.sum()) - nothing
    if total < _SMALL:
        return None
    return np.asarray(np.clip((terms @ (with_condition / either)) / total, 0.0, 1.0))


def propagate(network: Network, observation: Observation) -> tuple[Array, Array]:
    """Loopy belief propagation: posteriors, and the log likelihood ratio of each present sign for each condition."""
    log_odds = np.log(np.maximum(odds_after_absences(network, observation), 1e-300))
    strength = network.strength[observation.present]
    leak_fails = 1 - network.leak[observation.present]
    evidence = np.zeros_like(strength)
    for _ in range(_ROUNDS):
        belief = 1 / (1 + np.exp(-np.clip(log_odds + evidence.sum(axis=0) - evidence, -700, 700)))
        fails = 1 - strength * belief
        others_fail = (leak_fails[:, None] * np.prod(fails, axis=1, keepdims=True)) / fails
        ratio = np.log((1 - others_fail * (1 - strength)) / np.maximum(1 - others_fail, _SMALL))
        step = ratio - evidence
        evidence = evidence + (1 - _DAMPING) * step
        if np.abs(step).max(initial=0.0) < 1e-6:
            break
    posterior = 1 / (1 + np.exp(-np.clip(log_odds + evidence.sum(axis=0), -700, 700)))
    posterior[observation.prior_odds == 0] = 0.0
    nothing = float(np.prod(1 - posterior))
    return np.asarray(np.clip(posterior / max(1 - nothing, _SMALL), 0.0, 1.0)), evidence


def enumerate_all(network: Network, observation: Observation) -> Array:
    """The plain twin: every combination of conditions. For networks of at most about fifteen conditions."""
    weights = np.zeros(len(network.conditions))
    total = 0.0
    odds = odds_after_absences(network, observation)
    for combination in product((0.0, 1.0), repeat=len(network.conditions)):
        if not any(combination):
            continue
        there = np.array(combination)
        fails = (1 - network.leak) * np.prod(1 - network.strength * there, axis=1)
        likelihood = float(np.prod(np.where(there == 1, odds, 1.0)) * np.prod(1 - fails[observation.present]))
        weights += likelihood * there
        total += likelihood
    return np.asarray(weights / total)
