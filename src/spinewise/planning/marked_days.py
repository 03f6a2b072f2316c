"""Days that are not like the others: a bad day, days away from home, and days that have passed.

Each is told to the planner as days on which something must not stand. Nothing here can put anything into a week: the week is
still chosen by the planner, and safety looks last.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.planning.eligibility import positions_avoided
from spinewise.planning.records import DAYS_PER_WEEK, Plan, PlannedItem
from spinewise.planning.wishes import Wishes

Closed = frozenset[tuple[int, str]]
"""Days (0 to 6) with an intervention that must not stand there."""
MOST_LOAD_AFTER = (1, 1, 2)
"""The hardest load on the days after a bad day: two light days, a moderate one, then the usual week."""
DAYS_OF_EASE = 3
NOT_IN_A_FLARE = frozenset({"habit", "nutrition"})
"""Habits are good, but a bad day has room for little else than ease."""


@dataclass(frozen=True, slots=True)
class Away:
    """A day away: what is at hand there, and the positions that cannot be had."""

    equipment: frozenset[str] = frozenset()
    avoid_positions: frozenset[str] = frozenset()


def eases(item: Intervention) -> bool:
    """Does it belong to a bad day: ease, breath, warmth or cold, a few steps, nothing hard?"""
    return item.while_waiting and item.load == 0 and item.family not in NOT_IN_A_FLARE


def closed_by_bad_days(bad_days: Iterable[int], base: KnowledgeBase) -> Closed:
    """What must not stand on bad days and soon after; a day below 0 lies in the week before."""
    return frozenset(pair for bad in bad_days for pair in _closed_by(bad, base))


def _closed_by(bad: int, base: KnowledgeBase) -> Iterable[tuple[int, str]]:
    items = base.interventions.values()
    if 0 <= bad < DAYS_PER_WEEK:
        yield from ((bad, item.id) for item in items if not eases(item))
    for day, most in enumerate(MOST_LOAD_AFTER, start=bad + 1):
        if 0 <= day < DAYS_PER_WEEK:
            yield from ((day, item.id) for item in items if item.load > most)


def closed_by_travel(days: Mapping[int, Away], base: KnowledgeBase) -> Closed:
    """What cannot be done on the days away, by what is at hand there."""
    return frozenset(
        (day, item.id) for day, away in days.items() for item in base.interventions.values() if not _can_do(item, away)
    )


def _can_do(item: Intervention, away: Away) -> bool:
    return set(item.equipment) <= away.equipment and not positions_avoided(item, away.avoid_positions)


def closed_by_time(kept: Collection[PlannedItem], today: int, base: KnowledgeBase) -> Closed:
    """Nothing new is put into the days before ``today``: a plan cannot be kept there any more."""
    stood = {(item.day, item.intervention) for item in kept}
    passed = range(min(max(today, 0), DAYS_PER_WEEK))
    return frozenset((day, name) for day in passed for name in base.interventions if (day, name) not in stood)


def missed(items: Collection[PlannedItem], outcomes: Mapping[tuple[date, str], str], first: date, today: date) -> Closed:
    """What did not happen on the days before today: what was skipped, and whole days without a tick after the first tick.

    ``outcomes`` holds what is known of a day and a thing: done, partly, skipped or stopped. Who ticks nothing at all is not
    taken to have done nothing.
    """
    if not outcomes:
        return frozenset()
    ticked = {day for day, _name in outcomes}
    found = set()
    for item in items:
        on = first + timedelta(days=item.day)
        if on >= today:
            continue
        outcome = outcomes.get((on, item.intervention))
        silent = outcome is None and on not in ticked and min(ticked) < on
        if outcome == "skipped" or silent:
            found.add((item.day, item.intervention))
    return frozenset(found)


def days_of_ease(bad_days: Iterable[int]) -> tuple[int, ...]:
    """The days of this week into which ease is brought: bad days, and the two light days after each."""
    found = {bad + after for bad in bad_days for after in range(DAYS_OF_EASE)}
    return tuple(sorted(day for day in found if 0 <= day < DAYS_PER_WEEK))


def only_ease(usual: Plan, wishes: Wishes, base: KnowledgeBase) -> Wishes:
    """The wishes for a week of nothing but ease: what such a week holds shows what to put into a bad day.

    What the usual week holds anyway comes first.
    """
    hard = frozenset(item.id for item in base.interventions.values() if not eases(item))
    known = frozenset(item.intervention for item in usual.items) - hard
    return replace(wishes, refused=wishes.refused | hard, preferred=wishes.preferred | known, kept=())


def adapted(
    usual: Plan, eased: Collection[PlannedItem], closed: Closed, wishes: Wishes, today: int, base: KnowledgeBase
) -> Wishes:
    """The wishes that lead from the usual week to one without what is closed, with as little change as possible.

    ``eased`` is what the bad days should hold instead. Nothing new is put into the days before ``today``.
    """
    stay = [item for item in usual.items if (item.day, item.intervention) not in closed]
    there = {(item.day, item.intervention) for item in stay}
    jobs = {_job(item, base): item.intervention for item in stay}
    free = [item for item in eased if jobs.get(_job(item, base), item.intervention) == item.intervention]
    filled = {item.day for item in (*stay, *free)}
    wanted = [*free, *(item for item in eased if item.day not in filled)]
    instead = [item for item in wanted if (item.day, item.intervention) not in there | closed]
    passed = closed_by_time((*stay, *instead), today, base)
    eases_now = frozenset(item.intervention for item in instead)
    return replace(wishes, kept=(*stay, *instead), eases=eases_now, not_on=wishes.not_on | closed | passed)


def _job(item: PlannedItem, base: KnowledgeBase) -> str:
    return base.interventions[item.intervention].kin or item.intervention
