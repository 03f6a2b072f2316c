"""Contacts as conditions: which part ends on which surface, where it was put down, and that nothing goes through the floor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from spinewise.movement.conditions import Row
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Posed, Truths
from spinewise.movement.spots import SPOTS, Spot
from spinewise.movement.surfaces import HEIGHT_M, PARTS, WALLS, Touching

UP = (0.0, 1.0, 0.0)
FORWARD = (1.0, 0.0, 0.0)
RIGHT = (0.0, 0.0, 1.0)
NORMALS = {"wall": (-1.0, 0.0, 0.0)} | {
    wall: FORWARD if wall.endswith("behind") else (0.0, 0.0, -1.0) for wall in WALLS if wall != "wall"
}
"""From the wall into the room."""
_GUARDED = (
    "skull",
    "nose",
    "ribs",
    "belly",
    "seat",
    "knee_r",
    "knee_l",
    "heel_r",
    "heel_l",
    "toes_r",
    "toes_l",
    "ball_r",
    "ball_l",
    "ankle_r",
    "ankle_l",
    "elbow_r",
    "elbow_l",
    "palm_r",
    "palm_l",
    "fingers_r",
    "thigh_r",
    "thigh_l",
    "thumb_r",
    "thumb_l",
    "fingers_l",
    "wrist_r",
    "wrist_l",
    "shoulder_r",
    "shoulder_l",
)


@dataclass(eq=False)
class Ground:
    """Where the parts of one body were put down, and where its walls are."""

    flesh: Flesh
    spots: Mapping[str, Spot]
    sliding: frozenset[str]
    pins: dict[str, Array]
    walls_m: dict[str, float]
    """The distance of each wall from the origin along its normal."""
    on_bed: bool = False
    pins_of_poses: dict[int, dict[str, Array]] = field(default_factory=dict)

    def lift(self, posed: Posed, contacts: Mapping[str, str]) -> Array:
        """The shift of the pelvis that brings the contacts about to their height: 1 x 3."""
        gaps = []
        for part, surface in contacts.items():
            if surface in HEIGHT_M:
                low = min(self._reach(posed, group, UP) for group in PARTS[part].groups)
                gaps.append(HEIGHT_M[surface] - low)
        shift = float(np.median(gaps)) if gaps else 0.0
        return np.array([[0.0, shift, 0.0]])

    def find_walls(self, posed: Posed, contacts: Mapping[str, str]) -> None:
        """Stand a wall where the first pose that touches it reaches it."""
        for part, surface in contacts.items():
            if surface in WALLS and surface not in self.walls_m:
                normal = NORMALS[surface]
                parts = [name for name, where in contacts.items() if where == surface] or [part]
                reaches = [self._reach(posed, group, normal) for name in parts for group in PARTS[name].groups]
                self.walls_m[surface] = float(np.median(reaches))

    def _reach(self, posed: Posed, group: Iterable[str], direction: tuple[float, float, float]) -> float:
        blobs = [self.flesh.place[name] for name in group]
        along = self.flesh.centres(posed)[0] @ np.array(direction) - self.flesh.depths(posed, np.array(direction))[0]
        return float(along[blobs].min())

    def forget(self, parts: Iterable[str]) -> None:
        """These parts were lifted: they are put down anew."""
        for part in parts:
            self.pins.pop(part, None)

    def remember(self, posed: Posed, contacts: Mapping[str, str], pose: int) -> None:
        """Keep where the parts are now that touch in a key pose."""
        centres = self.flesh.centres(posed)[0]
        for part in contacts:
            if part not in self.sliding:
                self.pins.setdefault(part, centres[self.flesh.place[PARTS[part].pin]])
        self.pins_of_poses[pose] = dict(self.pins)

    def rows(self, contacts: Mapping[str, str], frames: int) -> list[Row]:
        """The conditions of one key pose."""
        everywhere = np.ones(frames, dtype=np.bool_)
        rows: list[Row] = []
        for part, surface in contacts.items():
            rows += self._surface_rows(PARTS[part], surface, everywhere)
            if part in self.pins and surface not in SPOTS:
                rows += self._pin_rows(PARTS[part], surface, np.tile(self.pins[part], (frames, 1)), everywhere)
        return rows

    def rows_over(self, of_frames: Sequence[tuple[int, Mapping[str, str]]]) -> list[Row]:
        """The conditions of many frames, each with the key pose before it and its contacts."""
        rows: list[Row] = []
        pairs = dict.fromkeys(pair for _, contacts in of_frames for pair in contacts.items())
        for part, surface in pairs:
            active = np.array([contacts.get(part) == surface for _, contacts in of_frames])
            rows += self._surface_rows(PARTS[part], surface, active)
            if part not in self.sliding and surface not in SPOTS:
                nowhere = np.zeros(3)
                pins = np.array([self.pins_of_poses[pose].get(part, nowhere) for pose, _ in of_frames])
                rows += self._pin_rows(PARTS[part], surface, pins, active)
        return rows

    def _surface_rows(self, touching: Touching, surface: str, active: Truths) -> list[Row]:
        if surface in SPOTS:
            at, nothing = self.spots[surface], np.zeros(len(active))
            return [Row((touching.pin,), direction, nothing, active, pin=True, onto=at) for direction in (FORWARD, UP, RIGHT)]
        normal, height = UP, HEIGHT_M.get(surface, 0.0)
        if surface in WALLS:
            normal, height = NORMALS[surface], self.walls_m[surface]
        target = np.full(len(active), height)
        return [Row(group, normal, target, active) for group in touching.groups]

    def _pin_rows(self, touching: Touching, surface: str, pins: Array, active: Truths) -> list[Row]:
        along = (FORWARD, RIGHT)
        if surface in WALLS:
            along = (UP, FORWARD if surface.endswith("beside") else RIGHT)
        return [Row((touching.pin,), direction, pins @ np.array(direction), active, pin=True) for direction in along]


def guards(contacts: Sequence[Mapping[str, str]], *, on_bed: bool, frames: int) -> list[Row]:
    """Nothing goes through the floor, or through the bed when the body lies on one."""
    everywhere = np.ones(frames, dtype=np.bool_)
    off_bed = {part for one in contacts for part, surface in one.items() if surface != "bed"}
    low = {name for part in off_bed for group in PARTS[part].groups for name in group} if on_bed else set()
    rows = []
    for name in _GUARDED:
        side = name[-2:] if name[-2:] in ("_r", "_l") else ""
        hangs = any(other.endswith(side) for other in low if side and other.startswith(("heel", "ball")))
        height = HEIGHT_M["bed"] if on_bed and not hangs and name not in low else 0.0
        rows.append(Row((name,), UP, np.full(frames, height), everywhere, guard=True))
    return rows
