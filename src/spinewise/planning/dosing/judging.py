"""What a day and a week say about a dose. Every number stands in the knowledge base, under ``dose_steps/``.

The bounds of pain follow the pain-monitoring model: up to 5 of 10 while moving, settled by the next day. Pain that was
usually strong before counts by how much it grew: somebody who always has 7 is not worse for having 7.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from spinewise.knowledge import DoseRule
from spinewise.knowledge.records import DoseStep
from spinewise.planning.dosing.records import Happened, Outcome

Steps = Mapping[str, DoseStep]
HURT_OR_TIRED = frozenset({"pain", "tired"})


def limit(rule: DoseRule, steps: Steps) -> float:
    """The number from which a rule holds."""
    found = steps[rule].limit
    return 0.0 if found is None else found


def bad_sign(day: Happened, days: Iterable[Happened], steps: Steps) -> DoseRule | None:
    """What asks for less at once, the plainest first. ``days`` tell how much pain is usual before it."""
    if day.outcome is Outcome.STOPPED:
        return DoseRule.STOPPED
    if day.too_much:
        return DoseRule.TOO_MUCH
    if _hurt_too_much(day, days, steps):
        return DoseRule.STRONG_PAIN
    if _grew(day, steps):
        return DoseRule.PAIN_UNSETTLED
    return DoseRule.TOO_HARD if _at_least(day.effort, DoseRule.TOO_HARD, steps) else None


def week_says(days: Sequence[Happened], level: int, asked: int, steps: Steps) -> DoseRule:
    """What seven days without a bad sign mean for the next: a rise, or the first reason against one.

    ``asked`` is the least number of days that the dose asks for.
    """
    if _is_bad(days, steps):
        return DoseRule.BAD_WEEK
    if all_easier(days, level, steps):
        return DoseRule.DID_EASIER
    done = {day.on for day in days if day.outcome is Outcome.DONE and _full(day, level)}
    skipped = {day.on for day in days if day.outcome is Outcome.SKIPPED}
    if len(skipped) >= limit(DoseRule.MISSED_DAYS, steps) or (len(done) < asked and not _any_partly(days)):
        return DoseRule.MISSED_DAYS
    if _any_partly(days):
        return DoseRule.PARTLY_DONE
    return _told_well([day for day in days if day.outcome is Outcome.DONE], steps)


def all_easier(days: Iterable[Happened], level: int, steps: Steps) -> bool:
    """Was it done on several days, each time at a level that was told and lower?"""
    levels = {day.on: None if day.cut else day.level for day in days if day.outcome in (Outcome.DONE, Outcome.PARTLY)}
    return len(levels) >= limit(DoseRule.DID_EASIER, steps) and all(one is not None and one < level for one in levels.values())


def _full(day: Happened, level: int) -> bool:
    """Was all of it done that this level asks?"""
    return not day.cut and (day.level is None or day.level >= level)


def _told_well(done: Sequence[Happened], steps: Steps) -> DoseRule:
    if any(_strong(day, steps) for day in done):
        return DoseRule.STRONG_BEFORE
    if any(_lingers(day, steps) for day in done):
        return DoseRule.PAIN_LINGERS
    efforts, pains = list(_told(day.effort for day in done)), list(_told(day.pain_during for day in done))
    if efforts and max(efforts) >= limit(DoseRule.HARD, steps):
        return DoseRule.HARD
    return DoseRule.ROSE if efforts and pains else DoseRule.NOT_TOLD


def _is_bad(days: Sequence[Happened], steps: Steps) -> bool:
    bad = [day for day in days if day.outcome is Outcome.PARTLY or _skipped_hurt_or_tired(day)]
    return len(bad) >= limit(DoseRule.BAD_WEEK, steps) and 2 * len(bad) >= len(days)


def _skipped_hurt_or_tired(day: Happened) -> bool:
    return day.outcome is Outcome.SKIPPED and day.why in HURT_OR_TIRED


def _any_partly(days: Iterable[Happened]) -> bool:
    return any(day.outcome is Outcome.PARTLY for day in days)


def _hurt_too_much(day: Happened, days: Iterable[Happened], steps: Steps) -> bool:
    """Strong pain while moving. Where pain before is told, only what grew by more than may be, from today or from usual."""
    if day.pain_during is None or not _at_least(day.pain_during, DoseRule.STRONG_PAIN, steps):
        return False
    if day.pain_before is None:
        return True
    usual = _usual_before(days, day.on, steps)
    return day.pain_during > min(day.pain_before, usual) + limit(DoseRule.STRONG_BEFORE, steps)


def _usual_before(days: Iterable[Happened], on: date, steps: Steps) -> int:
    """The pain with which these days lately began, that of the day itself too: the lower middle of what was told."""
    earliest = on - timedelta(days=limit(DoseRule.NEAR_LAST, steps))
    told = sorted(_told(day.pain_before for day in days if earliest <= day.on <= on))
    return told[(len(told) - 1) // 2]


def _grew(day: Happened, steps: Steps) -> bool:
    """Is the pain of the next day known to be clearly higher than before, or higher than during where nobody told before?"""
    least, after = limit(DoseRule.PAIN_UNSETTLED, steps), day.pain_next_day
    if after is None or after <= least:
        return False
    if day.pain_before is not None:
        return after >= day.pain_before + least
    return day.pain_during is not None and after > day.pain_during


def _strong(day: Happened, steps: Steps) -> bool:
    """Strong pain at any time of it. It may be no reason for less, but never lets a dose rise."""
    pains = (day.pain_before, day.pain_during, day.pain_next_day)
    return any(_at_least(pain, DoseRule.STRONG_PAIN, steps) for pain in pains)


def _lingers(day: Happened, steps: Steps) -> bool:
    """Is it known that pain was a little higher on the next day, or not known that some pain was back to where it was?"""
    settled = max(limit(DoseRule.PAIN_UNSETTLED, steps), day.pain_before or 0)
    if day.pain_next_day is None:
        return _at_least(day.pain_during, DoseRule.PAIN_LINGERS, steps)
    return day.pain_next_day > settled


def _at_least(number: int | None, rule: DoseRule, steps: Steps) -> bool:
    return number is not None and number >= limit(rule, steps)


def _told(numbers: Iterable[int | None]) -> Iterable[int]:
    return (number for number in numbers if number is not None)
