"""From the counts of a week to its days: fill them, mend what overflows, look for better neighbours."""

from collections.abc import Iterable, Iterator

import numpy as np

from spinewise.planning import worth
from spinewise.planning.counts import CountTable
from spinewise.planning.model import Candidate, Counts, WeekModel
from spinewise.planning.schedule import Place, Schedule

FILLING_ROUNDS = 8
COUNTS_TRIED = 6
GOOD_ENOUGH = 0.005
"""A week this close to its bound is not worth more search."""
RUINS = 60
RUINED = (1, 2, 3)


def fill_days(model: WeekModel, table: CountTable, bound: int) -> Schedule:
    """The best week found for the counts of a table: the first counts that fit the days, topped up."""
    best = Schedule(model)
    for minutes in table.steps_down()[:COUNTS_TRIED]:
        counts = table.counts(minutes)
        week = fill(model, counts)
        fits = week.counts == counts
        top_up(week)
        best = max(best, week, key=lambda one: one.objective)
        if fits or close_enough(best, bound):
            break
    return best


def close_enough(week: Schedule, bound: int) -> bool:
    """Is the week so near its bound that more search is idle?"""
    return week.objective >= bound * (1 - GOOD_ENOUGH)


def fill(model: WeekModel, counts: Counts) -> Schedule:
    """A week with these counts as far as the days take them; what overflows goes first in the next round."""
    order = sorted((model.by_id[name] for name in counts), key=lambda one: _hardest_first(one, counts))
    week = Schedule(model)
    for _ in range(FILLING_ROUNDS):
        week = Schedule(model)
        left_out = [one for one in order if not week.place(one, counts[one.id])]
        if not left_out:
            break
        order = left_out + [one for one in order if one not in left_out]
    return week


def _hardest_first(candidate: Candidate, counts: Counts) -> tuple[bool, int, int, int, str]:
    return not candidate.kept_days, -candidate.load, -candidate.minutes, -counts[candidate.id], candidate.id


def top_up(week: Schedule) -> None:
    """Add things, or more times of what is there, as long as the week gains by it."""
    while any(_try(week, candidate, times) for candidate, times in _gains(week)):
        pass


def _gains(week: Schedule) -> Iterator[tuple[Candidate, int]]:
    """Candidates and counts that would raise the objective, the largest gain first."""
    roomy: dict[int, int] = {}
    found: list[tuple[int, int, str]] = []
    for one in week.model.candidates:
        here = week.places.get(one.id)
        if here is None and not week.takes_family(one):
            continue
        if one.minutes not in roomy:
            roomy[one.minutes] = week.roomy_days(one.minutes).bit_count()
        found += _gains_of(week, one, here, roomy[one.minutes])
    return ((week.model.by_id[name], times) for _, times, name in sorted(found))


def _gains_of(week: Schedule, one: Candidate, here: Place | None, room: int) -> Iterable[tuple[int, int, str]]:
    worth_now = one.worth[here.times] if here else 0
    bonus = 0 if here or week.categories[one.category] else worth.CATEGORY_BONUS[one.category]
    room += here.times if here else 0
    for times, value in one.worth.items():
        gain = value + bonus - worth_now
        if gain > 0 and times <= room:
            yield -gain, times, one.id


def _try(week: Schedule, candidate: Candidate, times: int) -> bool:
    before = week.remove(candidate.id) if candidate.id in week.places else None
    if week.place(candidate, times):
        return True
    if before is not None:
        week.restore(candidate, before)
    return False


def ruin_and_recreate(week: Schedule, bound: int, seed: int, rounds: int = RUINS) -> Schedule:
    """Take a few things out, refill in another order, keep what is at least as good. The same seed, the same week."""
    random = np.random.default_rng(seed)
    best = current = week
    for _ in range(rounds):
        if close_enough(best, bound) or not current.places:
            break
        changed = current.copy()
        gone = _ruin(changed, random)
        _recreate(changed, gone, random)
        if changed.objective >= current.objective:
            current = changed
        best = max(best, current, key=lambda one: one.objective)
    return best


def _ruin(week: Schedule, random: np.random.Generator) -> list[str]:
    names = sorted(week.places)
    size = min(len(names), int(random.choice(RUINED)))
    gone = [names[index] for index in random.permutation(len(names))[:size]]
    for name in gone:
        week.remove(name)
    return gone


def _recreate(week: Schedule, gone: list[str], random: np.random.Generator) -> None:
    """First something else in the place of what went, then whatever gains most."""
    gains = [gain for gain in _gains(week) if gain[0].id not in gone]
    if gains:
        first = min(int(random.geometric(0.3)) - 1, len(gains) - 1)
        _try(week, *gains[first])
    top_up(week)
