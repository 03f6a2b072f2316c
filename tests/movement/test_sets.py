"""Sets walk through other movements, and contrasts put two beside each other."""

import gzip
from xml.etree import ElementTree as ET

import msgspec
import pytest

from spinewise.knowledge.records import Contrast, Movement, Part
from spinewise.movement import described, draw_set, figure_svg, movement_of, moves_of
from spinewise.movement.performing import perform
from spinewise.movement.staging import chief_pose
from spinewise.movement.storyboard import set_board
from tests.movement.moves import BASE, SET_IDS, SETS, movement, pose, set_of

SVG = "{http://www.w3.org/2000/svg}"
HEAVIEST_BYTES = 40_000
SHOWN_FAMILIES = ("exercise", "stretch", "mobility", "aerobic", "mind-body", "water", "posture", "massage", "relaxation")
EVERYDAY = ("walking", "sit-to-stand", "standing-work-footstool")
"""A few steps, getting up and standing at ease: the pictures of longer exercises, but here only what everybody does."""
NO_PICTURE = {
    "soft-ground-shoes": "a pose says nothing of shoes and mats",
    "pleasant-thing-daily": "it is another thing for everybody",
}
each_set = pytest.mark.parametrize("one", SETS, ids=SET_IDS)


def cells(picture: str) -> list[ET.Element]:
    return ET.fromstring(picture).findall(f"{SVG}svg")


def test_everything_that_is_done_with_the_body_has_a_picture() -> None:
    without = {
        one.id for one in BASE.interventions.values() if one.family in SHOWN_FAMILIES and movement_of(BASE, one.id) is None
    }
    assert without == set(NO_PICTURE)


@each_set
def test_a_set_asks_nothing_of_the_body_that_its_exercise_was_not_cleared_for(one: Movement) -> None:
    cleared = {*BASE.interventions[one.id].demands, "quiet"}
    asked = {
        demand
        for part in one.parts
        if part.move in BASE.interventions and part.move not in EVERYDAY
        for demand in BASE.interventions[part.move].demands
    }
    assert asked <= cleared


@each_set
def test_a_set_has_one_cell_for_each_move_and_is_light(one: Movement) -> None:
    picture = figure_svg(BASE, one.id)
    assert len(cells(picture)) == len(one.parts)
    assert len(gzip.compress(picture.encode())) < HEAVIEST_BYTES
    ids = [element.get("id") for element in ET.fromstring(picture).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@each_set
def test_a_set_shows_one_exercise_and_tells_each_move(one: Movement) -> None:
    assert one.shows == (one.id,)
    assert [part.says in described(one) for part in one.parts] == [True] * len(one.parts)


def test_the_moves_of_an_exercise_come_in_their_order() -> None:
    assert [move.id for move in moves_of(BASE, "run-walk-return")] == ["walking", "running-easy", "walking"]
    assert [move.id for move in moves_of(BASE, "bridge")] == ["bridge"]
    assert moves_of(BASE, "flying") == ()


def test_a_set_for_pregnancy_shows_a_pregnant_body() -> None:
    assert {move.shape for move in moves_of(BASE, "pregnancy-morning-set")} == {"pregnant-30"}


def test_printed_a_set_stands_still_and_on_the_screen_a_light_goes_through_it() -> None:
    a_set, moves = set_of(Part("walking", "Walk."), Part("bridge", "Lift.")), moves_of(BASE, "bridge") * 2
    assert "<animate" not in draw_set(a_set, moves, steps=True)
    assert 'calcMode="discrete"' in draw_set(a_set, moves)


def test_a_part_can_name_its_pose() -> None:
    performance = perform(movement(pose(), pose(2.0, angles_deg={"arm_flex": 90}), pose(4.0, angles_deg={"arm_flex": 170})))
    first, second = (set_board([performance], [Part("x", "Move.", pose=number)], "p") for number in (0, 3))
    assert chief_pose(performance.movement) == 1
    assert first.height < second.height


def test_a_movement_is_either_poses_or_a_set() -> None:
    for bad in ({"poses": [{"at_s": 0, "says": "x"}], "parts": [{"move": "walking", "says": "x"}]}, {}):
        with pytest.raises(msgspec.ValidationError, match="either poses or parts"):
            msgspec.convert({"id": "a", "name": "A", "sources": ["judgement"], **bad}, Movement)
    raw = {"id": "a", "name": "A", "sources": ["judgement"], "poses": [{"at_s": 0, "says": "x"}]}
    with pytest.raises(msgspec.ValidationError, match="needs stance"):
        msgspec.convert(raw, Movement)


@pytest.mark.parametrize("one", BASE.contrasts.values(), ids=list(BASE.contrasts))
def test_a_contrast_shows_two_pictures_and_says_what_is_known(one: Contrast) -> None:
    assert figure_svg(BASE, one.harder.move) != figure_svg(BASE, one.easier.move)
    assert "wrong" not in " ".join((one.harder.name, one.harder.says, one.easier.name, *one.changes)).lower()
    assert one.known
    assert one.shows
