"""What a length of time costs: prices that make one day as dear as it is, and the bound that they prove.

A week's minutes are not the whole truth: two things of eleven minutes do not fit into a day of twenty. Prices say it.
Counts of the week pay a price for each single time of a length; a day sells the set of lengths that pays most. At any
prices, the worth of the best counts plus seven best days is an upper bound on every week (Geoffrion, Lagrangean
relaxation for integer programming, 1974). The prices with the least bound come from Newton's method on a smoothed
bound (Nesterov, Smooth minimization of non-smooth functions, 2005); the bound itself is taken unsmoothed.

Rounded to whole numbers, the prices serve as lengths in the table of counts (dual feasible functions: Fekete and
Schepers, New classes of fast lower bounds for bin packing problems, 2001).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from spinewise.planning import worth
from spinewise.planning.counts import Room
from spinewise.planning.model import WeekModel
from spinewise.planning.patterns import Patterns, day_patterns, length_classes
from spinewise.planning.records import DAYS_PER_WEEK

Floats = NDArray[np.float64]
Indexes = NDArray[np.int64]
SMOOTHING = (200.0, 70.0, 25.0, 8.0)
"""Thousandths of a point, one after the other."""
NEWTON_STEPS = 8
SHORTEST_STEP = 0.02
PRICES_PER_TIME = (0.0, 60.0, 150.0, 300.0)
PRICES_PER_MINUTE = (0.0, 15.0, 40.0, 90.0)
ROOM_PER_DAY = 240
_NEVER = -1e7


class _Smoothed(NamedTuple):
    value: float
    slope: Floats
    curvature: Floats


@dataclass(frozen=True, slots=True)
class Market:
    """The model as arrays: one row per candidate, one column per number of times."""

    classes: tuple[int, ...]
    patterns: Patterns
    worth: Floats
    class_of: Indexes
    job: Indexes
    job_in_family: Indexes
    family: Indexes
    most_of_family: Indexes
    category: Indexes
    bonus: Floats
    tolls: Floats
    """By job, where things of several families could do it: the price of doing it once. What is paid is given back."""

    def bound(self, prices: Floats) -> float:
        """No week is worth more than this, whatever the prices and tolls."""
        offers = self._offers(prices).max(axis=1)
        total = float(offers[self._within_family(offers)].sum() + self.tolls.sum())
        return total + DAYS_PER_WEEK * float((self.patterns @ prices).max())

    def with_tolls(self, prices: Floats) -> "Market":
        """The same market with the tolls for these prices: the second best offer for each job, each family counted once."""
        best = (self.worth - prices[self.class_of][:, None] * np.arange(self.worth.shape[1])).max(axis=1)
        of_family = np.flatnonzero(_firsts(self.job_in_family, np.lexsort((-best, self.job_in_family))))
        order = of_family[np.lexsort((-best[of_family], self.job[of_family]))]
        _, first, size = np.unique(self.job[order], return_index=True, return_counts=True)
        seconds = order[first[size > 1] + 1]
        tolls = np.zeros(len(self.tolls))
        tolls[self.job[seconds]] = np.floor(best[seconds])
        return replace(self, tolls=tolls)

    def smoothed(self, prices: Floats, smoothing: float) -> _Smoothed:
        """A smooth bound a little above, with slope and curvature."""
        counts, chances = _soft_max(self._offers(prices), smoothing)
        taken = self._within_family(counts)
        days, mix = _soft_max((self.patterns @ prices)[None, :], smoothing)
        times = np.arange(self.worth.shape[1])
        mean = (chances @ times) * taken
        spread = ((chances @ times**2) * taken - mean**2) / smoothing
        size = len(self.classes)
        day = mix[0] @ self.patterns
        value = float(counts[taken].sum() + self.tolls.sum()) + DAYS_PER_WEEK * float(days[0])
        slope = DAYS_PER_WEEK * day - np.bincount(self.class_of, mean, minlength=size)
        varied = (self.patterns * mix[0][:, None]).T @ self.patterns - np.outer(day, day)
        curvature = DAYS_PER_WEEK * varied / smoothing + np.diag(np.bincount(self.class_of, spread, minlength=size))
        return _Smoothed(value, slope, curvature)

    def _offers(self, prices: Floats) -> Floats:
        """What each number of times gains after its price and toll; the first of a category has the category's bonus.

        Given to the best candidate of each category, the bonus counts once: when another is chosen as well, and also
        when none would be chosen without it.
        """
        times = np.arange(self.worth.shape[1])
        offers = self.worth - prices[self.class_of][:, None] * times
        offers[:, 1:] -= self.tolls[self.job][:, None]
        best = offers[:, 1:].max(axis=1)
        order = np.lexsort((-best, self.category))
        first = order[np.searchsorted(self.category[order], np.arange(len(self.bonus)))]
        offers[first, 1:] += self.bonus[:, None]
        return offers

    def _within_family(self, offers: Floats) -> NDArray[np.bool_]:
        """Which are the best of their family for their job, and among the best of their family, as many as it may hold."""
        best = _firsts(self.job_in_family, np.lexsort((-offers, self.job_in_family)))
        order = np.lexsort((-offers, ~best, self.family))
        families = self.family[order]
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order)) - np.searchsorted(families, families)
        return best & (rank < self.most_of_family)


def _firsts(groups: Indexes, order: Indexes) -> NDArray[np.bool_]:
    """The first of each group in this order."""
    first = np.zeros(len(groups), dtype=np.bool_)
    first[order[np.unique(groups[order], return_index=True)[1]]] = True
    return first


def market(model: WeekModel) -> Market:
    """The arrays of a model with at least one candidate."""
    ones = model.candidates
    lengths = tuple(sorted({one.minutes for one in ones}))
    classes = length_classes(lengths, model.minutes_per_day, model.things_per_day)
    categories = [name for name in worth.CATEGORIES if any(one.category == name for one in ones)]
    families = sorted({one.family for one in ones})
    jobs = sorted({one.job for one in ones})
    jobs_in_family = sorted({(one.family, one.job) for one in ones})
    values = np.full((len(ones), DAYS_PER_WEEK + 1), _NEVER)
    values[:, 0] = 0.0
    for row, one in enumerate(ones):
        values[row, list(one.worth)] = list(one.worth.values())
    return Market(
        classes,
        day_patterns(classes, model.minutes_per_day, model.things_per_day),
        values,
        np.searchsorted(np.array(classes), np.array([one.minutes for one in ones]), side="right") - 1,
        np.array([jobs.index(one.job) for one in ones]),
        np.array([jobs_in_family.index((one.family, one.job)) for one in ones]),
        np.array([families.index(one.family) for one in ones]),
        np.array([worth.most_of_family(one.family) for one in ones]),
        np.array([categories.index(one.category) for one in ones]),
        np.array([worth.CATEGORY_BONUS[name] for name in categories], dtype=np.float64),
        np.zeros(len(jobs)),
    )


def best_prices(market: Market) -> Floats:
    """Prices for the classes of length with about the least bound."""
    found = straight_prices(market)
    for smoothing in SMOOTHING:
        prices = _newton(market, found, smoothing)
        found = min(found, np.maximum(prices, 0.0), key=market.bound)
    return found


def straight_prices(market: Market) -> Floats:
    """The best of a small grid of prices for a time and for a minute."""
    lengths = np.array(market.classes, dtype=np.float64)
    grid = [per_time + per_minute * lengths for per_time in PRICES_PER_TIME for per_minute in PRICES_PER_MINUTE]
    return min(grid, key=market.bound)


def priced_room(market: Market, prices: Floats, model: WeekModel) -> Room:
    """The prices as whole numbers, and what seven days can sell at most at them."""
    dearest = float((market.patterns @ prices).max())
    whole = np.floor(prices * (ROOM_PER_DAY / dearest)) if dearest > 0 else np.zeros(len(prices))
    day = int((market.patterns @ whole).max())
    rooms = {one.minutes: int(whole[index]) for one, index in zip(model.candidates, market.class_of, strict=True)}
    return Room(rooms, DAYS_PER_WEEK * day)


def tolls_by_job(market: Market, model: WeekModel) -> Mapping[str, int]:
    """The tolls that are paid at all."""
    found = {one.job: int(market.tolls[index]) for one, index in zip(model.candidates, market.job, strict=True)}
    return {job: toll for job, toll in found.items() if toll}


def _newton(market: Market, prices: Floats, smoothing: float) -> Floats:
    for _ in range(NEWTON_STEPS):
        here = market.smoothed(prices, smoothing)
        ridge = 1e-6 * np.trace(here.curvature) + 1e-9
        step = np.linalg.solve(here.curvature + ridge * np.eye(len(prices)), -here.slope)
        gain = float(here.slope @ step)
        share = 1.0
        while share > SHORTEST_STEP and market.smoothed(prices + share * step, smoothing).value > here.value + gain * share / 5:
            share /= 2
        if share <= SHORTEST_STEP or -gain < 1.0:
            break
        prices = prices + share * step
    return prices


def _soft_max(values: Floats, smoothing: float) -> tuple[Floats, Floats]:
    """The smooth maximum of each row, and each column's share in it."""
    most = values.max(axis=1, keepdims=True)
    powers = np.exp((values - most) / smoothing)
    sums = powers.sum(axis=1, keepdims=True)
    return (most + smoothing * np.log(sums))[:, 0], powers / sums
