"""Pictures of the movements: served by us, with words for those who cannot see them."""

from datetime import UTC, date, datetime
from uuid import UUID
from xml.etree import ElementTree

import pytest
from django.test import Client

from spinewise.coaching import session_of
from spinewise.knowledge import KnowledgeBase, findings_from_facts, load_knowledge, read_closed, usual_dose
from spinewise.safety import Clearance, clear
from spinewise.web.presenters.figures import figure_for, figure_view
from spinewise.web.presenters.session import player_view
from spinewise.web.sessions import DaySession, Started

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


def test_the_moves_of_a_set_stand_one_by_one_with_their_words() -> None:
    figure = figure_view("pregnancy-morning-set", BASE)
    whole = BASE.movements["pregnancy-morning-set"]
    assert figure is not None
    assert [part.words for part in figure.parts] == [part.says for part in whole.parts]
    assert all(part.moving.endswith(f"?shape={whole.shape}") for part in figure.parts)
    single = figure_view("bird-dog", BASE)
    assert single is not None
    assert single.parts == ()


def _twenty_weeks() -> dict[str, Clearance]:
    facts = {"age": 30, "sex": "female", "complaint": "pain", "regions": ["low-back"], "pregnant_weeks": 20}
    return dict(clear(read_closed(findings_from_facts(facts, BASE), BASE), BASE))


def test_the_picture_of_a_person_leaves_out_what_they_must_not_do(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spinewise.web.views.figures.knowledge", load_knowledge)
    own, usual = figure_for("cat-cow", BASE, "", _twenty_weeks()), figure_view("cat-cow", BASE)
    assert own is not None
    assert usual is not None
    assert "belly sink" in usual.words
    assert "belly sink" not in own.words
    picture = client.get(own.still)
    assert picture.status_code == 200
    assert "belly sink" not in picture.content.decode()


def test_the_picture_of_a_person_shows_the_form_that_a_change_names() -> None:
    own = figure_for("figure-four-lying", BASE, "", _twenty_weeks())
    assert own is not None
    assert own.moving == "/figures/figure-four-seated.svg"


def test_a_set_of_which_nothing_is_left_is_not_found(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spinewise.web.views.figures.knowledge", load_knowledge)
    assert client.get("/figures/run-walk-return.svg?without=walking").status_code == 200
    assert client.get("/figures/run-walk-return.svg?without=walking running-easy").status_code == 404


def test_a_session_gets_the_picture_that_agrees_with_its_cues() -> None:
    made = session_of([usual_dose(BASE.interventions["cat-cow"])], BASE, clearances=_twenty_weeks())
    started = Started(UUID(int=1), date(2026, 11, 25), "full", None, datetime(2026, 11, 25, 8, tzinfo=UTC))
    view = player_view(DaySession((), made), started, BASE)
    assert '"cat-cow hollow": "/figures/cat-cow.svg?without=hollow"' in view.data
    assert "belly sink" not in view.data
