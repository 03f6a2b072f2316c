"""Movements: one definition of key poses, from which the picture, the printed steps and the timer are made.

Pure: from records to arrays and SVG text, without a clock, a file or a random number.
"""

from spinewise.movement.bodies import is_shape
from spinewise.movement.checks import check_movements
from spinewise.movement.leaving import asked_by, without
from spinewise.movement.performing import Performance, perform
from spinewise.movement.picture import draw_movement, draw_set, figure_svg, movement_of, moves_of
from spinewise.movement.shapes import shape_for
from spinewise.movement.words import described

__all__ = [
    "Performance",
    "asked_by",
    "check_movements",
    "described",
    "draw_movement",
    "draw_set",
    "figure_svg",
    "is_shape",
    "movement_of",
    "moves_of",
    "perform",
    "shape_for",
    "without",
]
