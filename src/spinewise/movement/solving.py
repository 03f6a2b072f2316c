"""Putting a body where its contacts hold: the smallest change of the pose with which every contact is met.

Each frame is a small problem of inverse kinematics: take the smallest weighted change of the joint angles that meets the
linearised contacts, again and again until it stands still. All frames are solved at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from spinewise.movement.balance import centre_of_mass, mass_points
from spinewise.movement.coordinates import NAMES, PLACE, Angles, limit_rows
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Posed, Skeleton, forward

ROUNDS = 24
CLOSE_ENOUGH_M = 0.0008
LARGEST_TURN_DEG = 22.0
_EASE = 2e-7
_WILLING = (
    ("pelvis_", 0.25),
    ("lumbar_", 0.10),
    ("thoracic_", 0.10),
    ("neck_", 0.10),
    ("head_", 0.05),
    ("scapula_", 0.12),
    ("pro_sup", 0.3),
    ("subtalar", 0.3),
    ("toe_", 0.3),
    ("ankle_", 2.0),
    ("wrist_", 1.5),
    ("hip_rotation", 0.4),
)
"""How willingly a coordinate gives way, beside 1 for the others."""
_ROOT_WILLING_M2 = 1.0


@dataclass(frozen=True, eq=False)
class Row:
    """One condition: the ellipsoid of a group that reaches farthest against ``direction`` ends at ``target_m``.

    A row without ellipsoids is about the centre of mass.

    A pin holds the centre of its only ellipsoid instead. ``active`` says in which frames the condition counts; a guard only
    counts where it would be broken.
    """

    blobs: tuple[str, ...]
    direction: tuple[float, float, float]
    target_m: Array
    active: npt.NDArray[np.bool_]
    pin: bool = False
    onto: tuple[str, tuple[float, float, float]] | None = None
    """What is measured is the way from this place of the body itself (joint, point in its frame) instead of from the world."""
    guard: bool = False


@dataclass(frozen=True, eq=False)
class Solved:
    """Angles in degrees (frames x coordinates), the pelvis (frames x 3), and the worst miss of a contact in each frame."""

    angles_deg: Angles
    root_m: Array
    miss_m: Array


@cache
def _willing() -> Array:
    values = np.ones(len(NAMES))
    for start, value in _WILLING:
        for name, place in PLACE.items():
            if name.startswith(start):
                values[place] = value
    return np.concatenate([values, np.full(3, _ROOT_WILLING_M2)])


@cache
def _chain(skeleton: Skeleton) -> Array:
    """From turns of joints (joints x 3, flat) to coordinates: how much each turn moves with each coordinate."""
    count = len(skeleton.joints) * 3
    table = np.zeros((count, len(NAMES) + 1))
    table[np.arange(count), skeleton.coordinate.ravel()] = skeleton.factor.ravel()
    result: Array = table[:, :-1]
    return result


def place_body(skeleton: Skeleton, flesh: Flesh, angles_deg: Angles, root_m: Array, rows: Sequence[Row]) -> Solved:
    """The poses nearest to the given ones in which all rows hold."""
    low, high = (np.concatenate([row, np.full(3, end)]) for row, end in zip(limit_rows(), (-np.inf, np.inf), strict=True))
    now = np.concatenate([angles_deg, root_m], axis=1)
    stopped = np.zeros(now.shape, dtype=np.bool_)
    sticky = np.zeros((len(now), len(rows)), dtype=np.bool_)
    for round_number in range(ROUNDS):
        posed = forward(skeleton, now[:, :-3], now[:, -3:])
        residual, jacobian, sticky = _rows(posed, flesh, rows, sticky)
        if round_number and np.abs(residual).max(initial=0.0) < CLOSE_ENOUGH_M:
            break
        aim = now + _change(residual, jacobian, ~stopped)
        now = np.clip(aim, low, high)
        stopped = (now != aim) | (stopped & (round_number % 3 != 0))
    posed = forward(skeleton, now[:, :-3], now[:, -3:])
    return Solved(now[:, :-3], now[:, -3:], misses(posed, flesh, rows))


def misses(posed: Posed, flesh: Flesh, rows: Iterable[Row]) -> Array:
    """By how much the worst condition is missed in each frame, in metres."""
    rows = tuple(rows)
    if not rows:
        return np.zeros(len(posed.position_m))
    residual, _, _ = _rows(posed, flesh, rows, np.zeros((len(posed.position_m), len(rows)), dtype=np.bool_))
    result: Array = np.abs(residual).max(axis=1)
    return result


def _change(residual: Array, jacobian: Array, free: npt.NDArray[np.bool_]) -> Array:
    """The smallest weighted change that meets the linearised conditions, cut to a length for which they are true enough."""
    weighted = jacobian * (_willing() * free)[:, None]
    square = weighted @ np.swapaxes(jacobian, 1, 2)
    square[:, np.arange(square.shape[1]), np.arange(square.shape[1])] += _EASE
    push = np.linalg.solve(square, -residual[..., None])
    change = (np.swapaxes(weighted, 1, 2) @ push)[..., 0]
    widest = np.abs(change[:, :-3]).max(axis=1, keepdims=True)
    result: Array = change * np.minimum(1.0, LARGEST_TURN_DEG / np.maximum(widest, 1e-9))
    return result


def _rows(
    posed: Posed, flesh: Flesh, rows: Sequence[Row], sticky: npt.NDArray[np.bool_]
) -> tuple[Array, Array, npt.NDArray[np.bool_]]:
    """Residuals (frames x rows), their derivatives by degrees and metres, and the guards that have been broken so far."""
    centres = flesh.centres(posed)
    frames = np.arange(len(centres))
    residual = np.zeros((len(centres), len(rows)))
    points = np.zeros((len(centres), len(rows), 3))
    joints = np.zeros((len(centres), len(rows)), dtype=np.intp)
    held = [(number, *row.onto) for number, row in enumerate(rows) if row.onto]
    counts = sticky.copy()
    weight = centre_of_mass(posed)
    for number, row in enumerate(rows):
        direction = np.array(row.direction)
        if row.blobs:
            blobs = np.array([flesh.place[name] for name in row.blobs])
            which, points[:, number] = _touching(posed, flesh, centres, blobs, direction, pin=row.pin)
            joints[:, number] = flesh.joint[which[frames]]
        else:
            points[:, number] = weight
        gap = points[:, number] @ direction - row.target_m
        if row.onto:
            gap = gap - posed.point(*row.onto) @ direction
        counts[:, number] = row.active & (sticky[:, number] | (gap < 0)) if row.guard else row.active
        residual[:, number] = np.where(counts[:, number], np.minimum(gap, 0.0) if row.guard else gap, 0.0)
    directions = np.array([row.direction for row in rows]).reshape(-1, 3)
    jacobian = _jacobian(posed, points, joints, directions)
    for number, row in enumerate(rows):
        if not row.blobs:
            jacobian[:, number] = _weight_jacobian(posed, directions[number])
    if held:
        numbers = [number for number, _, _ in held]
        places = np.stack([posed.point(joint, at) for _, joint, at in held], axis=1)
        joints = np.tile([posed.skeleton.place[joint] for _, joint, _ in held], (len(centres), 1))
        jacobian[:, numbers] -= _jacobian(posed, places, joints, directions[numbers])
    return residual, jacobian * counts[..., None], counts


def _touching(
    posed: Posed, flesh: Flesh, centres: Array, blobs: npt.NDArray[np.intp], direction: Array, *, pin: bool
) -> tuple[npt.NDArray[np.intp], Array]:
    """In each frame the ellipsoid that reaches farthest against a direction, and the point where it does."""
    if pin:
        return np.full(len(centres), blobs[0]), centres[:, blobs[0]]
    turned = posed.orientation[:, flesh.joint[blobs]]
    along = np.swapaxes(turned, -1, -2) @ direction
    reach = np.linalg.norm(along * flesh.half[blobs], axis=-1)
    inner = turned @ (along * flesh.half[blobs] ** 2 / np.maximum(reach, 1e-9)[..., None])[..., None]
    ends = centres[:, blobs] - inner[..., 0]
    first = np.argmin(ends @ direction, axis=1)
    return blobs[first], ends[np.arange(len(ends)), first]


def _weight_jacobian(posed: Posed, direction: Array) -> Array:
    shares, joints, places = mass_points(posed)
    directions = np.tile(direction, (len(shares), 1))
    each = _jacobian(posed, places, np.tile(joints, (len(places), 1)), directions)
    result: Array = np.einsum("s,fsk->fk", shares, each)
    return result


def _jacobian(posed: Posed, points: Array, joints: npt.NDArray[np.intp], directions: Array) -> Array:
    axes = posed.axes.reshape(len(points), -1, 3)
    origins = np.repeat(posed.position_m, 3, axis=1)
    moment = np.cross(points, directions)
    by_turn = moment @ np.swapaxes(axes, 1, 2) - directions @ np.swapaxes(np.cross(axes, origins), 1, 2)
    hangs = np.repeat(np.moveaxis(posed.skeleton.downstream[:, joints], 0, -1), 3, axis=-1)
    by_angle = (by_turn * hangs) @ _chain(posed.skeleton) * (np.pi / 180)
    by_root = np.broadcast_to(directions, (*by_angle.shape[:2], 3))
    return np.concatenate([by_angle, by_root], axis=2)
