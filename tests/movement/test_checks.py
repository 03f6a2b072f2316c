"""Each check of movements bites."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
import pytest

from spinewise.knowledge import Problem
from spinewise.knowledge.base import KINDS, KnowledgeBase
from spinewise.knowledge.records import ArrowOf, Contrast, Look, Movement, Part
from spinewise.movement import checks as movements
from tests.movement.moves import BASE, movement, pose, set_of


def base_of(*these: Movement) -> KnowledgeBase:
    items: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    items["movement"] = {f"{one.id}{number}": one for number, one in enumerate(these)}
    items["intervention"] = dict(BASE.interventions)
    return KnowledgeBase(items, {})


def problems(*these: Movement) -> str:
    base = base_of(*these)
    return "\n".join(str(problem) for check in movements.CHECKS for problem in check(base))


BITES = [
    (movement(stance="flying"), "no stance 'flying'"),
    (movement(pose(stance="flying")), "no stance 'flying'"),
    (movement(shape="giant"), "no body shape 'giant'"),
    (movement(pose(angles_deg={"tail": 3})), "no joint coordinate 'tail'"),
    (movement(pose(angles_deg={"knee_angle": -40})), "knee_angle_r is -40, beyond"),
    (movement(pose(1.0)), "the first pose is not at 0"),
    (movement(pose(hold_s=2.0), pose(1.0)), "before the hold"),
    (movement(pose(hold_s=12.0)), "no time to come back"),
    (movement(pose(contacts={"tail": "floor"})), "'tail' cannot touch"),
    (movement(pose(contacts={"feet": "ceiling"})), "there is no 'ceiling'"),
    (movement(sliding=("tail",)), "'tail' cannot touch"),
    (movement(shows=("flying",)), "no intervention is called 'flying'"),
    (msgspec.structs.replace(movement(), id="walking"), "it does not show"),
    (movement(steps=(4,)), "there is no pose 4"),
    (movement(arrows=(ArrowOf(part="head", start=1, end=3),)), "there is no pose 3"),
    (set_of(Part("flying", "Fly.")), "no movement with poses is called 'flying'"),
]


@pytest.mark.parametrize(("bad", "told"), BITES, ids=[told for _, told in BITES])
def test_a_bad_movement_is_found(bad: Movement, told: str) -> None:
    assert told in problems(bad)


def told_by(
    check: Callable[[KnowledgeBase], Iterator[Problem]],
    *,
    movements: Sequence[Movement] = (),
    contrasts: Sequence[Contrast] = (),
) -> str:
    items: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    items["movement"] = {one.id: one for one in movements}
    items["contrast"] = {one.id: one for one in contrasts}
    return "\n".join(map(str, check(KnowledgeBase(items, {}))))


def test_a_part_of_a_set_names_a_pose_that_is_there() -> None:
    walking = BASE.movements["walking"]
    last = len(walking.poses)
    told = {
        pose: told_by(movements.sets_have_their_moves, movements=(walking, set_of(Part("walking", "Walk.", pose=pose))))
        for pose in (0, 1, last, last + 1)
    }
    assert [told[pose] for pose in (0, 1, last)] == ["", "", ""]
    assert f"walking has no pose {last + 1}" in told[last + 1]


def test_a_contrast_has_two_sides() -> None:
    side = Look("flying", "Fly", "You fly.")
    bad = Contrast(
        id="a",
        name="A",
        harder=side,
        easier=side,
        changes=("Land.",),
        known="Little.",
        certainty="low",
        sources=("judgement",),
        shows=("flying",),
    )
    told = told_by(movements.contrasts_have_two_sides, contrasts=(bad,))
    assert told.count("no movement with poses is called 'flying'") == 2
    assert "no intervention is called 'flying'" in told


def test_a_good_one_passes() -> None:
    assert problems(movement(pose(), pose(2.0), shows=("walking",))) == ""


def test_two_pictures_of_one_exercise_are_one_too_many() -> None:
    assert "is shown by test already" in problems(movement(shows=("walking",)), movement(shows=("walking",)))


def test_the_knowledge_base_has_no_bad_movement() -> None:
    assert [str(problem) for check in movements.CHECKS for problem in check(BASE)] == []
