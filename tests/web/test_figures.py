"""Pictures of the movements: served by us, with words for those who cannot see them."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from spinewise.knowledge import KnowledgeBase, load_knowledge
from spinewise.web.presenters.figures import figure_view

BASE: KnowledgeBase = load_knowledge()


@pytest.mark.parametrize("query", ["", "?steps=1"])
def test_a_picture_is_an_svg_that_may_be_kept_and_loads_nothing(
    client: Client, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spinewise.web.views.figures.knowledge", load_knowledge)
    answer = client.get(f"/figures/{next(iter(BASE.movements))}.svg{query}")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert "public" in answer["Cache-Control"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "http://" not in answer.content.decode().replace("http://www.w3.org/", "")
    ElementTree.fromstring(answer.content)


def test_the_picture_shows_the_body_of_the_person(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spinewise.web.views.figures.knowledge", load_knowledge)
    figure = figure_view("sit-to-stand", BASE, "pregnant-28")
    usual = figure_view("sit-to-stand", BASE)
    assert figure is not None
    assert usual is not None
    assert figure.moving.endswith("?shape=pregnant-28")
    pictures = client.get(figure.still), client.get(usual.still)
    assert [answer.status_code for answer in pictures] == [200, 200]
    assert pictures[0].content != pictures[1].content


@pytest.mark.parametrize("query", ["?shape=giant", "?shape=pregnant-99"])
def test_a_body_that_does_not_exist_is_not_found(client: Client, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spinewise.web.views.figures.knowledge", load_knowledge)
    assert client.get(f"/figures/{next(iter(BASE.movements))}.svg{query}").status_code == 404


def test_an_unknown_picture_is_not_found(client: Client) -> None:
    assert client.get("/figures/no-such-movement.svg").status_code == 404


def test_a_thing_to_do_with_a_movement_has_a_picture_in_words() -> None:
    shown = next(name for movement in BASE.movements.values() for name in movement.shows if name in BASE.interventions)
    figure = figure_view(shown, BASE)
    assert figure is not None
    assert figure.words.startswith("A person")
    assert figure.still.startswith(figure.moving)


def test_without_a_movement_there_is_no_picture() -> None:
    shown = {name for movement in BASE.movements.values() for name in movement.shows}
    bare = next(name for name in BASE.interventions if name not in shown)
    assert figure_view(bare, BASE) is None
