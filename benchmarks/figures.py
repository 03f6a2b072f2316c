"""Figures that all benchmarks share: shares with their interval, percentiles, agreement."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeVar

import numpy as np

_Z_95 = 1.959964
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Share:
    """Some of so many, with the Wilson 95 % interval."""

    some: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 when there is nothing to count."""
        return self.some / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson score interval at 95 % (Wilson 1927, JASA 22:209); all is possible when there is nothing to count."""
        if not self.of:
            return 0.0, 1.0
        weight = _Z_95 * _Z_95 / self.of
        middle = (self.value + weight / 2) / (1 + weight)
        half = _Z_95 / (1 + weight) * sqrt((self.value * (1 - self.value) + weight / 4) / self.of)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.some}/{self.of} = {self.value:.1%} ({low:.1%} to {high:.1%})"


def share(items: Sequence[Item], counts: Callable[[Item], bool]) -> Share:
    """How many of the items count."""
    return Share(sum(map(counts, items)), len(items))


@dataclass(frozen=True, slots=True)
class Spread:
    """Some numbers by their 10th, 50th, 90th and 95th percentile (linear between neighbours); zeros of nothing."""

    of: int
    p10: float
    median: float
    p90: float
    p95: float


def spread(numbers: Iterable[float]) -> Spread:
    """How numbers spread."""
    found = list(numbers)
    if not found:
        return Spread(0, 0.0, 0.0, 0.0, 0.0)
    return Spread(len(found), *(float(one) for one in np.quantile(found, (0.1, 0.5, 0.9, 0.95))))


def weighted_kappa(table: Sequence[Sequence[int]]) -> float | None:
    """Cohen's kappa with quadratic weights (Cohen 1968, Psychol Bull 70:213) over a square table of ordered grades.

    ``None`` where it is not defined: nothing to count, or only one grade on both sides.
    """
    observed = np.asarray(table, dtype=float)
    total = observed.sum()
    if not total:
        return None
    grades = np.arange(len(observed))
    distance = (grades[:, None] - grades[None, :]) ** 2
    expected = np.outer(observed.sum(axis=1), observed.sum(axis=0)) / total
    by_chance = float((distance * expected).sum())
    return 1 - float((distance * observed).sum()) / by_chance if by_chance else None
