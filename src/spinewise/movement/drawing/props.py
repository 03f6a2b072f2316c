"""Chairs, walls, beds, pillows and other things, put where the body touches them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from spinewise.movement.drawing.camera import UNITS_PER_M, Camera
from spinewise.movement.drawing.outline import closed_paths, hulls
from spinewise.movement.drawing.svg import COLOURS, Clock, element, path
from spinewise.movement.flesh import Flesh
from spinewise.movement.ground import Ground
from spinewise.movement.skeleton import Array, Posed
from spinewise.movement.surfaces import HEIGHT_M, PARTS

_MAT_HALF_M = 0.36


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

    def at(self, surface: str) -> Array | None:
        """The middle of the places where a surface is touched."""
        pins = [
            pin
            for pose, known in self.ground.pins_of_poses.items()
            for part, pin in known.items()
            if self.contacts[pose].get(part) == surface
        ]
        return np.mean(pins, axis=0) if pins else None

    def track(self, *blobs: str) -> Array:
        """The middle of some ellipsoids in every frame."""
        result: Array = self.flesh.centres(self.posed)[:, [self.flesh.place[name] for name in blobs]].mean(axis=1)
        return result

    def reach(self) -> tuple[Array, Array]:
        """The corners of the box around the body in all frames."""
        centres = self.flesh.centres(self.posed)
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
    a, b = np.array(list(low)), np.array(list(high))
    faces = []
    for axis, shade in ((2, 0.0), (0, 0.10), (1, -0.14)):
        level = b[axis] if camera.towards[axis] >= 0 else a[axis]
        others = [other for other in range(3) if other != axis]
        corners = np.empty((4, 3))
        corners[:, axis] = level
        corners[:, others[0]] = [a[others[0]], b[others[0]], b[others[0]], a[others[0]]]
        corners[:, others[1]] = [a[others[1]], a[others[1]], b[others[1]], b[others[1]]]
        faces.append(_polygon(camera, corners, colour))
        if shade:
            dark = {"fill": "#000" if shade > 0 else "#fff", "opacity": f"{abs(shade):g}"}
            faces.append(element("polygon", points=_points(camera, corners), **dark))
    return element("g", "".join(faces), stroke_linejoin="round")


def _points(camera: Camera, corners: Array) -> str:
    return " ".join(f"{x:.0f},{y:.0f}" for x, y in camera.project(corners))


def _polygon(camera: Camera, corners: Array, colour: str) -> str:
    return element("polygon", points=_points(camera, corners), fill=colour)


def _mat(scene: Scene) -> Thing:
    low, high = scene.reach()
    level = HEIGHT_M["bed"] if scene.ground.on_bed else 0.0
    middle, half = (low + high) / 2, (high - low) / 2
    along = 0 if half[0] >= half[2] else 2
    half[along], half[2 - along] = half[along] * 1.06, min(_MAT_HALF_M, half[2 - along])
    trunk = scene.track("hips", "ribs").mean(axis=0)
    middle[2 - along] = trunk[2 - along]
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    corners = np.array([[middle[0] + a * half[0], level, middle[2] + b * half[2]] for a, b in signs])
    return Thing(_polygon(scene.camera, corners, COLOURS["wash"]), points_m=tuple(map(tuple, corners)))


def _chair(scene: Scene) -> Thing:
    seat = HEIGHT_M["chair"]
    held, sat = scene.at("chair-back"), scene.at("chair")
    if held is not None:
        x, z = held[0] + 0.20, held[2]
    else:
        x, z = (sat[0] + 0.04, sat[2]) if sat is not None else (0.0, 0.0)
    camera, wood = scene.camera, COLOURS["wood"]
    legs = [(x + dx, z + dz) for dz in (-0.19, 0.19) for dx in (-0.19, 0.19)]
    drawn = "".join(
        box(camera, (a - 0.018, 0, b - 0.018), (a + 0.018, seat - 0.04, b + 0.018), COLOURS["edge"]) for a, b in legs
    )
    drawn += "".join(
        box(camera, (x - 0.215, seat, z + dz - 0.018), (x - 0.185, seat + 0.44, z + dz + 0.018), COLOURS["edge"])
        for dz in (-0.18, 0.18)
    )
    drawn += box(camera, (x - 0.22, seat + 0.22, z - 0.2), (x - 0.185, seat + 0.44, z + 0.2), wood)
    drawn += box(camera, (x - 0.22, seat - 0.045, z - 0.22), (x + 0.22, seat - 0.005, z + 0.22), wood)
    return Thing(drawn, points_m=((x - 0.22, 0, z), (x + 0.22, 0, z), (x - 0.22, seat + 0.44, z)))


def _wall(scene: Scene) -> Thing:
    drawn, points = "", []
    low, high = scene.reach()
    middle_x, middle_z = (low[0] + high[0]) / 2, (low[2] + high[2]) / 2
    top = max(1.95, float(high[1]) + 0.12)
    for wall, level in scene.ground.walls_m.items():
        if wall == "wall-beside":
            far = -level
            corner = [
                (middle_x - 0.55, 0, far),
                (middle_x + 0.55, 0, far),
                (middle_x + 0.55, top, far),
                (middle_x - 0.55, top, far),
            ]
        else:
            x = level if wall == "wall-behind" else -level
            corner = [(x, 0, middle_z - 0.55), (x, 0, middle_z + 0.55), (x, top, middle_z + 0.55), (x, top, middle_z - 0.55)]
        drawn += _polygon(scene.camera, np.array(corner), COLOURS["soft"])
        points += corner
    return Thing(drawn, points_m=tuple(points))


def _bed(scene: Scene) -> Thing:
    low, high = scene.reach()
    top = HEIGHT_M["bed"]
    a, b = (low[0] - 0.06, high[0] + 0.06), (min(low[2], -0.42), max(high[2], 0.42))
    drawn = box(scene.camera, (a[0], 0.12, b[0]), (a[1], 0.3, b[1]), COLOURS["wood"])
    drawn += box(scene.camera, (a[0], 0.3, b[0]), (a[1], top, b[1]), COLOURS["soft"])
    corners = tuple((x, y, z) for x in a for y in (0.12, top) for z in b)
    return Thing(drawn, points_m=corners)


def _slab(surface: str, half: tuple[float, float], thick: float | None = None) -> Callable[[Scene], Thing]:
    def drawer(scene: Scene) -> Thing:
        at, top = scene.at(surface), HEIGHT_M[surface]
        x, z = (at[0], at[2]) if at is not None else (0.4, 0.0)
        low = 0.0 if thick is None else top - thick
        drawn = ""
        if thick is not None:
            feet = [(x + dx * half[0] * 0.9, z + dz * half[1] * 0.9) for dz in (-1, 1) for dx in (-1, 1)]
            drawn = "".join(
                box(scene.camera, (a - 0.02, 0, b - 0.02), (a + 0.02, low, b + 0.02), COLOURS["edge"]) for a, b in feet
            )
        drawn += box(scene.camera, (x - half[0], low, z - half[1]), (x + half[0], top - 0.004, z + half[1]), COLOURS["wood"])
        return Thing(drawn, points_m=((x - half[0], 0, z), (x + half[0], 0, z)))

    return drawer


def _soft(
    scene: Scene, middle: Array, half: tuple[float, float, float], colour: str, *, in_front: bool = False, spread: float = 0.0
) -> Thing:
    """A round thing that goes with the body: an ellipsoid, or a row of two when it is spread along the picture."""
    shift = np.array(camera_shift(scene.camera)) * spread
    ends = np.stack([middle - shift, middle + shift], axis=1)
    halves = np.broadcast_to(scene.camera.plane @ np.diag(half), (len(middle), 2, 2, 3))
    outline = _closed(scene.camera.project(ends), halves)
    drawn = path(outline, scene.clock, fill=colour, stroke=COLOURS["edge"], stroke_width="2", stroke_opacity="0.5")
    return Thing(drawn, in_front, (tuple(middle[0]),))


def _closed(centres: Array, halves: Array) -> list[str]:
    """The outline around some ellipsoids (frames x ellipsoids x 2, and their half-axes) in every frame."""
    halves = np.broadcast_to(halves, (*centres.shape, 3))
    return closed_paths(hulls(centres[:, None], halves[:, None], np.zeros(1))[:, 0])


def camera_shift(camera: Camera) -> tuple[float, float, float]:
    """The direction of the picture's right on the floor."""
    return (float(camera.right[0]), 0.0, float(camera.right[2]))


def _pillow(scene: Scene) -> Thing:
    head = scene.track("skull")
    level = HEIGHT_M["bed"] if scene.ground.on_bed else 0.0
    middle = np.stack([head[:, 0], np.full(len(head), level + 0.045), head[:, 2]], axis=1)[:1].repeat(len(head), axis=0)
    return _soft(scene, middle, (0.19, 0.05, 0.19), COLOURS["gap"])


def _pillow_knees(scene: Scene) -> Thing:
    middle = scene.track("knee_r", "knee_l") - np.array([0.0, 0.105, 0.0])
    return _soft(scene, middle, (0.11, 0.085, 0.22), COLOURS["gap"])


def _pillow_between(scene: Scene) -> Thing:
    middle = scene.track("knee_r", "knee_l", "calf_r", "calf_l")
    return replace(_soft(scene, middle, (0.09, 0.07, 0.10), COLOURS["gap"], spread=0.10), behind="leg-r")


def _pillow_belly(scene: Scene) -> Thing:
    middle = scene.track("belly") - np.array([0.0, 0.07, 0.0])
    return _soft(scene, middle, (0.12, 0.07, 0.2), COLOURS["gap"])


def _lumbar_roll(scene: Scene) -> Thing:
    middle = scene.posed.point("lumbar2", (-0.085, 0.0, 0.0))
    return _soft(scene, middle, (0.05, 0.05, 0.16), COLOURS["soft"], in_front=True)


def _ball(scene: Scene) -> Thing:
    at = scene.at("ball")
    radius = HEIGHT_M["ball"] / 2 + 0.035
    x, z = (at[0], at[2]) if at is not None else (0.0, 0.0)
    return _soft(scene, np.tile([x, radius, z], (len(scene.posed.position_m), 1)), (radius, radius, radius), COLOURS["wash"])


def _line(scene: Scene, ends: Iterable[Array], colour: str) -> Thing:
    points = np.rint(scene.camera.project(np.stack(list(ends), axis=1))).astype(int)
    values = ["M" + "L".join(f"{x} {y}" for x, y in frame) for frame in points]
    look = {"fill": "none", "stroke": colour, "stroke_linejoin": "round", "stroke_linecap": "round"}
    return Thing(path(values, scene.clock, stroke_width="9", **look), in_front=True)


def _towel(scene: Scene) -> Thing:
    return _line(scene, (scene.track("palm_r"), scene.track("ball_r"), scene.track("palm_l")), COLOURS["edge"])


def _band(scene: Scene) -> Thing:
    return _line(scene, (scene.track("palm_r"), scene.track("arch_r"), scene.track("palm_l")), COLOURS["edge"])


def _weights(scene: Scene) -> Thing:
    drawn = [_soft(scene, scene.track(f"palm_{side}"), (0.085, 0.04, 0.04), COLOURS["edge"]).svg for side in "rl"]
    return Thing("".join(drawn), in_front=True)


def _carried(scene: Scene, middle: Array, half: tuple[float, float, float], colour: str) -> str:
    """A box that goes with the hands and never turns."""
    drawn = box(scene.camera, [-size for size in half], half, colour)
    ways = np.rint(scene.camera.project(middle)).astype(int)
    values = [f"{x} {y}" for x, y in ways]
    moving = scene.clock.travelling(values) if scene.clock else ""
    return element("g", moving + drawn, transform=f"translate({values[0]})")


def _box_thing(scene: Scene) -> Thing:
    middle = scene.track("palm_r", "palm_l") + np.array([0.02, 0.02, 0.0])
    return Thing(_carried(scene, middle, (0.14, 0.10, 0.15), COLOURS["wood"]), behind="arm-r", points_m=_around(middle, 0.17))


def _bag(scene: Scene) -> Thing:
    middle = scene.track("fingers_r") - np.array([0.0, 0.19, 0.0])
    return Thing(_carried(scene, middle, (0.11, 0.14, 0.05), COLOURS["wood"]), behind="arm-r", points_m=_around(middle, 0.17))


def _around(middle: Array, reach_m: float) -> tuple[tuple[float, float, float], ...]:
    """Corners of a cube around every place of a thing."""
    return tuple(
        (float(x) + dx, float(y) + dy, float(z)) for x, y, z in middle for dx, dy in ((-reach_m, -reach_m), (reach_m, reach_m))
    )


def _roller(scene: Scene) -> Thing:
    middle = scene.posed.point("thoracic2", (-0.125, 0.0, 0.0))
    return _soft(scene, middle, (0.07, 0.07, 0.2), COLOURS["edge"])


def _screen(scene: Scene) -> Thing:
    """A desk at the height of the elbows, with a screen on it."""
    eyes, hands = scene.track("skull")[0], scene.track("palm_r", "palm_l")[0]
    x, top = float(hands[0]), float(hands[1]) - 0.035
    far, camera = x + 0.55, scene.camera
    legs = "".join(
        box(camera, (far - 0.06, 0, z - 0.02), (far - 0.02, top - 0.035, z + 0.02), COLOURS["edge"]) for z in (-0.4, 0.4)
    )
    drawn = legs + box(camera, (x - 0.16, top - 0.035, -0.45), (far, top, 0.45), COLOURS["wood"])
    drawn += box(camera, (far - 0.14, top, -0.03), (far - 0.11, eyes[1] - 0.1, 0.03), COLOURS["edge"])
    drawn += box(camera, (far - 0.16, eyes[1] - 0.30, -0.26), (far - 0.14, eyes[1] + 0.03, 0.26), COLOURS["hair"])
    return Thing(drawn, points_m=((far, 0.0, 0.45), (far, top, -0.45), (far, float(eyes[1]) + 0.03, 0.26)))


def _wheel(scene: Scene) -> Thing:
    hands = scene.track("palm_r", "palm_l")
    outline = _closed(scene.camera.project(hands)[:, None], (scene.camera.plane @ np.diag((0.06, 0.18, 0.19)))[None, None])
    drawn = path(outline, None, fill="none", stroke=COLOURS["edge"], stroke_width="10")
    return Thing(drawn, behind="arm-r")


def _water(scene: Scene) -> Thing:
    low, high = scene.reach()
    level = 1.12
    corners = np.array(
        [[low[0] - 0.2, 0, 0.0], [high[0] + 0.2, 0, 0.0], [high[0] + 0.2, level, 0.0], [low[0] - 0.2, level, 0.0]]
    )
    return Thing(element("polygon", points=_points(scene.camera, corners), fill=COLOURS["wash"], opacity="0.62"), in_front=True)


_DRAWERS: Mapping[str, Callable[[Scene], Thing]] = {
    "mat": _mat,
    "chair": _chair,
    "wall": _wall,
    "bed": _bed,
    "pillow": _pillow,
    "pillow-knees": _pillow_knees,
    "pillow-between-knees": _pillow_between,
    "pillow-belly": _pillow_belly,
    "lumbar-roll": _lumbar_roll,
    "ball": _ball,
    "towel": _towel,
    "band": _band,
    "table": _slab("table", (0.36, 0.45), 0.035),
    "step": _slab("step", (0.2, 0.35)),
    "footstool": _slab("footstool", (0.16, 0.2)),
    "weights": _weights,
    "box": _box_thing,
    "bag": _bag,
    "roller": _roller,
    "screen": _screen,
    "wheel": _wheel,
    "water": _water,
}


def draw_props(scene: Scene, props: Iterable[str]) -> Iterator[Thing]:
    """The things of a movement."""
    for name in props:
        yield _DRAWERS[name](scene)


def lowest_and_highest(points_m: Array, camera: Camera) -> tuple[Array, Array]:
    """The corners of the box around points in the picture."""
    drawn = camera.project(points_m)
    return drawn.min(axis=0), drawn.max(axis=0)


__all__ = ["PARTS", "UNITS_PER_M", "Scene", "Thing", "box", "draw_props", "lowest_and_highest"]
