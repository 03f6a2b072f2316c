"""From the counts of a week to its days: fill them, move what overflows, look for better neighbours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from spinewise.planning.optimiser.choices import Choices
from spinewise.planning.optimiser.market import Market
from spinewise.planning.optimiser.model import Candidate, Counts, WeekModel
from spinewise.planning.optimiser.schedule import Schedule
from spinewise.planning.records import DAYS_PER_WEEK

Floats = NDArray[np.float64]
SEARCH_SEED = 7
IDLE_ROUNDS = 25
RUINED = (1, 2, 3)
NOISE = 250.0
FORCED = 0.6
"""How often a round begins with something that the counts wanted and the days did not take."""
LEEWAY = 200.0
GAINS_TRIED = 8
GAINS_SETTLED = 1


@dataclass(frozen=True, slots=True)
class Search:
    """What the search for a week rests on."""

    choices: Choices
    market: Market
    prices: Floats
    """For each candidate: what a place on a day costs, in thousandths of a point."""

    @property
    def model(self) -> WeekModel:
        """The week to be filled."""
        return self.choices.model


def fill(choices: Choices, counts: Counts) -> Schedule:
    """A week with these counts, as far as the days take them."""
    week = Schedule(choices)
    for candidate in sorted((choices.model.by_id[name] for name in counts), key=lambda one: _hardest_first(one, counts)):
        if week.takes(candidate):
            place_or_settle(week, candidate, counts[candidate.id])
    return week


def place_or_settle(week: Schedule, candidate: Candidate, times: int) -> bool:
    """Put it where it fits, or make room for it by moving other things; False, and nothing changed, when neither helps."""
    if week.place(candidate, times):
        return True
    before, load = dict(week.places), week.load.copy()
    if week.place(candidate, times, overflowing=True):
        if week.settle():
            return True
        week.remove(candidate.id)
        week.places, week.load = before, load
    return False


def _hardest_first(candidate: Candidate, counts: Counts) -> tuple[bool, int, int, int, str]:
    """What stood in an earlier plan, what needs rest days, what has the fewest choices of days, what is long."""
    choices = len(candidate.masks[counts[candidate.id]])
    return not candidate.kept_days, -candidate.load, min(choices, DAYS_PER_WEEK), -candidate.minutes, candidate.id


def top_up(week: Schedule, search: Search, noise: Floats | None = None) -> None:
    """Add things, or more times of what is there, as long as the week gains by it."""
    while any(_try(week, one, times, settle) for one, times, settle in _gains(week, search, noise)):
        pass


def _gains(week: Schedule, search: Search, noise: Floats | None) -> Iterator[tuple[Candidate, int, bool]]:
    """Candidates and counts that raise the objective, the largest gain after the price of their room first."""
    market, candidates = search.market, search.model.candidates
    already, open_row = _standing(week, market)
    gain = market.worth - np.take_along_axis(market.worth, already[:, None], axis=1)
    gain[:, 1:] += np.where((already == 0) & ~_met(week), market.bonus[market.category], 0)[:, None]
    extra = np.arange(market.worth.shape[1]) - already[:, None]
    after_price = gain - search.prices[:, None] * extra + (0.0 if noise is None else noise)
    after_price[(gain <= 0) | ~open_row[:, None]] = -np.inf
    after_price[:, 0] = -np.inf
    order = np.argsort(-after_price, axis=None, kind="stable")[:GAINS_TRIED]
    for rank, cell in enumerate(order):
        row, times = divmod(int(cell), market.worth.shape[1])
        if after_price[row, times] == -np.inf:
            return
        yield candidates[row], times, rank < GAINS_SETTLED


def _standing(week: Schedule, market: Market) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """How often each candidate stands in the week, and whether it may stand there."""
    ones = week.model.candidates
    already = np.array([week.places[one.id].times if one.id in week.places else 0 for one in ones])
    in_family = np.bincount(market.family, already > 0, len(market.families))
    job_open = np.array([one.job not in week.jobs for one in ones])
    return already, (already > 0) | (job_open & ((in_family < market.most_of_family)[market.family]))


def _met(week: Schedule) -> NDArray[np.bool_]:
    return np.array([week.categories[one.category] > 0 for one in week.model.candidates])


def _try(week: Schedule, candidate: Candidate, times: int, settle: bool) -> bool:
    before = week.remove(candidate.id) if candidate.id in week.places else None
    if place_or_settle(week, candidate, times) if settle else week.place(candidate, times):
        return True
    if before is not None:
        week.put(candidate, before)
    return False


def ruin_and_recreate(week: Schedule, search: Search, wanted: Iterable[tuple[str, int]], goal: int, rounds: int) -> Schedule:
    """Take a few things out, refill in another order, keep what is nearly as good. The same seed, the same week.

    It ends when the week is worth the goal, after so many rounds, or when nothing has helped for a while.
    """
    asked = sorted(set(wanted))
    random = np.random.default_rng(SEARCH_SEED)
    best = current = week
    idle = 0
    for left in range(rounds, 0, -1):
        if best.objective >= goal or not current.places or idle >= IDLE_ROUNDS:
            break
        changed = current.copy()
        missing = [pair for pair in asked if changed.counts.get(pair[0]) != pair[1]]
        if missing and random.random() < FORCED:
            _force(changed, *missing[int(random.integers(len(missing)))], random)
        else:
            _ruin(changed, random)
        top_up(changed, search, random.normal(0.0, NOISE, search.market.worth.shape))
        if changed.objective >= current.objective - LEEWAY * left / rounds:
            current = changed
        idle = 0 if current.objective > best.objective else idle + 1
        best = max(best, current, key=lambda one: one.objective)
    return best


def _force(week: Schedule, name: str, times: int, random: np.random.Generator) -> None:
    """Put something in, and take out what stands in its way."""
    candidate = week.model.by_id[name]
    for other in [other for other in week.places if week.model.by_id[other].job == candidate.job]:
        week.remove(other)
    while not week.takes(candidate):
        family = sorted(other for other in week.places if week.model.by_id[other].family == candidate.family)
        week.remove(family[int(random.integers(len(family)))])
    if not week.place(candidate, times, overflowing=True):
        return
    while week.overflow:
        others = sorted(week.crowding() - {name})
        week.remove(others[int(random.integers(len(others)))])


def _ruin(week: Schedule, random: np.random.Generator) -> None:
    names = sorted(week.places)
    size = min(len(names), int(random.choice(RUINED)))
    for index in random.permutation(len(names))[:size]:
        week.remove(names[index])
