"""Two answers that cannot both be right are asked about again, never used to make anything look safe."""

from spinewise.intake import Interview
from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.records.interviews import latest_interview
from spinewise.web.account import NO_PAST, account_of
from tests.web.visitor import Visitor

OLD_AND_FEMALE = {"age": {"age": "70"}, "sex": {"sex": "female"}}


def test_both_answers_are_shown_with_a_way_to_change_each(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("pregnant", OLD_AND_FEMALE)
    alice.answer(pregnant_weeks="20")
    assert "Two answers do not fit together" in alice.text
    assert "The age and the pregnancy do not fit together." in alice.text
    assert "70 years" in alice.text
    assert "20 weeks" in alice.text
    assert f"/p/{alice.person}/check/1/" in alice.reader.links
    assert alice.value("pregnant_weeks") == "20"
    assert not _interview(alice, base).findings.known("pregnant_weeks")


def test_changing_this_answer_goes_on(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("pregnant", OLD_AND_FEMALE)
    alice.answer(pregnant_weeks="20")
    alice.answer(pregnant_weeks="0")
    assert _interview(alice, base).findings.get("pregnant_weeks") == 0


def test_changing_the_earlier_answer_comes_back_to_this_question(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("pregnant", OLD_AND_FEMALE)
    alice.answer(pregnant_weeks="20")
    alice.mine("check/1/")
    alice.answer(age="30")
    assert alice.hidden("question") == "pregnant"


def test_both_can_be_kept_and_the_answer_says_so(alice: Visitor) -> None:
    alice.until("pregnant", OLD_AND_FEMALE)
    alice.answer(pregnant_weeks="38", keep="1")
    alice.finish()
    alice.mine("result/")
    assert "The age and the pregnancy do not fit together." in alice.text
    assert "We took the safer reading." in alice.text


def test_kept_contradictions_never_lower_the_disposition_nor_clear_anything(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("pregnant", OLD_AND_FEMALE)
    alice.answer(pregnant_weeks="38", keep="1")
    alice.finish()
    account = account_of(_interview(alice, base), base, NO_PAST)
    assert account.disposition is Disposition.ROUTINE
    assert not account.cautious.known("pregnant_weeks")
    assert not account.interventions["lie-flat"].offered


def _interview(visitor: Visitor, base: KnowledgeBase) -> Interview:
    assert visitor.person is not None
    return latest_interview(visitor.person, base).interview
