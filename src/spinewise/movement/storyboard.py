"""Still poses beside and under one another: the steps of one movement, or the moves of a set."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from spinewise.knowledge.records import Part
from spinewise.movement.drawing.svg import COLOURS, Clock, element
from spinewise.movement.performing import Performance
from spinewise.movement.skeleton import Array
from spinewise.movement.staging import MARGIN, chief_pose, draw_scene, shown_poses

_WIDE, _HIGH = 4, 3
"""The shape of the place for which rows and columns are chosen."""
_LABEL = 0.075
_TURN_S = 3.0
"""In the moving picture of a set each move is pointed out for so long."""


@dataclass(frozen=True, eq=False)
class Board:
    """Cells of the same size in rows and columns, the size of all, and where each cell is."""

    svg: str
    width: float
    height: float
    cells: tuple[tuple[float, float, float, float], ...]

    @property
    def box(self) -> str:
        """The view box."""
        return f"0 0 {self.width:.0f} {self.height:.0f}"


def steps_board(performance: Performance, prefix: str) -> Board:
    """The key poses of one movement."""
    shown = shown_poses(performance.movement)
    scenes = [draw_scene(performance, None, f"{prefix}{pose}", (performance.key_frames[pose],), pose=pose) for pose in shown]
    return _board(scenes)


def set_board(performances: Sequence[Performance], parts: Sequence[Part], prefix: str) -> Board:
    """The moves of a set, each in the pose that its part names or that tells most."""
    scenes = []
    for number, (performance, part) in enumerate(zip(performances, parts, strict=True)):
        pose = part.pose - 1 if part.pose else chief_pose(performance.movement)
        frames = (performance.key_frames[pose],)
        scenes.append(draw_scene(performance, None, f"{prefix}{number}", frames, pose=pose, whole=True))
    return _board(scenes)


def walking_through(board: Board, prefix: str) -> str:
    """The board of a set with a soft light that goes from move to move."""
    clock = Clock([_TURN_S * number for number in range(len(board.cells) + 1)])
    ends = [*board.cells, board.cells[0]]
    moving = "".join(clock.stepping(name, [f"{cell[place]:.0f}" for cell in ends]) for place, name in enumerate(("x", "y")))
    x, y, width, height = board.cells[0]
    light = {"x": f"{x:.0f}", "y": f"{y:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}", "rx": f"{MARGIN:.0f}"}
    light_on = element("rect", moving, id=f"{prefix}-light", class_="fig-moving", fill=COLOURS["wash"], opacity="0.75", **light)
    return light_on + board.svg


def _board(scenes: Sequence[tuple[str, Array, Array]]) -> Board:
    sizes = np.array([high - low + 2 * MARGIN for _, low, high in scenes])
    width, height = (float(size) for size in sizes.max(axis=0))
    label = _LABEL * max(width, height) if len(scenes) > 1 else 0.0
    height += label
    columns = max(range(1, len(scenes) + 1), key=lambda count: _fit(count, len(scenes), width, height))
    drawn, cells = "", []
    for number, (inside, low, high) in enumerate(scenes):
        row, column = divmod(number, columns)
        cell = (column * width, row * height, width, height)
        x, y = (low[0] + high[0] - width) / 2, high[1] + MARGIN - height
        view = f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}"
        place = {"x": f"{cell[0]:.0f}", "y": f"{cell[1]:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}"}
        drawn += element("svg", inside, viewBox=view, **place) + (_number(number + 1, cell, label) if label else "")
        cells.append(cell)
    return Board(drawn, columns * width, -(-len(scenes) // columns) * height, tuple(cells))


def _fit(columns: int, count: int, width: float, height: float) -> float:
    return min(_WIDE / (columns * width), _HIGH / (-(-count // columns) * height))


def _number(number: int, cell: tuple[float, float, float, float], size: float) -> str:
    """The number of a pose above its left corner."""
    look = {"font_size": f"{size:.0f}", "font_weight": "600", "fill": "var(--ink-soft,#4a453d)"}
    return element("text", str(number), x=f"{cell[0] + 0.4 * size:.0f}", y=f"{cell[1] + 1.0 * size:.0f}", **look)
