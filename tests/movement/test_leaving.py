"""Movements for somebody who must not do all of them: other poses, fewer parts, and a picture that agrees."""

import msgspec
import pytest

from spinewise.knowledge import BadInput
from spinewise.knowledge.records import Instead, KeyPose, Movement, Part
from spinewise.movement import asked_by, described, figure_svg, perform, without
from spinewise.movement.bodies import SHAPE_WORDS
from spinewise.movement.shapes import in_shape, meets
from tests.movement.moves import BASE, MOVEMENTS, movement, pose, set_of
from tests.movement.test_shapes import wrong

ALTERED = [
    pytest.param(altered, id=f"{one.id}-{ask}")
    for one in MOVEMENTS
    for ask in sorted(asked_by(one))
    if (altered := without(one, (ask,))) is not None
]
DEEP = pose(2.0, asks=("round",), instead=Instead(says="Stay flat.", angles_deg={"lumbar_extension": 4.0}), hold_s=3.0)


def test_a_pose_that_asks_it_gives_way_at_the_same_time_and_for_as_long() -> None:
    flat = without(movement(pose(), DEEP), ("round",))
    assert flat is not None
    assert [one.says for one in flat.poses] == ["Move.", "Stay flat."]
    assert (flat.poses[1].at_s, flat.poses[1].hold_s, flat.poses[1].angles_deg) == (2.0, 3.0, {"lumbar_extension": 4.0})
    assert asked_by(flat) == frozenset()
    assert "Stay flat." in described(flat)


def test_what_is_not_asked_changes_nothing() -> None:
    one = movement(pose(), DEEP)
    assert without(one, ("hollow", "landing")) is one


@pytest.mark.parametrize("gone", [("weight",), ("bag-row",)])
def test_a_part_goes_by_what_it_asks_or_by_its_name(gone: tuple[str, ...]) -> None:
    left = without(set_of(Part("walking", "Walk."), Part("bag-row", "Row.", asks=("weight",))), gone)
    assert left is not None
    assert [part.move for part in left.parts] == ["walking"]


def test_of_a_set_nothing_may_be_left() -> None:
    assert without(set_of(Part("walking", "Walk.")), ("walking",)) is None
    with pytest.raises(BadInput, match="nothing of 'run-walk-return' is left"):
        figure_svg(BASE, "run-walk-return", leaves_out=("walking", "running-easy"))


@pytest.mark.parametrize("half", [{"asks": ("round",)}, {"instead": Instead(says="Stay flat.")}])
def test_a_pose_names_what_it_asks_and_what_comes_instead_or_neither(half: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="both asks and instead"):
        KeyPose(at_s=0, says="Move.", **half)  # type: ignore[arg-type]


@pytest.mark.parametrize("one", ALTERED)
def test_what_comes_instead_can_be_done_by_every_body(one: Movement) -> None:
    shapes = [shape for shape in SHAPE_WORDS if meets(one, shape)]
    found = {shape: wrong(perform(in_shape(one, shape))) for shape in shapes}
    assert {shape: problems for shape, problems in found.items() if problems} == {}


@pytest.mark.parametrize("one", ALTERED)
def test_the_picture_changes_with_it(one: Movement) -> None:
    whole = BASE.movements[one.id]
    gone = sorted(asked_by(whole) - asked_by(one))
    assert figure_svg(BASE, one.id, leaves_out=gone) != figure_svg(BASE, one.id)
    assert msgspec.structs.replace(one, poses=whole.poses, arrows=whole.arrows) == whole


def test_the_picture_of_a_set_shows_only_what_is_left() -> None:
    picture = figure_svg(BASE, "gentle-yoga", leaves_out=("head-down", "hollow"))
    assert "Sphinx" not in picture
    assert "Sphinx" in figure_svg(BASE, "gentle-yoga")
