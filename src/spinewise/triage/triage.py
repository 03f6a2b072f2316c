"""Red flags and the disposition that they ask for.

A disposition is the most urgent level that is true. A level fires on true only; one that is unknown and
could raise the answer is reported as undecided, so that nobody takes silence for safety.
"""

from dataclasses import dataclass

from spinewise.knowledge import Disposition, Findings, KnowledgeBase, Value
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


def triage(findings: Findings, base: KnowledgeBase) -> Triage:
    """How soon this person should be seen, why, and what is still open."""
    reasons = [reason for rule in base.red_flags.values() if (reason := _fires(rule, findings))]
    reasons += _doubts(findings, base)
    reasons.sort(key=lambda reason: -reason.disposition)
    disposition = max((reason.disposition for reason in reasons), default=Disposition.SELF_CARE)
    return Triage(disposition, tuple(reasons), undecided(findings, base, disposition))


def undecided(findings: Findings, base: KnowledgeBase, above: Disposition) -> tuple[Undecided, ...]:
    """Every finding that could still raise the disposition, with the most urgent level that it could reach."""
    highest: dict[tuple[str, str], Disposition] = {}
    for rule, level in open_levels(findings, base, above):
        reach = Disposition.of(level.disposition)
        for finding in level.when.needs(findings):
            key = (finding, rule.id)
            highest[key] = max(reach, highest.get(key, reach))
    found = [Undecided(finding, rule, reach) for (finding, rule), reach in highest.items()]
    return tuple(sorted(found, key=lambda one: (-one.could_raise_to, one.rule, one.finding)))


def open_levels(findings: Findings, base: KnowledgeBase, above: Disposition) -> list[tuple[RedFlag, Level]]:
    """The levels above a disposition that are neither true nor false."""
    return [
        (rule, level)
        for rule in base.red_flags.values()
        for level in rule.levels
        if Disposition.of(level.disposition) > above and level.when.evaluate(findings) is None
    ]


def _fires(rule: RedFlag, findings: Findings) -> Reason | None:
    true = [level for level in rule.levels if level.when.evaluate(findings) is True]
    if not true:
        return None
    level = max(true, key=lambda one: Disposition.of(one.disposition))
    return Reason(
        rule=rule.id,
        name=rule.name,
        group=rule.group,
        disposition=Disposition.of(level.disposition),
        because=_because(level, findings),
        says=level.says,
        tell=level.tell,
        sources=rule.sources,
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
