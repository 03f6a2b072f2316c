"""The skeleton as a tree of joints, and forward kinematics for all frames at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from spinewise.movement.bodies import BodyShape
from spinewise.movement.coordinates import NAMES, PLACE, SIDES, Angles

Array = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
LUMBAR_JOINTS, THORACIC_JOINTS, NECK_JOINTS = 5, 6, 3
SACRUM_DEG, LORDOSIS_DEG, KYPHOSIS_DEG, NECK_CURVE_DEG = -15.0, 30.0, -34.0, 30.0
"""How a standing spine is curved when all its coordinates are zero: the pieces add up to a level head."""
CLAVICLE_JOINT = 5
"""The joint of the thoracic spine that carries the shoulders."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint: where it sits in its parent, and the coordinates that turn it about z, x and y, in this order."""

    name: str
    parent: int
    offset_m: tuple[float, float, float]
    turns: tuple[tuple[str, float], tuple[str, float], tuple[str, float]] = (("", 0.0), ("", 0.0), ("", 0.0))
    rest_deg: float = 0.0


@dataclass(frozen=True, eq=False)
class Skeleton:
    """Joints of one body; parents come before their children. The arrays serve the computation."""

    shape: BodyShape
    joints: tuple[Joint, ...]
    place: dict[str, int]
    coordinate: npt.NDArray[np.intp]
    factor: Array
    rest: Array
    offset: Array
    downstream: npt.NDArray[np.bool_]
    """[a, b]: joint b hangs on joint a (or is it)."""


@dataclass(frozen=True, eq=False)
class Posed:
    """A skeleton in its poses: frames x joints x 3 positions, frames x joints x 3 x 3 orientations, axes of the turns."""

    skeleton: Skeleton
    position_m: Array
    orientation: Array
    axes: Array
    """frames x joints x (z, x, y) x 3"""

    def point(self, joint: str, local_m: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Array:
        """A point fixed to a joint's frame, in every frame (frames x 3)."""
        at = self.skeleton.place[joint]
        result: Array = self.position_m[:, at] + self.orientation[:, at] @ np.array(local_m)
        return result


def _spine(shape: BodyShape) -> Iterator[Joint]:
    pelvis = shape.length_m("pelvis")
    yield Joint("pelvis", -1, (0.0, 0.0, 0.0), (("pelvis_tilt", 1.0), ("pelvis_list", 1.0), ("pelvis_rotation", 1.0)))
    lordosis = LORDOSIS_DEG + shape.lordosis_deg
    parts = (
        ("lumbar", LUMBAR_JOINTS, lordosis, shape.length_m("lumbar")),
        ("thoracic", THORACIC_JOINTS, KYPHOSIS_DEG - shape.stoop_deg, shape.length_m("thorax")),
        ("neck", NECK_JOINTS, NECK_CURVE_DEG + shape.stoop_deg * 0.75 - shape.lordosis_deg, shape.length_m("neck")),
        ("head", 1, -SACRUM_DEG - LORDOSIS_DEG - KYPHOSIS_DEG - NECK_CURVE_DEG + shape.stoop_deg * 0.25, 0.0),
    )
    offset, parent, first = (-0.035 * shape.height_m / 1.7, pelvis, 0.0), 0, SACRUM_DEG
    for name, count, curve, length in parts:
        for number in range(1, count + 1):
            turns = tuple((f"{name}_{what}", 1.0 / count) for what in ("extension", "bending", "rotation"))
            rest = curve / count + first
            yield Joint(f"{name}{number}" if count > 1 else name, parent, offset, turns, rest)  # type: ignore[arg-type]
            parent, offset, first = parent + 1, (0.0, length / count, 0.0), 0.0


def _leg(shape: BodyShape, side: str, first: int) -> Iterator[Joint]:
    sign = 1.0 if side == "r" else -1.0
    thigh, shank = shape.length_m("thigh"), shape.length_m("shank")
    hip_turns = ((f"hip_flexion_{side}", 1.0), (f"hip_adduction_{side}", sign), (f"hip_rotation_{side}", sign))
    yield Joint(f"hip_{side}", 0, (0.0, 0.0, sign * shape.length_m("hip_half")), hip_turns)
    yield Joint(f"knee_{side}", first, (0.0, -thigh, 0.0), ((f"knee_angle_{side}", -1.0), ("", 0.0), ("", 0.0)))
    ankle = ((f"ankle_angle_{side}", 1.0), (f"subtalar_angle_{side}", sign), ("", 0.0))
    yield Joint(f"ankle_{side}", first + 1, (0.0, -shank, 0.0), ankle)
    ball = (0.66 * shape.length_m("foot") - 0.055, -0.72 * shape.length_m("foot_height"), 0.0)
    yield Joint(f"toes_{side}", first + 2, ball, ((f"toe_angle_{side}", 1.0), ("", 0.0), ("", 0.0)))


def _arm(shape: BodyShape, side: str, first: int, thorax: int) -> Iterator[Joint]:
    sign = 1.0 if side == "r" else -1.0
    base = (0.040 * shape.height_m / 1.7, 0.018, 0.0)
    blade = (("", 0.0), (f"scapula_elevation_{side}", -sign), (f"scapula_protraction_{side}", sign))
    yield Joint(f"clavicle_{side}", thorax, base, blade, rest_deg=15.0)
    at = (-0.03, -0.005, sign * shape.length_m("clavicle"))
    arm = ((f"arm_flex_{side}", 1.0), (f"arm_add_{side}", sign), (f"arm_rot_{side}", sign))
    yield Joint(f"shoulder_{side}", first, at, arm, rest_deg=-3.0)
    elbow = ((f"elbow_flex_{side}", 1.0), ("", 0.0), (f"pro_sup_{side}", sign))
    yield Joint(f"elbow_{side}", first + 1, (0.0, -shape.length_m("upper_arm"), 0.0), elbow)
    wrist = ((f"wrist_dev_{side}", 1.0), (f"wrist_flex_{side}", sign), ("", 0.0))
    yield Joint(f"wrist_{side}", first + 2, (0.0, -shape.length_m("forearm"), 0.0), wrist)


@lru_cache(maxsize=16)
def skeleton_of(shape: BodyShape) -> Skeleton:
    """The skeleton of a body."""
    joints = list(_spine(shape))
    thorax = next(place for place, joint in enumerate(joints) if joint.name == f"thoracic{CLAVICLE_JOINT}")
    for side in SIDES:
        joints += _leg(shape, side, len(joints))
        joints += _arm(shape, side, len(joints), thorax)
    count = len(joints)
    downstream = np.eye(count, dtype=np.bool_)
    for place, joint in enumerate(joints):
        if joint.parent >= 0:
            downstream[:, place] |= downstream[:, joint.parent]
    names = [[PLACE.get(name, len(NAMES)) for name, _ in joint.turns] for joint in joints]
    return Skeleton(
        shape,
        tuple(joints),
        {joint.name: place for place, joint in enumerate(joints)},
        np.array(names),
        np.array([[factor for _, factor in joint.turns] for joint in joints]),
        np.array([[joint.rest_deg, 0.0, 0.0] for joint in joints]),
        np.array([joint.offset_m for joint in joints]),
        downstream,
    )


def _local_rotations(turned: Array) -> Array:
    """Rotations about z, x, y for angles in radians (frames x joints x 3)."""
    cos, sin = np.cos(turned), np.sin(turned)
    cz, cx, cy = cos[..., 0], cos[..., 1], cos[..., 2]
    sz, sx, sy = sin[..., 0], sin[..., 1], sin[..., 2]
    rotation = np.empty((*turned.shape[:-1], 3, 3))
    rotation[..., 0, 0], rotation[..., 0, 1], rotation[..., 0, 2] = cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy
    rotation[..., 1, 0], rotation[..., 1, 1], rotation[..., 1, 2] = sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy
    rotation[..., 2, 0], rotation[..., 2, 1], rotation[..., 2, 2] = -cx * sy, sx, cx * cy
    return rotation


@lru_cache(maxsize=16)
def _jumps(skeleton: Skeleton) -> tuple[npt.NDArray[np.intp], ...]:
    """For each joint the joint 1, 2, 4 ... places nearer to the root; beyond it one more place that stands for the world."""
    world = len(skeleton.joints)
    jump = np.array([*(joint.parent if joint.parent >= 0 else world for joint in skeleton.joints), world])
    found = []
    while (jump[:-1] != world).any():
        found.append(jump)
        jump = jump[jump]
    return tuple(found)


def forward(skeleton: Skeleton, angles_deg: Angles, root_m: Array) -> Posed:
    """Positions and orientations of all joints for frames x coordinates and frames x 3 positions of the pelvis.

    Each joint's place in its parent is joined with its parent's, then with what that became, and so on: a chain of sixteen
    joints takes four steps.
    """
    frames, count = len(angles_deg), len(skeleton.joints)
    padded = np.concatenate([angles_deg, np.zeros((frames, 1))], axis=1)
    turned = np.radians(padded[:, skeleton.coordinate] * skeleton.factor + skeleton.rest)
    world = np.zeros((frames, count + 1, 4, 4))
    world[:, :, (0, 1, 2, 3), (0, 1, 2, 3)] = 1.0
    world[:, :count, :3, :3] = _local_rotations(turned)
    world[:, :count, :3, 3] = skeleton.offset
    world[:, 0, :3, 3] = root_m
    jumps = _jumps(skeleton)
    for jump in jumps:
        world = world[:, jump] @ world
    before = world[:, jumps[0][:-1], :3, :3]
    orientation = np.ascontiguousarray(world[:, :count, :3, :3])
    return Posed(skeleton, world[:, :count, :3, 3], orientation, _axes(before, orientation, turned[..., 0]))


def _axes(before: Array, orientation: Array, turned_z: Array) -> Array:
    """The axes about which each joint's three coordinates turn, in the world."""
    about_x = before[..., :, 0] * np.cos(turned_z)[..., None] + before[..., :, 1] * np.sin(turned_z)[..., None]
    return np.stack([before[..., :, 2], about_x, orientation[..., :, 1]], axis=2)
