"""What every page must have: a title, one heading, landmarks, headers that keep health data at home, little weight."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.web.visitor import Visitor

PUBLIC = (
    "/",
    "/about/",
    "/about/safety/",
    "/emergency/",
    "/reference/",
    "/reference/?q=walk",
    "/reference/?q=zzzz",
    "/reference/intervention/",
    "/reference/intervention/slow-walk/",
    "/reference/claim/",
    "/reference/claim/rest-in-bed/",
    "/reference/lesson/",
    "/reference/lesson/move-or-rest/",
    "/reference/condition/plain-back-pain/",
    "/reference/finding/fever/",
    "/reference/source/guide/",
    "/people/delete-all/",
    "/breaks/",
    "/positions/",
    "/timer/",
    "/compare/?a=slow-walk&b=knee-bend",
    "/sheet/?item=slow-walk",
    "/nowhere/",
)
PERSONAL = (
    "",
    "answers/",
    "check/1/",
    "result/",
    "result/summary/",
    "emergency/",
    "week/",
    "week/?print=1",
    "recheck/",
    "record/",
    "reference/",
    "reference/?q=walk",
    "reference/intervention/",
    "reference/intervention/slow-walk/",
    "reference/finding/fever/",
    "tests/",
    "breaks/",
    "positions/",
    "timer/",
    "compare/?a=slow-walk&b=knee-bend",
    "sheet/",
    "export/",
    "settings/",
    "travel/",
    "reminders/",
    "delete/",
)
FIRST_PAGE_BYTES = 60_000
STYLE_BYTES = 25_000


def _check(visitor: Visitor) -> None:
    tags = [tag for tag, _values in visitor.reader.tags]
    assert tags.count("h1") == 1
    assert tags.count("title") == tags.count("main") == tags.count("footer") == 1
    assert ("html", {"lang": "en"}) in visitor.reader.tags
    assert visitor.reader.links[0] == "#main"
    ids = [values["id"] for _tag, values in visitor.reader.tags if values.get("id")]
    assert len(ids) == len(set(ids))
    assert "%(" not in visitor.text
    assert "style=" not in visitor.html
    assert re.search(r"\son[a-z]+=", visitor.html) is None
    assert not re.search(r"<script(?! src=)", visitor.html)


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(alice: Visitor, path: str) -> None:
    alice.open(path)
    _check(alice)


@pytest.mark.parametrize("path", PERSONAL)
def test_personal_pages(alice: Visitor, path: str) -> None:
    alice.finish()
    alice.mine(path)
    _check(alice)
    assert alice.page["Cache-Control"] == "no-store"


def test_every_screen_of_the_check(alice: Visitor) -> None:
    while alice.at_check():
        _check(alice)
        alice.finish_one()


def test_no_page_loads_anything_from_elsewhere(alice: Visitor) -> None:
    alice.finish()
    for path in ("/", f"/p/{alice.person}/result/", f"/p/{alice.person}/week/"):
        alice.open(path)
        for tag, values in alice.reader.tags:
            loaded = values.get("src") or (values.get("href") if tag == "link" else None) or ""
            assert not loaded or loaded.startswith("/static/")


def test_headers_guard_every_page(alice: Visitor) -> None:
    response = alice.open("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_the_only_cookie_guards_the_forms(alice: Visitor) -> None:
    alice.finish()
    assert set(alice.client.cookies) == {"spinewise_csrf"}
    cookie = alice.client.cookies["spinewise_csrf"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


def test_a_form_without_its_token_changes_nothing(alice: Visitor) -> None:
    response = alice.client.post(f"/p/{alice.person}/delete/", {})
    assert response.status_code == 403
    assert "This page was open for too long" in response.content.decode()


def test_another_host_name_is_refused(db: None) -> None:
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400
    assert Client().get("/", headers={"host": "localhost:8000"}).status_code == 200


@pytest.mark.parametrize("path", ["/people/", "/p/{}/new-check/", "/p/{}/week/change/"])
def test_a_form_address_cannot_be_opened(alice: Visitor, path: str) -> None:
    assert alice.client.get(path.format(alice.person)).status_code == 405


def test_nothing_is_changed_by_looking(alice: Visitor) -> None:
    alice.finish()
    before = alice.mine("export.json").content
    for path in PERSONAL:
        alice.mine(path)
    assert alice.mine("export.json").content == before


def test_the_first_page_is_light(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/")
    files = [values.get("src") or values.get("href") for tag, values in visitor.reader.tags if tag in ("script", "link")]
    total = len(gzip.compress(visitor.page.content))
    for name in files:
        response = visitor.client.get(str(name), headers={"accept-encoding": "gzip"})
        assert response.status_code == 200
        total += len(response.getvalue())
        assert "max-age=31536000" in response["Cache-Control"]
    assert total < FIRST_PAGE_BYTES


@pytest.mark.parametrize("name", ["spinewise", "check", "quiet", "session"])
def test_the_style_files_are_small_and_call_nobody(name: str) -> None:
    found = finders.find(f"spinewise/{name}.css")
    assert isinstance(found, str)
    style = Path(found).read_bytes()
    assert 0 < len(style) < STYLE_BYTES
    assert b"url(" not in style
    assert b"@import" not in style


def test_our_own_page_when_we_break(alice: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("broken")

    alice.finish()
    monkeypatch.setattr("spinewise.web.views.result.result_view", broken)
    alice.client.raise_request_exception = False
    alice.mine("result/")
    assert alice.page.status_code == 500
    assert "This is our fault, not yours." in alice.text
    assert "broken" not in alice.html
