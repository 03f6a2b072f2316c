"""Things in the hands: weights, boxes, bags, a steering wheel, a broom, a stick, a baby."""

from dataclasses import replace

import numpy as np

from spinewise.movement.drawing.svg import COLOURS, path
from spinewise.movement.drawing.things import SOFT_EDGE, Scene, Thing, around, carried, line_between, outline_of, round_thing


def draw_weights(scene: Scene) -> Thing:
    """A weight in each hand."""
    drawn = [round_thing(scene, scene.track(f"palm_{side}"), (0.085, 0.04, 0.04), COLOURS["edge"]).svg for side in "rl"]
    return Thing("".join(drawn), in_front=True)


def draw_box(scene: Scene) -> Thing:
    """A box between the hands."""
    middle = scene.track("palm_r", "palm_l") + np.array([0.02, 0.02, 0.0])
    return Thing(carried(scene, middle, (0.14, 0.10, 0.15), COLOURS["wood"]), behind="arm-r", points_m=around(middle, 0.17))


def draw_bag(scene: Scene) -> Thing:
    """A bag that hangs from the right hand."""
    middle = scene.track("fingers_r") - np.array([0.0, 0.19, 0.0])
    return Thing(carried(scene, middle, (0.11, 0.14, 0.05), COLOURS["wood"]), behind="arm-r", points_m=around(middle, 0.17))


def draw_wheel(scene: Scene) -> Thing:
    """A steering wheel in the hands."""
    hands = scene.track("palm_r", "palm_l")
    outline = outline_of(scene.camera.project(hands)[:, None], (scene.camera.plane @ np.diag((0.06, 0.18, 0.19)))[None, None])
    drawn = path(outline, None, fill="none", stroke=COLOURS["edge"], stroke_width="10")
    return Thing(drawn, behind="arm-r")


def draw_broom(scene: Scene) -> Thing:
    """A long handle through both hands down to the floor, with a brush at its end."""
    upper, lower = scene.track("palm_l"), scene.track("palm_r")
    way = lower - upper
    foot = upper + way * (upper[:, 1:2] / np.maximum(upper[:, 1:2] - lower[:, 1:2], 0.05))
    handle = line_between(scene, (upper - way * 0.2, foot), COLOURS["edge"], 7)
    brush = round_thing(scene, foot + np.array([0.02, 0.035, 0.0]), (0.12, 0.045, 0.13), COLOURS["wood"])
    return Thing(handle.svg + brush.svg, behind="arm-r", points_m=(tuple(foot[0]),))


def draw_stick(scene: Scene) -> Thing:
    """A walking stick under the right hand."""
    top = scene.track("palm_r")
    foot = top * np.array([1.0, 0.0, 1.0]) + np.array([0.04, 0.0, 0.02])
    return replace(line_between(scene, (top - np.array([0.05, 0.0, 0.0]), top, foot), COLOURS["edge"]), behind="arm-r")


def draw_baby(scene: Scene) -> Thing:
    """A baby in a wrap: its seat on the right hand, its head by the left."""
    seat, top = scene.track("palm_r"), scene.track("palm_l")
    way = (top - seat) / np.maximum(np.linalg.norm(top - seat, axis=1, keepdims=True), 1e-6)
    middle = (seat + top) / 2 + np.array([0.0, 0.03, 0.0])
    project, plane = scene.camera.project, scene.camera.plane
    trunk = np.stack([middle - way * 0.12, middle + way * 0.06], axis=1)
    body = outline_of(project(trunk), plane @ np.diag((0.085, 0.085, 0.085)))
    head = outline_of(project((middle + way * 0.215)[:, None]), plane @ np.diag((0.068, 0.068, 0.068)))
    drawn = path(head, scene.clock, fill=COLOURS["skin"], **SOFT_EDGE)
    drawn += path(body, scene.clock, fill=COLOURS["linen"], **SOFT_EDGE)
    return Thing(drawn, behind="arm-r", points_m=around(middle, 0.2))
