"""Red flags and the disposition that they ask for.

A disposition is the most urgent level that is true. A level fires on true only; one that is unknown and
could raise the answer is reported as undecided, so that nobody takes silence for safety.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from spinewise.knowledge import TRUE, UNKNOWN, Disposition, Findings, KnowledgeBase, Node, Truths, Value
from spinewise.knowledge.records import Level, RedFlag


@dataclass(frozen=True, slots=True)
class Because:
    """A finding with the value that counted; ``None`` where the person was not sure."""

    finding: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the disposition is at least what it is."""

    rule: str
    name: str
    group: str
    disposition: Disposition
    because: tuple[Because, ...]
    says: str
    tell: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A finding whose answer could still raise the disposition."""

    finding: str
    rule: str
    could_raise_to: Disposition


@dataclass(frozen=True, slots=True)
class Triage:
    """A disposition with its evidence. Reasons are sorted, most urgent first."""

    disposition: Disposition
    reasons: tuple[Reason, ...]
    undecided: tuple[Undecided, ...]


@dataclass(frozen=True, slots=True)
class DangerLevel:
    """One level of one red flag, compiled."""

    rule: RedFlag
    level: Level
    disposition: Disposition
    node: Node


def triage(findings: Findings, base: KnowledgeBase) -> Triage:
    """How soon this person should be seen, why, and what is still open."""
    levels = danger_levels(base)
    truths = base.sheet.truths(findings.values)
    reasons = [_reason(level, findings) for level in _highest_true(levels, truths)]
    reasons += _doubts(findings, base)
    reasons.sort(key=lambda reason: -reason.disposition)
    disposition = max((reason.disposition for reason in reasons), default=Disposition.SELF_CARE)
    return Triage(disposition, tuple(reasons), undecided(truths, base, disposition))


def disposition_of(findings: Findings, base: KnowledgeBase) -> Disposition:
    """Only how soon, without the reasons."""
    levels = danger_levels(base)
    truths = base.sheet.truths(findings.values)
    found = [one.disposition for one in levels if one.node.evaluate(truths) == TRUE]
    found += [Disposition.of(doubt) for name in findings.unsure if (doubt := base.findings[name].if_unsure) is not None]
    return max(found, default=Disposition.SELF_CARE)


def undecided(truths: Truths, base: KnowledgeBase, above: Disposition) -> tuple[Undecided, ...]:
    """Every finding that could still raise the disposition, with the most urgent level that it could reach."""
    highest: dict[tuple[str, str], Disposition] = {}
    for one in open_levels(truths, base, above):
        for finding in base.sheet.needs(one.node, truths):
            key = (finding, one.rule.id)
            highest[key] = max(one.disposition, highest.get(key, one.disposition))
    found = [Undecided(finding, rule, reach) for (finding, rule), reach in highest.items()]
    return tuple(sorted(found, key=lambda one: (-one.could_raise_to, one.rule, one.finding)))


def open_levels(truths: Truths, base: KnowledgeBase, above: Disposition) -> list[DangerLevel]:
    """The levels above a disposition that are neither true nor false."""
    return [one for one in danger_levels(base) if one.disposition > above and one.node.evaluate(truths) == UNKNOWN]


_LEVELS: WeakKeyDictionary[KnowledgeBase, tuple[DangerLevel, ...]] = WeakKeyDictionary()


def danger_levels(base: KnowledgeBase) -> tuple[DangerLevel, ...]:
    """Every level of every red flag, compiled once for each knowledge base."""
    if base not in _LEVELS:
        _LEVELS[base] = tuple(
            DangerLevel(rule, level, Disposition.of(level.disposition), base.compile(level.when))
            for rule in base.red_flags.values()
            for level in rule.levels
        )
    return _LEVELS[base]


def _highest_true(levels: tuple[DangerLevel, ...], truths: Truths) -> list[DangerLevel]:
    """For each red flag that fires, its most urgent level that is true; the first of equals."""
    highest: dict[str, DangerLevel] = {}
    for one in levels:
        known = highest.get(one.rule.id)
        if (known is None or one.disposition > known.disposition) and one.node.evaluate(truths) == TRUE:
            highest[one.rule.id] = one
    return list(highest.values())


def _reason(one: DangerLevel, findings: Findings) -> Reason:
    return Reason(
        rule=one.rule.id,
        name=one.rule.name,
        group=one.rule.group,
        disposition=one.disposition,
        because=_because(one.level, findings),
        says=one.level.says,
        tell=one.level.tell,
        sources=one.rule.sources,
    )


def _because(level: Level, findings: Findings) -> tuple[Because, ...]:
    names = dict.fromkeys(leaf.finding for leaf in level.when.reasons(findings))
    return tuple(Because(name, findings.get(name)) for name in names)


def _doubts(findings: Findings, base: KnowledgeBase) -> list[Reason]:
    """A strong danger sign that somebody could not rule out counts for something."""
    reasons = []
    for finding_id in sorted(findings.unsure):
        finding = base.findings[finding_id]
        if finding.if_unsure is not None:
            says = f"You could not say whether this is so: {finding.name}. As long as that is open, somebody should look at it."
            reasons.append(
                Reason(
                    rule=f"not-sure-{finding_id.replace('_', '-')}",
                    name=f"Not sure about: {finding.name}",
                    group="not-sure",
                    disposition=Disposition.of(finding.if_unsure),
                    because=(Because(finding_id, None),),
                    says=says,
                    tell=f"Could not say whether there is: {finding.name}",
                    sources=finding.sources,
                )
            )
    return reasons
