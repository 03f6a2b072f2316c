"""Two windows on one interview, or on one week: nothing is lost and nothing is answered twice."""

from dataclasses import replace
from uuid import UUID

import pytest

from spinewise.intake import Interview
from spinewise.knowledge import KnowledgeBase
from spinewise.records.audit import Audit
from spinewise.records.errors import Stale
from spinewise.records.interviews import latest_interview, store_interview
from tests.web.visitor import Visitor


def _second_window(visitor: Visitor) -> Visitor:
    """The same browser, with the page that is open now left standing."""
    return replace(visitor, page=visitor.page, reader=visitor.reader)


def test_a_stale_form_is_answered_with_the_question_that_is_open(alice: Visitor, base: KnowledgeBase) -> None:
    other = _second_window(alice)
    alice.answer(age="42")
    alice.answer(sex="male")
    other.answer(age="99")
    assert "This check has moved on" in other.text
    assert other.hidden("question") == "complaint"
    assert _age(alice, base) == 42


def test_the_same_form_sent_twice_counts_once(alice: Visitor, base: KnowledgeBase) -> None:
    other = _second_window(alice)
    alice.answer(age="42")
    other.answer(age="42")
    assert "This check has moved on" in other.text
    assert len(latest_interview(_id(alice), base).interview.answered) == 1


def test_a_change_of_an_earlier_answer_also_makes_other_windows_stale(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("complaint")
    other = _second_window(alice)
    alice.mine("check/1/")
    alice.answer(age="50")
    other.answer(complaint="pain")
    assert "This check has moved on" in other.text
    assert _age(alice, base) == 50


def test_a_form_for_an_earlier_screen_that_is_gone_does_nothing(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("complaint")
    alice.mine("check/2/")
    other = _second_window(alice)
    alice.open("/")
    alice.mine()
    alice.send(f"/p/{alice.person}/new-check/", {})
    other.answer(sex="female")
    assert "This check has moved on" in other.text
    assert latest_interview(_id(alice), base).interview.answered == ()


def test_two_writers_at_the_same_time_cannot_both_win(alice: Visitor, base: KnowledgeBase) -> None:
    audit = Audit("somebody")
    seen = latest_interview(_id(alice), base)
    store_interview(_id(alice), seen, Interview(), audit=audit)
    with pytest.raises(Stale):
        store_interview(_id(alice), seen, Interview(), audit=audit)
    again = latest_interview(_id(alice), base)
    store_interview(_id(alice), again, Interview(), audit=audit)
    with pytest.raises(Stale):
        store_interview(_id(alice), again, Interview(), audit=audit)


def test_a_stale_week_is_shown_as_it_stands(alice: Visitor) -> None:
    alice.finish()
    alice.mine("week/")
    other = _second_window(alice)
    alice.change_week("minutes", minutes="30")
    other.change_week("refuse", intervention="slow-walk")
    assert "Your week has changed meanwhile" in other.text
    assert "What you left out" not in other.text


def _id(visitor: Visitor) -> UUID:
    assert visitor.person is not None
    return visitor.person


def _age(visitor: Visitor, base: KnowledgeBase) -> object:
    return latest_interview(_id(visitor), base).interview.findings.get("age")
