"""No finding waits for itself: broader questions, conditions of asking and derivations go one way."""

from collections.abc import Iterator, Mapping

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Finding

Links = Mapping[str, frozenset[str]]


def nothing_waits_for_itself(base: KnowledgeBase) -> Iterator[Problem]:
    """A finding that is asked only after itself is never asked."""
    waits = {finding.id: _waits_for(finding, base) for finding in base.findings.values()}
    for circle in _circles(waits):
        what = f"it is asked only after itself: {' -> '.join((*circle, circle[0]))}"
        yield problem(base, "finding", circle[0], "ask_if", what, "Ask one of them of everybody")


def nothing_is_worked_out_from_itself(base: KnowledgeBase) -> Iterator[Problem]:
    """A derived finding rests on others; naming itself means "or so the person says" and is allowed."""
    rests = {finding.id: _rests_on(finding) for finding in base.findings.values()}
    for circle in _circles(rests):
        what = f"it is worked out from itself: {' -> '.join((*circle, circle[0]))}"
        yield problem(base, "finding", circle[0], "derived", what, "Let one of them be asked instead")


def _waits_for(finding: Finding, base: KnowledgeBase) -> frozenset[str]:
    gateway = base.gateway_of.get(finding.id)
    asked_before = finding.ask_if.findings() if finding.ask_if is not None else frozenset()
    return asked_before | ({gateway} if gateway is not None else frozenset())


def _rests_on(finding: Finding) -> frozenset[str]:
    if finding.derived is None:
        return frozenset()
    return finding.derived.findings() - {finding.id}


def _circles(links: Links) -> list[tuple[str, ...]]:
    """Each circle once, told from the finding that comes first in the alphabet."""
    found = {_turned(way) for start in links if (way := _way_back(start, links))}
    return sorted(found)


def _way_back(start: str, links: Links) -> tuple[str, ...] | None:
    """The shortest way from a finding back to itself."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        longer: list[tuple[str, ...]] = []
        for way in ways:
            for after in sorted(links.get(way[-1], frozenset())):
                if after == start:
                    return way
                if after not in seen:
                    seen.add(after)
                    longer.append((*way, after))
        ways = longer
    return None


def _turned(way: tuple[str, ...]) -> tuple[str, ...]:
    first = way.index(min(way))
    return way[first:] + way[:first]


CHECKS = (nothing_waits_for_itself, nothing_is_worked_out_from_itself)
