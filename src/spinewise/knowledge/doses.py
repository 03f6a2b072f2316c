"""How much of an intervention a person does: one level of its ladder, or its usual dose."""

from dataclasses import dataclass
from enum import StrEnum

from spinewise.knowledge.records import Dosage, Intervention, Ladder, LadderLevel


@dataclass(frozen=True, slots=True)
class Dose:
    """How much, how long and how hard, with the reasons. ``level`` counts from 0; ``levels`` is how many there are."""

    intervention: str
    minutes: int
    intensity: str
    sets: int | None = None
    repetitions: int | None = None
    hold_s: float | None = None
    level: int = 0
    levels: int = 1


class DoseRule(StrEnum):
    """The rules that set a dose; each has its item under ``dose_steps/``."""

    USUAL_START = "usual-start"
    TEST_BELOW = "test-below"
    TEST_UNKNOWN = "test-unknown"
    TEST_USUAL = "test-usual"
    TEST_ABOVE = "test-above"
    ROSE = "rose"
    MISSED_DAYS = "missed-days"
    PARTLY_DONE = "partly-done"
    NOT_TOLD = "not-told"
    HARD = "hard"
    TOO_HARD = "too-hard"
    PAIN_LINGERS = "pain-lingers"
    PAIN_UNSETTLED = "pain-unsettled"
    STRONG_PAIN = "strong-pain"
    STRONG_BEFORE = "strong-before"
    STOPPED = "stopped"
    TOO_MUCH = "too-much"
    BAD_WEEK = "bad-week"
    FELL_ENOUGH = "fell-enough"
    RETURN = "return"
    DID_EASIER = "did-easier"
    NEW_LEVEL = "new-level"
    GAP_WEEK = "gap-week"
    GAP_TWO_WEEKS = "gap-two-weeks"
    GAP_FOUR_WEEKS = "gap-four-weeks"
    LIGHTER_WEEK = "lighter-week"
    AT_MOST = "at-most"
    TOP = "top"
    LOWEST = "lowest"
    NEAR_LAST = "near-last"
    SHORT_DAY = "short-day"
    MOVED_ON = "moved-on"
    MOVED_BACK = "moved-back"


def usual_dose(item: Intervention) -> Dose:
    """The dose that stands with the intervention itself."""
    dosage = item.dosage
    return Dose(item.id, dosage.minutes, dosage.intensity, dosage.sets, dosage.repetitions, dosage.hold_s)


def dose_at(item: Intervention, ladder: Ladder, level: int) -> Dose:
    """The dose of one level of the ladder on which an intervention stands."""
    step = ladder.levels[level]
    intensity = step.intensity or item.dosage.intensity
    return Dose(item.id, step.minutes, intensity, step.sets, step.repetitions, step.hold_s, level, len(ladder.levels))


def usual_level(item: Intervention, ladder: Ladder) -> int | None:
    """The level that is the usual dose of the intervention; ``None`` when no level is."""
    return next((place for place, step in enumerate(ladder.levels) if _is_usual(step, item.dosage)), None)


def level_within(dose: Dose, ladder: Ladder) -> int:
    """The highest level that asks for no more than a dose which was cut short; the lowest where even that asks for more."""
    within = [place for place, step in enumerate(ladder.levels) if volume(step) <= volume(dose)]
    return max(within, default=0)


def volume(step: LadderLevel | Dose) -> float:
    """How much a level asks for: seconds held, or repetitions, or minutes where neither is counted."""
    if step.repetitions is None and step.hold_s is None:
        return float(step.minutes)
    return (step.sets or 1) * (step.repetitions or 1) * (step.hold_s or 1.0)


def _is_usual(step: LadderLevel, dosage: Dosage) -> bool:
    mine = (step.minutes, step.sets, step.repetitions, step.hold_s)
    return mine == (dosage.minutes, dosage.sets, dosage.repetitions, dosage.hold_s)
