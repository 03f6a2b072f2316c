"""What stands in the room: mats, chairs, walls, beds, tables and screens, put where the body touches them."""

from collections.abc import Callable

import numpy as np

from spinewise.movement.drawing.svg import COLOURS, element
from spinewise.movement.drawing.things import Scene, Thing, box, camera_shift, points_of, polygon
from spinewise.movement.surfaces import HEIGHT_M, WALL_GAP_M

_MAT_HALF_M = 0.36


def draw_mat(scene: Scene) -> Thing:
    """A mat under the trunk, along the body."""
    low, high = scene.reach(whole=True)
    level = HEIGHT_M["bed"] if scene.ground.on_bed else 0.0
    middle, half = (low + high) / 2, (high - low) / 2
    lies = np.abs(scene.track("ribs") - scene.track("hips"))[0]
    wide = lies if max(lies[0], lies[2]) > lies[1] else half
    along = 0 if wide[0] >= wide[2] else 2
    half[along], half[2 - along] = half[along] * 1.06, min(_MAT_HALF_M, half[2 - along])
    trunk = scene.track("hips", "ribs").mean(axis=0)
    middle[2 - along] = trunk[2 - along]
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    corners = np.array([[middle[0] + a * half[0], level, middle[2] + b * half[2]] for a, b in signs])
    return Thing(polygon(scene.camera, corners, COLOURS["wash"]), points_m=tuple(map(tuple, corners)))


def draw_chair(scene: Scene) -> Thing:
    """A chair under whoever sits on it, or beside whoever holds its back; turned round where its back would be in the way."""
    seat, camera, wood = HEIGHT_M["chair"], scene.camera, COLOURS["wood"]
    held, sat = scene.at("chair-back"), scene.at("chair")
    turned = (held is not None and sat is not None) or scene.touches("chair", "calf")
    if held is not None and sat is None:
        x, z = held[0] + 0.20, held[2]
    else:
        x, z = (sat[0] + (0.0 if turned else 0.04), sat[2]) if sat is not None else (0.0, 0.0)
    back = x + (0.185 if turned else -0.22)
    drawn = "".join(
        box(camera, (x + dx - 0.018, 0, z + dz - 0.018), (x + dx + 0.018, seat - 0.04, z + dz + 0.018), COLOURS["edge"])
        for dz in (-0.19, 0.19)
        for dx in (-0.19, 0.19)
    )
    posts = "".join(
        box(camera, (back + 0.005, seat, z + dz - 0.018), (back + 0.035, seat + 0.44, z + dz + 0.018), COLOURS["edge"])
        for dz in (-0.18, 0.18)
    )
    posts += box(camera, (back, seat + 0.22, z - 0.2), (back + 0.035, seat + 0.44, z + 0.2), wood)
    cushion = box(camera, (x - 0.22, seat - 0.045, z - 0.22), (x + 0.22, seat - 0.005, z + 0.22), wood)
    drawn += cushion + posts if turned else posts + cushion
    feet = tuple((x + dx, 0.0, z + dz) for dx in (-0.22, 0.22) for dz in (-0.22, 0.22))
    return Thing(drawn, points_m=(*feet, (back, seat + 0.44, z - 0.2), (back, seat + 0.44, z + 0.2)))


def draw_wall(scene: Scene) -> Thing:
    """The walls that are touched, as far behind the touch as what lies between."""
    drawn, points = "", []
    low, high = scene.reach()
    middle_x, middle_z = (low[0] + high[0]) / 2, (low[2] + high[2]) / 2
    top = max(1.95, float(high[1]) + 0.12)
    for wall, level in scene.ground.walls_m.items():
        away = level - WALL_GAP_M[wall]
        if wall.endswith("beside"):
            a, b = (middle_x - 0.55, -away), (middle_x + 0.55, -away)
        else:
            x = away if wall.endswith("behind") else -away
            a, b = (x, middle_z - 0.55), (x, middle_z + 0.55)
        corners = [(a[0], 0.0, a[1]), (b[0], 0.0, b[1]), (b[0], top, b[1]), (a[0], top, a[1])]
        drawn += polygon(scene.camera, np.array(corners), COLOURS["soft"])
        points += corners
    return Thing(drawn, points_m=tuple(points))


def draw_doorway(scene: Scene) -> Thing:
    """The two posts and the beam of a door frame in the plane of the wall in front."""
    x = -scene.ground.walls_m["wall"]
    arms = scene.track("wrist_r")[0], scene.track("wrist_l")[0]
    drawn = ""
    for inner, outer in ((arms[1][2] + 0.06, arms[1][2] - 0.14), (arms[0][2] - 0.06, arms[0][2] + 0.14)):
        low, high = sorted((float(inner), float(outer)))
        drawn += box(scene.camera, (x, 0, low), (x + 0.1, 2.0, high), COLOURS["soft"])
    left, right = float(arms[1][2]) - 0.14, float(arms[0][2]) + 0.14
    drawn += box(scene.camera, (x, 2.0, left), (x + 0.1, 2.12, right), COLOURS["soft"])
    return Thing(drawn, points_m=((x, 0.0, left), (x, 2.12, left), (x, 2.12, right), (x, 0.0, right)))


def draw_bed(scene: Scene) -> Thing:
    """A bed as long as whoever lies on it in any pose; who sits up has its edge under the thighs."""
    low, high = scene.reach(whole=True)
    top = HEIGHT_M["bed"]
    a, b = (low[0] - 0.06, high[0] + 0.06), (min(low[2], -0.42), max(high[2], 0.42))
    sat = scene.at("bed")
    if sat is not None and scene.touches("floor", "foot"):
        a = (sat[0] - 0.62, sat[0] + 0.2)
    drawn = box(scene.camera, (a[0], 0.12, b[0]), (a[1], 0.3, b[1]), COLOURS["wood"])
    drawn += box(scene.camera, (a[0], 0.3, b[0]), (a[1], top, b[1]), COLOURS["soft"])
    corners = tuple((x, y, z) for x in a for y in (0.12, top) for z in b)
    return Thing(drawn, points_m=corners)


def slab(surface: str, half: tuple[float, float], thick: float | None = None) -> Callable[[Scene], Thing]:
    """The drawer of a block or a table with this surface."""

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


def draw_screen(scene: Scene) -> Thing:
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


def draw_water(scene: Scene) -> Thing:
    """Water up to the chest of who stands, or half over who floats: a sheet across the picture."""
    low, high = scene.reach(whole=True)
    floats = scene.touches("afloat", "pelvis")
    level, deep = (HEIGHT_M["afloat"] + 0.09, min(HEIGHT_M["afloat"] - 0.2, low[1] - 0.03)) if floats else (1.12, 0.0)
    across, middle = np.array(camera_shift(scene.camera)), (low + high) / 2 * np.array([1.0, 0.0, 1.0])
    half = np.abs(across) @ (high - low) / 2 + 0.2
    ends = middle - across * half, middle + across * half
    corners = np.array([[x, y, z] for (x, _, z), ys in zip(ends, ((deep, level), (level, deep)), strict=True) for y in ys])
    drawn = element("polygon", points=points_of(scene.camera, corners), fill=COLOURS["wash"], opacity="0.62")
    return Thing(drawn, in_front=True, points_m=tuple(map(tuple, corners)))
