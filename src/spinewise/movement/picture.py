"""The picture of a movement as one SVG: moving without scripts, still where less motion is wanted, steps for print."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from spinewise.knowledge import BadInput, KnowledgeBase, Problem
from spinewise.knowledge.records import Movement
from spinewise.movement.bodies import SHAPE_WORDS, is_shape
from spinewise.movement.drawing.svg import Clock, element, text
from spinewise.movement.leaving import without
from spinewise.movement.performing import Performance, perform
from spinewise.movement.shapes import in_shape
from spinewise.movement.staging import draw_scene, framed
from spinewise.movement.storyboard import set_board, steps_board, walking_through
from spinewise.movement.words import described

_DARK = (
    "--skin:#b98a6b;--second:#dd9a78;--accent:#86d3c6;--hair:#7a5c49;--sheet:#25221f;--ink:#f3ece0;--line:#4b453d;"
    "--edge:#9a9080;--accent-wash:#1f3834;--second-wash:#45342a;--linen:#d3c8b8;--ink-soft:#c9c0b2"
)
_STYLE = (
    ".fig-still{display:none}@media (prefers-reduced-motion:reduce),print{.fig-moving{display:none}.fig-still{display:inline}}"
)


def movement_of(base: KnowledgeBase, exercise_id: str) -> Movement | None:
    """The movement with this id, or the one that shows the intervention with this id; it may be a set."""
    movements = base.movements
    if exercise_id in movements:
        return movements[exercise_id]
    return next((movement for movement in movements.values() if exercise_id in movement.shows), None)


def moves_of(base: KnowledgeBase, exercise_id: str) -> tuple[Movement, ...]:
    """The moves of an exercise, each with poses of its own: one, or those of a set in their order; none without a picture."""
    movement = movement_of(base, exercise_id)
    return _moves(base, movement, ()) if movement else ()


def _moves(base: KnowledgeBase, movement: Movement, leaves_out: Sequence[str]) -> tuple[Movement, ...]:
    parts = [without(base.movements[part.move], leaves_out) for part in movement.parts]
    return tuple(in_shape(part, movement.shape) for part in parts if part) or (movement,)


def figure_svg(
    base: KnowledgeBase,
    exercise_id: str,
    *,
    steps: bool = False,
    other_side: bool = False,
    standalone: bool = True,
    shape: str = "",
    leaves_out: Sequence[str] = (),
) -> str:
    """The picture of a movement or intervention as SVG.

    Args:
        base: the knowledge base.
        exercise_id: id of a movement or of an intervention that one shows.
        steps: two to four key poses side by side, without motion, for print.
        other_side: the movement for the other side of the body.
        standalone: with the styles that a picture needs outside the app's pages (dark theme, less motion).
        shape: whose body is drawn, such as ``heavy`` or ``pregnant-32``; left out, the movement's own.
        leaves_out: what somebody must not do: what poses or parts ask, or the movements of parts.

    Raises:
        BadInput: when no movement shows this exercise, there is no such shape, or nothing of it is left.
    """
    movement = movement_of(base, exercise_id)
    if movement is None:
        remedy = "`spinewise knowledge list --kind movement` names all movements"
        raise BadInput((Problem("movement", "EXERCISE", f"no movement shows {exercise_id!r}", remedy),))
    if shape and not is_shape(shape):
        remedy = f"Such as: {', '.join(SHAPE_WORDS)}"
        raise BadInput((Problem("movement", "shape", f"there is no body shape {shape!r}", remedy),))
    kept = without(movement, leaves_out)
    if kept is None:
        raise BadInput((Problem("movement", "leaves_out", f"nothing of {movement.id!r} is left", "Leave out less"),))
    movement, parts = kept, [in_shape(move, shape) for move in _moves(base, kept, leaves_out)]
    return _cached(msgspec.msgpack.encode((movement, parts)), steps, other_side, standalone)


@lru_cache(maxsize=512)
def _cached(encoded: bytes, steps: bool, other_side: bool, standalone: bool) -> str:
    movement, parts = msgspec.msgpack.decode(encoded, type=tuple[Movement, list[Movement]])
    if movement.parts:
        return draw_set(movement, parts, steps=steps, standalone=standalone)
    return draw_movement(parts[0], steps=steps, other_side=other_side, standalone=standalone)


def draw_movement(movement: Movement, *, steps: bool = False, other_side: bool = False, standalone: bool = True) -> str:
    """The picture of a movement with poses, drawn anew."""
    performance = perform(movement, other=other_side)
    prefix = f"{movement.id}-{movement.shape}-{'o' if other_side else 's'}"
    if steps:
        board = steps_board(performance, prefix + "t")
        return _picture(movement, prefix, board.svg, board.box, standalone=standalone)
    return _picture(movement, prefix, *_moving(performance, prefix), standalone=standalone)


def draw_set(movement: Movement, moves: Sequence[Movement], *, steps: bool = False, standalone: bool = True) -> str:
    """The picture of a set, drawn anew: its moves beside one another; a light goes from one to the next."""
    prefix = f"{movement.id}-{moves[0].shape}-p"
    board = set_board([perform(move) for move in moves], movement.parts, prefix)
    inside = board.svg if steps else walking_through(board, prefix)
    return _picture(movement, prefix, inside, board.box, standalone=standalone)


def _picture(movement: Movement, prefix: str, inside: str, box: str, *, standalone: bool) -> str:
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
    drawn, low, high = draw_scene(performance, None if still else clock, prefix, tuple(range(len(performance.breath))))
    x, y, width, height = framed(low, high)
    box = f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}"
    if still:
        return drawn, box
    board = steps_board(performance, prefix + "r")
    place = {"x": f"{x:.0f}", "y": f"{y:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}"}
    steps = element("svg", board.svg, viewBox=board.box, **place)
    return element("g", drawn, class_="fig-moving") + element("g", steps, class_="fig-still"), box
