"""Movements: known joints within their limits, times that rise, parts that can touch, and one picture for an exercise.

Sets and contrasts: they are made of movements with poses.
"""

from collections.abc import Iterator
from itertools import pairwise

from spinewise.knowledge import KnowledgeBase, Problem
from spinewise.knowledge.checks import problem
from spinewise.knowledge.records import KeyPose, Movement
from spinewise.movement.bodies import SHAPE_WORDS, is_shape
from spinewise.movement.coordinates import LIMITS_DEG, NAMES, spread, unknown_names
from spinewise.movement.spots import SPOTS
from spinewise.movement.stances import STANCES
from spinewise.movement.surfaces import NOTHING, PAIRS, PARTS, SURFACES, surface_of


def poses_can_be_taken(base: KnowledgeBase) -> Iterator[Problem]:
    """Stances, shapes and joints are known, and no joint goes beyond its limit."""
    for movement in _with_poses(base):
        for key, what, remedy in (*_unknown_words(movement), *_bad_angles(movement)):
            yield problem(base, "movement", movement.id, key, what, remedy)


def times_rise(base: KnowledgeBase) -> Iterator[Problem]:
    """The first pose is reached at once, each other one after the hold before it, and the end comes after the last hold."""
    for movement in _with_poses(base):
        poses = movement.poses
        if poses[0].at_s != 0:
            yield problem(base, "movement", movement.id, "poses[0].at_s", "the first pose is not at 0", "Begin at 0")
        for number, (before, after) in enumerate(pairwise(poses), start=1):
            if after.at_s <= before.at_s + before.hold_s:
                what = f"the pose at {after.at_s:g} s comes before the hold of the one before it has ended"
                yield problem(base, "movement", movement.id, f"poses[{number}].at_s", what, "Let it come later")
        if movement.lasts_s <= poses[-1].at_s + poses[-1].hold_s:
            what = f"it ends at {movement.lasts_s:g} s, with no time to come back"
            yield problem(base, "movement", movement.id, "lasts_s", what, "Let it last longer than the last hold")


def contacts_are_known(base: KnowledgeBase) -> Iterator[Problem]:
    """Parts of the body and surfaces are ones that the figure knows."""
    for movement in _with_poses(base):
        for number, pose in enumerate(movement.poses):
            for part, surface in pose.contacts.items():
                if part not in PARTS and part not in PAIRS:
                    remedy = f"Accepted: {', '.join((*PAIRS, *PARTS))}"
                    yield problem(base, "movement", movement.id, f"poses[{number}].contacts", f"{part!r} cannot touch", remedy)
                if not {surface, surface_of("right-hand", surface)} & {*SURFACES, *SPOTS, NOTHING}:
                    remedy = f"Accepted: {', '.join((*SURFACES, *sorted(SPOTS), NOTHING))}, and own-... for pairs"
                    yield problem(
                        base, "movement", movement.id, f"poses[{number}].contacts", f"there is no {surface!r}", remedy
                    )


def pictures_have_their_place(base: KnowledgeBase) -> Iterator[Problem]:
    """What a movement shows exists and is shown by no other; arrows and steps name poses that are there."""
    shown: dict[str, str] = {}
    for movement in base.movements.values():
        for name in movement.shows:
            if name not in base.interventions:
                yield problem(base, "movement", movement.id, "shows", f"no intervention is called {name!r}", "Correct the id")
            elif name in shown:
                what = f"{name} is shown by {shown[name]} already"
                yield problem(base, "movement", movement.id, "shows", what, "Keep one of the two")
            shown.setdefault(name, movement.id)
        if movement.id in base.interventions and movement.id not in movement.shows:
            what = "has the id of an intervention that it does not show"
            yield problem(base, "movement", movement.id, "id", what, "Show it, or take another id")
        named = (*movement.steps, *(pose for arrow in movement.arrows for pose in (arrow.start, arrow.end)))
        for number in named:
            if number > len(movement.poses):
                yield problem(
                    base, "movement", movement.id, "arrows, steps", f"there is no pose {number}", "Count poses from 1"
                )


def sets_have_their_moves(base: KnowledgeBase) -> Iterator[Problem]:
    """Every part of a set is a movement with poses."""
    for movement in base.movements.values():
        for number, part in enumerate(movement.parts):
            if part.move not in _moves(base):
                what = f"no movement with poses is called {part.move!r}"
                yield problem(base, "movement", movement.id, f"parts[{number}].move", what, "Correct the id")
            elif part.pose > len(base.movements[part.move].poses):
                what = f"{part.move} has no pose {part.pose}"
                yield problem(base, "movement", movement.id, f"parts[{number}].pose", what, "Count poses from 1")


def contrasts_have_two_sides(base: KnowledgeBase) -> Iterator[Problem]:
    """Both sides of a contrast are movements with poses, and what it is shown beside exists."""
    for contrast in base.contrasts.values():
        for side, look in (("harder", contrast.harder), ("easier", contrast.easier)):
            if look.move not in _moves(base):
                what = f"no movement with poses is called {look.move!r}"
                yield problem(base, "contrast", contrast.id, f"{side}.move", what, "Correct the id")
        for name in contrast.shows:
            if name not in base.interventions:
                yield problem(base, "contrast", contrast.id, "shows", f"no intervention is called {name!r}", "Correct the id")


def _moves(base: KnowledgeBase) -> frozenset[str]:
    return frozenset(movement.id for movement in _with_poses(base))


def _with_poses(base: KnowledgeBase) -> tuple[Movement, ...]:
    return tuple(movement for movement in base.movements.values() if movement.poses)


def _unknown_words(movement: Movement) -> Iterator[tuple[str, str, str]]:
    for number, stance in enumerate((movement.stance, *(pose.stance for pose in movement.poses))):
        if stance not in STANCES and (stance or not number):
            key = f"poses[{number - 1}].stance" if number else "stance"
            yield key, f"there is no stance {stance!r}", f"Accepted: {', '.join(STANCES)}"
    if not is_shape(movement.shape):
        yield "shape", f"there is no body shape {movement.shape!r}", f"Such as: {', '.join(SHAPE_WORDS)}"
    for part in movement.sliding:
        if part not in PARTS and part not in PAIRS:
            yield "sliding", f"{part!r} cannot touch", f"Accepted: {', '.join((*PAIRS, *PARTS))}"


def _bad_angles(movement: Movement) -> Iterator[tuple[str, str, str]]:
    for number, pose in enumerate(movement.poses):
        key = f"poses[{number}].angles_deg"
        for name in unknown_names(pose.angles_deg):
            yield key, f"there is no joint coordinate {name!r}", f"Accepted: {', '.join(NAMES)}"
        for name, angle in _known_angles(pose).items():
            low, high = LIMITS_DEG[name]
            if not low <= angle <= high:
                yield key, f"{name} is {angle:g}, beyond what the joint can do", f"From {low:g} to {high:g}"


def _known_angles(pose: KeyPose) -> dict[str, float]:
    return {name: angle for name, angle in spread(pose.angles_deg).items() if name in LIMITS_DEG}


CHECKS = (
    poses_can_be_taken,
    times_rise,
    contacts_are_known,
    pictures_have_their_place,
    sets_have_their_moves,
    contrasts_have_two_sides,
)


def check_movements(base: KnowledgeBase) -> tuple[Problem, ...]:
    """Everything that is wrong with the movements of a knowledge base."""
    return tuple(found for check in CHECKS for found in check(base))
