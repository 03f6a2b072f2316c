"""Places on the body that a hand or foot can hold: a joint and a point in its frame, just above the skin."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from spinewise.movement.bodies import ADULT_HEIGHT_M, LENGTH_OF_HEIGHT, BodyShape

_THIGH = LENGTH_OF_HEIGHT["thigh"] * ADULT_HEIGHT_M
_UPPER_ARM = LENGTH_OF_HEIGHT["upper_arm"] * ADULT_HEIGHT_M
Spot = tuple[str, tuple[float, float, float]]
_SIDED: Mapping[str, Spot] = MappingProxyType(
    {
        "shin-front": ("knee_", (0.068, -0.11, 0.0)),
        "thigh-back": ("hip_", (-0.085, -0.30, 0.0)),
        "thigh-top": ("hip_", (0.085, -0.26, 0.0)),
        "knee-top": ("hip_", (0.075, -_THIGH + 0.01, 0.0)),
        "knee-outside": ("hip_", (0.02, -_THIGH + 0.02, 0.075)),
        "ankle-top": ("knee_", (0.045, -0.36, 0.0)),
        "calf-inside": ("knee_", (0.0, -0.12, -0.07)),
        "sole": ("ankle_", (0.05, -0.095, 0.0)),
        "hip": ("pelvis", (0.01, 0.075, 0.165)),
        "hip-back": ("pelvis", (-0.115, 0.065, 0.085)),
        "elbow-outside": ("shoulder_", (0.0, -_UPPER_ARM + 0.02, 0.05)),
        "shoulder-front": ("shoulder_", (0.055, 0.01, 0.0)),
        "shoulder-top": ("shoulder_", (0.0, 0.075, -0.04)),
        "other-palm": ("wrist_", (0.0, -0.07, -0.032)),
        "head-back": ("head", (-0.085, 0.085, 0.035)),
        "head-side": ("head", (0.035, 0.115, 0.105)),
        "forehead": ("head", (0.115, 0.13, 0.02)),
        "chest": ("thoracic4", (0.145, 0.01, 0.05)),
        "belly": ("lumbar2", (0.145, 0.0, 0.06)),
        "low-back": ("lumbar2", (-0.075, 0.0, 0.08)),
    }
)
"""By name: for the right side of the usual body. A hinge such as ``knee_`` belongs to the side."""
_WORDS = {"r": "right", "l": "left"}
SPOTS = frozenset(f"{word}-{name}" for word in _WORDS.values() for name in _SIDED)
"""The name of every place."""


@lru_cache(maxsize=16)
def spots_of(shape: BodyShape) -> Mapping[str, Spot]:
    """Every place on a body by its name, such as ``right-shin-front``."""
    found = {}
    for side, word in _WORDS.items():
        for name, (hinge, (x, y, z)) in _SIDED.items():
            along, around = _sizes(shape, hinge)
            grown = shape.belly_forward_m + shape.belly_round_m if name == "belly" else 0.0
            at = (x * around + grown, y * along, z * around if side == "r" else -z * around)
            found[f"{word}-{name}"] = (f"{hinge}{side}" if hinge.endswith("_") else hinge, at)
    return found


def _sizes(shape: BodyShape, hinge: str) -> tuple[float, float]:
    """How much longer and how much wider than the usual body a shape is at a joint."""
    scale = shape.height_m / ADULT_HEIGHT_M
    if hinge == "head":
        return shape.head * scale, shape.head * scale
    if hinge.startswith(("ankle", "wrist")):
        return scale, scale
    if hinge.endswith("_"):
        return shape.limb_length * scale, shape.limb_girth * scale
    return scale, scale * shape.trunk_girth * (shape.chest if hinge.startswith("thoracic") else 1.0)
