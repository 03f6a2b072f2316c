"""From the first dose through everything that happened to the level of today. The same history gives the same level.

A week of the replay has seven days and begins on the day of the first thing that ever happened, the same for all
interventions. Less is asked for at once, on the day that calls for it; more only when a week is over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from spinewise.knowledge import DoseRule
from spinewise.planning.dosing.judging import Steps, all_easier, bad_sign, limit, week_says
from spinewise.planning.dosing.records import Change, Happened, Outcome

WEEK = timedelta(days=7)
_GAPS = (DoseRule.GAP_FOUR_WEEKS, DoseRule.GAP_TWO_WEEKS, DoseRule.GAP_WEEK)
_MOVED = (Outcome.DONE, Outcome.PARTLY)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a replay stands on: the bounds of the person, the least days a week that the dose asks, the rules, and dates."""

    first: int
    most: int
    asked: int
    steps: Steps
    began: date
    """The first day of the first week of the replay."""
    today: date


@dataclass(slots=True)
class Walk:
    """Where a replay stands. Made and thrown away inside ``replay``."""

    ground: Ground
    level: int
    rule: DoseRule
    since: date
    settled: int
    """The level on the last day on which anything was done, or after the last rise."""
    last_moved: date | None = None
    rises: int = 0
    changes: list[Change] = field(default_factory=list)

    def step(self, rule: DoseRule, on: date, to: int) -> None:
        """Go to a level within the bounds."""
        to = min(max(to, 0), self.ground.most)
        rose = to > self.level
        if to != self.level:
            self.changes.append(Change(on, rule, self.level, to))
            self.level, self.since = to, on
        self.rises = self.rises + 1 if rose else 0
        self.settled = to if rose else self.settled
        self.rule = rule

    def hold(self, rule: DoseRule) -> None:
        """Stay, for a reason."""
        self.rule, self.rises = rule, 0

    def down(self, rule: DoseRule, on: date) -> None:
        """Go as many levels down as a rule says; at the end of the ladder that is said."""
        lowest = self.level == 0
        self.step(rule, on, self.level + self.ground.steps[rule].change)
        if lowest:
            self.rule = DoseRule.LOWEST


def replay(days: Sequence[Happened], ground: Ground) -> Walk:
    """The level of today. ``days`` are of one intervention, in order, none after today and at least one of them."""
    start = _start(days[0], ground)
    walk = Walk(ground, start, DoseRule.USUAL_START, days[0].on, start)
    for end, week in _weeks(days, ground):
        stumbled = _live(walk, week)
        if end <= ground.today and not stumbled:
            _look_back(walk, week, end)
    _rest(walk, ground.today)
    near = _near_last(days, ground)
    if near is not None and near < walk.level:
        walk.step(DoseRule.NEAR_LAST, ground.today, near)
    return walk


def _start(first: Happened, ground: Ground) -> int:
    """The first dose, or what was done first where that was less: nobody jumps because an answer changed later."""
    return ground.first if first.level is None else min(first.level, ground.first)


def _weeks(days: Sequence[Happened], ground: Ground) -> Iterator[tuple[date, list[Happened]]]:
    """Each week in which anything happened, with the day after its last."""
    for number, week in groupby(days, lambda day: (day.on - ground.began) // WEEK):
        yield ground.began + (number + 1) * WEEK, list(week)


def _live(walk: Walk, week: Sequence[Happened]) -> bool:
    """Go through the days of a week. Tells whether one of them asked for less."""
    stumbled = False
    for on, entries in groupby(week, lambda day: day.on):
        of_day = list(entries)
        _rest(walk, on)
        bad = next((sign for day in of_day if (sign := bad_sign(day, walk.ground.steps)) is not None), None)
        if bad is not None:
            walk.down(bad, on)
            stumbled = True
        if any(day.outcome in _MOVED for day in of_day):
            walk.last_moved, walk.settled = on, walk.level
    return stumbled


def _rest(walk: Walk, on: date) -> None:
    """Step back after days on which nothing was done, counted from the level of the last day on which something was."""
    if walk.last_moved is None:
        return
    empty = (on - walk.last_moved).days - 1
    rule = next((gap for gap in _GAPS if empty >= limit(gap, walk.ground.steps)), None)
    if rule is None:
        return
    to = walk.settled + walk.ground.steps[rule].change
    to = min(to, walk.ground.first) if rule is DoseRule.GAP_FOUR_WEEKS else to
    walk.step(rule, on, min(to, walk.level))


def _look_back(walk: Walk, week: Sequence[Happened], end: date) -> None:
    """Decide at the end of a week without a bad sign."""
    steps = walk.ground.steps
    rule = week_says(week, walk.level, walk.ground.asked, steps)
    if rule is DoseRule.BAD_WEEK:
        walk.down(rule, end)
    elif rule is DoseRule.DID_EASIER and all_easier(week, walk.level, steps):
        walk.step(rule, end, max(day.level or 0 for day in week if day.outcome in _MOVED))
    elif rule is DoseRule.ROSE:
        _rise(walk, end)
    else:
        walk.hold(rule)


def _rise(walk: Walk, end: date) -> None:
    """One level more, unless this one is too new, the highest is reached, or a lighter week is due."""
    steps, change = walk.ground.steps, walk.ground.steps[DoseRule.ROSE].change
    if (end - walk.since).days < limit(DoseRule.NEW_LEVEL, steps):
        walk.hold(DoseRule.NEW_LEVEL)
    elif walk.level >= walk.ground.most:
        walk.hold(DoseRule.TOP)
    elif walk.rises >= limit(DoseRule.LIGHTER_WEEK, steps):
        walk.down(DoseRule.LIGHTER_WEEK, end)
    else:
        walk.step(DoseRule.ROSE, end, walk.level + change)


def _near_last(days: Sequence[Happened], ground: Ground) -> int | None:
    """The highest level that lately done ones allow: those of the weeks before this one; ``None`` where none was told."""
    this_week = ground.began + (ground.today - ground.began) // WEEK * WEEK
    earliest = this_week - timedelta(days=limit(DoseRule.NEAR_LAST, ground.steps))
    lately = [day.level for day in days if earliest <= day.on < this_week and day.outcome in _MOVED and day.level is not None]
    return max(lately) + ground.steps[DoseRule.NEAR_LAST].change if lately else None
