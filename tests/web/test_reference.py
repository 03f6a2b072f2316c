"""The reference: a list of each kind, a page for each item, what refers to what, and old addresses that lead on."""

import pytest

from spinewise.knowledge import KnowledgeBase
from spinewise.records.search.documents import KINDS
from tests.web.visitor import Visitor


def test_the_first_page_names_every_kind_that_holds_something(alice: Visitor, base: KnowledgeBase) -> None:
    alice.open("/reference/")
    for kind in KINDS:
        assert (f"/reference/{kind}/" in alice.reader.links) == bool(base.items[kind])


def test_every_item_stands_on_its_list_and_has_a_page(alice: Visitor, base: KnowledgeBase) -> None:
    for kind in KINDS:
        for item in base.items[kind]:
            alice.open(f"/reference/{kind}/")
            assert f"/reference/{kind}/{item}/" in alice.reader.links
            assert alice.open(f"/reference/{kind}/{item}/").status_code == 200


def test_the_pages_of_a_person_keep_to_that_person(alice: Visitor) -> None:
    alice.finish()
    for path in (
        "reference/",
        "reference/?q=rest",
        "reference/claim/",
        "reference/claim/rest-in-bed/",
        "reference/finding/fever/",
    ):
        alice.mine(path)
        strange = [link for link in alice.reader.links if link.startswith("/reference/")]
        assert strange == []


def test_lessons_are_listed_by_topic_and_by_their_question(alice: Visitor) -> None:
    alice.open("/reference/lesson/")
    for words in ("Moving and resting", "Sleep", "Should I rest?", "Why is it worse when I lie down?"):
        assert words in alice.text


def test_a_lesson_has_text_look_back_certainty_and_sources(alice: Visitor) -> None:
    alice.open("/reference/lesson/move-or-rest/")
    for words in (
        "Should I rest?",
        "A short rest is fine.",
        "Which part of your day can you keep?",
        "We are fairly sure of this.",
    ):
        assert words in alice.text
    assert "https://example.org/guide" in alice.reader.links
    assert "/reference/source/guide/" in alice.reader.links


def test_an_education_item_leads_to_its_lesson(alice: Visitor) -> None:
    alice.finish()
    alice.mine("reference/intervention/slow-walk/")
    assert f"/p/{alice.person}/reference/lesson/move-or-rest/" in alice.reader.links
    alice.mine("reference/lesson/move-or-rest/")
    assert f"/p/{alice.person}/reference/intervention/slow-walk/" in alice.reader.links


def test_what_stands_in_the_week_leads_to_its_lesson(alice: Visitor) -> None:
    alice.finish()
    alice.mine("week/?day=0")
    days = [f"week/?day={day}" for day in range(7)]
    lesson = f"/p/{alice.person}/reference/lesson/move-or-rest/"
    assert any(lesson in _links(alice, day) for day in days)


def _links(visitor: Visitor, path: str) -> list[str]:
    visitor.mine(path)
    return visitor.reader.links


def test_a_claim_has_its_honest_verdict(alice: Visitor) -> None:
    alice.open("/reference/claim/")
    assert "Research speaks against this" in alice.text
    alice.open("/reference/claim/rest-in-bed/")
    assert "Move in small steps." in alice.text
    assert "Research speaks against this" in alice.text


def test_a_grave_condition_says_that_reading_is_not_having(alice: Visitor) -> None:
    alice.open("/reference/condition/spine-infection/")
    for words in ("This needs a doctor. Reading about it does not mean that it is yours.", "Fever: often", "our own estimate"):
        assert words in alice.text


def test_a_warning_sign_tells_each_level_and_what_it_looks_at(alice: Visitor) -> None:
    alice.open("/reference/red-flag/cauda/")
    for words in (
        "Please go to an emergency department now.",
        "When: numb seat or not being able to pass water.",
        "cauda equina syndrome",
    ):
        assert words in alice.text
    assert "/reference/finding/numb_seat/" in alice.reader.links


def test_a_question_says_why_and_what_hangs_on_it(alice: Visitor) -> None:
    alice.open("/reference/finding/fever/")
    for words in (
        "Do you have a fever?",
        "An infection can hide in the spine.",
        "A fever is 38 degrees or more.",
        "What refers to this",
    ):
        assert words in alice.text
    for link in ("/reference/red-flag/infection/", "/reference/condition/spine-infection/", "/reference/question/fever/"):
        assert link in alice.reader.links


def test_a_safety_rule_names_what_it_guards_and_a_concept_who_uses_it(alice: Visitor) -> None:
    alice.open("/reference/safety-rule/effort-heart/")
    assert "Left out" in alice.text
    assert "/reference/intervention/knee-bend/" in alice.reader.links
    alice.open("/reference/concept/pregnant/")
    assert "/reference/safety-rule/supine-pregnant/" in alice.reader.links
    alice.open("/reference/intervention/knee-bend/")
    assert "/reference/safety-rule/effort-heart/" in alice.reader.links


def test_a_source_says_what_it_is_how_it_was_checked_and_who_cites_it(alice: Visitor) -> None:
    alice.open("/reference/source/paper/")
    for words in ("A journal", "2021", "Trial", "Nobody has looked this up yet."):
        assert words in alice.text
    assert "https://doi.org/10.1000/xyz" in alice.reader.links
    assert "/reference/intervention/slow-walk/" in alice.reader.links
    assert "/reference/lesson/good-nights/" in alice.reader.links


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("library/", "reference/intervention/"),
        ("library/?q=walk", "reference/intervention/?q=walk"),
        ("library/claims/", "reference/claim/"),
        ("library/conditions/", "reference/condition/"),
        ("library/do/slow-walk/", "reference/intervention/slow-walk/"),
        ("library/claims/rest-in-bed/", "reference/claim/rest-in-bed/"),
    ],
)
def test_old_addresses_lead_to_the_one_page_that_holds_the_same(alice: Visitor, old: str, new: str) -> None:
    for prefix in ("/", f"/p/{alice.person}/"):
        response = alice.client.get(prefix + old)
        assert (response.status_code, response["Location"]) == (301, prefix + new)


def test_the_old_list_of_sources_leads_on(alice: Visitor) -> None:
    assert alice.client.get("/about/sources/")["Location"] == "/reference/source/"


@pytest.mark.parametrize(
    "path", ["x/", "x/y/", "claim/x/", "finding/x/", "intervention/x/", "worked-case/", "disposition/emergency/"]
)
def test_what_is_not_there_is_not_found(alice: Visitor, path: str) -> None:
    assert alice.open(f"/reference/{path}").status_code == 404
    assert alice.mine(f"reference/{path}").status_code == 404


@pytest.mark.parametrize("path", ["do/x/", "claims/x/", "conditions/x/"])
def test_an_old_address_of_nothing_is_not_found(alice: Visitor, path: str) -> None:
    assert alice.open(f"/library/{path}").status_code == 404


def test_the_safety_file_says_purpose_limits_and_each_hazard(alice: Visitor) -> None:
    alice.open("/about/")
    assert "/about/safety/" in alice.reader.links
    alice.open("/about/safety/")
    for words in (
        "What it is not for",
        "Limits",
        "What we do, and what stays",
        "The interview ends before a danger was asked about",
    ):
        assert words in alice.text
