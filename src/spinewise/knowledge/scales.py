"""Ordered verdicts and the verbal scales with their numbers."""

from enum import IntEnum, StrEnum


class Disposition(IntEnum):
    """How soon somebody should be seen; a higher number is more urgent."""

    SELF_CARE = 0
    ROUTINE = 1
    WITHIN_DAYS = 2
    SAME_DAY = 3
    EMERGENCY = 4

    @property
    def word(self) -> str:
        """The word used in files and answers, such as ``same-day``."""
        return self.name.lower().replace("_", "-")

    @classmethod
    def of(cls, word: str) -> "Disposition":
        """From its word. Raises ``KeyError`` for any other text."""
        return cls[word.upper().replace("-", "_")]


class DispositionWord(StrEnum):
    """A disposition as it is written in YAML."""

    SELF_CARE = "self-care"
    ROUTINE = "routine"
    WITHIN_DAYS = "within-days"
    SAME_DAY = "same-day"
    EMERGENCY = "emergency"


class Prior(StrEnum):
    """How common a condition is among people who open Spinewise."""

    MOST = "most"
    COMMON = "common"
    FREQUENT = "frequent"
    OCCASIONAL = "occasional"
    UNCOMMON = "uncommon"
    RARE = "rare"
    VERY_RARE = "very-rare"
    EXCEPTIONAL = "exceptional"


class Strength(StrEnum):
    """How often a condition produces a sign."""

    ALWAYS = "always"
    USUALLY = "usually"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    SELDOM = "seldom"
    RARELY = "rarely"


class Against(StrEnum):
    """How much a sign argues against a condition."""

    STRONGLY = "strongly"
    CLEARLY = "clearly"
    SOMEWHAT = "somewhat"


class Background(StrEnum):
    """How often people with an ordinary back complaint have a finding for other reasons."""

    MOST = "most"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    SELDOM = "seldom"
    RARE = "rare"
    VERY_RARE = "very-rare"


class Benefit(StrEnum):
    """How much an intervention is expected to help somebody for whom the line is true."""

    LARGE = "large"
    MODERATE = "moderate"
    SMALL = "small"


# Verbal probability terms and the middle of the ranges that readers give them: Mosteller and Youtz 1990,
# Stat Sci 5:2-12 (from memory; listed for review). The priors are our own estimates, listed for review too.
PRIOR_PROBABILITY = {
    Prior.MOST: 0.3,
    Prior.COMMON: 0.1,
    Prior.FREQUENT: 0.04,
    Prior.OCCASIONAL: 0.015,
    Prior.UNCOMMON: 0.005,
    Prior.RARE: 0.0015,
    Prior.VERY_RARE: 0.0005,
    Prior.EXCEPTIONAL: 0.0001,
}
STRENGTH_PROBABILITY = {
    Strength.ALWAYS: 0.95,
    Strength.USUALLY: 0.8,
    Strength.OFTEN: 0.6,
    Strength.SOMETIMES: 0.35,
    Strength.SELDOM: 0.15,
    Strength.RARELY: 0.05,
}
AGAINST_ODDS_FACTOR = {Against.STRONGLY: 0.05, Against.CLEARLY: 0.2, Against.SOMEWHAT: 0.5}
BACKGROUND_PROBABILITY = {
    Background.MOST: 0.7,
    Background.OFTEN: 0.4,
    Background.SOMETIMES: 0.2,
    Background.SELDOM: 0.08,
    Background.RARE: 0.02,
    Background.VERY_RARE: 0.005,
}
BENEFIT_POINTS = {Benefit.LARGE: 3.0, Benefit.MODERATE: 2.0, Benefit.SMALL: 1.0}
