"""From the first dose through everything that happened to the level of today. The same history gives the same level.

A week of the replay has seven days and begins on the day of the first thing that ever happened, the same for all
interventions. Less is asked for at once, on the day that calls for it, though only so much in seven days; more only when a
week is over. Who came down in a bad time goes back to what they held before it in larger steps than those into the new.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from spinewise.knowledge import DoseRule
from spinewise.planning.dosing.judging import all_easier, bad_sign, limit, week_says
from spinewise.planning.dosing.records import Happened, Outcome
from spinewise.planning.dosing.walking import WEEK, Ground, Walk

_GAPS = (DoseRule.GAP_FOUR_WEEKS, DoseRule.GAP_TWO_WEEKS, DoseRule.GAP_WEEK)
_MOVED = (Outcome.DONE, Outcome.PARTLY)
NOT_HELD = frozenset({DoseRule.BAD_WEEK, DoseRule.DID_EASIER, DoseRule.MISSED_DAYS, DoseRule.PARTLY_DONE})
"""After a week of which one of these is said, nobody can say that the level was held."""


def replay(days: Sequence[Happened], ground: Ground) -> Walk:
    """The level of today. ``days`` are of one intervention, in order, none after today and at least one of them."""
    start = _start(days[0], ground)
    walk = Walk(ground, start, DoseRule.USUAL_START, days[0].on, start)
    for end, week in _weeks(days, ground):
        stumbled = _live(walk, week, days)
        if end <= ground.today and not stumbled:
            _look_back(walk, week, end)
    _rest(walk, ground.today)
    _keep_near_last(walk, days)
    return walk


def _start(first: Happened, ground: Ground) -> int:
    """The first dose, or what was done first where that was less: nobody jumps because an answer changed later."""
    return ground.first if first.level is None or first.cut else min(first.level, ground.first)


def _weeks(days: Sequence[Happened], ground: Ground) -> Iterator[tuple[date, list[Happened]]]:
    """Each week in which anything happened, with the day after its last."""
    for number, week in groupby(days, lambda day: (day.on - ground.began) // WEEK):
        yield ground.began + (number + 1) * WEEK, list(week)


def _live(walk: Walk, week: Sequence[Happened], days: Sequence[Happened]) -> bool:
    """Go through the days of a week. Tells whether one of them asked for less."""
    stumbled, steps = False, walk.ground.steps
    for on, entries in groupby(week, lambda day: day.on):
        of_day = list(entries)
        _rest(walk, on)
        bad = next((sign for day in of_day if (sign := bad_sign(day, days, steps)) is not None), None)
        if bad is not None:
            walk.fall(bad, on)
            stumbled = True
        if any(day.outcome in _MOVED for day in of_day):
            walk.last_moved, walk.settled = on, walk.level
    return stumbled


def _rest(walk: Walk, on: date) -> None:
    """Step back after days on which nothing was done, counted from the level of the last day on which something was.

    A break alone never leads below the first dose, with which somebody begins who has never done it.
    """
    if walk.last_moved is None:
        return
    empty = (on - walk.last_moved).days - 1
    rule = next((gap for gap in _GAPS if empty >= limit(gap, walk.ground.steps)), None)
    if rule is None:
        return
    lowest = min(walk.ground.first, walk.settled)
    to = max(walk.settled + walk.ground.steps[rule].change, lowest)
    if rule is DoseRule.GAP_FOUR_WEEKS:
        to, walk.back_to, walk.held = lowest, None, None
    walk.rises = 0
    if to < walk.level:
        walk.step(rule, on, to)
    elif walk.changes and walk.changes[-1].on > walk.last_moved:
        walk.rule = rule


def _look_back(walk: Walk, week: Sequence[Happened], end: date) -> None:
    """Decide at the end of a week without a bad sign."""
    steps = walk.ground.steps
    rule = week_says(week, walk.level, walk.ground.asked, steps)
    if rule not in NOT_HELD and (end - walk.since).days >= WEEK.days:
        walk.held = (walk.level, end)
    if rule is DoseRule.BAD_WEEK:
        walk.fall(rule, end)
    elif rule is DoseRule.DID_EASIER and all_easier(week, walk.level, steps):
        walk.back_to = None
        walk.step(rule, end, max(day.level or 0 for day in week if day.outcome in _MOVED))
    elif rule is DoseRule.ROSE:
        _rise(walk, end)
    else:
        walk.hold(rule)


def _rise(walk: Walk, end: date) -> None:
    """One level more, unless this one is too new, the highest is reached, or a lighter week is due.

    Below what was held before a bad time it may be more than one.
    """
    steps, change = walk.ground.steps, walk.ground.steps[DoseRule.ROSE].change
    if (end - walk.since).days < limit(DoseRule.NEW_LEVEL, steps):
        walk.hold(DoseRule.NEW_LEVEL)
    elif walk.level >= walk.ground.most:
        walk.hold(DoseRule.TOP)
    elif (back_to := walk.way_back(end)) is not None:
        walk.step(DoseRule.RETURN, end, min(walk.level + steps[DoseRule.RETURN].change, back_to))
    elif walk.rises >= limit(DoseRule.LIGHTER_WEEK, steps):
        walk.down(DoseRule.LIGHTER_WEEK, end)
    else:
        walk.step(DoseRule.ROSE, end, walk.level + change)


def _keep_near_last(walk: Walk, days: Sequence[Happened]) -> None:
    """Whatever the answers of today say: not far above what was lately done. Coming back may be a larger step."""
    steps, lately = walk.ground.steps, _lately(days, walk.ground)
    if lately is None:
        return
    coming_back = walk.rule is DoseRule.RETURN and walk.level <= lately + steps[DoseRule.RETURN].change
    near = lately + steps[DoseRule.NEAR_LAST].change
    if near < walk.level and not coming_back:
        walk.step(DoseRule.NEAR_LAST, walk.ground.today, near)


def _lately(days: Sequence[Happened], ground: Ground) -> int | None:
    """The highest level done in the weeks before this one, as far back as counts; ``None`` where none was told."""
    this_week = ground.began + (ground.today - ground.began) // WEEK * WEEK
    earliest = this_week - timedelta(days=limit(DoseRule.NEAR_LAST, ground.steps))
    lately = (day for day in days if earliest <= day.on < this_week and day.outcome in _MOVED and not day.cut)
    return max((day.level for day in lately if day.level is not None), default=None)
