"""Signs laid over the figure: arrows along the way of a part, a soft glow where it should be felt, a shadow on the floor."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import numpy as np

from spinewise.movement.drawing.camera import UNITS_PER_M, Camera
from spinewise.movement.drawing.outline import open_paths
from spinewise.movement.drawing.svg import COLOURS, Clock, element
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Posed

_BESIDE_FROM, _AHEAD, _AWAY = 0.24 * UNITS_PER_M, 0.17 * UNITS_PER_M, 0.08 * UNITS_PER_M
"""A long way is drawn beside the part; a short one becomes an arrow ahead of it."""
_ARROW_OF: Mapping[str, str] = MappingProxyType(
    {"pelvis": "hips", "chest": "chest", "head": "skull", "belly": "belly", "back": "ribs-low"}
    | {
        f"{word}-{name}": f"{blob}_{side}"
        for side, word in (("r", "right"), ("l", "left"))
        for name, blob in (("hand", "palm"), ("knee", "knee"), ("foot", "arch"), ("shoulder", "shoulder"), ("heel", "heel"))
    }
)
_GLOW: Mapping[str, tuple[tuple[str, tuple[float, float, float], float], ...]] = MappingProxyType(
    {
        "neck": (("neck2", (-0.02, 0.0, 0.0), 0.085),),
        "shoulders": (("shoulder_r", (0.0, 0.03, 0.0), 0.085), ("shoulder_l", (0.0, 0.03, 0.0), 0.085)),
        "upper back": (("thoracic4", (-0.04, 0.0, 0.0), 0.12),),
        "lower back": (("lumbar2", (-0.02, 0.0, 0.0), 0.11),),
        "chest": (("thoracic4", (0.11, 0.03, 0.0), 0.11),),
        "belly": (("lumbar2", (0.10, 0.0, 0.0), 0.11),),
        "sides": (("lumbar4", (0.02, 0.0, 0.12), 0.10),),
        "lower side": (("lumbar4", (0.02, 0.0, -0.12), 0.10),),
        "pelvic floor": (("pelvis", (0.0, -0.07, 0.0), 0.09),),
        "buttocks": (("pelvis", (-0.07, -0.04, 0.06), 0.11),),
        "hips": (("hip_r", (0.0, 0.0, 0.05), 0.10),),
        "front of hips": (("hip_r", (0.07, 0.0, 0.0), 0.10),),
        "front of thighs": (("hip_r", (0.04, -0.2, 0.0), 0.11), ("hip_l", (0.04, -0.2, 0.0), 0.11)),
        "back of thighs": (("hip_r", (-0.05, -0.2, 0.0), 0.11),),
        "inner thighs": (("hip_r", (0.0, -0.16, -0.04), 0.09), ("hip_l", (0.0, -0.16, 0.04), 0.09)),
        "calves": (("knee_r", (-0.03, -0.13, 0.0), 0.09), ("knee_l", (-0.03, -0.13, 0.0), 0.09)),
        "arms": (("shoulder_r", (0.0, -0.15, 0.0), 0.09),),
        "feet": (("ankle_r", (0.05, -0.04, 0.0), 0.09),),
    }
)
"""Where each part glows: joint, place in its frame in metres, radius."""


def draw_glow(posed: Posed, camera: Camera, clock: Clock | None, works: Iterable[str], prefix: str) -> str:
    """A warm light over the parts that should feel it."""
    spots = [spot for part in works for spot in _GLOW[part]]
    if not spots:
        return ""
    stops = "".join(
        element("stop", offset=offset, stop_color="var(--glow,#ffd98a)", stop_opacity=opacity)
        for offset, opacity in (("0", "0.85"), ("0.4", "0.5"), ("1", "0"))
    )
    light = element("radialGradient", stops, id=f"{prefix}glow")
    return light + "".join(_spot(posed.point(joint, at), radius, camera, clock, prefix) for joint, at, radius in spots)


def _spot(points_m: Array, radius_m: float, camera: Camera, clock: Clock | None, prefix: str) -> str:
    drawn = np.rint(camera.project(points_m)).astype(int)
    xs, ys = ([str(value) for value in drawn[:, axis]] for axis in (0, 1))
    inside = clock.moving("cx", xs) + clock.moving("cy", ys) if clock else ""
    return element("circle", inside, cx=xs[0], cy=ys[0], r=f"{radius_m * UNITS_PER_M:.0f}", fill=f"url(#{prefix}glow)")


def way_of(posed: Posed, flesh: Flesh, camera: Camera, part: str, frames: tuple[int, int]) -> Array:
    """The way of a part in the picture between two frames, beside the body and long enough to be seen."""
    blob = flesh.place[_ARROW_OF[part]]
    first, last = frames
    step = 1 if last >= first else -1
    picked = np.arange(first, last + step, step)
    way = camera.project(flesh.centres(posed)[picked, blob])
    trunk = camera.project(posed.point("lumbar4")[picked]).mean(axis=0)
    length = float(np.linalg.norm(np.diff(way, axis=0), axis=1).sum())
    along = (way[-1] - way[0]) / max(float(np.linalg.norm(way[-1] - way[0])), 1e-6)
    if length < _BESIDE_FROM:
        start = way[-1] + along * (float(flesh.half[blob].max()) * UNITS_PER_M * 0.9 + 14)
        return np.stack([start, start + along * _AHEAD])
    across = np.array([-along[1], along[0]])
    away = across if across @ (way.mean(axis=0) - trunk) >= 0 else -across
    radius = float(flesh.half[blob].max()) * UNITS_PER_M
    result: Array = way + away * (_AWAY + 0.6 * radius)
    return result


def draw_arrow(way: Array) -> str:
    """A way as a line with a head."""
    ahead = way[-1] - way[-3 if len(way) > 2 else 0]
    ahead = ahead / max(float(np.linalg.norm(ahead)), 1e-6)
    across = np.array([-ahead[1], ahead[0]])
    tip = way[-1] + ahead * 16
    head = " ".join(f"{x:.0f},{y:.0f}" for x, y in (tip, way[-1] - ahead * 8 + across * 15, way[-1] - ahead * 8 - across * 15))
    look = {"fill": "none", "stroke_linecap": "round"}
    line = open_paths(way[None])[0] if len(way) > 2 else f"M{way[0][0]:.0f} {way[0][1]:.0f}L{way[-1][0]:.0f} {way[-1][1]:.0f}"
    return (
        element("path", d=line, stroke=COLOURS["gap"], stroke_width="15", **look)
        + element("polygon", points=head, fill=COLOURS["trousers"], stroke=COLOURS["gap"], stroke_width="4")
        + element("path", d=line, stroke=COLOURS["trousers"], stroke_width="8", **look)
    )


def draw_shadow(low_m: Array, high_m: Array, camera: Camera) -> str:
    """A soft shadow on the floor under the body."""
    middle = (low_m + high_m) / 2
    centre = camera.project(np.array([middle[0], 0.0, middle[2]]))
    half = (high_m - low_m) / 2
    wide = float(np.hypot(camera.plane[0, 0] * half[0], camera.plane[0, 2] * half[2]))
    deep = float(np.hypot(camera.plane[1, 0] * half[0], camera.plane[1, 2] * half[2]))
    return element(
        "ellipse",
        cx=f"{centre[0]:.0f}",
        cy=f"{centre[1]:.0f}",
        rx=f"{wide:.0f}",
        ry=f"{max(14.0, deep):.0f}",
        fill="#000",
        opacity="0.07",
    )
