"""The day that sells best: which different things to put on one day, when each has a price.

A knapsack with minutes and a number of things, at most one thing of each job, solved by dynamic programming in whole
numbers (Kellerer, Pferschy, Pisinger, Knapsack Problems, 2004, chapter 9). A thing stands on a day once: that is what
makes it tighter than counting lengths of time.
"""

from collections import defaultdict
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from spinewise.planning.optimiser.model import WeekModel

Whole = NDArray[np.int64]


class Day(NamedTuple):
    """The rows of the candidates on a day, and what they pay together."""

    value: int
    rows: tuple[int, ...]


class DayChooser:
    """Finds the best day of a model at any prices."""

    def __init__(self, model: WeekModel) -> None:
        self._shape = (model.things_per_day + 1, model.minutes_per_day + 1)
        self._minutes = [one.minutes for one in model.candidates]
        jobs: dict[str, list[int]] = defaultdict(list)
        for row, one in enumerate(model.candidates):
            jobs[one.job].append(row)
        self._jobs = list(jobs.values())
        self.hard = np.array([one.hard for one in model.candidates])

    def best(self, pays: Whole) -> Day:
        """The best day when each candidate pays so much for standing on it."""
        most = np.zeros(self._shape, dtype=np.int64)
        steps: list[tuple[list[int], NDArray[np.int8]]] = []
        payers = pays > 0
        for rows in self._jobs:
            offers = [row for row in rows if payers[row]]
            if offers:
                most, chosen = self._add_job(most, [(self._minutes[row], int(pays[row])) for row in offers])
                steps.append((offers, chosen))
        return Day(int(most[-1, -1]), self._way_back(steps))

    def _add_job(self, most: Whole, offers: list[tuple[int, int]]) -> tuple[Whole, NDArray[np.int8]]:
        after, columns = most.copy(), self._shape[1]
        chosen = np.zeros(self._shape, dtype=np.int8)
        for number, (minutes, pay) in enumerate(offers, start=1):
            gain = most[:-1, : columns - minutes] + pay
            target = after[1:, minutes:]
            better = gain > target
            np.copyto(target, gain, where=better)
            chosen[1:, minutes:][better] = number
        return after, chosen

    def _way_back(self, steps: list[tuple[list[int], NDArray[np.int8]]]) -> tuple[int, ...]:
        things, minutes = self._shape[0] - 1, self._shape[1] - 1
        found: list[int] = []
        for offers, chosen in reversed(steps):
            number = int(chosen[things, minutes])
            if number:
                row = offers[number - 1]
                found.append(row)
                things, minutes = things - 1, minutes - self._minutes[row]
        return tuple(reversed(found))
