"""The interview: which question next, and when enough is known; words of one's own, small tests, and asking again."""

from spinewise.intake.ageing import Ages, Due, aged, check_after_days, due, to_renew, weeks_by_now
from spinewise.intake.asking import Askable, askable
from spinewise.intake.free_text import LONGEST_TEXT, Suggestion, suggest
from spinewise.intake.function import function_tests
from spinewise.intake.interview import Answered, Interview, Purpose, Step, next_step, step_about
from spinewise.intake.playing import play
from spinewise.intake.rescreen import DangerCheck, after_recheck, danger_check
from spinewise.intake.screens import applying
from spinewise.intake.self_tests import self_test_for

__all__ = [
    "LONGEST_TEXT",
    "Ages",
    "Answered",
    "Askable",
    "DangerCheck",
    "Due",
    "Interview",
    "Purpose",
    "Step",
    "Suggestion",
    "after_recheck",
    "aged",
    "applying",
    "askable",
    "check_after_days",
    "danger_check",
    "due",
    "function_tests",
    "next_step",
    "play",
    "self_test_for",
    "step_about",
    "suggest",
    "to_renew",
    "weeks_by_now",
]
