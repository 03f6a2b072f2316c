"""Prices for a place on a day, and the bound that they prove.

At any prices that are not below zero, this much no week can pass: each job takes the thing and the number of times that
gain most after their prices, each day is sold to whom pays most, and what a price demands too much is given back
(Geoffrion, Lagrangean relaxation for integer programming, 1974). Prices are whole numbers, small parts of a thousandth of a
point, so the bound is exact whoever proposed them; only at the end is it rounded down to whole thousandths.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from spinewise.planning import worth
from spinewise.planning.days import MOST_WITH_REST
from spinewise.planning.optimiser.best_day import Day, DayChooser, Whole
from spinewise.planning.optimiser.model import WeekModel
from spinewise.planning.records import DAYS_PER_WEEK

PARTS = 1024
"""Parts of a thousandth of a point."""
NEVER = -(1 << 50)
Switches = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Prices:
    """In parts of a thousandth of a point."""

    place: Whole
    """For each candidate: to stand on one day."""
    family: Whole
    """For each family: to be one of its things."""
    category: Whole
    """For each category: what the first thing brings, and every thing is promised."""
    hard_day: int
    """To be one of the days for hard things."""


class Market:
    """A model as arrays. A *way* is a candidate so many times a week; ways are sorted by job."""

    def __init__(self, model: WeekModel) -> None:
        self.model = model
        ones = model.candidates
        self.jobs = sorted({one.job for one in ones})
        self.families = sorted({one.family for one in ones})
        self.categories = [name for name in worth.CATEGORIES if any(one.category == name for one in ones)]
        self.job = _places([one.job for one in ones], self.jobs)
        self.family = _places([one.family for one in ones], self.families)
        self.category = _places([one.category for one in ones], self.categories)
        self.most_of_family = np.array([worth.most_of_family(name) for name in self.families])
        self.bonus = np.array([worth.CATEGORY_BONUS[name] for name in self.categories])
        order = sorted(range(len(ones)), key=lambda row: (int(self.job[row]), row))
        ways = [(row, times, value) for row in order for times, value in ones[row].worth.items()]
        self.row, self.times, self.value = (np.array(column, dtype=np.int64) for column in zip(*ways, strict=True))
        self.first_of_job = np.searchsorted(self.job[self.row], np.arange(len(self.jobs)))
        self.minutes = np.array([one.minutes for one in ones])
        self.chooser = DayChooser(model)

    @cached_property
    def worth(self) -> Whole:
        """Worth by candidate and number of times; far below zero where it cannot be had."""
        table = np.full((len(self.model.candidates), DAYS_PER_WEEK + 1), NEVER, dtype=np.int64)
        table[:, 0] = 0
        table[self.row, self.times] = self.value
        return table

    def best_days(self, prices: Prices) -> tuple[Day, ...]:
        """The day that pays most; where things are hard, the best day without them and the best one that may hold them."""
        hard = self.chooser.hard
        if not hard.any():
            return (self.chooser.best(prices.place),)
        return self.chooser.best(np.where(hard, 0, prices.place)), self.chooser.best(prices.place)

    def bound(self, prices: Prices, days: Sequence[Day], closed: Switches, forced: Switches) -> int:
        """In parts: no week without the closed ways that does the forced jobs is worth more."""
        offers = self.offers(prices, closed)
        best = np.maximum.reduceat(offers, self.first_of_job)
        jobs = int(np.where(forced, best, np.maximum(best, 0)).sum())
        bonuses = int(np.maximum(self.bonus * PARTS - prices.category, 0).sum())
        return jobs + bonuses + int(prices.family @ self.most_of_family) + self._sold(prices, days)

    def offers(self, prices: Prices, closed: Switches) -> Whole:
        """What each way gains after its prices."""
        candidate = prices.category[self.category] - prices.family[self.family]
        gain = self.value * PARTS - self.times * prices.place[self.row] + candidate[self.row]
        return np.where(closed, NEVER, gain)

    @staticmethod
    def _sold(prices: Prices, days: Sequence[Day]) -> int:
        dearest = max(days[0].value, days[-1].value - prices.hard_day)
        return DAYS_PER_WEEK * dearest + MOST_WITH_REST * prices.hard_day


def _places(names: Sequence[str], known: Sequence[str]) -> Whole:
    index = {name: place for place, name in enumerate(known)}
    return np.array([index[name] for name in names], dtype=np.int64)
