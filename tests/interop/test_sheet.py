"""Exercises on paper."""

from datetime import date
from typing import Any

import pytest

from spinewise.interop.pdf import SheetItem, shared_stops, sheet_content, sheet_pdf
from spinewise.knowledge import Dose, load_knowledge, usual_dose

BASE = load_knowledge()
ON = date(2026, 11, 25)


def item(name: str, *changes: str) -> SheetItem:
    return SheetItem(name, usual_dose(BASE.interventions[name]), changes)


def content(*items: SheetItem) -> Any:
    return sheet_content(items, BASE)


def test_it_is_a_pdf_and_the_same_exercises_give_the_same_bytes() -> None:
    first = sheet_pdf([item("bird-dog"), item("heat-pack-back")], BASE, ON, "Nobody has checked this.")
    assert first.startswith(b"%PDF-")
    assert sheet_pdf([item("bird-dog"), item("heat-pack-back")], BASE, ON, "Nobody has checked this.") == first


def test_each_exercise_has_its_steps_dose_changes_and_still_picture() -> None:
    (row,) = content(SheetItem("bird-dog", Dose("bird-dog", 4, "light", 1, 6, 5.0), ("Stay low.",)))["items"]
    assert row["steps"] == list(BASE.interventions["bird-dog"].steps)
    assert row["dose"] == "4 minutes each time; 1 set, 6 repetitions, hold 5 seconds; light"
    assert row["changes"] == ["Stay low."]
    assert row["picture"].startswith("<svg")
    assert "<animate" not in row["picture"]
    assert "var(" not in row["picture"]
    assert "bird-dog" not in row["shows"]
    assert row["shows"].startswith("A person")


def test_when_to_stop_stands_above_where_it_holds_for_several() -> None:
    page = content(item("bird-dog"), item("bridge"))
    shared = shared_stops(["bird-dog", "bridge"], BASE)
    assert page["stop"] == list(shared)
    for name, row in zip(("bird-dog", "bridge"), page["items"], strict=True):
        assert {*shared, *row["stop"]} >= set(BASE.interventions[name].stop_signals)


def test_one_exercise_keeps_its_own_stop_signals() -> None:
    page = content(item("bridge"))
    assert page["stop"] == []
    assert page["items"][0]["stop"] == list(BASE.interventions["bridge"].stop_signals)


@pytest.mark.parametrize("awkward", ["# no heading", "*not* bold", "$x$ #eval", '"quoted" \\ back'])
def test_no_text_is_taken_for_markup(awkward: str) -> None:
    assert sheet_pdf([item("cat-cow", awkward)], BASE, ON, awkward).startswith(b"%PDF-")
