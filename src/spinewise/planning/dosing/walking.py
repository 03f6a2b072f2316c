"""Where a replay stands: the level of now, and what must be remembered to go up, down and back again."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from spinewise.knowledge import DoseRule
from spinewise.planning.dosing.judging import Steps, limit
from spinewise.planning.dosing.records import Change

WEEK = timedelta(days=7)
PAINFUL = frozenset(
    {
        DoseRule.STOPPED,
        DoseRule.TOO_MUCH,
        DoseRule.TOO_HARD,
        DoseRule.STRONG_PAIN,
        DoseRule.PAIN_UNSETTLED,
        DoseRule.BAD_WEEK,
    }
)
"""What asks for less because it went badly. Together they lead down only so far in seven days."""


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
    held: tuple[int, date] | None = None
    """The level of the last week that was done as often as asked and did not go badly, with the day after that week."""
    back_to: tuple[int, date] | None = None
    """The level to come back to after a bad time, with the day until which it was held."""
    changes: list[Change] = field(default_factory=list)

    def step(self, rule: DoseRule, on: date, to: int) -> None:
        """Go to a level within the bounds."""
        to = min(max(to, 0), self.ground.most)
        rose = to > self.level
        if to != self.level:
            self.changes.append(Change(on, rule, self.level, to))
            self.level, self.since = to, on
        self.rises = self.rises + 1 if rose and rule is not DoseRule.RETURN else 0
        self.settled = to if rose else self.settled
        self.rule = rule
        if self.back_to is not None and self.level >= self.back_to[0]:
            self.back_to = None

    def hold(self, rule: DoseRule) -> None:
        """Stay, for a reason."""
        self.rule, self.rises = rule, 0

    def down(self, rule: DoseRule, on: date) -> None:
        """Go as many levels down as a rule says; at the end of the ladder that is said."""
        lowest = self.level == 0
        self.step(rule, on, self.level + self.ground.steps[rule].change)
        if lowest:
            self.rule = DoseRule.LOWEST

    def fall(self, rule: DoseRule, on: date) -> None:
        """Go down because it went badly, unless that has led down far enough already; and know where to come back to."""
        if self.level and self._fallen(on) >= limit(DoseRule.FELL_ENOUGH, self.ground.steps):
            self.hold(DoseRule.FELL_ENOUGH)
            return
        if self.back_to is None and self.held is not None:
            self.back_to = (min(self.held[0], self.level), self.held[1])
        self.down(rule, on)

    def way_back(self, on: date) -> int | None:
        """The level to come back to, where it was held lately and lies higher."""
        if self.back_to is None or (on - self.back_to[1]).days >= limit(DoseRule.RETURN, self.ground.steps):
            return None
        return self.back_to[0]

    def _fallen(self, on: date) -> int:
        """The levels lost to what went badly in the seven days that end with this one."""
        lately = [one for one in self.changes if one.rule in PAINFUL and one.on > on - WEEK]
        return sum(one.from_level - one.to_level for one in lately)
