"""What follows from the answers without asking: derived findings, findings that cannot apply, the closed reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.compiled import FALSE, Node, Truths, as_truth
from spinewise.knowledge.conditions import NOT_APPLICABLE, Value
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import Finding
from spinewise.knowledge.scales import Background
from spinewise.knowledge.truth import Truth, any_of

SILENT_UNKNOWN = "unknown"
_MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one finding follows from others."""

    finding: Finding
    derived: Node | None
    ask_if: Node | None
    gateway: str | None


def complete(findings: Findings, base: KnowledgeBase) -> Findings:
    """The findings with all that follows from them; what nobody said stays unknown."""
    rules = _rules(base)
    values = dict(findings.values)
    truths = base.sheet.truths(values)
    for _ in range(_MOST_ROUNDS):
        if not _one_round(rules, values, truths, findings, base):
            break
    new = {key: value for key, value in values.items() if key not in findings.values}
    return findings.with_values(new) if new else findings


def _one_round(
    rules: tuple[_Rule, ...], values: dict[str, Value], truths: Truths, findings: Findings, base: KnowledgeBase
) -> bool:
    changed = False
    for rule in rules:
        if rule.finding.id in values:
            continue
        value = _follows(rule, values, truths, findings)
        if value is not None:
            values[rule.finding.id] = value
            base.sheet.write(truths, {rule.finding.id: value})
            changed = True
    return changed


def _follows(rule: _Rule, values: Mapping[str, Value], truths: Truths, findings: Findings) -> Value | None:
    known = _derive(rule, values, truths)
    if known is not None:
        return known
    if rule.finding.id in findings.unsure:
        return None  # an honest "not sure" is never turned into a no
    if rule.gateway is not None and values.get(rule.gateway) is False:
        return _answered_by_gateway(rule.finding, assumed=rule.gateway in findings.assumed)
    foreign = rule.ask_if is not None and rule.ask_if.evaluate(truths) == FALSE
    return _absent(rule.finding) if foreign else None


def _answered_by_gateway(finding: Finding, *, assumed: bool) -> Value | None:
    """A member after a "no" to its broader question. A story that only leaves it out says no more than silence does."""
    return None if assumed and finding.unstated == SILENT_UNKNOWN else harmless(finding)


def _derive(rule: _Rule, values: Mapping[str, Value], truths: Truths) -> Truth:
    if rule.derived is not None:
        return as_truth(rule.derived.evaluate(truths))
    if rule.finding.members:
        return any_of(_said_yes(values.get(member)) for member in rule.finding.members)
    return None


def _said_yes(value: Value | None) -> Truth:
    return None if value is None else value is True


_RULES: WeakKeyDictionary[KnowledgeBase, tuple[_Rule, ...]] = WeakKeyDictionary()


def _rules(base: KnowledgeBase) -> tuple[_Rule, ...]:
    if base not in _RULES:
        rules = (
            _Rule(
                finding,
                None if finding.derived is None else base.compile(finding.derived),
                None if finding.ask_if is None else base.compile(finding.ask_if),
                base.gateway_of.get(finding.id),
            )
            for finding in base.findings.values()
        )
        _RULES[base] = tuple(rule for rule in rules if rule.derived or rule.ask_if or rule.gateway or rule.finding.members)
    return _RULES[base]


def read_closed(findings: Findings, base: KnowledgeBase) -> Findings:
    """As published stories are read: what is not told is absent, where silence can mean that."""
    completed = complete(findings, base)
    silence: dict[str, Value] = {}
    for finding in base.findings.values():
        if not completed.settled(finding.id):
            value = _unstated(finding)
            if value is not None:
                silence[finding.id] = value
    return complete(completed.with_assumed(silence), base)


def open_parents(finding: Finding, findings: Findings, base: KnowledgeBase) -> frozenset[str] | None:
    """What must be asked before this finding; ``None`` when it certainly does not apply to this person."""
    gateway = base.gateway_of.get(finding.id)
    parents = frozenset({gateway}) if gateway is not None and not findings.settled(gateway) else frozenset()
    if gateway is not None and findings.get(gateway) is False:
        return None
    if finding.ask_if is None:
        return parents
    truth = finding.ask_if.evaluate(findings)
    if truth is False:
        return None
    return parents if truth else parents | (finding.ask_if.needs(findings) - findings.unsure)


def harmless(finding: Finding) -> Value:
    """What a "no" to the broader question means for a member: mostly "no", but "yes" where most people say yes."""
    return True if finding.type == "bool" and finding.background is Background.MOST else _absent(finding)


def _absent(finding: Finding) -> Value:
    """The value of a finding that cannot apply to this person."""
    if finding.type == "bool":
        return False
    if finding.type == "list":
        return frozenset()
    if finding.type == "number" and finding.unstated not in (None, SILENT_UNKNOWN, NOT_APPLICABLE):
        return float(str(finding.unstated))
    return NOT_APPLICABLE


def _unstated(finding: Finding) -> Value | None:
    if finding.unstated is None:
        return False if finding.type == "bool" else None
    if finding.unstated == SILENT_UNKNOWN:
        return None
    if finding.unstated == "no":
        return _absent(finding)
    return finding.unstated if isinstance(finding.unstated, str) else float(finding.unstated)
