"""Drawings beside questions."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from spinewise.intake import Purpose, Step
from spinewise.knowledge import Findings
from spinewise.web.conversation import Place
from spinewise.web.presenters.pictures import PICTURE_OF, PICTURES, picture_of
from spinewise.web.presenters.screen import Sent, screen_view
from spinewise.web.reading import Reading
from tests.web.real import real_base
from tests.web.visitor import Reader

FOLDER = Path(__file__).parents[2] / "src/spinewise/web/templates/parts/pictures"


def test_every_finding_with_a_picture_is_asked_by_a_question() -> None:
    assert set(PICTURE_OF) <= set(real_base().question_of)


def test_every_picture_is_used_and_has_a_drawing_of_its_own() -> None:
    assert set(PICTURE_OF.values()) == set(PICTURES)
    assert {path.stem for path in FOLDER.glob("*.html")} == {*PICTURES, "outline"}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_drawing_is_small_says_what_it_shows_and_has_no_colour_of_its_own(name: str) -> None:
    picture = PICTURES[name]
    drawn = render_to_string(picture.template, {"picture": picture})
    reader = Reader()
    reader.feed(drawn)
    svg = reader.tags[0][1]
    assert svg["role"] == "img"
    assert svg["aria-label"] == str(picture.alt)
    assert len(drawn) < 12_000
    assert re.search(r"#[0-9a-f]{3,6}\b|style=|\bid=|fill=", drawn) is None


def test_a_question_shows_its_picture_and_others_show_none() -> None:
    base = real_base()
    place = Place(Step(base.questions["nerves"], ("saddle_numbness", "leg_trouble"), Purpose.DANGER), 1)
    view = screen_view(place, 0, Sent({}, Reading()), Findings(), base)
    shown = {field.id: field.picture.id if field.picture else "" for field in view.fields}
    assert shown == {"saddle_numbness": "saddle", "leg_trouble": ""}
    assert picture_of("fever") is None
