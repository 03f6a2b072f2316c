"""What a week is worth: every number of the model in one place, in thousandths of a point.

docs/planning.md says where each comes from. Whole numbers keep the optimum and its bound exact.
"""

from collections.abc import Mapping

from spinewise.knowledge import DoseRule
from spinewise.knowledge.records import Evidence, Family
from spinewise.knowledge.scales import BENEFIT_POINTS, Benefit
from spinewise.planning.records import DAYS_PER_WEEK

POINT = 1000
CERTAINTY_WEIGHT: Mapping[str, float] = {"high": 1.0, "moderate": 0.85, "low": 0.65, "very-low": 0.5}
DIRECTION_WEIGHT: Mapping[str, float] = {"helps": 1.0, "unclear": 0.65, "no-effect": 0.15}
"""What harms has no weight: it is never planned."""

PREFERRED = 800
FAMILIAR = 800
"""What was done in the last three weeks stays rather than changes: only so can it grow."""
EASES_A_BAD_DAY = 4000
"""More than a usual thing is worth: a bad day is not to be left empty."""
PROGRAMME_WORTH: Mapping[str, int] = {"small": 400, "moderate": 900, "core": 2000}
"""What belongs to this part of a programme. Only its core is worth as much as what the trouble itself asks for."""
MOST_CORE = 2
"""More than two cores at once would leave no room for anything else."""
VERSION_WORTH: Mapping[DoseRule | None, int] = {DoseRule.MOVED_ON: 900, DoseRule.MOVED_BACK: 900, DoseRule.LOWEST: -900}
"""The version of an exercise that is due now, and the one whose lowest step is still too much."""
KEPT = 1000
KEPT_COUNT_CHANGED = 400
NEW_BESIDE_KEPT = 600
ITEM_BURDEN = 300
NOT_AIMED_BURDEN = 500
"""What is meant for an age or a kind of work, and not for the trouble that the person came with, must be worth more."""
TIME_BURDEN = 40
MINUTE_BURDEN = 8
ACTIVE_MINUTE = 36
ACTIVE_MINUTES_PER_WEEK = 75
"""Half an hour less than half of the 150 minutes that adults are advised to reach: a start for somebody in pain."""

CATEGORY_OF: Mapping[Family, str] = {
    "aerobic": "activity",
    "water": "activity",
    "exercise": "training",
    "stretch": "training",
    "mobility": "training",
    "mind-body": "training",
    "relaxation": "calm",
    "sleep": "calm",
    "education": "understanding",
    "posture": "comfort",
    "habit": "comfort",
    "heat-cold": "comfort",
    "massage": "comfort",
    "support": "comfort",
    "nutrition": "comfort",
    "skin-care": "skin",
}
CATEGORY_BONUS: Mapping[str, int] = {
    "activity": 300,
    "training": 1500,
    "calm": 800,
    "understanding": 1000,
    "comfort": 600,
    "skin": 600,
}
CATEGORIES = tuple(CATEGORY_BONUS)
MOST_PER_FAMILY: Mapping[str, int] = {"exercise": 3, "education": 1}
MOST_PER_OTHER_FAMILY = 2
MOST_PER_SLOT = 3
MOST_PER_DAY = 6
FEWEST_PER_DAY = 2
MINUTES_PER_THING = 5


def most_of_family(family: str) -> int:
    """How many different things of a family a week may hold."""
    return MOST_PER_FAMILY.get(family, MOST_PER_OTHER_FAMILY)


def most_per_day(minutes_per_day: int, slots: int) -> int:
    """How many things a day may hold: few on a short day, and no more than its times of day take."""
    wanted = min(MOST_PER_DAY, max(FEWEST_PER_DAY, 1 + minutes_per_day // MINUTES_PER_THING))
    return min(wanted, MOST_PER_SLOT * slots)


def weight(benefit: Benefit, evidence: Evidence) -> float:
    """What the usual dose for a week is worth, in points."""
    return BENEFIT_POINTS[benefit] * CERTAINTY_WEIGHT[evidence.certainty] * DIRECTION_WEIGHT[evidence.direction]


def share_of_benefit(times: int, usual: int) -> float:
    """The share of a usual week's benefit that some times bring: rising, but less with each one."""
    part = times / usual
    return part * (3 - part) / 2 if part <= 1 else 1 + (part - 1) / 4


def burden(times: int, minutes: int, *, aimed: bool = True) -> int:
    """What it costs to have one more thing to think of, to begin it, and to spend the minutes."""
    return ITEM_BURDEN + (0 if aimed else NOT_AIMED_BURDEN) + times * (TIME_BURDEN + MINUTE_BURDEN * minutes)


def worth_of_activity(family: Family, times: int, minutes: int) -> int:
    """What it is worth to be active most days: each minute up to some, and nothing where it is no activity."""
    if CATEGORY_OF[family] != "activity":
        return 0
    return ACTIVE_MINUTE * min(times * minutes, ACTIVE_MINUTES_PER_WEEK)


def worth_of_keeping(times: int, kept: int) -> int:
    """What it is worth to have again, or anew, what an earlier plan of this week held ``kept`` times."""
    return KEPT - KEPT_COUNT_CHANGED * abs(times - kept) if kept else -NEW_BESIDE_KEPT


def most_minutes_per_week(minutes_per_day: int) -> int:
    """The minutes of all days together."""
    return DAYS_PER_WEEK * minutes_per_day
