"""Every movement of the knowledge base, in every frame."""

import gzip
import re
from xml.etree import ElementTree as ET

import pytest

from spinewise.knowledge import BadInput
from spinewise.knowledge.records import Movement
from spinewise.movement import described, draw_movement, figure_svg
from spinewise.movement.performing import contacts_of
from tests.movement.moves import BASE, IDS, MOVEMENTS, movement, pose

SVG = "{http://www.w3.org/2000/svg}"
HEAVIEST_BYTES = 40_000
each_movement = pytest.mark.parametrize("one", MOVEMENTS, ids=IDS)


@each_movement
def test_something_carries_the_body(one: Movement) -> None:
    assert all(contacts_of(one, key) for key in one.poses)


@each_movement
def test_the_picture_is_whole_and_light(one: Movement) -> None:
    picture = figure_svg(BASE, one.id)
    root = ET.fromstring(picture)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = {element.get("href", "#")[1:] for element in root.iter(f"{SVG}use")}
    assert links <= set(ids)
    assert len(gzip.compress(picture.encode())) < HEAVIEST_BYTES
    assert not re.search(r"\bnan\b", picture)


@each_movement
def test_the_picture_is_told_in_words(one: Movement) -> None:
    root = ET.fromstring(figure_svg(BASE, one.id))
    named = (root.get("aria-labelledby") or "").split()
    texts = {element.get("id"): element.text for element in root.iter() if element.get("id") in named}
    assert [texts[name] for name in named] == [one.name, described(one)]


@each_movement
def test_all_values_of_an_animation_have_the_same_form(one: Movement) -> None:
    root = ET.fromstring(figure_svg(BASE, one.id))
    for animate in root.iter(f"{SVG}animate"):
        values = (animate.get("values") or "").split(";")
        assert len(values) == len((animate.get("keyTimes") or "").split(";"))
        assert len({sum(map(value.count, "MqLz")) for value in values}) == 1


@each_movement
def test_steps_stand_still(one: Movement) -> None:
    steps = figure_svg(BASE, one.id, steps=True)
    assert "<animate" not in steps
    assert ET.fromstring(steps).tag == f"{SVG}svg"


def test_an_intervention_finds_its_movement() -> None:
    shown = next(one for one in MOVEMENTS if one.shows)
    assert figure_svg(BASE, shown.shows[0]) == figure_svg(BASE, shown.id)


def test_an_unknown_exercise_is_refused() -> None:
    with pytest.raises(BadInput, match="no movement shows 'flying'"):
        figure_svg(BASE, "flying")


def test_an_unknown_shape_is_refused() -> None:
    with pytest.raises(BadInput, match="no body shape 'giant'"):
        figure_svg(BASE, "walking", shape="giant")


def test_the_picture_is_made_anew_the_same_way() -> None:
    one = movement(pose(), pose(2.0, angles_deg={"arm_flex": 100}))
    assert draw_movement(one) == draw_movement(one)


def test_less_motion_shows_the_steps() -> None:
    picture = draw_movement(movement(pose(), pose(2.0, angles_deg={"arm_flex": 100})))
    assert "prefers-reduced-motion" in picture
    assert 'class="fig-still"' in picture
    assert "<style" not in draw_movement(movement(), standalone=False)
