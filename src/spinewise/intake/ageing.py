"""Answers grow old: what moves on by itself, what must be asked again, and when a new look at danger is due."""

from dataclasses import dataclass
from enum import StrEnum
from math import floor

from spinewise.knowledge import NOT_APPLICABLE, Disposition, Findings, Value

DAYS_A_WEEK = 7
DAYS_A_YEAR = 365.25
LAST_WEEK_ASKED = 43
LAST_WEEK_WITHOUT_NEW_CHECK = 42
LAST_WEEK_AFTER_BIRTH = 104
FIRST_WEEKS_AFTER_BIRTH = 12
STALE_AFTER_DAYS = 28
COURSE = ("worsening", "improving", "pain_nrs", "severe")
"""How things are going: true for some weeks only. So is that nothing hurts."""
WHOLE_CHECK_AFTER_DAYS = 365
CHECK_AFTER_DAYS = {"pregnancy-and-birth": 7, "needs-a-doctor": 14, "otherwise": STALE_AFTER_DAYS}


class Due(StrEnum):
    """What comes before the week: nothing, today's danger check, the short check, or a whole new one."""

    NOTHING = "nothing"
    TODAY = "today"
    SHORT = "short"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Ages:
    """How old things are, in days: the oldest answer, the last whole or short check; ``looked_today`` at danger or not.

    ``pregnant_weeks`` are those of now, counted on beyond the end; 0 where nobody is pregnant.
    """

    oldest_days: int
    checked_days: int
    looked_today: bool
    pregnant_weeks: float = 0.0


def aged(findings: Findings, days: int) -> Findings:
    """The answers of some days ago as they stand now; what nobody can work out becomes unknown and is asked again."""
    if days <= 0:
        return findings
    moved = {name: _moved(name, value, days) for name, value in findings.values.items()}
    gone = {name for name, value in moved.items() if value is None}
    if "pregnant_weeks" in gone:
        gone.add("postpartum_weeks")
    if days >= STALE_AFTER_DAYS:
        gone |= _course_of(findings)
    new = {name: value for name, value in moved.items() if value is not None and value != findings.values[name]}
    return findings.with_values(new).without(gone)


def weeks_by_now(value: Value | None, days: int) -> float:
    """The weeks of a pregnancy after some days; 0 where there is none."""
    weeks = value if isinstance(value, float) else 0.0
    return weeks + max(days, 0) / DAYS_A_WEEK if weeks > 0 else 0.0


def to_renew(findings: Findings) -> frozenset[str]:
    """What a short check asks again: how things are going, and whether somebody has become pregnant."""
    pregnant = findings.get("pregnant_weeks")
    return _course_of(findings) | (frozenset({"pregnant_weeks"}) if pregnant in (0.0, NOT_APPLICABLE) else frozenset())


def _course_of(findings: Findings) -> frozenset[str]:
    return frozenset((*COURSE, "complaint") if findings.nothing_hurts else COURSE)


def due(known: Findings, disposition: Disposition, ages: Ages) -> Due:
    """What comes before the week may be shown. ``known`` must be complete."""
    if ages.oldest_days >= WHOLE_CHECK_AFTER_DAYS or ages.pregnant_weeks > LAST_WEEK_WITHOUT_NEW_CHECK:
        return Due.NEW
    if ages.checked_days >= check_after_days(known, disposition):
        return Due.SHORT
    return Due.NOTHING if ages.looked_today else Due.TODAY


def check_after_days(known: Findings, disposition: Disposition) -> int:
    """After how many days the short check is done again."""
    if _may_be_pregnant(known) or _just_gave_birth(known):
        return CHECK_AFTER_DAYS["pregnancy-and-birth"]
    return CHECK_AFTER_DAYS["otherwise" if disposition is Disposition.SELF_CARE else "needs-a-doctor"]


def _may_be_pregnant(known: Findings) -> bool:
    weeks = known.get("pregnant_weeks")
    return "pregnant_weeks" in known.unsure or (isinstance(weeks, float) and weeks > 0)


def _just_gave_birth(known: Findings) -> bool:
    weeks = known.get("postpartum_weeks")
    return "postpartum_weeks" in known.unsure or (isinstance(weeks, float) and weeks <= FIRST_WEEKS_AFTER_BIRTH)


def _moved(name: str, value: Value, days: int) -> Value | None:
    """One value some days later; ``None`` when it can no longer be right."""
    if not isinstance(value, float):
        return value
    if name in ("duration_days", "rash_days"):
        return value + days
    if name == "age":
        return float(floor(value + days / DAYS_A_YEAR))
    if name == "pregnant_weeks":
        weeks = weeks_by_now(value, days)
        return float(floor(weeks)) if weeks <= LAST_WEEK_ASKED else None
    if name == "postpartum_weeks":
        weeks = float(floor(value + days / DAYS_A_WEEK))
        return weeks if weeks <= LAST_WEEK_AFTER_BIRTH else NOT_APPLICABLE
    return value
