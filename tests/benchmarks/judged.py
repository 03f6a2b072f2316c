"""Judged cases made by hand."""

from collections.abc import Iterable

from benchmarks.triage.judging import Baselines, Judged
from benchmarks.triage.long_form import FilledIn

from spinewise.knowledge import Disposition


def judged(
    expected: str,
    reached: str,
    *,
    accepted: Iterable[str] = (),
    case: str = "case",
    group: str = "group",
    rank: int | None = 1,
    probability: float = 0.5,
    screens: int = 10,
    interviewed: str | None = None,
    flags: tuple[str, ...] = (),
) -> Judged:
    """A case with this best answer, where this was reached; by itself only the best answer is accepted."""
    answer = Disposition.of(reached)
    return Judged(
        case=case,
        group=group,
        expected=Disposition.of(expected),
        accepted=frozenset(map(Disposition.of, accepted or (expected,))),
        assessed=answer,
        interviewed=Disposition.of(interviewed or reached),
        asked=answer,
        screens=screens,
        items=3 * screens,
        diagnosed=True,
        rank=rank,
        rules=(),
        leading_probability=probability,
        assess_s=0.001,
        interview_s=0.002,
        baselines=Baselines(FilledIn(90, 300, answer), flags, Disposition.WITHIN_DAYS, Disposition.SAME_DAY),
    )
