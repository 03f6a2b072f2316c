"""Can conditions be true together? Judged by one finding at a time, everything else left unknown.

This never calls possible what is impossible by one finding (an age, a sex); it does not search combinations.
"""

from collections.abc import Iterable, Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.conditions import NOT_APPLICABLE, Compares, Condition, Value
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import Finding
from spinewise.knowledge.truth import all_of


def settling_finding(conditions: tuple[Condition, ...], truth: bool, base: KnowledgeBase) -> str | None:
    """The finding each value of which makes the conditions together true (or false), if there is one."""
    names = sorted({name for condition in conditions for name in condition.findings()})
    for name in names:
        values = values_to_try(base.findings[name], conditions)
        people = [Findings({name: value}) for value in values]
        if all(all_of(condition.evaluate(person) for condition in conditions) is truth for person in people):
            return name
    return None


def values_to_try(finding: Finding, conditions: Iterable[Condition]) -> list[Value]:
    """Values among which every different answer of the conditions is found."""
    if finding.type == "bool":
        return [True, False]
    if finding.type == "choice":
        return [*finding.option_values, *([NOT_APPLICABLE] if finding.unstated == NOT_APPLICABLE else [])]
    if finding.type == "list":
        singles: list[Value] = [frozenset({option}) for option in finding.option_values]
        return [frozenset(), *singles, frozenset(finding.option_values)]
    return list(_numbers(finding, conditions))


def _numbers(finding: Finding, conditions: Iterable[Condition]) -> Iterator[Value]:
    """Each bound and its two sides, inside the range."""
    low = -float("inf") if finding.min is None else finding.min
    high = float("inf") if finding.max is None else finding.max
    leaves = [leaf for condition in conditions for leaf in condition.leaves()]
    bounds = {leaf.bound for leaf in leaves if isinstance(leaf, Compares) and leaf.finding == finding.id}
    bounds |= {bound for bound in (finding.min, finding.max) if bound is not None}
    sides = sorted({bound + side for bound in bounds for side in (-0.5, 0.0, 0.5)})
    yield from (side for side in sides if low <= side <= high)
    if finding.unstated == NOT_APPLICABLE:
        yield NOT_APPLICABLE
