"""What somebody has done lately and can go on with. A week prefers it: only what stays can grow, and habits need time."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from spinewise.knowledge import KnowledgeBase
from spinewise.planning.dosing import Happened, Outcome

FAMILIAR_FOR_DAYS = 21
_DONE = (Outcome.DONE, Outcome.PARTLY)
_UNWELCOME = frozenset({"pain", "not-for-me"})


def familiar(happened: Iterable[Happened], base: KnowledgeBase, week: date) -> frozenset[str]:
    """The moving things done in the three weeks before ``week``, without those that ended badly the last time."""
    earliest = week - timedelta(days=FAMILIAR_FOR_DAYS)
    lately = [one for one in happened if one.intervention in base.ladder_of and earliest <= one.on < week]
    lately.sort(key=lambda one: (one.intervention, one.on))
    return frozenset(name for name, entries in groupby(lately, lambda one: one.intervention) if _goes_on(list(entries)))


def _goes_on(entries: list[Happened]) -> bool:
    """Was it done, and did the last day with it not end in pain or with "not for me"?"""
    last_day = [one for one in entries if one.on == entries[-1].on]
    ended_badly = any(one.outcome is Outcome.STOPPED or one.why in _UNWELCOME for one in last_day)
    return not ended_badly and any(one.outcome in _DONE for one in entries)
