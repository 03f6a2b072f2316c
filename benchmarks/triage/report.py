"""The figures over all cases, each share with its confidence interval."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from statistics import median
from typing import Any

from benchmarks.triage.judging import Judged

from spinewise.knowledge import Disposition


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
        """Wilson score interval at 95 % (Wilson 1927, JASA 22:209)."""
        if not self.of:
            return 0.0, 1.0
        z = 1.959964
        middle = (self.value + z * z / (2 * self.of)) / (1 + z * z / self.of)
        half = z / (1 + z * z / self.of) * sqrt(self.value * (1 - self.value) / self.of + z * z / (4 * self.of**2))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.some}/{self.of} = {self.value:.1%} ({low:.1%} to {high:.1%})"


@dataclass(frozen=True, slots=True)
class Report:
    """What the benchmark shows."""

    cases: int
    unsafe_under: tuple[str, ...]
    """Cases that need somebody today or sooner in every accepted answer, and ended lower."""
    under: Share
    over: Share
    over_when_mild: Share
    acceptable: Share
    exact: Share
    interview_lower: tuple[str, ...]
    top_1: Share
    top_3: Share
    median_screens: float
    median_items: float
    median_screens_by_disposition: dict[str, float]
    median_assess_ms: float
    median_interview_ms: float
    under_by_group: dict[str, int]


def report_of(judged: Sequence[Judged]) -> Report:
    """The report over judged cases."""
    mild = [one for one in judged if one.expected <= Disposition.ROUTINE]
    return Report(
        cases=len(judged),
        unsafe_under=tuple(one.case for one in judged if one.under and min(one.accepted) >= Disposition.SAME_DAY),
        under=_share(judged, lambda one: one.under),
        over=_share(judged, lambda one: one.over),
        over_when_mild=_share(mild, lambda one: one.over),
        acceptable=_share(judged, lambda one: one.acceptable),
        exact=_share(judged, lambda one: one.assessed == one.expected),
        interview_lower=tuple(one.case for one in judged if one.interviewed < one.assessed),
        top_1=_share(judged, lambda one: one.rank == 1),
        top_3=_share(judged, lambda one: one.rank is not None and one.rank <= 3),
        median_screens=_median(one.screens for one in judged),
        median_items=_median(one.items for one in judged),
        median_screens_by_disposition={
            level.word: _median(one.screens for one in judged if one.expected is level) for level in Disposition
        },
        median_assess_ms=1000 * _median(one.assess_s for one in judged),
        median_interview_ms=1000 * _median(one.interview_s for one in judged),
        under_by_group=dict(Counter(one.group for one in judged if one.under)),
    )


def as_json(report: Report) -> dict[str, Any]:
    """The report for machines: shares with value and interval."""
    plain = asdict(report)
    for key in plain:
        share = getattr(report, key)
        if isinstance(share, Share):
            plain[key] = {"some": share.some, "of": share.of, "share": share.value, "interval": share.interval}
    return plain


def as_lines(report: Report) -> list[str]:
    """The report for people."""
    shares = [f"{key.replace('_', ' '):<24}{getattr(report, key)}" for key in _SHARES]
    return [
        f"{'cases':<24}{report.cases}",
        f"{'unsafe under-triage':<24}{len(report.unsafe_under)} {' '.join(report.unsafe_under)}",
        *shares,
        f"{'interview lower':<24}{len(report.interview_lower)} {' '.join(report.interview_lower)}",
        f"{'screens, median':<24}{report.median_screens:g} (items {report.median_items:g})",
        *(f"{'  ' + level:<24}{screens:g}" for level, screens in report.median_screens_by_disposition.items()),
        f"{'assess, median':<24}{report.median_assess_ms:.1f} ms",
        f"{'interview, median':<24}{report.median_interview_ms:.0f} ms",
    ]


_SHARES = ("under", "over", "over_when_mild", "acceptable", "exact", "top_1", "top_3")


def _share(judged: Sequence[Judged], counts: Callable[[Judged], bool]) -> Share:
    return Share(sum(map(counts, judged)), len(judged))


def _median(numbers: Any) -> float:
    found = list(numbers)
    return float(median(found)) if found else 0.0
