"""Triage and differential over a file of published cases: how safe, how exact, how many questions."""

from benchmarks.triage.judging import Judged, judge, judge_all
from benchmarks.triage.report import Report, report_of

__all__ = ["Judged", "Report", "judge", "judge_all", "report_of"]
