"""What a person may do: allowed, allowed with changes, ask first, or blocked; always with the reason.

This is the one place where contraindications are applied. Everything that offers an intervention to a
person asks here last.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from weakref import WeakKeyDictionary

from spinewise.knowledge import FALSE, TRUE, UNKNOWN, Condition, Findings, KnowledgeBase, Node
from spinewise.knowledge.records import Intervention


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
    leaves_out: tuple[str, ...] = ()
    """What the change takes away: the poses, parts and pauses that ask it."""
    hold_at_most_s: float | None = None
    """The longest hold that the change leaves."""
    plays: str = ""
    """The intervention whose movement shows the changed form."""


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

    @property
    def changes(self) -> tuple[str, ...]:
        """What to do differently, each once."""
        return tuple(dict.fromkeys(ground.change for ground in self.grounds if ground.change))

    @property
    def leaves_out(self) -> frozenset[str]:
        """What its changes take away."""
        return frozenset(ask for ground in self.grounds for ask in ground.leaves_out)

    @property
    def plays(self) -> str:
        """The intervention whose movement shows the changed form; empty where its own does."""
        return next((ground.plays for ground in self.grounds if ground.plays), "")

    @property
    def hold_at_most_s(self) -> float | None:
        """The longest hold that its changes leave; ``None`` when none speaks of it."""
        return min((ground.hold_at_most_s for ground in self.grounds if ground.hold_at_most_s is not None), default=None)


@dataclass(frozen=True, slots=True)
class _Rule:
    rule: str
    when: Condition
    node: Node
    because: str
    sources: tuple[str, ...]
    change: str
    leaves_out: tuple[str, ...] = ()
    hold_at_most_s: float | None = None
    plays: str = ""


def clear(findings: Findings, base: KnowledgeBase) -> Mapping[str, Clearance]:
    """The verdict on every intervention, by id."""
    person = _Judge(findings, base)
    return {item: _clear(item, own, person) for item, own in _rules_of(base).items()}


def clear_one(intervention: Intervention, findings: Findings, base: KnowledgeBase) -> Clearance:
    """The verdict on one intervention."""
    return _clear(intervention.id, _rules_of(base)[intervention.id], _Judge(findings, base))


class _Judge:
    """The rules judged for one person; what several interventions share is judged once."""

    def __init__(self, findings: Findings, base: KnowledgeBase) -> None:
        _rules_of(base)  # every sentence has its place before the truths are laid out
        self._findings = findings
        self._sheet = base.sheet
        self._truths = base.sheet.truths(findings.values)
        self._known: dict[int, int] = {}
        self._grounds: dict[int, Ground] = {}

    def truth(self, rule: _Rule) -> int:
        """FALSE, UNKNOWN or TRUE."""
        key = id(rule)
        if key not in self._known:
            self._known[key] = rule.node.evaluate(self._truths)
        return self._known[key]

    def grounds(self, rules: Iterable[_Rule]) -> tuple[Ground, ...]:
        """The rules as reasons."""
        return tuple(self._ground(rule) for rule in rules)

    def needs(self, rules: Iterable[_Rule]) -> tuple[str, ...]:
        """The findings that decide rules which are still open."""
        return tuple(sorted({finding for rule in rules for finding in self._sheet.needs(rule.node, self._truths)}))

    def _ground(self, rule: _Rule) -> Ground:
        key = id(rule)
        if key not in self._grounds:
            self._grounds[key] = _ground(rule, self._findings)
        return self._grounds[key]


def _clear(item: str, rules: tuple[_Rule, ...], person: _Judge) -> Clearance:
    judged = [(rule, person.truth(rule)) for rule in rules]
    true = [rule for rule, truth in judged if truth == TRUE and not rule.change]
    if true:
        return Clearance(item, Verdict.BLOCKED, person.grounds(true), ())
    unknown = [rule for rule, truth in judged if truth == UNKNOWN and not rule.change]
    if unknown:
        return Clearance(item, Verdict.ASK_FIRST, person.grounds(unknown), person.needs(unknown))
    changes = [rule for rule, truth in judged if rule.change and truth != FALSE]
    return Clearance(item, Verdict.CHANGED if changes else Verdict.ALLOWED, person.grounds(changes), ())


_RULES: WeakKeyDictionary[KnowledgeBase, Mapping[str, tuple[_Rule, ...]]] = WeakKeyDictionary()


def _rules_of(base: KnowledgeBase) -> Mapping[str, tuple[_Rule, ...]]:
    """For every intervention the rules that may block or change it, compiled once for each knowledge base."""
    if base not in _RULES:
        by_demand: dict[str, list[tuple[str, _Rule]]] = {}
        for rule in base.safety_rules.values():
            change = rule.change if rule.verdict == "changed" else ""
            node, taken = base.compile(rule.when), (rule.leaves_out, rule.hold_at_most_s)
            compiled = _Rule(rule.id, rule.when, node, rule.because, rule.sources, change, *taken)
            for demand in rule.demands:
                by_demand.setdefault(demand, []).append((rule.id, compiled))
        _RULES[base] = {item.id: tuple(_rules_for(item, by_demand, base)) for item in base.interventions.values()}
    return _RULES[base]


def _rules_for(item: Intervention, by_demand: Mapping[str, list[tuple[str, _Rule]]], base: KnowledgeBase) -> Iterator[_Rule]:
    """The rules of its demands, then its own; each rule once."""
    yield from {name: rule for demand in item.demands for name, rule in by_demand.get(demand, ())}.values()
    for own in item.contraindications:
        sources = own.sources or item.sources
        yield _Rule(f"{item.id}: contraindication", own.when, base.compile(own.when), own.because, sources, "")
    for care in item.precautions:
        sources = care.sources or item.sources
        node, taken = base.compile(care.when), (care.leaves_out, care.hold_at_most_s, care.plays)
        yield _Rule(f"{item.id}: precaution", care.when, node, care.because, sources, care.change, *taken)


def _ground(rule: _Rule, findings: Findings) -> Ground:
    truth = rule.when.evaluate(findings)
    leaves = rule.when.open_leaves(findings) if truth is None else rule.when.reasons(findings)
    names = tuple(dict.fromkeys(leaf.finding for leaf in leaves))
    return Ground(
        rule.rule,
        rule.because,
        names,
        rule.sources,
        rule.change,
        assumed=truth is None,
        leaves_out=rule.leaves_out,
        hold_at_most_s=rule.hold_at_most_s,
        plays=rule.plays,
    )
