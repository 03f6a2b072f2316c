"""What a person may do: allowed, allowed with changes, ask first, or blocked; always with the reason.

This is the one place where contraindications are applied. Everything that offers an intervention to a
person asks here last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spinewise.knowledge import Condition, Findings, KnowledgeBase
from spinewise.knowledge.records import Intervention, SafetyRule


class Verdict(StrEnum):
    """Whether an intervention may be offered."""

    ALLOWED = "allowed"
    CHANGED = "changed"
    ASK_FIRST = "ask-first"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Ground:
    """One rule that counted: in words, with the findings and sources behind it."""

    rule: str
    because: str
    findings: tuple[str, ...]
    sources: tuple[str, ...]
    change: str = ""
    assumed: bool = False
    """The change is made because its finding is unknown, not because it is true."""


@dataclass(frozen=True, slots=True)
class Clearance:
    """The verdict on one intervention for one person."""

    intervention: str
    verdict: Verdict
    grounds: tuple[Ground, ...]
    needs: tuple[str, ...]
    """Findings to ask before it may be offered."""

    @property
    def offered(self) -> bool:
        """May it stand in a plan?"""
        return self.verdict in (Verdict.ALLOWED, Verdict.CHANGED)


@dataclass(frozen=True, slots=True)
class _Rule:
    rule: str
    when: Condition
    because: str
    sources: tuple[str, ...]
    change: str


def clear(findings: Findings, base: KnowledgeBase) -> Mapping[str, Clearance]:
    """The verdict on every intervention, by id."""
    by_demand = _rules_by_demand(base)
    return {item.id: _clear(item, findings, by_demand) for item in base.interventions.values()}


def clear_one(intervention: Intervention, findings: Findings, base: KnowledgeBase) -> Clearance:
    """The verdict on one intervention."""
    return _clear(intervention, findings, _rules_by_demand(base))


def _rules_by_demand(base: KnowledgeBase) -> Mapping[str, list[SafetyRule]]:
    found: dict[str, list[SafetyRule]] = {}
    for rule in base.safety_rules.values():
        for demand in rule.demands:
            found.setdefault(demand, []).append(rule)
    return found


def _clear(item: Intervention, findings: Findings, by_demand: Mapping[str, list[SafetyRule]]) -> Clearance:
    rules = _rules(item, by_demand)
    blocking = [rule for rule in rules if not rule.change]
    true = [rule for rule in blocking if rule.when.evaluate(findings) is True]
    if true:
        return Clearance(item.id, Verdict.BLOCKED, _grounds(true, findings), ())
    open_rules = [rule for rule in blocking if rule.when.evaluate(findings) is None]
    if open_rules:
        needs = sorted({finding for rule in open_rules for finding in rule.when.needs(findings)})
        return Clearance(item.id, Verdict.ASK_FIRST, _grounds(open_rules, findings), tuple(needs))
    changes = [rule for rule in rules if rule.change and rule.when.evaluate(findings) is not False]
    verdict = Verdict.CHANGED if changes else Verdict.ALLOWED
    return Clearance(item.id, verdict, _grounds(changes, findings), ())


def _rules(item: Intervention, by_demand: Mapping[str, list[SafetyRule]]) -> list[_Rule]:
    """The rules of its demands, then its own; each rule once."""
    shared = {rule.id: rule for demand in item.demands for rule in by_demand.get(demand, ())}
    rules = [_Rule(rule.id, rule.when, rule.because, rule.sources, rule.change) for rule in shared.values()]
    for own in item.contraindications:
        rules.append(_Rule(f"{item.id}: contraindication", own.when, own.because, own.sources or item.sources, ""))
    for care in item.precautions:
        rules.append(_Rule(f"{item.id}: precaution", care.when, care.because, care.sources or item.sources, care.change))
    return rules


def _grounds(rules: Iterable[_Rule], findings: Findings) -> tuple[Ground, ...]:
    return tuple(_ground(rule, findings) for rule in rules)


def _ground(rule: _Rule, findings: Findings) -> Ground:
    truth = rule.when.evaluate(findings)
    leaves = rule.when.open_leaves(findings) if truth is None else rule.when.reasons(findings)
    names = tuple(dict.fromkeys(leaf.finding for leaf in leaves))
    return Ground(rule.rule, rule.because, names, rule.sources, rule.change, assumed=truth is None)
