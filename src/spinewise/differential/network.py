"""The network of conditions and the signs that they produce: a leaky noisy-OR.

Each sign is absent only if every condition that is present fails to produce it and so does everything
else (the leak): P(sign absent) = (1 - leak) * product over present conditions of (1 - strength).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from spinewise.knowledge import (
    FALSE,
    TRUE,
    Condition,
    Findings,
    IsOneOf,
    IsYes,
    KnowledgeBase,
    Leaf,
    Node,
    Truths,
    Value,
)
from spinewise.knowledge.records import HealthCondition
from spinewise.knowledge.scales import (
    AGAINST_ODDS_FACTOR,
    BACKGROUND_PROBABILITY,
    PRIOR_PROBABILITY,
    STRENGTH_PROBABILITY,
)

Array = npt.NDArray[np.float64]
LARGEST_PRIOR_ODDS = 4.0
ASSUMED_ABSENCE_WEIGHT = 0.3
"""How much of an absence counts that nobody stated: stories leave out most of what is not there."""
UNCHOSEN_OPTION_WEIGHT = 0.6
"""How much it counts that an option was not chosen where others were: people name the main ones."""


@dataclass(frozen=True, slots=True)
class PriorFactor:
    """A circumstance that changes the prior odds of a condition, compiled."""

    when: Condition
    node: Node
    factor: float


@dataclass(frozen=True, slots=True)
class Network:
    """Signs (rows) by conditions (columns), with ids in the same order."""

    conditions: tuple[HealthCondition, ...]
    signs: tuple[Leaf, ...]
    strength: Array
    """Shape (signs, conditions): probability that the condition produces the sign."""
    leak: Array
    """Shape (signs,): probability that the sign is there for other reasons."""
    factors: tuple[tuple[PriorFactor, ...], ...] = ()
    """For each condition, what may change its prior odds."""
    only_if: tuple[Node | None, ...] = ()
    """For each condition, what it is impossible without."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known of one person, in the terms of the network."""

    prior_odds: Array
    """Shape (conditions,): after age, sex, circumstances and what speaks against; 0 where impossible."""
    present: npt.NDArray[np.intp]
    """Indices of the signs that are there."""
    absence_weight: Array
    """Shape (signs,): 1 stated absent, less where absence was assumed, 0 where present or unknown."""
    changes: Mapping[int, tuple[PriorFactor, ...]]
    """By column of the network: the circumstances that are true of this person."""


_BUILT: WeakKeyDictionary[KnowledgeBase, Network] = WeakKeyDictionary()


def network_of(base: KnowledgeBase) -> Network:
    """The network of a knowledge base, built once for each."""
    if base not in _BUILT:
        _BUILT[base] = build_network(base)
    return _BUILT[base]


def build_network(base: KnowledgeBase) -> Network:
    """Signs, strengths and leaks from the conditions of a knowledge base."""
    conditions = tuple(base.conditions.values())
    rows: dict[Leaf, int] = {}
    entries: list[tuple[int, int, float]] = []
    for column, condition in enumerate(conditions):
        for sign in condition.speaks_for:
            if not isinstance(sign.when, Leaf):
                continue
            row = rows.setdefault(sign.when, len(rows))
            entries.append((row, column, STRENGTH_PROBABILITY[sign.strength]))
    strength = np.zeros((len(rows), len(conditions)))
    for row, column, probability in entries:
        strength[row, column] = probability
    leak = np.array([leak_of(sign, base) for sign in rows])
    strength = beyond_leak(strength, leak)
    factors = tuple(tuple(_factors(condition, base)) for condition in conditions)
    only_if = tuple(None if one.only_if is None else base.compile(one.only_if) for one in conditions)
    return Network(conditions, tuple(rows), strength, leak, factors, only_if)


def _factors(condition: HealthCondition, base: KnowledgeBase) -> Iterator[PriorFactor]:
    for change in condition.prior_by:
        yield PriorFactor(change.when, base.compile(change.when), change.times)
    for against in condition.speaks_against:
        yield PriorFactor(against.when, base.compile(against.when), AGAINST_ODDS_FACTOR[against.strength])


def beyond_leak(observed: Array, leak: Array) -> Array:
    """What a condition adds to the leak, so that together they give the sign as often as it is ``observed`` in the condition.

    Shapes (signs, conditions) and (signs,). A sign that is no commoner in the condition than elsewhere adds nothing.
    """
    return np.asarray(np.clip(1 - (1 - observed) / (1 - leak[:, None]), 0.0, 1.0))


def leak_of(sign: Leaf, base: KnowledgeBase) -> float:
    """How often a sign is there for reasons outside the network."""
    finding = base.findings[sign.finding]
    if isinstance(sign, IsYes):
        return BACKGROUND_PROBABILITY[finding.background]
    wanted = sign.options if isinstance(sign, IsOneOf) else ()
    found = [BACKGROUND_PROBABILITY[option.background] for option in finding.options if option.value in wanted]
    return max(found, default=BACKGROUND_PROBABILITY[finding.background])


def observe(findings: Findings, network: Network, base: KnowledgeBase) -> Observation:
    """Prior odds, present and absent signs of one person."""
    present: list[int] = []
    absence = np.zeros(len(network.signs))
    for row, sign in enumerate(network.signs):
        value = findings.get(sign.finding)
        if value is None:
            continue
        if sign.holds(value):
            present.append(row)
        else:
            absence[row] = _absence_weight(sign, value, findings)
    truths = base.sheet.truths(findings.values)
    changes = {
        column: tuple(one for one in factors if one.node.evaluate(truths) == TRUE)
        for column, factors in enumerate(network.factors)
    }
    odds = [_prior_odds(column, network, changes[column], truths) for column in range(len(network.conditions))]
    return Observation(np.array(odds), np.array(present, dtype=np.intp), absence, changes)


def _absence_weight(sign: Leaf, value: Value, findings: Findings) -> float:
    if sign.finding in findings.assumed:
        return ASSUMED_ABSENCE_WEIGHT
    return 1.0 if isinstance(value, bool) else UNCHOSEN_OPTION_WEIGHT


def _prior_odds(column: int, network: Network, changes: tuple[PriorFactor, ...], truths: Truths) -> float:
    only_if = network.only_if[column]
    if only_if is not None and only_if.evaluate(truths) == FALSE:
        return 0.0
    probability = PRIOR_PROBABILITY[network.conditions[column].prior]
    odds = probability / (1 - probability)
    for change in changes:
        odds *= change.factor
    return min(odds, LARGEST_PRIOR_ODDS)
