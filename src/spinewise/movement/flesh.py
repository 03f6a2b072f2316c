"""The flesh on the skeleton: ellipsoids fixed to joints. They give the outline of the drawing and the points of contact."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from spinewise.movement.bodies import BodyShape
from spinewise.movement.coordinates import SIDES
from spinewise.movement.skeleton import Array, Posed, skeleton_of

Triple: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Blob:
    """An ellipsoid: its centre and half-axes (x, y, z) in the frame of a joint, in metres."""

    name: str
    joint: str
    centre_m: Triple
    half_m: Triple


@dataclass(frozen=True, eq=False)
class Flesh:
    """All ellipsoids of a body, as records and as arrays."""

    blobs: tuple[Blob, ...]
    place: dict[str, int]
    joint: npt.NDArray[np.intp]
    centre: Array
    half: Array

    def centres(self, posed: Posed) -> Array:
        """frames x blobs x 3"""
        turned = posed.orientation[:, self.joint] @ self.centre[:, :, None]
        result: Array = posed.position_m[:, self.joint] + turned[..., 0]
        return result

    def depths(self, posed: Posed, direction: Array) -> Array:
        """How far each ellipsoid reaches from its centre along a unit direction: frames x blobs."""
        along = np.swapaxes(posed.orientation[:, self.joint], -1, -2) @ direction
        result: Array = np.linalg.norm(along * self.half, axis=-1)
        return result


def _trunk(shape: BodyShape) -> Iterator[Blob]:
    girth, chest, scale = shape.trunk_girth, shape.trunk_girth * shape.chest, shape.height_m / 1.7

    def blob(name: str, joint: str, centre: Triple, half: Triple, by: float = 1.0) -> Blob:
        low, high = (value * scale for value in (half[0] * by, half[2] * by))
        return Blob(name, joint, (centre[0] * scale, centre[1] * scale, centre[2] * scale), (low, half[1] * scale, high))

    yield blob("seat", "pelvis", (-0.022, -0.035, 0.0), (0.098, 0.075, 0.150), girth)
    yield blob("hips", "pelvis", (-0.012, 0.035, 0.0), (0.102, 0.085, 0.152), girth)
    yield blob("waist-low", "lumbar1", (0.038, 0.025, 0.0), (0.092, 0.06, 0.138), girth)
    yield blob("waist", "lumbar3", (0.036, 0.02, 0.0), (0.088, 0.06, 0.130), girth)
    belly = shape.belly_round_m
    grown = (0.085 * girth + belly, 0.075 + belly, 0.115 * girth + belly * 0.9)
    yield blob("belly", "lumbar2", (0.048 + shape.belly_forward_m, 0.0, 0.0), grown)
    yield blob("ribs-low", "thoracic1", (0.036, 0.03, 0.0), (0.098, 0.07, 0.136), chest)
    yield blob("ribs", "thoracic3", (0.034, 0.02, 0.0), (0.108, 0.085, 0.148), chest)
    yield blob("chest", "thoracic4", (0.032, 0.025, 0.0), (0.102, 0.075, 0.152), chest)
    yield blob("yoke", "thoracic5", (0.016, 0.032, 0.0), (0.07, 0.055, 0.125), girth)
    yield blob("nape", "thoracic6", (0.014, 0.045, 0.0), (0.054, 0.04, 0.066), girth)


def _head(shape: BodyShape) -> Iterator[Blob]:
    size = shape.head * shape.height_m / 1.7
    for name, joint, centre, half in (
        ("neck-low", "neck1", (0.012, 0.01, 0.0), (0.047, 0.05, 0.048)),
        ("neck", "neck3", (0.012, 0.02, 0.0), (0.043, 0.05, 0.044)),
        ("skull", "head", (0.020, 0.108, 0.0), (0.094, 0.098, 0.077)),
        ("face", "head", (0.045, 0.070, 0.0), (0.062, 0.088, 0.064)),
        ("jaw", "head", (0.060, 0.022, 0.0), (0.040, 0.034, 0.042)),
        ("jaw-back", "head", (0.030, 0.030, 0.0), (0.040, 0.040, 0.046)),
        ("nose", "head", (0.108, 0.066, 0.0), (0.016, 0.017, 0.011)),
        ("hair-back", "head", (-0.020, 0.085, 0.0), (0.066, 0.085, 0.074)),
        ("bun", "head", (-0.092, 0.145, 0.0), (0.036, 0.036, 0.036)),
        ("eye_r", "head", (0.099, 0.080, 0.026), (0.006, 0.0055, 0.010)),
        ("eye_l", "head", (0.099, 0.080, -0.026), (0.006, 0.0055, 0.010)),
        ("ear_r", "head", (0.004, 0.068, 0.070), (0.015, 0.024, 0.010)),
        ("ear_l", "head", (0.004, 0.068, -0.070), (0.015, 0.024, 0.010)),
    ):
        yield Blob(name, joint, tuple(value * size for value in centre), tuple(value * size for value in half))  # type: ignore[arg-type]


def _leg(shape: BodyShape, side: str) -> Iterator[Blob]:
    sign = 1.0 if side == "r" else -1.0
    girth, scale = shape.limb_girth, shape.height_m / 1.7
    thigh, shank = shape.length_m("thigh"), shape.length_m("shank")

    def round_blob(name: str, joint: str, down: float, radius: float, forward: float = 0.0) -> Blob:
        wide = radius * girth * scale
        return Blob(f"{name}_{side}", joint + side, (forward * scale, -down, 0.0), (wide, wide, wide))

    yield round_blob("thigh-top", "hip_", 0.0, 0.086, -0.004)
    yield round_blob("thigh", "hip_", 0.38 * thigh, 0.077, 0.006)
    yield round_blob("thigh-low", "hip_", 0.78 * thigh, 0.058, 0.003)
    yield round_blob("knee", "hip_", thigh, 0.052, 0.003)
    yield round_blob("shin-top", "knee_", 0.06 * shank, 0.050)
    yield round_blob("calf", "knee_", 0.28 * shank, 0.051, -0.012)
    yield round_blob("shin", "knee_", 0.62 * shank, 0.039, -0.006)
    yield round_blob("ankle", "knee_", shank, 0.033)
    sole = -shape.length_m("foot_height")
    yield Blob(
        f"heel_{side}",
        f"ankle_{side}",
        (-0.038 * scale, sole + 0.030 * scale, 0.0),
        (0.032 * scale, 0.030 * scale, 0.031 * scale),
    )
    yield Blob(
        f"arch_{side}",
        f"ankle_{side}",
        (0.025 * scale, sole + 0.038 * scale, 0.0),
        (0.05 * scale, 0.036 * scale, 0.034 * scale),
    )
    ball = (0.66 * shape.length_m("foot") - 0.055, sole + 0.021 * scale, sign * 0.004)
    yield Blob(f"ball_{side}", f"ankle_{side}", ball, (0.036 * scale, 0.021 * scale, 0.044 * scale))
    toes_down = sole + 0.72 * shape.length_m("foot_height") + 0.013 * scale
    yield Blob(
        f"toes_{side}", f"toes_{side}", (0.052 * scale, toes_down, sign * 0.002), (0.034 * scale, 0.013 * scale, 0.038 * scale)
    )


def _arm(shape: BodyShape, side: str) -> Iterator[Blob]:
    sign = 1.0 if side == "r" else -1.0
    girth, scale = shape.limb_girth, shape.height_m / 1.7
    upper, fore = shape.length_m("upper_arm"), shape.length_m("forearm")

    def round_blob(name: str, joint: str, down: float, radius: float) -> Blob:
        wide = radius * girth * scale
        return Blob(f"{name}_{side}", joint + side, (0.0, -down, 0.0), (wide, wide, wide))

    yield round_blob("shoulder", "shoulder_", 0.006, 0.056)
    yield round_blob("upper-arm", "shoulder_", 0.45 * upper, 0.044)
    yield round_blob("elbow", "shoulder_", upper, 0.037)
    yield round_blob("forearm", "elbow_", 0.22 * fore, 0.039)
    yield round_blob("wrist", "elbow_", fore, 0.0255)
    for name, centre, half in (
        ("palm", (0.0, -0.052, 0.0), (0.038, 0.046, 0.016)),
        ("fingers", (-0.003, -0.118, -sign * 0.004), (0.033, 0.052, 0.012)),
        ("thumb", (0.042, -0.058, -sign * 0.004), (0.014, 0.036, 0.012)),
    ):
        yield Blob(f"{name}_{side}", f"wrist_{side}", tuple(v * scale for v in centre), tuple(v * scale for v in half))  # type: ignore[arg-type]


@lru_cache(maxsize=16)
def flesh_of(shape: BodyShape) -> Flesh:
    """The flesh of a body."""
    blobs = [*_trunk(shape), *_head(shape)]
    for side in SIDES:
        blobs += [*_leg(shape, side), *_arm(shape, side)]
    place = skeleton_of(shape).place
    return Flesh(
        tuple(blobs),
        {blob.name: number for number, blob in enumerate(blobs)},
        np.array([place[blob.joint] for blob in blobs]),
        np.array([blob.centre_m for blob in blobs]),
        np.array([blob.half_m for blob in blobs]),
    )
