"""If something serious is behind the trouble: how likely is it that these signs are there?

For the order of questions only. Each serious condition is weighed by itself, as though it were the only one
(naive Bayes over the signs of the network); a broader question that was answered with yes counts as "one of its
members is there". Whatever the weights are, everything that could raise the disposition is asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from spinewise.differential.network import Array, Network, network_of, observe
from spinewise.knowledge import Findings, IsYes, KnowledgeBase

TOLD_BY_NO_SIGN = 0.05
"""How often a member of a broader question is there when no condition has it as a sign."""
_LEAST_ODDS = 1e-12


@dataclass(frozen=True, slots=True)
class _Table:
    """What does not depend on the person. Arrays have the shape (conditions,)."""

    network: Network
    serious: Array
    """1 for a serious condition, else 0."""
    present: Array
    """Shape (signs, conditions): natural logarithm of the likelihood ratio of a sign that is there."""
    yes: Mapping[str, Array]
    """For each yes/no finding, how often a condition brings it, or one of its members."""
    broader: Mapping[str, Array]
    """For each broader question, the logarithm of the likelihood ratio of its yes."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """How much each serious condition would account for the findings."""

    weight: Array
    """Shape (conditions,); sums to 1."""
    known: Findings
    _table: _Table
    _gateway_of: Mapping[str, str]

    def chance_of_any(self, findings: Iterable[str]) -> float:
        """The chance that at least one of these yes/no findings is there, if something serious is."""
        none_of_them = np.ones(len(self.weight))
        for name in findings:
            none_of_them *= 1 - self._chance(name)
        return float(self.weight @ (1 - none_of_them))

    def _chance(self, finding: str) -> Array:
        chance = self._table.yes[finding]
        gateway = self._gateway_of.get(finding, "")
        if self.known.get(gateway) is not True:
            return chance
        return np.asarray(chance / np.maximum(self._table.yes[gateway], np.maximum(chance, _LEAST_ODDS)))


def suspicion(findings: Findings, base: KnowledgeBase) -> Suspicion:
    """The serious conditions by how well they would account for the findings. ``findings`` must be complete."""
    table = _table_of(base)
    observation = observe(findings, table.network, base)
    possible = (observation.prior_odds > 0) * table.serious
    log_weight = np.log(np.maximum(observation.prior_odds, _LEAST_ODDS))
    log_weight = log_weight + table.present[observation.present].sum(axis=0)
    log_weight = log_weight + observation.absence_weight @ np.log1p(-table.network.strength)
    for gateway, ratio in table.broader.items():
        if findings.get(gateway) is True and not any(findings.get(one) is True for one in base.findings[gateway].members):
            log_weight = log_weight + ratio
    weight = np.exp(log_weight - log_weight.max()) * possible
    return Suspicion(np.asarray(weight / max(weight.sum(), _LEAST_ODDS)), findings, table, base.gateway_of)


_TABLES: WeakKeyDictionary[KnowledgeBase, _Table] = WeakKeyDictionary()


def _table_of(base: KnowledgeBase) -> _Table:
    if base not in _TABLES:
        _TABLES[base] = _build(base)
    return _TABLES[base]


def _build(base: KnowledgeBase) -> _Table:
    network = network_of(base)
    rows = {sign.finding: row for row, sign in enumerate(network.signs) if isinstance(sign, IsYes)}
    members = {one.id: one.members or (one.id,) for one in base.findings.values() if one.type == "bool"}
    yes = {name: _from_any([rows[one] for one in some if one in rows], network) for name, some in members.items()}
    elsewhere = {name: _leak_of_any(some, rows, network) for name, some in members.items() if base.findings[name].members}
    return _Table(
        network=network,
        serious=np.array([float(condition.serious) for condition in network.conditions]),
        present=np.log((network.strength + (1 - network.strength) * network.leak[:, None]) / network.leak[:, None]),
        yes=yes,
        broader={name: np.log((yes[name] + (1 - yes[name]) * leak) / leak) for name, leak in elsewhere.items()},
    )


def _from_any(rows: list[int], network: Network) -> Array:
    """How often each condition brings at least one of these signs."""
    return np.asarray(1 - np.prod(1 - network.strength[rows], axis=0))


def _leak_of_any(members: Iterable[str], rows: Mapping[str, int], network: Network) -> float:
    """How often at least one of the members is there for other reasons."""
    leaks = [network.leak[rows[one]] if one in rows else TOLD_BY_NO_SIGN for one in members]
    return float(1 - np.prod([1 - leak for leak in leaks]))
