"""From a movement's definition to a body in every frame: contacts solved at the key poses, then in all frames between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import numpy as np

from spinewise.knowledge.records import KeyPose, Movement
from spinewise.movement.bodies import shape_of
from spinewise.movement.conditions import Row
from spinewise.movement.coordinates import Angles, as_row, mirrored, spread
from spinewise.movement.flesh import Flesh, flesh_of
from spinewise.movement.ground import Ground, guards
from spinewise.movement.shapes import room_for_belly
from spinewise.movement.skeleton import Array, Posed, Skeleton, forward, skeleton_of
from spinewise.movement.solving import Solved, place_body
from spinewise.movement.spots import spots_of
from spinewise.movement.stances import STANCES
from spinewise.movement.surfaces import NOTHING, other_side, spread_contacts
from spinewise.movement.timeline import Timeline, interpolate, lay_out
from spinewise.movement.upright import balance_rows

PELVIS_START_M = 0.95


@dataclass(frozen=True, eq=False)
class Performance:
    """A movement performed by a body: all frames with their times, and the key poses in them."""

    movement: Movement
    timeline: Timeline
    posed: Posed
    flesh: Flesh
    angles_deg: Angles
    breath: Array
    miss_m: Array
    ground: Ground
    contacts: tuple[Mapping[str, str], ...]
    """What touches what in each key pose."""
    key_frames: tuple[int, ...]
    """The frame in which each key pose is reached."""


def authored_angles(movement: Movement, pose: KeyPose) -> Angles:
    """The angles of a key pose over those of its stance, as a row."""
    stance = STANCES[pose.stance or movement.stance]
    return as_row({**spread(stance.angles_deg), **spread(pose.angles_deg)})


def contacts_of(movement: Movement, pose: KeyPose) -> Mapping[str, str]:
    """What touches what in a key pose."""
    stance = STANCES[pose.stance or movement.stance]
    all_contacts = {**spread_contacts(stance.contacts), **spread_contacts(pose.contacts)}
    return {part: surface for part, surface in all_contacts.items() if surface != NOTHING}


def perform(movement: Movement, *, other: bool = False) -> Performance:
    """Every frame of a movement; ``other`` performs it for the other side of the body. The last ones are kept."""
    return _perform(msgspec.msgpack.encode(movement), other)


@lru_cache(maxsize=256)
def _perform(encoded: bytes, other: bool) -> Performance:
    movement = msgspec.msgpack.decode(encoded, type=Movement)
    shape = shape_of(movement.shape)
    skeleton, flesh = skeleton_of(shape), flesh_of(shape)
    poses = movement.poses
    wanted = room_for_belly(np.stack([authored_angles(movement, pose) for pose in poses]), shape)
    contacts = [contacts_of(movement, pose) for pose in poses]
    sliding = set(spread_contacts(dict.fromkeys(movement.sliding, "")))
    if other:
        wanted = mirrored(wanted)
        contacts = [{other_side(part): other_side(surface) for part, surface in one.items()} for one in contacts]
        sliding = {other_side(part) for part in sliding}
    ground = Ground(flesh, spots_of(shape), frozenset(sliding), {}, {}, on_bed=any("bed" in one.values() for one in contacts))
    keys = _solve_keys(skeleton, flesh, wanted, contacts, ground)
    timeline = lay_out([p.at_s for p in poses], [p.hold_s for p in poses], movement.lasts_s, keys.angles_deg)
    return _between(movement, skeleton, flesh, timeline, keys, contacts, ground)


def _solve_keys(
    skeleton: Skeleton, flesh: Flesh, wanted: Angles, contacts: Sequence[Mapping[str, str]], ground: Ground
) -> Solved:
    """Key poses one after the other: what stays down from one to the next stays where it is."""
    root = np.array([[0.0, PELVIS_START_M, 0.0]])
    angles, roots = [], []
    before: Mapping[str, str] = {}
    for number, held in enumerate(contacts):
        start = forward(skeleton, wanted[number : number + 1], root)
        root = root + ground.lift(start, held)
        ground.find_walls(forward(skeleton, wanted[number : number + 1], root), held)
        ground.forget(part for part in ground.pins.copy() if before.get(part) != held.get(part))
        rows = [*ground.rows(held, 1), *guards(contacts, on_bed=ground.on_bed, frames=1)]
        rows += [] if ground.sliding else balance_rows(start, held)
        solved = place_body(skeleton, flesh, wanted[number : number + 1], root, rows)
        root, before = solved.root_m, held
        ground.remember(forward(skeleton, solved.angles_deg, root), held, number)
        angles.append(solved.angles_deg[0])
        roots.append(root[0])
    return Solved(np.stack(angles), np.stack(roots), np.zeros(len(angles)))


def _between(
    movement: Movement,
    skeleton: Skeleton,
    flesh: Flesh,
    timeline: Timeline,
    keys: Solved,
    contacts: Sequence[Mapping[str, str]],
    ground: Ground,
) -> Performance:
    still = [pose.hold_s > 0 for pose in movement.poses]
    path = interpolate(timeline, np.concatenate([keys.angles_deg, keys.root_m], axis=1), still=still)
    rows = _rows_of_frames(timeline, contacts, ground)
    rows += guards(contacts, on_bed=ground.on_bed, frames=len(path))
    solved = place_body(skeleton, flesh, path[:, :-3], path[:, -3:], rows)
    breath = np.array([[{"in": 1.0, "out": -1.0}.get(pose.breath, 0.0)] for pose in movement.poses])
    return Performance(
        movement,
        timeline,
        forward(skeleton, solved.angles_deg, solved.root_m),
        flesh,
        solved.angles_deg,
        interpolate(timeline, breath, still=still)[:, 0] + np.array(timeline.breathing),
        solved.miss_m,
        ground,
        tuple(contacts),
        tuple(int(np.argmax(timeline.time_s >= pose.at_s - 1e-9)) for pose in movement.poses),
    )


def _rows_of_frames(timeline: Timeline, contacts: Sequence[Mapping[str, str]], ground: Ground) -> list[Row]:
    """The contacts of each frame: at a key its own, between two keys those of both."""
    count = len(contacts)
    last = len(timeline.before) - 1
    of_frames = []
    for frame, (before, key) in enumerate(zip(timeline.before, timeline.is_key, strict=True)):
        here = contacts[0] if frame == last else contacts[before]
        after = here if key else contacts[(before + 1) % count]
        pose = 0 if frame == last else before
        of_frames.append((pose, {part: surface for part, surface in here.items() if after.get(part) == surface}))
    return ground.rows_over(of_frames)
