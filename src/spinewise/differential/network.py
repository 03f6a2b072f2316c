"""The network of conditions and the signs that they produce: a leaky noisy-OR.

Each sign is absent only if every condition that is present fails to produce it and so does everything
else (the leak): P(sign absent) = (1 - leak) * product over present conditions of (1 - strength).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.conditions import IsOneOf, IsYes, Leaf, Value
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
class Network:
    """Signs (rows) by conditions (columns), with ids in the same order."""

    conditions: tuple[HealthCondition, ...]
    signs: tuple[Leaf, ...]
    strength: Array
    """Shape (signs, conditions): probability that the condition produces the sign."""
    leak: Array
    """Shape (signs,): probability that the sign is there for other reasons."""


@dataclass(frozen=True, slots=True)
class PriorChangeOfPerson:
    """A factor on the prior odds of a condition, with the findings behind it."""

    findings: tuple[str, ...]
    factor: float


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known of one person, in the terms of the network."""

    prior_odds: Array
    """Shape (conditions,): after age, sex, circumstances and what speaks against; 0 where impossible."""
    present: npt.NDArray[np.intp]
    """Indices of the signs that are there."""
    absence_weight: Array
    """Shape (signs,): 1 stated absent, less where absence was assumed, 0 where present or unknown."""
    changes: Mapping[int, tuple[PriorChangeOfPerson, ...]]


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
    return Network(conditions, tuple(rows), strength, leak)


def leak_of(sign: Leaf, base: KnowledgeBase) -> float:
    """How often a sign is there for reasons outside the network."""
    finding = base.findings[sign.finding]
    if isinstance(sign, IsYes):
        return BACKGROUND_PROBABILITY[finding.background]
    wanted = sign.options if isinstance(sign, IsOneOf) else ()
    found = [BACKGROUND_PROBABILITY[option.background] for option in finding.options if option.value in wanted]
    return max(found, default=BACKGROUND_PROBABILITY[finding.background])


def observe(findings: Findings, network: Network) -> Observation:
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
    changes = {column: prior_changes(condition, findings) for column, condition in enumerate(network.conditions)}
    odds = np.array([_prior_odds(condition, changes[i], findings) for i, condition in enumerate(network.conditions)])
    return Observation(odds, np.array(present, dtype=np.intp), absence, changes)


def _absence_weight(sign: Leaf, value: Value, findings: Findings) -> float:
    if sign.finding in findings.assumed:
        return ASSUMED_ABSENCE_WEIGHT
    return 1.0 if isinstance(value, bool) else UNCHOSEN_OPTION_WEIGHT


def prior_changes(condition: HealthCondition, findings: Findings) -> tuple[PriorChangeOfPerson, ...]:
    """What of this person makes a condition likelier or less likely before any sign."""
    factors = [(change.when, change.times) for change in condition.prior_by]
    factors += [(against.when, AGAINST_ODDS_FACTOR[against.strength]) for against in condition.speaks_against]
    return tuple(
        PriorChangeOfPerson(tuple(dict.fromkeys(leaf.finding for leaf in when.reasons(findings))), factor)
        for when, factor in factors
        if when.evaluate(findings) is True
    )


def _prior_odds(condition: HealthCondition, changes: tuple[PriorChangeOfPerson, ...], findings: Findings) -> float:
    if condition.only_if is not None and condition.only_if.evaluate(findings) is False:
        return 0.0
    probability = PRIOR_PROBABILITY[condition.prior]
    odds = probability / (1 - probability)
    for change in changes:
        odds *= change.factor
    return min(odds, LARGEST_PRIOR_ODDS)
