"""One scene of a picture: the figure with its things and signs in some frames, and what of it must be seen."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from spinewise.knowledge.records import Movement
from spinewise.movement.drawing.camera import UNITS_PER_M, Camera, camera_of
from spinewise.movement.drawing.figure import draw_figure
from spinewise.movement.drawing.marks import draw_arrow, draw_glow, draw_shadow, way_of
from spinewise.movement.drawing.props import draw_props
from spinewise.movement.drawing.svg import Clock
from spinewise.movement.drawing.things import Scene
from spinewise.movement.performing import Performance
from spinewise.movement.skeleton import Array, Posed

MARGIN = 0.07 * UNITS_PER_M
MOST_STEPS = 4
_LEGS = ("thigh-low", "knee", "shin", "calf", "ankle", "heel", "arch", "ball", "toes")
_WIDEST, _TALLEST = 1.6, 1.35


def shown_poses(movement: Movement) -> Sequence[int]:
    """The key poses of the still picture, counted from 0."""
    if movement.steps:
        return [number - 1 for number in movement.steps][:MOST_STEPS]
    return range(min(MOST_STEPS, len(movement.poses)))


def chief_pose(movement: Movement) -> int:
    """The one pose that tells most: where the first arrow ends, else the second that is shown."""
    if movement.arrows:
        return movement.arrows[0].end - 1
    shown = shown_poses(movement)
    return shown[min(1, len(shown) - 1)]


def draw_scene(
    performance: Performance,
    clock: Clock | None,
    prefix: str,
    frames: tuple[int, ...],
    pose: int | None = None,
    *,
    whole: bool = False,
) -> tuple[str, Array, Array]:
    """Figure, things and signs in some frames: the SVG and the corners of what must be seen.

    A key pose alone shows only the arrows that end in it; ``whole`` shows the legs even of a movement of the upper body.
    """
    movement, camera = performance.movement, camera_of(performance.movement.camera)
    posed = _frames(performance.posed, frames)
    scene = Scene(posed, performance.flesh, performance.ground, performance.contacts, camera, clock, performance.posed)
    things = list(draw_props(scene, movement.props))
    low_m, high_m = scene.reach()
    arrows = [] if pose == 0 and len(movement.poses) > 1 else _arrows(performance, camera, pose)
    drawn = "" if scene.ground.on_bed or {"mat", "water"} & {*movement.props} else draw_shadow(low_m, high_m, camera)
    drawn += "".join(thing.svg for thing in things if not thing.in_front and not thing.behind)
    among: dict[str, str] = {}
    for thing in things:
        if thing.behind:
            among[thing.behind] = among.get(thing.behind, "") + thing.svg
    drawn += draw_figure(posed, performance.flesh, camera, clock, f"{prefix}-", performance.breath[list(frames)], among)
    if pose != 0 or len(movement.poses) == 1:
        drawn += draw_glow(posed, camera, clock, movement.works, f"{prefix}-")
    drawn += "".join(thing.svg for thing in things if thing.in_front)
    drawn += "".join(draw_arrow(way) for way in arrows)
    upper = movement.frame == "upper" and not whole
    low, high = _corners(scene, [point for thing in things for point in thing.points_m], arrows, upper=upper)
    return drawn, low, high


def _arrows(performance: Performance, camera: Camera, pose: int | None) -> list[Array]:
    ways = []
    for arrow in performance.movement.arrows:
        if pose is None or pose == arrow.end - 1:
            frames = performance.key_frames[arrow.start - 1], performance.key_frames[arrow.end - 1]
            ways.append(way_of(performance.posed, performance.flesh, camera, arrow.part, frames))
    return ways


def _frames(posed: Posed, frames: tuple[int, ...]) -> Posed:
    picked = list(frames)
    return replace(posed, position_m=posed.position_m[picked], orientation=posed.orientation[picked], axes=posed.axes[picked])


def _corners(
    scene: Scene, points_m: Sequence[tuple[float, float, float]], arrows: Sequence[Array], *, upper: bool
) -> tuple[Array, Array]:
    """The corners of what must be seen: the body, its things and its arrows, or only the body from the hips up."""
    shown = [number for number, blob in enumerate(scene.flesh.blobs) if not (upper and blob.name.startswith(_LEGS))]
    drawn = scene.camera.project(scene.centres[:, shown])
    wide = scene.flesh.half[shown].max(axis=1)[None, :, None] * UNITS_PER_M
    points = [(drawn - wide).reshape(-1, 2), (drawn + wide).reshape(-1, 2), *arrows]
    if points_m and not upper:
        points.append(scene.camera.project(np.array(points_m)))
    everything = np.concatenate(points)
    return everything.min(axis=0), everything.max(axis=0)


def framed(low: Array, high: Array) -> tuple[float, float, float, float]:
    """The picture's frame: a margin all round, neither too wide nor too tall."""
    x, y = low - MARGIN
    width, height = high - low + 2 * MARGIN
    if width > _WIDEST * height:
        y, height = y - (width / _WIDEST - height) * 0.8, width / _WIDEST
    if height > _TALLEST * width:
        x, width = x - (height / _TALLEST - width) / 2, height / _TALLEST
    return float(x), float(y), float(width), float(height)
