"""The picture of a movement as one SVG: moving without scripts, still where less motion is wanted, steps for print."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import msgspec
import numpy as np

from spinewise.knowledge import BadInput, KnowledgeBase, Problem
from spinewise.knowledge.records import Movement
from spinewise.movement.drawing.camera import UNITS_PER_M, Camera, camera_of
from spinewise.movement.drawing.figure import draw_figure
from spinewise.movement.drawing.marks import draw_arrow, draw_glow, draw_shadow, way_of
from spinewise.movement.drawing.props import Scene, draw_props
from spinewise.movement.drawing.svg import Clock, element, text
from spinewise.movement.performing import Performance, perform
from spinewise.movement.skeleton import Array, Posed
from spinewise.movement.words import described

MOST_STEPS = 4
_LEGS = ("thigh-low", "knee", "shin", "calf", "ankle", "heel", "arch", "ball", "toes")
_MARGIN = 0.07 * UNITS_PER_M
_WIDEST, _TALLEST = 1.6, 1.35
_LABEL = 0.055
_DARK = (
    "--skin:#b98a6b;--second:#dd9a78;--accent:#86d3c6;--hair:#7a5c49;--sheet:#25221f;--ink:#f3ece0;--line:#4b453d;"
    "--edge:#9a9080;--accent-wash:#1f3834;--second-wash:#45342a"
)
_STYLE = (
    ".fig-still{display:none}@media (prefers-reduced-motion:reduce),print{.fig-moving{display:none}.fig-still{display:inline}}"
)


def movement_of(base: KnowledgeBase, exercise_id: str) -> Movement | None:
    """The movement with this id, or the one that shows the intervention with this id."""
    movements = base.movements
    if exercise_id in movements:
        return movements[exercise_id]
    return next((movement for movement in movements.values() if exercise_id in movement.shows), None)


def figure_svg(
    base: KnowledgeBase, exercise_id: str, *, steps: bool = False, other_side: bool = False, standalone: bool = True
) -> str:
    """The picture of a movement or intervention as SVG.

    Args:
        base: the knowledge base.
        exercise_id: id of a movement or of an intervention that one shows.
        steps: two to four key poses side by side, without motion, for print.
        other_side: the movement for the other side of the body.
        standalone: with the styles that a picture needs outside the app's pages (dark theme, less motion).

    Raises:
        BadInput: when no movement shows this exercise.
    """
    movement = movement_of(base, exercise_id)
    if movement is None:
        remedy = "`spinewise knowledge list --kind movement` names all movements"
        raise BadInput((Problem("movement", "EXERCISE", f"no movement shows {exercise_id!r}", remedy),))
    return _cached(msgspec.msgpack.encode(movement), steps, other_side, standalone)


@lru_cache(maxsize=512)
def _cached(encoded: bytes, steps: bool, other_side: bool, standalone: bool) -> str:
    return draw_movement(
        msgspec.msgpack.decode(encoded, type=Movement), steps=steps, other_side=other_side, standalone=standalone
    )


def draw_movement(movement: Movement, *, steps: bool = False, other_side: bool = False, standalone: bool = True) -> str:
    """The picture of a movement, drawn anew."""
    performance = perform(movement, other=other_side)
    prefix = f"{movement.id}-{'o' if other_side else 's'}"
    inside, box = _steps(performance, prefix + "t") if steps else _moving(performance, prefix)
    style = f"{_STYLE}@media (prefers-color-scheme:dark){{svg.fig{{{_DARK}}}}}" if standalone else ""
    head = element("title", text(movement.name), id=f"{prefix}-n")
    head += element("desc", text(described(movement)), id=f"{prefix}-d")
    head += element("style", style) if style else ""
    return element(
        "svg",
        head + inside,
        xmlns="http://www.w3.org/2000/svg",
        class_="fig",
        viewBox=box,
        role="img",
        aria_labelledby=f"{prefix}-n {prefix}-d",
    )


def _moving(performance: Performance, prefix: str) -> tuple[str, str]:
    clock = Clock([float(time) for time in performance.timeline.time_s])
    still = len(performance.movement.poses) == 1 and not any(performance.breath)
    drawn, low, high = _scene(performance, None if still else clock, prefix, tuple(range(len(performance.breath))))
    x, y, width, height = _framed(low, high)
    box = f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}"
    if still:
        return drawn, box
    pictures, steps_box = _steps(performance, prefix + "r")
    steps = element(
        "svg", pictures, x=f"{x:.0f}", y=f"{y:.0f}", width=f"{width:.0f}", height=f"{height:.0f}", viewBox=steps_box
    )
    return element("g", drawn, class_="fig-moving") + element("g", steps, class_="fig-still"), box


def _steps(performance: Performance, prefix: str) -> tuple[str, str]:
    """Key poses beside and under one another, each in a frame of the same size."""
    shown = _shown_poses(performance.movement)
    scenes = [_scene(performance, None, f"{prefix}{pose}", (performance.key_frames[pose],), pose=pose) for pose in shown]
    sizes = np.array([high - low + 2 * _MARGIN for _, low, high in scenes])
    width, height = (float(size) for size in sizes.max(axis=0))
    columns = max(range(1, len(shown) + 1), key=lambda count: min(4 / (count * width), 3 / (-(-len(shown) // count) * height)))
    cells = []
    for number, (drawn, low, high) in enumerate(scenes):
        row, column = divmod(number, columns)
        x, y = (low[0] + high[0] - width) / 2, high[1] + _MARGIN - height
        label = ""
        if len(shown) > 1:
            look = {"font_size": f"{_LABEL * max(width, height):.0f}", "fill": "var(--ink-soft,#4a453d)"}
            label = element(
                "text", str(number + 1), x=f"{x + 0.05 * width:.0f}", y=f"{y + 1.15 * _LABEL * max(width, height):.0f}", **look
            )
        place = {"x": f"{column * width:.0f}", "y": f"{row * height:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}"}
        cells.append(element("svg", drawn + label, viewBox=f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}", **place))
    return "".join(cells), f"0 0 {columns * width:.0f} {-(-len(shown) // columns) * height:.0f}"


def _shown_poses(movement: Movement) -> Sequence[int]:
    if movement.steps:
        return [number - 1 for number in movement.steps][:MOST_STEPS]
    return range(min(MOST_STEPS, len(movement.poses)))


def _scene(
    performance: Performance, clock: Clock | None, prefix: str, frames: tuple[int, ...], pose: int | None = None
) -> tuple[str, Array, Array]:
    """Figure, things and signs in some frames: the SVG and the corners of what must be seen."""
    movement, camera = performance.movement, camera_of(performance.movement.camera)
    posed = _frames(performance.posed, frames)
    contacts = performance.contacts
    scene = Scene(posed, performance.flesh, performance.ground, contacts, camera, clock)
    things = list(draw_props(scene, movement.props))
    low_m, high_m = scene.reach()
    arrows = [] if pose == 0 and len(movement.poses) > 1 else _arrows(performance, camera, pose)
    drawn = "" if scene.ground.on_bed or "mat" in movement.props else draw_shadow(low_m, high_m, camera)
    drawn += "".join(thing.svg for thing in things if not thing.in_front and not thing.behind)
    among = {thing.behind: thing.svg for thing in things if thing.behind}
    drawn += draw_figure(posed, performance.flesh, camera, clock, f"{prefix}-", performance.breath[list(frames)], among)
    if pose != 0 or len(movement.poses) == 1:
        drawn += draw_glow(posed, camera, clock, movement.works, f"{prefix}-")
    drawn += "".join(thing.svg for thing in things if thing.in_front)
    drawn += "".join(draw_arrow(way) for way in arrows)
    low, high = _corners(
        scene, [point for thing in things for point in thing.points_m], arrows, upper=movement.frame == "upper"
    )
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
    drawn = scene.camera.project(scene.flesh.centres(scene.posed)[:, shown])
    wide = scene.flesh.half[shown].max(axis=1)[None, :, None] * UNITS_PER_M
    points = [(drawn - wide).reshape(-1, 2), (drawn + wide).reshape(-1, 2), *arrows]
    if points_m and not upper:
        points.append(scene.camera.project(np.array(points_m)))
    everything = np.concatenate(points)
    return everything.min(axis=0), everything.max(axis=0)


def _framed(low: Array, high: Array) -> tuple[float, float, float, float]:
    """The picture's frame: a margin all round, neither too wide nor too tall."""
    x, y = low - _MARGIN
    width, height = high - low + 2 * _MARGIN
    if width > _WIDEST * height:
        y, height = y - (width / _WIDEST - height) * 0.8, width / _WIDEST
    if height > _TALLEST * width:
        x, width = x - (height / _TALLEST - width) / 2, height / _TALLEST
    return float(x), float(y), float(width), float(height)
