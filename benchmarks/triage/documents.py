"""The report for machines and for people."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from benchmarks.figures import Share, Spread
from benchmarks.triage.report import ALL, Report

_WIDTH = 44


def as_json(report: Report) -> dict[str, Any]:
    """The report for machines: our rates at the top, those of the baselines under ``compared``."""
    plain: dict[str, Any] = plain_of(report)
    ours, *_ = plain.pop("rates").items()
    return {
        **plain,
        **ours[1],
        "median_screens": report.effort.screens[ALL].median,
        "median_items": report.effort.items[ALL].median,
        "compared": {name: plain_of(rates) for name, rates in report.rates.items() if name != ours[0]},
    }


def plain_of(value: Any) -> Any:
    """Records as plain values; a share also says its value and interval."""
    if isinstance(value, Share):
        return {"some": value.some, "of": value.of, "share": value.value, "interval": list(value.interval)}
    if is_dataclass(value):
        return {field.name: plain_of(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain_of(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [plain_of(one) for one in value]
    return value


def as_lines(report: Report) -> list[str]:
    """The report for people, in a terminal."""
    return [
        _line("cases", report.cases),
        _line("unsafe under-triage", f"{report.ours.unsafe} {' '.join(report.unsafe_under)}".rstrip()),
        _line("under-triage", report.ours.under),
        _line("over-triage", report.ours.over),
        _line("over-triage of self-care and routine", report.ours.over_when_mild),
        _line("acceptable", report.ours.acceptable),
        _line("exact", report.ours.exact),
        _line("within one step", report.ours.within_one_step),
        _line("weighted kappa", _number(report.ours.weighted_kappa)),
        _line("interview lower than assess", f"{len(report.interview_lower)} {' '.join(report.interview_lower)}".rstrip()),
        _line("first explanation right", report.top_1),
        _line("among the first three", report.top_3),
        _line("Brier score", f"{report.calibration.brier:.3f} (base rate {report.calibration.brier_of_the_base_rate:.3f})"),
        "",
        *_efforts(report),
        "",
        *_compared(report),
        "",
        _line("assess, ms", _milliseconds(report.assess_ms)),
        _line("whole interview, ms", _milliseconds(report.interview_ms)),
    ]


def _efforts(report: Report) -> list[str]:
    lines = ["median screens and items (10th to 90th percentile), and those of the fixed long form"]
    for level, screens in report.effort.screens.items():
        ours = f"{_range(screens)} screens, {_range(report.effort.items[level])} items"
        form = f"{report.long_form_effort.screens[level].median:g} and {report.long_form_effort.items[level].median:g}"
        lines.append(_line(f"  {level} ({screens.of})", f"{ours}; form {form}"))
    return lines


def _compared(report: Report) -> list[str]:
    lines = [_line("compared: unsafe | under | over | acceptable", "")]
    for name, rates in report.rates.items():
        told = " | ".join(f"{one.value:.1%}" for one in (rates.unsafe, rates.under, rates.over, rates.acceptable))
        lines.append(_line(f"  {name}", told))
    return lines


def _line(name: str, value: object) -> str:
    return f"{name:<{_WIDTH}}{value}"


def _range(spread: Spread) -> str:
    return f"{spread.median:g} ({spread.p10:g} to {spread.p90:g})"


def _milliseconds(spread: Spread) -> str:
    return f"median {spread.median:.1f}, 95th percentile {spread.p95:.1f}"


def _number(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
