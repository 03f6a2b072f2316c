"""Branch and price: decide for or against things until the bound of what is left over comes near the best week found.

The linear program shares out what a week can only do or leave. Where a job is half done, one branch does it and one does
not; where it is done in several ways, one branch keeps the lighter ones and one the heavier ones. The branch with the highest
bound is looked at first, and the highest bound of all open branches bounds every week (Land and Doig, An automatic method
of solving discrete programming problems, 1960; with columns: Barnhart and others, Branch-and-price, 1998). Each answer also
proposes a week, so good weeks come early.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from spinewise.planning.optimiser.columns import ColumnProgram, Relaxed, Shares
from spinewise.planning.optimiser.market import PARTS, Market, Switches
from spinewise.planning.optimiser.model import Counts

NEARLY_WHOLE = 1e-4
HALF = 0.5
Propose = Callable[[Counts, Relaxed], int]
"""Makes a week near some counts, keeps the best so far, and says what that is worth in thousandths."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Some decisions, and what they leave possible."""

    closed: Switches
    forced: Switches
    found: Relaxed


class Tree:
    """The open branches of one week, the highest bound first."""

    def __init__(self, market: Market, program: ColumnProgram, propose: Propose) -> None:
        self._market, self._program, self._propose = market, program, propose
        self._open: list[tuple[int, int, Branch]] = []
        self._stuck = 0
        """The highest bound of a branch that is decided to the end, in parts."""
        self._looked_at = 0
        self._reached = 0
        self._look(np.zeros(len(market.row), dtype=np.bool_), np.zeros(len(market.jobs), dtype=np.bool_))

    @property
    def bound(self) -> int:
        """In thousandths of a point: no week is worth more."""
        highest = max(-self._open[0][0] if self._open else 0, self._stuck, self._reached * PARTS)
        return highest // PARTS

    @property
    def reached(self) -> int:
        """What the best week so far is worth, in thousandths of a point."""
        return self._reached

    def grow(self, branches: int, good_enough: float) -> None:
        """Look into up to so many branches, until the best week is that near to the bound, as a share of it."""
        last = self._looked_at + branches
        while self._open and self._looked_at < last and self._reached < self.bound * (1 - good_enough):
            _, _, branch = heapq.heappop(self._open)
            if branch.found.bound < (self._reached + 1) * PARTS:
                continue
            self._split(branch)

    def _split(self, branch: Branch) -> None:
        job = self._half_done(branch.found.shares)
        if job is not None:
            ways, forced = self._ways_of(job), branch.forced.copy()
            forced[job] = True
            self._look(branch.closed, forced, branch)
            self._look(branch.closed | ways, branch.forced, branch)
            return
        halves = self._halves(branch)
        if halves is None:
            self._stuck = max(self._stuck, branch.found.bound)
            return
        for half in halves:
            self._look(branch.closed | half, branch.forced, branch)

    def _look(self, closed: Switches, forced: Switches, above: Branch | None = None) -> None:
        """Ask the program, propose a week from its answer, and keep the branch open unless it is no better."""
        self._looked_at += 1
        found = self._program.solve(closed, forced, enough=(self._reached + 1) * PARTS - 1)
        if found is None:
            return
        if above is not None and above.found.bound < found.bound:
            found = found._replace(bound=above.found.bound)
        if found.bound >= (self._reached + 1) * PARTS:
            self._reached = self._propose(self._counts(found.shares), found)
            heapq.heappush(self._open, (-found.bound, self._looked_at, Branch(closed, forced, found)))

    def _counts(self, shares: Shares) -> Counts:
        """For each job that is at least half done, the way with the largest share, as long as its family holds one more."""
        market, done = self._market, self._done(shares)
        room = market.most_of_family.copy()
        counts: dict[str, int] = {}
        for job in np.argsort(-done, kind="stable"):
            ways = np.flatnonzero(self._ways_of(int(job)))
            way = int(ways[int(shares[ways].argmax())])
            row = int(market.row[way])
            if done[job] >= HALF and room[market.family[row]] > 0:
                room[market.family[row]] -= 1
                counts[market.model.candidates[row].id] = int(market.times[way])
        return counts

    def _done(self, shares: Shares) -> Shares:
        return np.add.reduceat(shares, self._market.first_of_job)

    def _ways_of(self, job: int) -> Switches:
        return np.asarray(self._market.job[self._market.row] == job)

    def _half_done(self, shares: Shares) -> int | None:
        """The job that is nearest to half done; ``None`` when each is done or left."""
        done = self._done(shares)
        doubt = np.minimum(done, 1 - done)
        job = int(doubt.argmax())
        return job if doubt[job] > NEARLY_WHOLE else None

    def _halves(self, branch: Branch) -> tuple[Switches, Switches] | None:
        """What to close in each of two branches.

        Where a job is done in several ways, the lighter or the heavier ones. Where every job is done in one way and still
        no week was found: all but the way of the heaviest undecided job, or that way. ``None`` when all is decided.
        """
        market, shares = self._market, branch.found.shares
        taken = market.times * market.minutes[market.row]
        used = shares > NEARLY_WHOLE
        mixed = np.add.reduceat(np.where(used, np.minimum(shares, 1 - shares), 0.0), market.first_of_job)
        if mixed.max() > NEARLY_WHOLE:
            ways = self._ways_of(int(mixed.argmax()))
            light = ways & (taken <= float((shares * taken)[ways].sum()))
            heavy = ways & ~light
            if (heavy & used).any() and (light & used).any():
                return light, heavy
            return _only(int(np.where(ways, shares, -1.0).argmax()), ways)
        open_ways = np.add.reduceat(~branch.closed, market.first_of_job, dtype=np.int64)
        undecided = (open_ways > 1)[market.job[market.row]] & (shares > HALF)
        if not undecided.any():
            return None
        way = int(np.where(undecided, taken, -1).argmax())
        return _only(way, self._ways_of(int(market.job[market.row[way]])))


def _only(way: int, ways: Switches) -> tuple[Switches, Switches]:
    """Close the others of its job, or close it."""
    others = ways.copy()
    others[way] = False
    return others, ways & ~others
