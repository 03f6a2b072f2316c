"""From a model to a filled week and its bound: columns, branches, weeks near their answers, a last search where it may pay."""

from dataclasses import dataclass

import numpy as np

from spinewise.planning.optimiser.branching import Tree
from spinewise.planning.optimiser.choices import Choices
from spinewise.planning.optimiser.columns import ColumnProgram, Relaxed
from spinewise.planning.optimiser.dominance import without_dominated
from spinewise.planning.optimiser.filling import Search, fill, ruin_and_recreate, top_up
from spinewise.planning.optimiser.market import PARTS, Market
from spinewise.planning.optimiser.model import Counts, WeekModel
from spinewise.planning.optimiser.packing import pack
from spinewise.planning.optimiser.schedule import Schedule

BRANCHES, NEAR = 10, 0.005
"""So many branches are looked into unless the week comes that near to its bound."""
MORE_BRANCHES, NEAR_ENOUGH = 16, 0.02
"""So many more where it is not even that near."""
ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Solved:
    """A filled week and a bound that no week can pass, in thousandths of a point."""

    week: Schedule
    bound: int


def solve(model: WeekModel) -> Solved:
    """The best week found at once, the same every time, and how good any week could be."""
    choices = Choices(without_dominated(model))
    if not choices.model.candidates:
        return Solved(Schedule(choices), 0)
    weeks, tree = _begun(choices)
    tree.grow(BRANCHES, NEAR)
    tree.grow(MORE_BRANCHES, NEAR_ENOUGH)
    goal = int(tree.bound * (1 - NEAR_ENOUGH))
    week = ruin_and_recreate(weeks.best, weeks.search, weeks.wanted, goal, ROUNDS)
    week.return_to_kept()
    return Solved(week, tree.bound)


def solve_further(model: WeekModel, branches: int) -> Solved:
    """The same with many more branches and no rest until the week is proven: mostly the very best one."""
    choices = Choices(without_dominated(model))
    if not choices.model.candidates:
        return Solved(Schedule(choices), 0)
    weeks, tree = _begun(choices)
    tree.grow(branches, 0.0)
    weeks.best.return_to_kept()
    return Solved(weeks.best, tree.bound)


def _begun(choices: Choices) -> "tuple[_Weeks, Tree]":
    weeks = _Weeks(choices, Market(choices.model))
    return weeks, Tree(weeks.market, ColumnProgram(weeks.market), weeks.near)


class _Weeks:
    """The best week so far, and what the answers of the program wanted."""

    def __init__(self, choices: Choices, market: Market) -> None:
        self.market = market
        self.best = Schedule(choices)
        self._tried: set[frozenset[tuple[str, int]]] = set()
        self.search = Search(choices, market, np.zeros(len(choices.model.candidates)))

    @property
    def wanted(self) -> set[tuple[str, int]]:
        """The things and times that any of the answers wanted."""
        return {pair for tried in self._tried for pair in tried}

    def near(self, counts: Counts, found: Relaxed) -> int:
        """Fill the days with these counts, add what still fits, keep the better week; its worth."""
        tried = frozenset(counts.items())
        if tried in self._tried:
            return self.best.objective
        self._tried.add(tried)
        self.search = Search(self.search.choices, self.market, found.prices.place / PARTS)
        week = self._filled(counts)
        top_up(week, self.search)
        self.best = max(self.best, week, key=lambda one: one.objective)
        return self.best.objective

    def _filled(self, counts: Counts) -> Schedule:
        """With all of the counts where the days take them and it may pay, else with most of them."""
        week = fill(self.search.choices, counts)
        if week.counts != counts and self.search.model.objective(counts) > self.best.objective:
            return pack(self.search.choices, counts) or week
        return week
