"""Outlines of flesh: the smooth hull of a few ellipsoids in the picture, with the same number of points in every frame."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from spinewise.movement.drawing.camera import UNITS_PER_M, Camera
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Posed

POINTS = 8


def projected(posed: Posed, flesh: Flesh, camera: Camera) -> tuple[Array, Array]:
    """Centres (frames x blobs x 2) and half-axes (frames x blobs x 2 x 3) of all ellipsoids in the picture."""
    centres = camera.project(flesh.centres(posed))
    halves = camera.plane @ (posed.orientation[:, flesh.joint] * flesh.half[:, None, :])
    return centres, halves


def hulls(centres: Array, halves: Array, margin_m: Array) -> Array:
    """Hulls of groups of ellipsoids as on-curve and control points in turn: frames x groups x (2 x POINTS) x 2.

    Centres are frames x groups x ellipsoids x 2, half-axes one x 3 more, margins one for each group. The points stick to the
    direction from the first ellipsoid to the last, so that a limb turns as a limb.
    """
    frames, groups = centres.shape[:2]
    axis = centres[:, :, -1] - centres[:, :, 0]
    lean = np.unwrap(np.arctan2(axis[..., 1], axis[..., 0]), axis=0)
    flat = hulls_along(
        centres.reshape(frames * groups, -1, 2),
        halves.reshape(frames * groups, -1, 2, 3),
        lean.reshape(-1),
        np.tile(margin_m, frames) * UNITS_PER_M,
    )
    return flat.reshape(frames, groups, -1, 2)


def hulls_along(centres: Array, halves: Array, lean: Array, margin: Array) -> Array:
    """One hull for each row, its points counted from the direction ``lean`` (radians); margins are in units."""
    around = lean[:, None] + np.arange(POINTS) * (2 * np.pi / POINTS)
    normals = np.stack([np.cos(around), np.sin(around)], axis=-1)
    wide = normals[:, None] @ halves
    reach = np.sqrt((wide * wide).sum(axis=-1))
    along = normals[:, None] @ centres[..., None]
    along = along[..., 0] + reach
    farthest = np.argmax(along, axis=1)
    rows, points = np.arange(len(centres))[:, None], np.arange(POINTS)[None, :]
    support = along[rows, farthest, points] + margin[:, None]
    picked = halves[rows, farthest] @ wide[rows, farthest, points][..., None]
    inner = picked[..., 0] / np.maximum(reach[rows, farthest, points], 1e-9)[..., None]
    on_curve = centres[rows, farthest] + inner + normals * margin[:, None, None]
    return _woven(on_curve, _corners(support, normals))


def _corners(support: Array, normals: Array) -> Array:
    """Where the tangents of neighbouring points meet."""
    turn = 2 * np.pi / POINTS
    tangents = np.stack([-normals[..., 1], normals[..., 0]], axis=-1)
    after = np.roll(support, -1, axis=1)
    along = (after - support * np.cos(turn)) / np.sin(turn)
    result: Array = support[..., None] * normals + along[..., None] * tangents
    return result


def _woven(on_curve: Array, control: Array) -> Array:
    both = np.stack([on_curve, control], axis=2)
    return both.reshape(len(on_curve), -1, 2)


def closed_paths(points: Array) -> list[str]:
    """Smooth closed outlines, one for each row (rows x points x 2), in whole units."""
    whole = np.rint(points).astype(np.int64)
    return _paths(whole, np.concatenate([whole[:, 2::2], whole[:, :1]], axis=1), "z")


def open_paths(points: Array) -> list[str]:
    """Smooth open lines through points (rows x points x 2): straight to the middles, curved at the points between."""
    middles = (points[:, 1:-1] + points[:, 2:]) / 2
    middles[:, -1] = points[:, -1]
    woven = np.stack([points[:, 1:-1], middles], axis=2).reshape(len(points), -1, 2)
    whole = np.rint(np.concatenate([points[:, :1], woven], axis=1)).astype(np.int64)
    return _paths(whole, whole[:, 2::2], "")


def _paths(points: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], close: str) -> list[str]:
    """Relative quadratic curves: small numbers, many of them alike."""
    before = np.concatenate([points[:, :1], ends[:, :-1]], axis=1)
    steps = np.concatenate([points[:, 1::2] - before, ends - before], axis=2).reshape(len(points), -1)
    starts = points[:, 0].tolist()
    return [f"M{x} {y}q{numbers(step)}{close}" for (x, y), step in zip(starts, steps.tolist(), strict=True)]


def numbers(values: Sequence[int]) -> str:
    """Whole numbers in as few letters as a path allows."""
    return " ".join(map(str, values)).replace(" -", "-")
