"""Putting a body where its contacts hold: the smallest change of the pose with which every contact is met.

Each frame is a small problem of inverse kinematics: take the smallest weighted change of the joint angles that meets the
linearised contacts, again and again until it stands still. All frames are solved at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from spinewise.movement.conditions import Conditions, Row
from spinewise.movement.coordinates import NAMES, PLACE, Angles, limit_rows
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Skeleton, Truths, forward

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
def _limits() -> tuple[Array, Array]:
    low, high = limit_rows()
    return np.concatenate([low, np.full(3, -np.inf)]), np.concatenate([high, np.full(3, np.inf)])


def place_body(skeleton: Skeleton, flesh: Flesh, angles_deg: Angles, root_m: Array, rows: Sequence[Row]) -> Solved:
    """The poses nearest to the given ones in which all rows hold; a frame in which they do is left alone."""
    conditions = Conditions(skeleton, flesh, rows)
    low, high = _limits()
    now = np.concatenate([angles_deg, root_m], axis=1)
    stopped = np.zeros(now.shape, dtype=np.bool_)
    broken = np.zeros((len(now), len(rows)), dtype=np.bool_)
    left = np.arange(len(now))
    for round_number in range(ROUNDS):
        posed = forward(skeleton, now[left, :-3], now[left, -3:])
        measured = conditions.measure(posed, left)
        counts = conditions.counting(measured.gap_m, broken[left], left)
        broken[left] = counts & conditions.guard
        residual = conditions.residual(measured.gap_m, counts)
        used = np.flatnonzero(counts.any(axis=0))
        slopes = conditions.slopes(posed, measured, used) * counts[:, used, None]
        aim = now[left] + _change(residual[:, used], slopes, ~stopped[left])
        now[left] = np.clip(aim, low, high)
        stopped[left] = (now[left] != aim) | (stopped[left] & (round_number % 3 != 0))
        left = left[np.abs(residual).max(axis=1, initial=0.0) >= CLOSE_ENOUGH_M]
        if not len(left):
            break
    return Solved(now[:, :-3], now[:, -3:], _misses(skeleton, now, conditions))


def _misses(skeleton: Skeleton, now: Array, conditions: Conditions) -> Array:
    """By how much the worst condition is missed in each frame, in metres."""
    frames = np.arange(len(now))
    gap = conditions.measure(forward(skeleton, now[:, :-3], now[:, -3:]), frames).gap_m
    unbroken = np.zeros(gap.shape, dtype=np.bool_)
    result: Array = np.abs(conditions.residual(gap, conditions.counting(gap, unbroken, frames))).max(axis=1, initial=0.0)
    return result


def _change(residual: Array, slopes: Array, free: Truths) -> Array:
    """The smallest weighted change that meets the linearised conditions, cut to a length for which they are true enough."""
    weighted = slopes * (_willing() * free)[:, None]
    square = weighted @ np.swapaxes(slopes, 1, 2)
    square[:, np.arange(square.shape[1]), np.arange(square.shape[1])] += _EASE
    push = np.linalg.solve(square, -residual[..., None])
    change = (np.swapaxes(weighted, 1, 2) @ push)[..., 0]
    widest = np.abs(change[:, :-3]).max(axis=1, keepdims=True)
    result: Array = change * np.minimum(1.0, LARGEST_TURN_DEG / np.maximum(widest, 1e-9))
    return result
