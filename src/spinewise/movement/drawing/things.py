"""What every drawer of things needs: the scene, what a thing is, and boxes, round things and lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

import numpy as np

from spinewise.movement.drawing.camera import Camera
from spinewise.movement.drawing.outline import closed_paths, hulls
from spinewise.movement.drawing.svg import COLOURS, Clock, element, path
from spinewise.movement.flesh import Flesh
from spinewise.movement.ground import Ground
from spinewise.movement.skeleton import Array, Posed

SOFT_EDGE: Mapping[str, str] = MappingProxyType({"stroke": COLOURS["edge"], "stroke_width": "2", "stroke_opacity": "0.5"})


@dataclass(frozen=True, eq=False)
class Scene:
    """What the drawers of things need to know."""

    posed: Posed
    flesh: Flesh
    ground: Ground
    contacts: Sequence[Mapping[str, str]]
    """What touches what in each key pose."""
    camera: Camera
    clock: Clock | None
    whole: Posed
    """All frames of the movement, of which ``posed`` shows some."""

    @cached_property
    def centres(self) -> Array:
        """The middles of all ellipsoids in the frames that are shown."""
        return self.flesh.centres(self.posed)

    def at(self, surface: str) -> Array | None:
        """The middle of the places where a surface is touched."""
        pins = [
            pin
            for pose, known in self.ground.pins_of_poses.items()
            for part, pin in known.items()
            if self.contacts[pose].get(part) == surface
        ]
        return np.mean(pins, axis=0) if pins else None

    def touches(self, surface: str, part: str) -> bool:
        """Whether a part of this kind touches a surface in some pose."""
        return any(where == surface and name.endswith(part) for held in self.contacts for name, where in held.items())

    def track(self, *blobs: str) -> Array:
        """The middle of some ellipsoids in every frame."""
        result: Array = self.centres[:, [self.flesh.place[name] for name in blobs]].mean(axis=1)
        return result

    def reach(self, *, whole: bool = False) -> tuple[Array, Array]:
        """The corners of the box around the body in all frames that are shown, or in those of the whole movement."""
        centres = self.flesh.centres(self.whole) if whole else self.centres
        wide = self.flesh.half.max(axis=1)[None, :, None]
        return (centres - wide).min(axis=(0, 1)), (centres + wide).max(axis=(0, 1))


@dataclass(frozen=True, slots=True)
class Thing:
    """One drawn thing: its SVG, whether it lies in front of the body, and points that must be in the picture."""

    svg: str
    in_front: bool = False
    points_m: tuple[tuple[float, float, float], ...] = ()
    behind: str = ""
    """The group of the figure that covers it, where it lies among the limbs."""


def box(camera: Camera, low: Iterable[float], high: Iterable[float], colour: str) -> str:
    """A box with three visible faces, each in its own shade."""
    return _box(camera, tuple(map(float, low)), tuple(map(float, high)), colour)


@lru_cache(maxsize=512)
def _box(camera: Camera, low: tuple[float, ...], high: tuple[float, ...], colour: str) -> str:
    a, b = np.array(low), np.array(high)
    faces = []
    for axis, shade in ((2, 0.0), (0, 0.10), (1, -0.14)):
        level = b[axis] if camera.towards[axis] >= 0 else a[axis]
        others = [other for other in range(3) if other != axis]
        corners = np.empty((4, 3))
        corners[:, axis] = level
        corners[:, others[0]] = [a[others[0]], b[others[0]], b[others[0]], a[others[0]]]
        corners[:, others[1]] = [a[others[1]], a[others[1]], b[others[1]], b[others[1]]]
        faces.append(polygon(camera, corners, colour))
        if shade:
            dark = {"fill": "#000" if shade > 0 else "#fff", "opacity": f"{abs(shade):g}"}
            faces.append(element("polygon", points=points_of(camera, corners), **dark))
    return element("g", "".join(faces), stroke_linejoin="round")


def points_of(camera: Camera, corners: Array) -> str:
    """Corners as a polygon lists them."""
    return " ".join(f"{x:.0f},{y:.0f}" for x, y in camera.project(corners))


def polygon(camera: Camera, corners: Array, colour: str) -> str:
    """A flat face."""
    return element("polygon", points=points_of(camera, corners), fill=colour)


def round_thing(
    scene: Scene, middle: Array, half: tuple[float, float, float], colour: str, *, in_front: bool = False, spread: float = 0.0
) -> Thing:
    """A round thing that goes with the body: an ellipsoid, or a row of two when it is spread along the picture."""
    shift = np.array(camera_shift(scene.camera)) * spread
    ends = np.stack([middle - shift, middle + shift], axis=1)
    halves = np.broadcast_to(scene.camera.plane @ np.diag(half), (len(middle), 2, 2, 3))
    outline = outline_of(scene.camera.project(ends), halves)
    drawn = path(outline, scene.clock, fill=colour, **SOFT_EDGE)
    return Thing(drawn, in_front, (tuple(middle[0]),))


def outline_of(centres: Array, halves: Array) -> list[str]:
    """The outline around some ellipsoids (frames x ellipsoids x 2, and their half-axes) in every frame."""
    halves = np.broadcast_to(halves, (*centres.shape, 3))
    return closed_paths(hulls(centres[:, None], halves[:, None], np.zeros(1))[:, 0])


def camera_shift(camera: Camera) -> tuple[float, float, float]:
    """The direction of the picture's right on the floor."""
    return (float(camera.right[0]), 0.0, float(camera.right[2]))


def line_between(scene: Scene, ends: Iterable[Array], colour: str, width: int = 9) -> Thing:
    """A thick line through places that move."""
    points = np.rint(scene.camera.project(np.stack(list(ends), axis=1))).astype(int)
    values = ["M" + "L".join(f"{x} {y}" for x, y in frame) for frame in points]
    look = {"fill": "none", "stroke": colour, "stroke_linejoin": "round", "stroke_linecap": "round"}
    return Thing(path(values, scene.clock, stroke_width=str(width), **look), in_front=True)


def carried(scene: Scene, middle: Array, half: tuple[float, float, float], colour: str) -> str:
    """A box that goes with the hands and never turns."""
    drawn = box(scene.camera, [-size for size in half], half, colour)
    ways = np.rint(scene.camera.project(middle)).astype(int)
    values = [f"{x} {y}" for x, y in ways]
    moving = scene.clock.travelling(values) if scene.clock else ""
    return element("g", moving + drawn, transform=f"translate({values[0]})")


def around(middle: Array, reach_m: float) -> tuple[tuple[float, float, float], ...]:
    """Corners of a cube around every place of a thing."""
    return tuple(
        (float(x) + dx, float(y) + dy, float(z)) for x, y, z in middle for dx, dy in ((-reach_m, -reach_m), (reach_m, reach_m))
    )
