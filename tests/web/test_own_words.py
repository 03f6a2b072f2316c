"""Beginning in one's own words: nothing counts before it was tapped, nothing typed is kept."""

import json

import pytest

from spinewise.intake import suggest
from spinewise.records.interviews import latest_interview
from spinewise.web.statements import confirmed, statements
from tests.web.real import kept, real_base
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")
TEXT = "My low back hurts for three weeks and pain goes down my left leg. No fever."


def write(visitor: Visitor, text: str) -> None:
    visitor.send(f"/p/{visitor.person}/words/", {"text": text})


def tap(visitor: Visitor, **said: str) -> None:
    """Answer statements by their key, with ``__`` for the colon."""
    fields = {f"say:{key.replace('__', ':')}": value for key, value in said.items()}
    visitor.send(f"/p/{visitor.person}/words/confirm/", {"seen": visitor.hidden("seen"), **fields})


def test_the_box_stands_on_the_first_screen_only(alice: Visitor) -> None:
    assert "In your own words: what is wrong?" in alice.text
    assert "What you write is not kept." in alice.text
    alice.give({"age": "42", "sex": "male"})
    assert "In your own words" not in alice.text


def test_a_text_comes_back_as_statements_with_yes_and_no_and_nothing_chosen(alice: Visitor) -> None:
    write(alice, TEXT)
    for words in ("Low back", "For 3 weeks", "Pain running down the leg: yes", "Fever: no", "You wrote: “for three weeks”"):
        assert words in alice.text
    assert alice.checked() == []
    alice.has_one_of_each_id()


def test_only_what_was_tapped_counts_and_it_is_not_asked_again(alice: Visitor) -> None:
    write(alice, TEXT)
    tap(alice, duration_days__21="yes", sciatica__yes="yes", fever__no="no")
    found = kept(alice)
    assert found.get("duration_days") == 21
    assert found.get("sciatica") is True
    assert not found.settled("fever")
    assert not found.settled("complaint")
    assert alice.hidden("question") == "who"


def test_two_places_are_two_statements_and_one_answer(alice: Visitor) -> None:
    write(alice, "neck and low back hurt")
    tap(alice, **{"regions__neck": "yes", "regions__low-back": "yes"})
    assert kept(alice).get("regions") == frozenset({"neck", "low-back"})


def test_nothing_tapped_changes_nothing(alice: Visitor) -> None:
    write(alice, TEXT)
    tap(alice)
    assert alice.at_check()
    assert not kept(alice).values


def test_what_was_written_is_nowhere_in_the_record(alice: Visitor) -> None:
    write(alice, "Zebra stripes hurt my low back for three weeks")
    tap(alice, duration_days__21="yes")
    data = json.loads(alice.mine("export.json?private=1").content)
    assert "zebra" not in json.dumps(data).lower()


def test_an_emergency_that_is_confirmed_leads_to_help_at_once(alice: Visitor) -> None:
    write(alice, "I cannot pee since yesterday and I am numb between my legs")
    assert "say:saddle_numbness:yes" in alice.html
    tap(alice, saddle_numbness__yes="yes", urinary_retention__yes="yes")
    assert alice.path.endswith("/result/")
    assert "Get emergency help now" in alice.text


@pytest.mark.parametrize("text", ["", "   ", "xyzzy plugh", "?!", "\0", "☃" * 50])
def test_nothing_or_nothing_understood_is_answered_kindly(alice: Visitor, text: str) -> None:
    write(alice, text)
    assert "The questions find out what matters." in alice.text
    assert "Go on with the questions" in alice.text


def test_a_very_long_text_is_read_in_part_and_says_so(alice: Visitor) -> None:
    write(alice, "My low back hurts. " + "word " * 4000)
    assert "We read only the first 2000 letters." in alice.text
    assert "Low back" in alice.text


def test_a_text_without_measure_is_refused_by_our_own_page(alice: Visitor) -> None:
    write(alice, "x" * 300_000)
    assert alice.page.status_code == 400


def test_markup_is_only_text(alice: Visitor) -> None:
    write(alice, "<script>alert(1)</script> my low back hurts")
    assert "<script>alert" not in alice.html


def test_an_old_page_is_answered_with_the_question_that_is_open(alice: Visitor) -> None:
    write(alice, TEXT)
    seen = alice.hidden("seen")
    alice.mine("check/")
    alice.give({"age": "42", "sex": "male"})
    alice.send(f"/p/{alice.person}/words/confirm/", {"seen": seen, "say:sciatica:yes": "yes"})
    assert "This check has moved on" in alice.text
    assert not kept(alice).known("sciatica")


def test_looking_at_the_address_begins_the_check(alice: Visitor) -> None:
    alice.mine("words/")
    assert alice.at_check()


@pytest.mark.parametrize(
    "key", ["nothing:yes", "age:-3", "age:abc", "sciatica:maybe", "regions:moon", "sciatica", "age:nan", ""]
)
def test_keys_that_no_page_sends_are_left_out(key: str) -> None:
    assert confirmed([key], real_base()) == {}


def test_every_statement_survives_its_way_through_the_page() -> None:
    base = real_base()
    found = list(statements(suggest(TEXT + " I am 54, pain 7 out of 10, sudden, sharp, 20 weeks pregnant.", base)))
    assert len(found) > 6
    for one in found:
        assert confirmed([one.key], base) == {one.finding: one.value}


def test_a_confirmed_answer_can_be_changed_like_any_other(alice: Visitor) -> None:
    write(alice, TEXT)
    tap(alice, duration_days__21="yes")
    assert alice.person is not None
    number = len(latest_interview(alice.person, real_base()).interview.answered)
    alice.mine(f"check/{number}/")
    assert alice.value("duration_days") == "3"
