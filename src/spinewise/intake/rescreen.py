"""Asking for danger again over time: one short screen that fits the person, and what its answers mean.

A recheck only raises: a "no" never takes back a sign that stands, a "yes" opens the questions around it again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from spinewise.knowledge import Findings, KnowledgeBase, complete
from spinewise.knowledge.records import Finding, Recheck
from spinewise.triage import disposition_of

MOST_ASKED = 6
MOST_SPECIAL = 5
"""One place at least stays for what is asked of everybody."""


@dataclass(frozen=True, slots=True)
class DangerCheck:
    """One screen of yes/no findings, with the rechecks that they come from, the most special first."""

    rechecks: tuple[Recheck, ...]
    findings: tuple[str, ...]


def danger_check(known: Findings, base: KnowledgeBase) -> DangerCheck:
    """The screen for this person now: at most six findings. Rechecks that fit share the places in turn."""
    person = complete(known, base)
    fitting = [one for one in base.rechecks.values() if one.when is not None and one.when.evaluate(person) is True]
    general = [one for one in base.rechecks.values() if one.when is None]
    special = _in_turn([_askable(one, person, base) for one in fitting])[:MOST_SPECIAL]
    everybody = _in_turn([_askable(one, person, base) for one in general])
    findings = tuple(dict.fromkeys([*special, *everybody]))[:MOST_ASKED]
    used = tuple(one for one in (*fitting, *general) if not set(one.findings).isdisjoint(findings))
    return DangerCheck(used, findings)


def after_recheck(known: Findings, answers: Mapping[str, bool | None], base: KnowledgeBase) -> Findings:
    """The person after the screen; ``None`` is "not sure".

    The danger signs around a yes, that were once denied, are open again, so that the interview asks them anew.
    """
    yes = {name: True for name, value in answers.items() if value is True}
    no = {name: False for name, value in answers.items() if value is False and known.get(name) is not True}
    unsure = [name for name, value in answers.items() if value is None and known.get(name) is not True]
    told = known.with_values(yes | _without_contradiction(no, known, base)).with_unsure(unsure)
    return _reopened(told, [*yes, *unsure], frozenset(answers), base)


def _askable(recheck: Recheck, person: Findings, base: KnowledgeBase) -> list[str]:
    """Its findings, less those that cannot apply to this person."""
    conditions = {name: base.findings[name].ask_if for name in recheck.findings}
    return [name for name, condition in conditions.items() if condition is None or condition.evaluate(person) is not False]


def _in_turn(lists: Iterable[list[str]]) -> list[str]:
    return list(dict.fromkeys(name for row in zip_longest(*lists) for name in row if name is not None))


def _without_contradiction(no: Mapping[str, bool], known: Findings, base: KnowledgeBase) -> dict[str, bool]:
    """A broader "no" is left out while one of its members stands as yes."""
    return {name: value for name, value in no.items() if not any(known.get(m) is True for m in base.findings[name].members)}


def _reopened(told: Findings, raised: list[str], asked: frozenset[str], base: KnowledgeBase) -> Findings:
    """Denied danger signs around what was raised become unknown, unless the disposition hangs on their "no"."""
    themes = {base.findings[name].theme for name in raised}
    around = {member for name in raised for member in base.findings[name].members}
    around |= {base.gateway_of[name] for name in raised if name in base.gateway_of}
    lowest = disposition_of(complete(told, base), base)
    person = told
    for finding in base.findings.values():
        concerned = finding.theme in themes or finding.id in around
        if concerned and finding.id not in asked and _denied(finding, person, opened=finding.id in around):
            without = person.without([finding.id])
            if disposition_of(complete(without, base), base) >= lowest:
                person = without
    return person


def _denied(finding: Finding, person: Findings, *, opened: bool) -> bool:
    """Was it answered with no; or is it a choice, such as the kind of injury, whose broader question now got a yes?"""
    if finding.type == "bool":
        return finding.purpose == "danger" and person.get(finding.id) is False
    return opened and person.known(finding.id)
