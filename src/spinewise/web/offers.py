"""What the pages beside the week may offer: breaks, timers, postures, sheets. Safety speaks first, and last.

For a person whose check is done: what safety allows them, while a week may be shown at all. For everybody else, and before the
check: only what no safety rule touches, and the page says that nobody has looked at them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.movement import shape_for
from spinewise.planning import Plan, PlannedItem, held_back
from spinewise.records.people import StoredPerson
from spinewise.records.plans import week_of
from spinewise.safety import Clearance, Verdict, clear
from spinewise.web.present import Present
from spinewise.web.sessions import first_of_all
from spinewise.web.weeks import plan_for, programme_for, wishes_for

CARE_FIRST = ("result", "week")
"""Pages that come before everything else: see somebody first, or there is no plan now."""
ONLY_FOR = ("pregnant_weeks", "postpartum_weeks")
"""Findings that decide alone whether something is meant for a person."""


@dataclass(frozen=True, slots=True)
class Offer:
    """``first`` names the page that comes first where nothing is offered; ``checked``: it was looked at for this person."""

    person: StoredPerson | None
    checked: bool = False
    first: str = ""
    clearances: Mapping[str, Clearance] = field(default_factory=dict)
    """What may be offered, and nothing else."""
    planned: tuple[PlannedItem, ...] = ()
    """The items of the week, for a person who has one."""
    shape: str = ""
    """Whose body the pictures show."""
    cleared: Mapping[str, Clearance] | None = None
    """What safety says of everything for a person whose check is done, so that pictures agree with it."""

    def allows(self, intervention: str) -> bool:
        """May it be offered here?"""
        return intervention in self.clearances

    def changes(self, intervention: str) -> tuple[str, ...]:
        """What safety asks this person to do differently."""
        return tuple(dict.fromkeys(ground.change for ground in self.clearances[intervention].grounds if ground.change))


def offer_for(now: Present | None, base: KnowledgeBase) -> Offer:
    """What may be offered to a person, or (without one) to anybody."""
    if now is None:
        return Offer(None, clearances=untouched(base))
    first = first_of_all(now)
    if first in CARE_FIRST:
        return Offer(now.person, first=first)
    if first:
        return Offer(now.person, clearances=untouched(base), shape=shape_for(now.account.findings))
    return _for_checked(now, base)


@lru_cache(maxsize=4)
def untouched(base: KnowledgeBase) -> Mapping[str, Clearance]:
    """What no safety rule touches, whoever it is: allowed with nothing known."""
    return {name: one for name, one in clear(Findings(), base).items() if one.verdict is Verdict.ALLOWED}


def _for_checked(now: Present, base: KnowledgeBase) -> Offer:
    stored = week_of(now.person.id, now.today)
    plan = plan_for(stored, now.account, base)
    if not isinstance(plan, Plan):
        return Offer(now.person, first="week")
    account, wishes = now.account, wishes_for(stored, now.account, base)
    others = for_others(account.findings, base)
    programme = programme_for(stored, account, base)
    waiting = account.disposition >= Disposition.WITHIN_DAYS
    offered = {
        name: one
        for name, one in account.interventions.items()
        if one.offered
        and name not in wishes.refused | others
        and (base.interventions[name].while_waiting or not waiting)
        and held_back(base.interventions[name], programme) is None
    }
    shape = shape_for(account.findings)
    everything = account.interventions
    return Offer(now.person, checked=True, clearances=offered, planned=plan.items, shape=shape, cleared=everything)


def for_others(findings: Findings, base: KnowledgeBase) -> frozenset[str]:
    """What is meant only for people in pregnancy or after a birth, where this person is known to be neither."""
    told = Findings().with_values({name: findings.values[name] for name in ONLY_FOR if findings.known(name)})
    items = (item for item in base.interventions.values() if item.helps)
    return frozenset(item.id for item in items if all(line.when.evaluate(told) is False for line in item.helps))
