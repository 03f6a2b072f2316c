"""The report as one HTML page: no script, nothing from elsewhere, to read on a screen or on paper."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from benchmarks.figures import Share, Spread
from benchmarks.triage.report import ALL, Report
from spinewise.knowledge import Disposition, KnowledgeBase

_RATES = (
    ("unsafe", "Unsafe under-triage, of the cases that need somebody today"),
    ("under", "Under-triage"),
    ("over", "Over-triage"),
    ("over_when_mild", "Over-triage of self-care and routine cases"),
    ("acceptable", "Acceptable"),
    ("exact", "Exact"),
    ("within_one_step", "Within one step"),
)


def page_of(report: Report, cases_file: str, base: KnowledgeBase) -> str:
    """The whole page. ``cases_file`` is only named in it."""
    levels = [level.word for level in Disposition]
    return _template().render(
        report=report,
        cases_file=cases_file,
        content_key=base.content_key,
        rates=_RATES,
        levels=levels,
        rows=[ALL, *levels],
        largest=max(max(row) for row in report.ours.confusion) or 1,
    )


def _template() -> Template:
    here = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(here), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"percent": _percent, "interval": _interval, "range": _range, "number": _number}
    return environment.get_template("page.html.j2")


def _percent(share: Share) -> str:
    return f"{100 * share.value:.1f}\N{NO-BREAK SPACE}%" if share.of else "no case"


def _interval(share: Share) -> str:
    low, high = share.interval
    return f"{100 * low:.1f} to {100 * high:.1f}\N{NO-BREAK SPACE}%"


def _range(spread: Spread) -> str:
    return f"{spread.median:g} ({spread.p10:g} to {spread.p90:g})" if spread.of else "no case"


def _number(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
