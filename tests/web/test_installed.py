"""What stays on a phone: the worker, the page without a line, the manifest, and what goes when everything is deleted."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from spinewise.web.jinja import hashed_static
from spinewise.web.views.installed import (
    SESSION_PARTS,
    SHELL_FILES,
    session_script_address,
    session_script_text,
    worker_text,
)
from tests.web.conftest import Clock
from tests.web.visitor import Visitor

STATIC = Path(str(finders.find("spinewise/sw.js"))).parent


def _shell() -> list[str]:
    found = re.search(r"^const SHELL = (.*);$", worker_text(), re.MULTILINE)
    assert found is not None
    return list(json.loads(found[1]))


@pytest.mark.django_db
def test_the_worker_is_a_script_for_the_whole_site_that_is_looked_up_anew() -> None:
    answer = Client().get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(len(SHELL_FILES) + 3))
def test_all_that_the_worker_keeps_for_everybody_is_there(number: int) -> None:
    address = _shell()[number]
    assert "/p/" not in address
    answer = Client().get(address)
    assert answer.status_code == 200
    answer.close()


def test_every_part_of_the_script_of_a_session_is_in_it() -> None:
    assert {path.name for path in STATIC.glob("session-*.js")} == {f"session-{part}.js" for part in SESSION_PARTS}
    assert all(path.read_text() in session_script_text() for path in STATIC.glob("session*.js"))


def test_another_build_is_another_worker() -> None:
    found = re.search(r'^const BUILD = "([0-9a-f]+)";$', worker_text(), re.MULTILINE)
    assert found is not None
    assert {hashed_static("spinewise/session.css"), session_script_address()} <= set(_shell())


@pytest.mark.django_db
def test_without_a_line_there_is_a_number_to_call() -> None:
    page = Client().get("/offline/").content.decode()
    assert "You are offline" in page
    assert 'href="tel:112"' in page


def test_the_manifest_names_pictures_that_are_there() -> None:
    manifest = json.loads((STATIC / "manifest.webmanifest").read_text())
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert manifest["display"] == "standalone"
    assert all((STATIC / icon["src"]).is_file() for icon in manifest["icons"])


def test_a_page_of_a_person_says_until_when_a_kept_copy_may_be_shown(alice: Visitor, clock: Clock) -> None:
    until = datetime.fromtimestamp(int(alice.mine()["Spinewise-Until"]) / 1000, UTC)
    assert clock.now < until <= clock.now + timedelta(days=1)


def test_other_pages_say_nothing_of_it(alice: Visitor) -> None:
    assert "Spinewise-Until" not in alice.open("/about/").headers


def test_deleting_everything_clears_the_browser_too(alice: Visitor) -> None:
    alice.open("/people/delete-all/")
    token = alice.hidden("csrfmiddlewaretoken")
    answer = alice.client.post("/people/delete-all/", {"csrfmiddlewaretoken": token})
    assert answer.status_code == 303
    assert answer["Clear-Site-Data"] == '"cache", "storage"'


def test_the_settings_hold_the_switch_hidden_until_a_script_can_serve_it(alice: Visitor) -> None:
    alice.mine("settings/")
    assert ("section", {"id": "keep", "aria-labelledby": "keep-title", "hidden": None}) in alice.reader.tags
    assert "Keep my week on this phone" in alice.text
