"""Soft things that go with the body or carry it: pillows, rolls, balls, towels and bands."""

from dataclasses import replace

import numpy as np

from spinewise.movement.drawing.svg import COLOURS, path
from spinewise.movement.drawing.things import SOFT_EDGE, Scene, Thing, line_between, outline_of, round_thing
from spinewise.movement.surfaces import HEIGHT_M


def draw_pillow(scene: Scene) -> Thing:
    """A pillow under the head."""
    head = scene.track("skull")
    level = HEIGHT_M["bed"] if scene.ground.on_bed else 0.0
    middle = np.stack([head[:, 0], np.full(len(head), level + 0.045), head[:, 2]], axis=1)[:1].repeat(len(head), axis=0)
    return round_thing(scene, middle, (0.19, 0.05, 0.19), COLOURS["linen"])


def draw_pillow_knees(scene: Scene) -> Thing:
    """A pillow under both knees."""
    middle = scene.track("knee_r", "knee_l") - np.array([0.0, 0.105, 0.0])
    return round_thing(scene, middle, (0.11, 0.085, 0.22), COLOURS["linen"])


def draw_pillow_between(scene: Scene) -> Thing:
    """A pillow between the knees."""
    middle = scene.track("knee_r", "knee_l", "calf_r", "calf_l")
    return replace(round_thing(scene, middle, (0.09, 0.07, 0.10), COLOURS["linen"], spread=0.10), behind="leg-r")


def draw_pillow_belly(scene: Scene) -> Thing:
    """A flat pillow under the belly."""
    middle = scene.track("belly") - np.array([0.0, 0.07, 0.0])
    return round_thing(scene, middle, (0.12, 0.07, 0.2), COLOURS["linen"])


def draw_lumbar_roll(scene: Scene) -> Thing:
    """A roll in the hollow of the low back."""
    middle = scene.posed.point("lumbar2", (-0.095, 0.0, 0.0))
    return replace(round_thing(scene, middle, (0.05, 0.05, 0.16), COLOURS["linen"]), behind="trunk")


def draw_ball(scene: Scene) -> Thing:
    """A big ball to sit or lean on."""
    at = scene.at("ball")
    radius = HEIGHT_M["ball"] / 2 + 0.035
    x, z = (at[0], at[2]) if at is not None else (0.0, 0.0)
    return round_thing(
        scene, np.tile([x, radius, z], (len(scene.posed.position_m), 1)), (radius, radius, radius), COLOURS["wash"]
    )


def draw_towel(scene: Scene) -> Thing:
    """A towel from the hands round the foot."""
    return line_between(scene, (scene.track("palm_r"), scene.track("ball_r"), scene.track("palm_l")), COLOURS["edge"])


def draw_band(scene: Scene) -> Thing:
    """A band from the hands round the foot."""
    return line_between(scene, (scene.track("palm_r"), scene.track("arch_r"), scene.track("palm_l")), COLOURS["edge"])


def draw_roller(scene: Scene) -> Thing:
    """A foam roller behind the upper back."""
    middle = scene.posed.point("thoracic2", (-0.125, 0.0, 0.0))
    return round_thing(scene, middle, (0.07, 0.07, 0.2), COLOURS["edge"])


def draw_nursing_pillow(scene: Scene) -> Thing:
    """A firm pillow on the lap."""
    middle = scene.track("thigh_r", "thigh_l") + np.array([-0.05, 0.14, 0.0])
    return replace(round_thing(scene, middle, (0.15, 0.065, 0.24), COLOURS["linen"]), behind="arm-r")


def draw_pillow_back(scene: Scene) -> Thing:
    """A big pillow between the bed and the back of somebody who half sits."""
    ribs, hips = scene.track("ribs"), scene.track("hips")
    level = HEIGHT_M["bed"] if scene.ground.on_bed else 0.0
    ends = np.stack([ribs - [0.1, 0.05, 0.0], hips - [0.12, 0.0, 0.0], ribs], axis=1)
    ends[:, 1:, 1] = level + 0.06
    halves = scene.camera.plane @ np.diag((0.10, 0.06, 0.22))
    drawn = path(outline_of(scene.camera.project(ends), halves), scene.clock, fill=COLOURS["linen"], **SOFT_EDGE)
    return Thing(drawn, points_m=(tuple(ends[0, 0]),))


def draw_massage_ball(scene: Scene) -> Thing:
    """A small ball behind the muscles beside the spine, or at the side of the buttock."""
    walls = scene.ground.walls_m
    at = ("thoracic3" if "ball-behind" in walls else "thoracic1", (-0.115, 0.0, 0.075))
    if "ball-beside" in walls:
        at = ("pelvis", (-0.07, -0.02, 0.185))
    return round_thing(scene, scene.posed.point(*at), (0.042, 0.042, 0.042), COLOURS["edge"], in_front=True)
