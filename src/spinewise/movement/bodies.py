"""Lengths, masses and shapes of bodies: fractions of the height (Winter) and of the mass (de Leva), in metres."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

ADULT_HEIGHT_M = 1.70
LENGTH_OF_HEIGHT: Mapping[str, float] = MappingProxyType(
    {
        "thigh": 0.245,
        "shank": 0.246,
        "foot_height": 0.039,
        "foot": 0.152,
        "hip_half": 0.050,
        "pelvis": 0.062,
        "lumbar": 0.102,
        "thorax": 0.160,
        "neck": 0.048,
        "clavicle": 0.098,
        "upper_arm": 0.172,
        "forearm": 0.146,
        "hand": 0.104,
    }
)
"""Segment lengths as fractions of the height (source ``winter-2009-biomechanics``)."""

MASS_FRACTION: Mapping[str, float] = MappingProxyType(
    {
        "head_and_neck": 0.0681,
        "trunk": 0.4302,
        "upper_arm": 0.0263,
        "forearm": 0.0150,
        "hand": 0.0059,
        "thigh": 0.1447,
        "shank": 0.0457,
        "foot": 0.0133,
    }
)
"""Mass of each segment, a limb's for one side, as a fraction of the body's (source ``de-leva-1996``, mean of women and men)."""


@dataclass(frozen=True, slots=True)
class BodyShape:
    """How a body differs from the usual adult. Girths are factors; the rest is in metres or degrees."""

    height_m: float = ADULT_HEIGHT_M
    limb_girth: float = 1.0
    trunk_girth: float = 1.0
    belly_forward_m: float = 0.0
    belly_round_m: float = 0.0
    chest: float = 1.0
    head: float = 1.0
    stoop_deg: float = 0.0
    lordosis_deg: float = 0.0
    limb_length: float = 1.0

    def length_m(self, segment: str) -> float:
        """The length of a segment."""
        limb = self.limb_length if segment in ("thigh", "shank", "upper_arm", "forearm") else 1.0
        return LENGTH_OF_HEIGHT[segment] * self.height_m * limb


SHAPES: Mapping[str, BodyShape] = MappingProxyType(
    {
        "usual": BodyShape(),
        "slim": BodyShape(limb_girth=0.88, trunk_girth=0.9),
        "heavy": BodyShape(limb_girth=1.22, trunk_girth=1.24, belly_forward_m=0.03, belly_round_m=0.035),
        "older": BodyShape(height_m=1.64, limb_girth=0.93, stoop_deg=22.0, belly_round_m=0.012),
        "child": BodyShape(height_m=1.62, limb_girth=0.96, trunk_girth=0.96, head=1.24, limb_length=0.95),
    }
)
"""The child is drawn as large as its chair and bed, which fit it as an adult's fit an adult: only its proportions differ."""
_WEEKS = "pregnant-"
_BELLY_SHOWS_WEEK, _TERM_WEEK = 12, 40
SHAPE_WORDS = (*SHAPES, "pregnant-20", "pregnant-30", "pregnant-38")
"""The shapes in which every exercise that can meet them is tried."""


def shape_of(word: str) -> BodyShape:
    """The body for a word such as ``usual`` or ``pregnant-32`` (weeks).

    Raises:
        KeyError: when there is no such shape.
    """
    if word in SHAPES:
        return SHAPES[word]
    weeks = word.removeprefix(_WEEKS)
    if word.startswith(_WEEKS) and weeks.isdigit() and int(weeks) <= _TERM_WEEK + 2:
        return _pregnant(int(weeks))
    raise KeyError(word)


def is_shape(word: str) -> bool:
    """Whether there is a shape of this name."""
    try:
        shape_of(word)
    except KeyError:
        return False
    return True


def _pregnant(week: int) -> BodyShape:
    grown = max(0.0, (week - _BELLY_SHOWS_WEEK) / (_TERM_WEEK - _BELLY_SHOWS_WEEK))
    return replace(
        BodyShape(),
        belly_forward_m=0.085 * grown,
        belly_round_m=0.075 * grown,
        chest=1 + 0.08 * grown,
        lordosis_deg=6.0 * grown,
        limb_girth=1 + 0.04 * grown,
    )
