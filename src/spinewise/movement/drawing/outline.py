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


def hulls(centres: Array, halves: Array, margin_m: float = 0.0) -> Array:
    """The hull of some ellipsoids as on-curve and control points in turn: frames x (2 x POINTS) x 2.

    The points stick to the direction from the first ellipsoid to the last, so that a limb turns as a limb.
    """
    axis = centres[:, -1] - centres[:, 0]
    lean = np.unwrap(np.arctan2(axis[:, 1], axis[:, 0]))
    around = lean[:, None] + np.arange(POINTS) * (2 * np.pi / POINTS)
    normals = np.stack([np.cos(around), np.sin(around)], axis=-1)
    wide = np.einsum("fkj,fbji->fbki", normals, halves)
    reach = np.linalg.norm(wide, axis=-1)
    along = np.einsum("fkj,fbj->fbk", normals, centres) + reach
    farthest = np.argmax(along, axis=1)
    frames, points = np.arange(len(centres))[:, None], np.arange(POINTS)[None, :]
    support = along[frames, farthest, points] + margin_m * UNITS_PER_M
    inner = np.einsum("fbji,fbki->fbkj", halves, wide) / np.maximum(reach, 1e-9)[..., None]
    on_curve = centres[frames, farthest] + inner[frames, farthest, points] + normals * margin_m * UNITS_PER_M
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
    """Smooth closed outlines, one for each frame, in whole units."""
    return [_path(frame, closed=True) for frame in _whole(points)]


def open_paths(points: Array) -> list[str]:
    """Smooth open lines through points (frames x points x 2): straight to the middles, curved at the points between."""
    middles = (points[:, 1:-1] + points[:, 2:]) / 2
    middles[:, -1] = points[:, -1]
    woven = np.stack([points[:, 1:-1], middles], axis=2).reshape(len(points), -1, 2)
    return [_path(frame, closed=False) for frame in _whole(np.concatenate([points[:, :1], woven], axis=1))]


def _whole(points: Array) -> npt.NDArray[np.int64]:
    return np.rint(points).astype(np.int64)


def _path(points: npt.NDArray[np.int64], *, closed: bool) -> str:
    """Relative quadratic curves: small numbers, many of them alike."""
    start = points[0]
    ends = points[2::2]
    if closed:
        ends = np.concatenate([ends, points[:1]])
    before = np.concatenate([points[:1], ends[:-1]])
    steps = np.concatenate([points[1::2] - before, ends - before], axis=1)
    return f"M{start[0]} {start[1]}q{numbers(steps.ravel().tolist())}" + ("z" if closed else "")


def numbers(values: Sequence[int]) -> str:
    """Whole numbers in as few letters as a path allows."""
    return " ".join(map(str, values)).replace(" -", "-")
