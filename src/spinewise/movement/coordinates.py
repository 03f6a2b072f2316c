"""The joint coordinates: names and signs as in OpenSim's full-body models (x forward, y up, z to the right).

Angles are in degrees. Positive means: pelvis_tilt leans back, pelvis_list leans to the right, pelvis_rotation turns to the
left; flexion of hip, knee, elbow, arm and wrist; hip_adduction and arm_add towards the middle; hip_rotation and arm_rot
inwards; ankle_angle lifts the toes; the extension, bending (to the right) and rotation (to the left) of the spine.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

Angles = npt.NDArray[np.float64]
"""Frames x coordinates."""
SIDES = ("r", "l")

ROOT: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"pelvis_tilt": (-180.0, 180.0), "pelvis_list": (-110.0, 110.0), "pelvis_rotation": (-180.0, 180.0)}
)
SPINE: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "lumbar_extension": (-60.0, 30.0),
        "lumbar_bending": (-30.0, 30.0),
        "lumbar_rotation": (-18.0, 18.0),
        "thoracic_extension": (-45.0, 28.0),
        "thoracic_bending": (-35.0, 35.0),
        "thoracic_rotation": (-40.0, 40.0),
        "neck_extension": (-45.0, 50.0),
        "neck_bending": (-45.0, 45.0),
        "neck_rotation": (-65.0, 65.0),
        "head_extension": (-25.0, 30.0),
        "head_bending": (-10.0, 10.0),
        "head_rotation": (-25.0, 25.0),
    }
)
LIMB: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "hip_flexion": (-30.0, 135.0),
        "hip_adduction": (-50.0, 35.0),
        "hip_rotation": (-60.0, 50.0),
        "knee_angle": (-5.0, 160.0),
        "ankle_angle": (-68.0, 40.0),
        "subtalar_angle": (-35.0, 35.0),
        "toe_angle": (-30.0, 75.0),
        "scapula_elevation": (-12.0, 40.0),
        "scapula_protraction": (-28.0, 32.0),
        "arm_flex": (-65.0, 185.0),
        "arm_add": (-185.0, 60.0),
        "arm_rot": (-100.0, 100.0),
        "elbow_flex": (-5.0, 155.0),
        "pro_sup": (-95.0, 95.0),
        "wrist_flex": (-90.0, 85.0),
        "wrist_dev": (-30.0, 40.0),
    }
)
"""Limits in degrees of a supple adult (source ``range-of-motion-limits``): a picture never shows more than a body can do."""

NAMES: tuple[str, ...] = (*ROOT, *SPINE, *(f"{name}_{side}" for name in LIMB for side in SIDES))
PLACE: Mapping[str, int] = MappingProxyType({name: place for place, name in enumerate(NAMES)})
LIMITS_DEG: Mapping[str, tuple[float, float]] = MappingProxyType(
    {**ROOT, **SPINE, **{f"{name}_{side}": limits for name, limits in LIMB.items() for side in SIDES}}
)
_TURNED_OVER = ("_list", "_bending", "_rotation")


def spread(angles_deg: Mapping[str, float]) -> dict[str, float]:
    """Angles with names such as ``knee_angle``, which mean both sides, written out for the right and the left."""
    whole = {f"{name}_{side}": angle for name, angle in angles_deg.items() if name in LIMB for side in SIDES}
    return {**whole, **{name: angle for name, angle in angles_deg.items() if name not in LIMB}}


def unknown_names(angles_deg: Iterable[str]) -> tuple[str, ...]:
    """Names that are no coordinate and no pair of coordinates."""
    return tuple(name for name in angles_deg if name not in PLACE and name not in LIMB)


def as_row(angles_deg: Mapping[str, float]) -> Angles:
    """One pose as a row; what is not named is zero.

    Raises:
        KeyError: for a name that is no coordinate.
    """
    row = np.zeros(len(NAMES))
    for name, angle in spread(angles_deg).items():
        row[PLACE[name]] = angle
    return row


@cache
def _mirroring() -> tuple[npt.NDArray[np.intp], Angles]:
    other = [PLACE[_other_side(name)] for name in NAMES]
    signs = [-1.0 if name[-2:] not in ("_r", "_l") and name.endswith(_TURNED_OVER) else 1.0 for name in NAMES]
    return np.array(other), np.array(signs)


def _other_side(name: str) -> str:
    if name.endswith("_r"):
        return name[:-2] + "_l"
    return name[:-2] + "_r" if name.endswith("_l") else name


def mirrored(angles_deg: Angles) -> Angles:
    """The same poses for the other side of the body (frames x coordinates)."""
    other, signs = _mirroring()
    result: Angles = angles_deg[..., other] * signs
    return result


@cache
def limit_rows() -> tuple[Angles, Angles]:
    """Lowest and highest angle of each coordinate."""
    limits = np.array([LIMITS_DEG[name] for name in NAMES])
    return limits[:, 0], limits[:, 1]
