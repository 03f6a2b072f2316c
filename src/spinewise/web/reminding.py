"""What a reminder may say now: nothing while something else comes first, and no call to train on a bad day."""

from enum import StrEnum

from spinewise.intake import Due
from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.planning import Plan
from spinewise.records.plans import week_of
from spinewise.web.present import Present
from spinewise.web.weeks import bad_today, plan_for


class Call(StrEnum):
    """The kinds of message."""

    NONE = "none"
    QUIET = "quiet"
    SESSION = "session"


def may_remind(now: Present) -> bool:
    """May a reminder come at all? Not while somebody should be seen, or must look first; the look of the day may wait."""
    look_first = now.alarmed or now.due in (Due.SHORT, Due.NEW)
    return now.finished and not look_first and now.standing.disposition < Disposition.SAME_DAY


def call_now(now: Present, base: KnowledgeBase) -> Call:
    """The message of this moment."""
    if not may_remind(now):
        return Call.NONE
    stored = week_of(now.person.id, now.today)
    plan = plan_for(stored, now.account, base)
    if not isinstance(plan, Plan) or not plan.on((now.today - plan.week).days):
        return Call.NONE
    return Call.SESSION if now.week_open and not bad_today(stored) else Call.QUIET
