"""Contacts as arrays: how far each condition of a pose is from being met, and how that changes with every coordinate."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from spinewise.movement.balance import centre_of_mass, mass_points
from spinewise.movement.coordinates import NAMES
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Posed, Skeleton, Truths

_Places = npt.NDArray[np.intp]


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
    active: Truths
    pin: bool = False
    onto: tuple[str, tuple[float, float, float]] | None = None
    """What is measured is the way from this place of the body itself (joint, point in its frame) instead of from the world."""
    guard: bool = False


@dataclass(frozen=True, eq=False)
class Measured:
    """The conditions in some poses: residuals (frames x rows), and where on which joint each is measured."""

    gap_m: Array
    point: Array
    joint: _Places


class Conditions:
    """All conditions of a body over some frames, each as one line of the same arrays."""

    def __init__(self, skeleton: Skeleton, flesh: Flesh, rows: Sequence[Row]) -> None:
        frames = len(rows[0].active) if rows else 0
        most = max((len(row.blobs) for row in rows), default=1)
        groups = [(*row.blobs, *row.blobs[-1:] * most)[:most] or ("hips",) * most for row in rows]
        self._flesh = flesh
        self._blobs: _Places = np.array([[flesh.place[name] for name in group] for group in groups]).reshape(-1, most)
        self._joints = flesh.joint[self._blobs]
        self._half = flesh.half[self._blobs]
        self.direction = np.array([row.direction for row in rows]).reshape(-1, 3)
        self._target = np.stack([row.target_m for row in rows], axis=1) if rows else np.zeros((frames, 0))
        self._active = np.stack([row.active for row in rows], axis=1) if rows else np.zeros((frames, 0), dtype=np.bool_)
        self.guard = np.array([row.guard for row in rows], dtype=np.bool_)
        self._pin = np.array([row.pin for row in rows], dtype=np.bool_)
        self.weighs = np.array([not row.blobs for row in rows], dtype=np.bool_)
        onto = [(number, *row.onto) for number, row in enumerate(rows) if row.onto]
        self.held: _Places = np.array([number for number, _, _ in onto], dtype=np.intp)
        self.holder: _Places = np.array([skeleton.place[joint] for _, joint, _ in onto], dtype=np.intp)
        self._held_at = np.array([at for _, _, at in onto]).reshape(-1, 3)

    def measure(self, posed: Posed, frames: _Places) -> Measured:
        """How far every condition is from its target in some frames, wherever it counts or not."""
        turned = posed.orientation[:, self._joints]
        along = (np.swapaxes(turned, -1, -2) @ self.direction[:, None, :, None])[..., 0] * self._half
        reach = np.sqrt((along * along).sum(axis=-1))
        inner = (turned @ (along * self._half / np.maximum(reach, 1e-9)[..., None])[..., None])[..., 0]
        ends = self._flesh.centres(posed)[:, self._blobs] - inner * ~self._pin[:, None, None]
        first = np.argmin((ends @ self.direction[:, :, None])[..., 0], axis=2)
        first[:, self._pin] = 0
        each, rows = np.arange(len(first))[:, None], np.arange(first.shape[1])
        point, joint = ends[each, rows, first], self._joints[rows, first]
        if self.weighs.any():
            point[:, self.weighs] = centre_of_mass(posed)[:, None]
        gap = (point * self.direction).sum(axis=-1) - self._target[frames]
        if len(self.held):
            gap[:, self.held] -= (self.held_points(posed) * self.direction[self.held]).sum(axis=-1)
        return Measured(gap, point, joint)

    def held_points(self, posed: Posed) -> Array:
        """The places of the body itself that some conditions measure from (frames x places x 3)."""
        turned = posed.orientation[:, self.holder] @ self._held_at[:, :, None]
        result: Array = posed.position_m[:, self.holder] + turned[..., 0]
        return result

    def counting(self, gap_m: Array, broken: Truths, frames: _Places) -> Truths:
        """Where each condition counts: a guard only where it is broken, or has been in a round before."""
        result: Truths = self._active[frames] & (~self.guard | broken | (gap_m < 0))
        return result

    def residual(self, gap_m: Array, counts: Truths) -> Array:
        """What is left to be met: a guard that is kept has nothing left."""
        result: Array = np.where(counts, np.where(self.guard, np.minimum(gap_m, 0.0), gap_m), 0.0)
        return result

    def slopes(self, posed: Posed, measured: Measured, rows: _Places) -> Array:
        """Derivatives of some conditions by degrees and metres: frames x rows x (coordinates, then the pelvis)."""
        slopes = jacobian(posed, measured.point[:, rows], measured.joint[:, rows], self.direction[rows])
        for place in np.flatnonzero(self.weighs[rows]):
            slopes[:, place] = _weight_jacobian(posed, self.direction[rows[place]])
        placed = {int(row): place for place, row in enumerate(rows)}
        held = [number for number, row in enumerate(self.held) if int(row) in placed]
        if held:
            points, joints = self.held_points(posed)[:, held], np.tile(self.holder[held], (len(slopes), 1))
            into = [placed[int(self.held[number])] for number in held]
            slopes[:, into] -= jacobian(posed, points, joints, self.direction[self.held[held]])
        return slopes


@cache
def _chain(skeleton: Skeleton) -> Array:
    """From turns of joints (joints x 3, flat) to coordinates: how much each turn moves with each coordinate."""
    count = len(skeleton.joints) * 3
    table = np.zeros((count, len(NAMES) + 1))
    table[np.arange(count), skeleton.coordinate.ravel()] = skeleton.factor.ravel()
    result: Array = table[:, :-1] * (np.pi / 180)
    return result


@cache
def _hanging(skeleton: Skeleton) -> Array:
    """joints x (turns, three for each joint): 1 where the joint hangs on the joint that turns."""
    return np.repeat(skeleton.downstream.T.astype(np.float64), 3, axis=-1)


def jacobian(posed: Posed, points: Array, joints: _Places, directions: Array) -> Array:
    """How points fixed to joints move along directions (frames x points x coordinates)."""
    axes = posed.axes.reshape(len(points), -1, 3)
    origins = np.repeat(posed.position_m, 3, axis=1)
    by_turn = _cross(points, directions) @ np.swapaxes(axes, 1, 2)
    by_turn -= directions @ np.swapaxes(_cross(axes, origins), 1, 2)
    by_turn *= _hanging(posed.skeleton)[joints]
    by_angle = by_turn @ _chain(posed.skeleton)
    return np.concatenate([by_angle, np.broadcast_to(directions, (*by_angle.shape[:2], 3))], axis=2)


def _cross(a: Array, b: Array) -> Array:
    x, y, z = a[..., 0], a[..., 1], a[..., 2]
    u, v, w = b[..., 0], b[..., 1], b[..., 2]
    product = np.empty(np.broadcast_shapes(a.shape, b.shape))
    product[..., 0], product[..., 1], product[..., 2] = y * w - z * v, z * u - x * w, x * v - y * u
    return product


def _weight_jacobian(posed: Posed, direction: Array) -> Array:
    shares, joints, places = mass_points(posed)
    directions = np.tile(direction, (len(shares), 1))
    each = jacobian(posed, places, np.tile(joints, (len(places), 1)), directions)
    result: Array = np.einsum("s,fsk->fk", shares, each)
    return result
