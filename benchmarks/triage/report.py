"""The figures over all cases, beside those of the baselines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.figures import Share, Spread, share, spread
from benchmarks.triage.calibration import Calibration, calibration_of
from benchmarks.triage.judging import Judged
from benchmarks.triage.rates import Answer, Rates, rates_of
from spinewise.knowledge import Disposition

ALL = "all"
SPINEWISE = "Spinewise"
BY_ASKING = "Spinewise, by its questions alone"
LONG_FORM = "fixed long form"
FLAGS_THIS_WEEK = "classic single flags, any one: this week"
FLAGS_TODAY = "classic single flags, any one: today"


@dataclass(frozen=True, slots=True)
class Group:
    """The cases of one danger group."""

    group: str
    urgent: int
    """Those that need somebody today or sooner in every accepted answer."""
    high_enough: Share
    """Those that got an accepted or a more urgent answer."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is asked, over all cases and by the best disposition of the case."""

    screens: Mapping[str, Spread]
    items: Mapping[str, Spread]


@dataclass(frozen=True, slots=True)
class Flagged:
    """What a list of single flags finds, and what it would send to a doctor for nothing."""

    when_urgent: Share
    when_mild: Share


@dataclass(frozen=True, slots=True)
class Report:
    """What the benchmark shows."""

    cases: int
    unsafe_under: tuple[str, ...]
    """Cases that need somebody today or sooner in every accepted answer, and ended lower."""
    interview_lower: tuple[str, ...]
    """Cases in which the interview ended lower than assess; there must be none."""
    rates: Mapping[str, Rates]
    """Ours first, then those that it is compared with."""
    groups: tuple[Group, ...]
    """The least complete first, then those with most urgent cases."""
    effort: Effort
    long_form_effort: Effort
    flagged: Flagged
    top_1: Share
    top_3: Share
    calibration: Calibration
    assess_ms: Spread
    interview_ms: Spread

    @property
    def ours(self) -> Rates:
        """The rates of Spinewise."""
        return self.rates[SPINEWISE]


_ANSWERS: Mapping[str, Callable[[Judged], Disposition]] = {
    SPINEWISE: lambda one: one.assessed,
    BY_ASKING: lambda one: one.asked,
    LONG_FORM: lambda one: one.baselines.long_form.disposition,
    FLAGS_THIS_WEEK: lambda one: one.baselines.flags_this_week,
    FLAGS_TODAY: lambda one: one.baselines.flags_today,
}


def report_of(judged: Sequence[Judged]) -> Report:
    """The report over judged cases."""
    ours = _answers(judged, _ANSWERS[SPINEWISE])
    diagnosed = [one for one in judged if one.diagnosed]
    return Report(
        cases=len(judged),
        unsafe_under=tuple(one.case for one, answer in zip(judged, ours, strict=True) if answer.urgent and answer.under),
        interview_lower=tuple(one.case for one in judged if one.interviewed < one.assessed),
        rates={name: rates_of(_answers(judged, reached)) for name, reached in _ANSWERS.items()},
        groups=_groups(judged),
        effort=_effort(judged, lambda one: one.screens, lambda one: one.items),
        long_form_effort=_effort(
            judged, lambda one: one.baselines.long_form.screens, lambda one: one.baselines.long_form.items
        ),
        flagged=_flagged(judged, ours),
        top_1=share(diagnosed, lambda one: one.rank == 1),
        top_3=share(diagnosed, lambda one: one.rank is not None and one.rank <= 3),
        calibration=calibration_of([(one.leading_probability, one.rank == 1) for one in diagnosed]),
        assess_ms=spread(1000 * one.assess_s for one in judged),
        interview_ms=spread(1000 * one.interview_s for one in judged),
    )


def _answers(judged: Sequence[Judged], reached: Callable[[Judged], Disposition]) -> list[Answer]:
    return [Answer(reached(one), one.expected, one.accepted) for one in judged]


def _groups(judged: Sequence[Judged]) -> tuple[Group, ...]:
    by_name: dict[str, list[Judged]] = {}
    for one in judged:
        by_name.setdefault(one.group or "without a group", []).append(one)
    found = [_group(name, by_name[name]) for name in sorted(by_name)]
    return tuple(sorted(found, key=lambda one: (one.high_enough.value, -one.urgent)))


def _group(name: str, judged: list[Judged]) -> Group:
    urgent = sum(answer.urgent for answer in _answers(judged, _ANSWERS[SPINEWISE]))
    return Group(name, urgent, share(judged, lambda one: not one.under))


def _effort(judged: Sequence[Judged], screens: Callable[[Judged], int], items: Callable[[Judged], int]) -> Effort:
    return Effort(_by_disposition(judged, screens), _by_disposition(judged, items))


def _by_disposition(judged: Sequence[Judged], count: Callable[[Judged], int]) -> Mapping[str, Spread]:
    found = {ALL: spread(map(count, judged))}
    for level in Disposition:
        found[level.word] = spread(count(one) for one in judged if one.expected is level)
    return found


def _flagged(judged: Sequence[Judged], answers: Sequence[Answer]) -> Flagged:
    pairs = list(zip(judged, answers, strict=True))
    return Flagged(
        when_urgent=share([one for one, answer in pairs if answer.urgent], lambda one: bool(one.baselines.flags)),
        when_mild=share([one for one, answer in pairs if answer.mild], lambda one: bool(one.baselines.flags)),
    )
