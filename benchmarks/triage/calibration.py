"""Are the probabilities of the first explanation as often right as they say?"""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.figures import Share

BINS = 5


@dataclass(frozen=True, slots=True)
class Bin:
    """The cases whose first explanation has a probability from ``low`` to below ``high``."""

    low: float
    high: float
    mean_probability: float
    right: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """Reliability of the first explanation; a case is right when it is the diagnosis or a named alternative."""

    bins: tuple[Bin, ...]
    brier: float
    """Mean squared distance of probability and outcome (Brier 1950); 0 is best."""
    brier_of_the_base_rate: float
    """What always saying the overall share of right cases would reach."""
    expected_error: float
    """Distance between probability and share over the bins, weighted by their cases."""


def calibration_of(told: Sequence[tuple[float, bool]]) -> Calibration:
    """Calibration of pairs of a probability (0 to 1) and whether it was right; empty bins are left out."""
    bins = tuple(one for number in range(BINS) if (one := _bin(number, told)).right.of)
    of = len(told) or 1
    rate = sum(right for _, right in told) / of
    return Calibration(
        bins=bins,
        brier=sum((probability - right) ** 2 for probability, right in told) / of,
        brier_of_the_base_rate=rate * (1 - rate),
        expected_error=sum(one.right.of * abs(one.mean_probability - one.right.value) for one in bins) / of,
    )


def _bin(number: int, told: Sequence[tuple[float, bool]]) -> Bin:
    inside = [(probability, right) for probability, right in told if min(int(probability * BINS), BINS - 1) == number]
    mean = sum(probability for probability, _ in inside) / len(inside) if inside else 0.0
    return Bin(number / BINS, (number + 1) / BINS, mean, Share(sum(right for _, right in inside), len(inside)))
