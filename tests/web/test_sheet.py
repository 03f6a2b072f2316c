"""A sheet of exercises to print: of the week, or chosen; on a person's sheet nothing that safety does not offer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils.formats import date_format

from spinewise.interop.pdf.sheet import sheet_content
from spinewise.web.views import common
from tests.web.real import real_base, told
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")


def on_sheet(visitor: Visitor) -> list[str]:
    """The exercises on the sheet that is open."""
    marked = [str(values.get("aria-labelledby")) for tag, values in visitor.reader.tags if tag == "section"]
    return [one.removeprefix("row-") for one in marked if one.startswith("row-")]


def test_alices_sheet_holds_what_is_planned_with_the_doses_of_her_week(alice: Visitor) -> None:
    told(alice)
    alice.mine("sheet/")
    rows = on_sheet(alice)
    alice.mine("week/?print=1")
    assert rows
    assert all(real_base().interventions[name].name in alice.text for name in rows)


def test_she_can_choose(alice: Visitor) -> None:
    told(alice)
    alice.mine("sheet/?item=cat-cow&item=bridge&item=lost")
    assert on_sheet(alice) == ["cat-cow", "bridge"]
    assert ("item", "cat-cow") in alice.checked()
    alice.has_one_of_each_id()


def test_what_is_not_for_her_is_not_on_it_and_named(alice: Visitor) -> None:
    told(alice, {"pregnant_weeks": 30.0, "age": 31.0})
    alice.mine("sheet/?item=prone-press-up&item=cat-cow")
    assert "prone-press-up" not in on_sheet(alice)
    assert "Not on the sheet" in alice.text
    assert real_base().interventions["prone-press-up"].name in alice.text


def test_a_sheet_for_nobody_says_that_nothing_was_checked(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/sheet/?item=bird-dog&item=cat-cow")
    assert on_sheet(visitor) == ["bird-dog", "cat-cow"]
    assert "Nobody has checked whether these exercises are safe for you" in visitor.text


def test_when_to_stop_is_told_once_for_all_and_what_is_special_for_each(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/sheet/?item=bird-dog&item=cat-cow")
    signals = {text for name in ("bird-dog", "cat-cow") for text in real_base().interventions[name].stop_signals}
    assert all(visitor.text.count(text) == 1 for text in signals)


def test_the_pdf_holds_the_same(alice: Visitor) -> None:
    told(alice)
    response = alice.client.get(f"/p/{alice.person}/sheet.pdf?item=cat-cow")
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-store"
    assert response.content.startswith(b"%PDF-")


def _in_pdf(visitor: Visitor, monkeypatch: pytest.MonkeyPatch, path: str) -> str:
    """What the PDF says above the exercises."""
    told: list[str] = []

    def keep(*about: Any) -> dict[str, Any]:
        content = sheet_content(*about)
        told.append(str(content["note"]))
        return content

    monkeypatch.setattr("spinewise.interop.pdf.sheet.sheet_content", keep)
    visitor.client.get(path)
    (note,) = told
    return note


@pytest.mark.parametrize(("name", "says"), [("Alice", "For Alice. Checked on"), ("", "Made for one person. Checked on")])
def test_a_sheet_says_for_whom_it_is_and_when_it_was_checked(
    visit: Callable[[], Visitor], monkeypatch: pytest.MonkeyPatch, name: str, says: str
) -> None:
    visitor = visit()
    visitor.begin(name)
    told(visitor)
    visitor.mine("sheet/?item=cat-cow")
    note = _in_pdf(visitor, monkeypatch, f"/p/{visitor.person}/sheet.pdf?item=cat-cow")
    for text in (visitor.text, note):
        assert f"{says} {date_format(common.today(), 'j F Y')}. It is for this person only." in text


def test_the_pdf_for_nobody_says_that_nothing_was_checked(
    visit: Callable[[], Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = visit()
    assert "Nobody has checked" in _in_pdf(visitor, monkeypatch, "/sheet.pdf?item=cat-cow")


def test_before_the_check_a_sheet_of_hers_is_not_said_to_be_checked(alice: Visitor) -> None:
    alice.mine("sheet/?item=cat-cow")
    assert "Checked on" not in alice.text
    assert "Nobody has checked" in alice.text


def test_nothing_chosen_is_a_form(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/sheet/")
    assert on_sheet(visitor) == []
    assert "Choose what you want on the sheet" in visitor.text
