"""The week as a linear program over whole days, its days made when they are needed.

Shares of ways (a candidate so many times a week) need as many places on days; shares of days, seven in all, offer them.
There are too many days to list them, so the program begins with a few, and the prices of its answer say which day is missing
most (Gilmore and Gomory, A linear programming approach to the cutting-stock problem, 1961; Barnhart and others,
Branch-and-price, 1998). GLOP solves the program in floating point. What we use of it are its prices, as proposals: the bound
is worked out from them in whole numbers (see ``market``), so a rounding error of the solver can make it worse, never wrong.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from spinewise.planning.days import MOST_WITH_REST
from spinewise.planning.optimiser.best_day import Day, Whole
from spinewise.planning.optimiser.market import PARTS, Market, Prices, Switches
from spinewise.planning.records import DAYS_PER_WEEK

NEARLY_NOTHING = 2 * PARTS
"""A day that would gain less than that is not worth another round: two thousandths of a point a week."""
MOST_ROUNDS = 60
Shares = NDArray[np.float64]


class Relaxed(NamedTuple):
    """The answer of the program under some decisions."""

    bound: int
    """In parts of a thousandth of a point."""
    shares: Shares
    """Of each way."""
    prices: Prices


class ColumnProgram:
    """The program of one week. Days once made serve all later questions."""

    def __init__(self, market: Market) -> None:
        from ortools.linear_solver import pywraplp  # noqa: PLC0415  a command that makes no week needs no solver

        self.market = market
        self._glop = pywraplp.Solver.CreateSolver("GLOP")
        self._how = pywraplp.MPSolverParameters()
        self._how.SetIntegerParam(self._how.PRESOLVE, self._how.PRESOLVE_OFF)
        self._infinity = self._glop.infinity()
        self._objective = self._glop.Objective()
        self._objective.SetMaximization()
        ones = market.model.candidates
        self._link = [self._row(0.0) for _ in ones]
        self._job = [self._row(1.0) for _ in market.jobs]
        self._family = [self._row(float(most)) for most in market.most_of_family]
        self._category = [self._row(0.0) for _ in market.categories]
        self._days = self._row(float(DAYS_PER_WEEK))
        self._hard_days = self._row(float(MOST_WITH_REST))
        self._ways = [self._way(way) for way in range(len(market.row))]
        for category, bonus in enumerate(market.bonus):
            self._column(float(bonus), [(self._category[category], 1.0)], most=1.0)
        self._closed = np.zeros(len(self._ways), dtype=np.bool_)
        self._forced = np.zeros(len(self._job), dtype=np.bool_)
        for day in self._first_days():
            self._add(day)

    def solve(self, closed: Switches, forced: Switches, enough: int) -> Relaxed | None:
        """The best shares without the closed ways and with the forced jobs; ``None`` when there are none.

        It ends early when the bound falls to ``enough`` parts, as the branch then needs no more looking into.
        """
        self._decide(closed, forced)
        best: Relaxed | None = None
        for _ in range(MOST_ROUNDS):
            if self._glop.Solve(self._how) != self._glop.OPTIMAL:
                return best
            prices = self._prices()
            days = self.market.best_days(prices)
            bound = self.market.bound(prices, days, closed, forced)
            if best is None or bound < best.bound:
                best = Relaxed(bound, self._shares(), prices)
            missing = [day for day in days if day.value - self._paid(prices, day) > NEARLY_NOTHING // DAYS_PER_WEEK]
            if not missing or best.bound <= enough:
                return best._replace(shares=self._shares(), prices=prices)
            for day in missing:
                self._add(day)
        return best

    def _decide(self, closed: Switches, forced: Switches) -> None:
        for way in np.flatnonzero(closed != self._closed):
            self._ways[way].SetUb(0.0 if closed[way] else 1.0)
        for job in np.flatnonzero(forced != self._forced):
            self._job[job].SetLb(1.0 if forced[job] else -self._infinity)
        self._closed, self._forced = closed, forced

    def _row(self, most: float) -> Any:
        return self._glop.Constraint(-self._infinity, most)

    def _column(self, gain: float, parts: Iterable[tuple[Any, float]], most: float) -> Any:
        column = self._glop.NumVar(0.0, most, "")
        for row, amount in parts:
            row.SetCoefficient(column, amount)
        if gain:
            self._objective.SetCoefficient(column, gain)
        return column

    def _way(self, way: int) -> Any:
        market, row = self.market, int(self.market.row[way])
        parts = (
            (self._link[row], float(market.times[way])),
            (self._job[market.job[row]], 1.0),
            (self._family[market.family[row]], 1.0),
            (self._category[market.category[row]], -1.0),
        )
        return self._column(float(market.value[way]), parts, most=1.0)

    def _add(self, day: Day) -> None:
        parts = [(self._link[row], -1.0) for row in day.rows] + [(self._days, 1.0)]
        if self.market.chooser.hard[list(day.rows)].any():
            parts.append((self._hard_days, 1.0))
        self._column(0.0, parts, most=self._infinity)

    def _first_days(self) -> list[Day]:
        """A few days at a guess: what pays most a time, each day with something of the day before left out."""
        market = self.market
        a_time = np.zeros(len(market.model.candidates), dtype=np.int64)
        np.maximum.at(a_time, market.row, (market.value + market.bonus[market.category[market.row]]) * PARTS // market.times)
        days: list[Day] = []
        for _ in range(DAYS_PER_WEEK):
            day = market.chooser.best(a_time)
            if not day.rows:
                break
            days.append(day)
            a_time[list(day.rows)] //= 2
        return days

    def _prices(self) -> Prices:
        return Prices(_whole(self._link), _whole(self._family), _whole(self._category), int(_whole([self._hard_days])[0]))

    def _paid(self, prices: Prices, day: Day) -> int:
        """What a day costs at the prices."""
        hard = bool(self.market.chooser.hard[list(day.rows)].any())
        return int(_whole([self._days])[0]) + (prices.hard_day if hard else 0)

    def _shares(self) -> Shares:
        return np.array([way.solution_value() for way in self._ways])


def _whole(rows: Iterable[Any]) -> Whole:
    """Prices in whole parts, never below zero."""
    found = np.rint(np.array([row.dual_value() for row in rows]) * PARTS)
    return np.asarray(np.maximum(found, 0), dtype=np.int64)
