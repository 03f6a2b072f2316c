"""Balance as a condition: a body on its feet alone keeps its weight over them."""

from collections.abc import Mapping

import numpy as np

from spinewise.movement.conditions import Row
from spinewise.movement.skeleton import Posed
from spinewise.movement.spots import SPOTS

_FEET = ("foot", "toes", "tiptoe", "heel")
_INSIDE_M = 0.01
_DIRECTIONS = ((1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, 0.0, -1.0))


def stands_alone(contacts: Mapping[str, str]) -> bool:
    """Whether nothing but the feet carries the body."""
    world = [part for part, surface in contacts.items() if surface not in SPOTS]
    return bool(world) and all(part.endswith(_FEET) for part in world)


def support_of(contacts: Mapping[str, str]) -> list[str]:
    """The joints at the ends of the feet that are down."""
    joints = []
    for part, surface in contacts.items():
        if surface not in SPOTS and part.endswith(_FEET):
            side = "r" if part.startswith("right") else "l"
            joints += [f"toes_{side}"] if part.endswith(("toes", "tiptoe")) else [f"ankle_{side}", f"toes_{side}"]
    return joints


def balance_rows(posed: Posed, contacts: Mapping[str, str]) -> list[Row]:
    """The weight of one pose stays between the outermost ends of the feet, on all four sides."""
    if not stands_alone(contacts):
        return []
    joints = support_of(contacts)
    places = np.array([posed.point(joint)[0] for joint in joints])
    always = np.ones(1, dtype=np.bool_)
    rows = []
    for direction in _DIRECTIONS:
        outermost = joints[int(np.argmin(places @ np.array(direction)))]
        sideways = direction[2] != 0
        margin = np.full(1, -0.03 if sideways else -_INSIDE_M)
        rows.append(Row((), direction, margin, always, guard=True, onto=(outermost, (0.0, 0.0, 0.0))))
    return rows
