"""The library, for anybody and for one person."""

import pytest

from tests.web.visitor import Visitor


def test_everything_is_there_by_family(alice: Visitor) -> None:
    alice.open("/reference/intervention/")
    assert "9 things found" in alice.text
    assert "Warmth and cold" in alice.text
    assert "Slow walk keeps you going." in alice.text


@pytest.mark.parametrize(
    ("query", "found", "missing"),
    [
        ("q=walk", "Slow walk", "Knee bend"),
        ("q=WARM+pack", "Warm pack", "Slow walk"),
        ("family=exercise", "Knee bend", "Slow walk"),
        ("position=walking", "Slow walk", "Knee bend"),
        ("equipment=ball", "Ball roll", "Slow walk"),
        ("equipment=nothing", "Slow walk", "Ball roll"),
        ("complaint=pain&q=bend", "Side bend", "Slow walk"),
    ],
)
def test_search_and_filters(alice: Visitor, query: str, found: str, missing: str) -> None:
    alice.open(f"/reference/intervention/?{query}")
    assert found in alice.text
    assert missing not in alice.text


def test_a_filter_for_another_complaint_finds_nothing_and_says_how_to_go_on(alice: Visitor) -> None:
    alice.open("/reference/intervention/?complaint=numbness")
    assert "0 things found" in alice.text
    assert "Show everything" in alice.text


def test_wild_filters_break_nothing(alice: Visitor) -> None:
    assert alice.open("/reference/intervention/?q=%3Cscript%3E&family=x&position=../&equipment=%00").status_code == 200
    assert "<script>" not in alice.html.replace("<script src", "")


def test_a_page_has_everything_about_one_thing(alice: Visitor) -> None:
    alice.open("/reference/intervention/tall-stretch/")
    for words in ("Tall stretch", "Stand up.", "2 sets of 8 repetitions", "One small trial", "Hold on to a chair.", "Stop if"):
        assert words in alice.text
    assert "Age at least 70 years" in alice.text
    assert "Fine for you" not in alice.text


def test_for_a_person_it_says_whether_it_is_fine(alice: Visitor) -> None:
    alice.finish()
    alice.mine("reference/intervention/slow-walk/")
    assert "Fine for you" in alice.text
    assert "It is in your plan" in alice.text


def test_for_a_person_it_says_what_changes_and_why(alice: Visitor) -> None:
    alice.finish({"age": {"age": "75"}})
    alice.mine("reference/intervention/tall-stretch/")
    assert "Fine for you with a change" in alice.text
    assert "A hold makes it safer." in alice.text
    assert "Age: 75 years" in alice.text


def test_for_a_person_it_says_what_blocks_and_why(alice: Visitor) -> None:
    alice.finish({"heart": {"heart_trouble": "yes"}})
    alice.mine("reference/intervention/knee-bend/")
    assert "Not for you now" in alice.text
    assert "needs a doctor's word first" in alice.text
    assert "Heart trouble: yes" in alice.text
    assert "It is not safe for you now." in alice.text


def test_what_must_be_asked_first_leads_to_the_question(alice: Visitor) -> None:
    alice.answer(age="42")
    alice.mine("reference/intervention/knee-bend/")
    assert "We need to ask first" in alice.text
    assert f"/p/{alice.person}/check/more/heart_trouble/" in alice.reader.links


def test_why_not_in_the_week(alice: Visitor) -> None:
    alice.finish()
    alice.mine("reference/intervention/ball-roll/")
    assert "In your week?" in alice.text
    assert "do not have at hand: ball" in alice.text


def test_in_an_emergency_the_library_says_help_first(alice: Visitor) -> None:
    alice.finish({"seat-and-bladder": {"numb_seat": "yes", "no_urine": "no"}})
    alice.mine("reference/intervention/slow-walk/")
    assert "A plan for the week can wait until you have been seen." in alice.text
