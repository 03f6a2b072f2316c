"""A bicycle and an exercise bike under whoever pedals."""

from collections.abc import Callable

import numpy as np

from spinewise.movement.drawing.svg import COLOURS, element, path
from spinewise.movement.drawing.things import Scene, Thing, line_between, outline_of
from spinewise.movement.skeleton import Array
from spinewise.movement.surfaces import HEIGHT_M

_WHEEL_M, _HUB_BEHIND_M, _HUB_AHEAD_M = 0.33, 0.40, 0.62
_SOLE_M = 0.03


def bike(*, on_wheels: bool) -> Callable[[Scene], Thing]:
    """The drawer of a bicycle, or of one that stands still."""

    def drawer(scene: Scene) -> Thing:
        right, left = (scene.track(f"ball_{side}") - np.array([0.0, _SOLE_M, 0.0]) for side in "rl")
        seat = scene.track("seat").mean(axis=0)
        crank, hands = ((right + left) / 2).mean(axis=0), scene.track("palm_r", "palm_l").mean(axis=0)
        crank[2] = hands[2] = seat[2]
        front = np.array([crank[0] + _HUB_AHEAD_M, _WHEEL_M, seat[2]])
        rear = np.array([crank[0] - _HUB_BEHIND_M, _WHEEL_M, seat[2]])
        drawn = _wheels(scene, (rear, front)) if on_wheels else _stand(scene, crank)
        drawn += _frame(scene, crank, seat, hands, (rear, front) if on_wheels else None)
        drawn += line_between(scene, (left, np.tile(crank, (len(left), 1)), right), COLOURS["ink"], 8).svg
        ends = tuple((float(hub[0]) + reach, 0.0, float(hub[2])) for hub, reach in ((rear, -_WHEEL_M), (front, _WHEEL_M)))
        return Thing(drawn, points_m=ends, behind="trunk")

    return drawer


def _frame(scene: Scene, crank: Array, seat: Array, hands: Array, hubs: tuple[Array, Array] | None) -> str:
    saddle = np.array([seat[0] - 0.02, HEIGHT_M["saddle"] - 0.03, seat[2]])
    head = _beside(hands, -0.07, -0.07)
    tubes = [(saddle, crank), (crank, head), (saddle * 0.75 + crank * 0.25, head), (head, hands)]
    if hubs is not None:
        tubes += [(hubs[0], crank), (hubs[0], saddle * 0.8 + crank * 0.2), (head, hubs[1])]
    return "".join(_tube(scene, start, end) for start, end in tubes) + _saddle(scene, saddle)


def _beside(at: Array, along_m: float, up_m: float) -> Array:
    result: Array = at + np.array([along_m, up_m, 0.0])
    return result


def _tube(scene: Scene, start: Array, end: Array) -> str:
    (a, b), (c, d) = scene.camera.project(np.stack([start, end]))
    look = {"stroke": COLOURS["edge"], "stroke_width": "11", "stroke_linecap": "round"}
    return element("path", d=f"M{a:.0f} {b:.0f}L{c:.0f} {d:.0f}", **look)


def _disc(scene: Scene, centre: Array, radius_m: float) -> list[str]:
    half = scene.camera.plane @ np.diag((radius_m, radius_m, 0.01))
    return outline_of(scene.camera.project(centre)[None, None], half)


def _wheels(scene: Scene, hubs: tuple[Array, Array]) -> str:
    look = {"fill": "none", "stroke": COLOURS["wood"], "stroke_width": "13"}
    return "".join(path(_disc(scene, hub, _WHEEL_M - 0.02), None, **look) for hub in hubs)


def _stand(scene: Scene, crank: Array) -> str:
    foot = crank * np.array([1.0, 0.0, 1.0])
    ground = _tube(scene, _beside(foot, -0.45, 0.02), _beside(foot, 0.65, 0.02))
    fly = path(_disc(scene, _beside(crank, 0.38, 0.0), 0.22), None, fill=COLOURS["wood"])
    return ground + _tube(scene, crank, _beside(foot, 0.0, 0.02)) + fly + _tube(scene, crank, _beside(crank, 0.38, 0.0))


def _saddle(scene: Scene, at: Array) -> str:
    ends = scene.camera.project(np.stack([_beside(at, -0.09, 0.0), _beside(at, 0.12, 0.0)]))[None]
    return path(outline_of(ends, scene.camera.plane @ np.diag((0.05, 0.028, 0.06))), None, fill=COLOURS["ink"])
