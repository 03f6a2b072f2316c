"""The small tests: offered where they are safe, never needed, kept with their day."""

import json
from datetime import date

import pytest
from django.utils import timezone

from spinewise.assessment import interview_from_facts
from spinewise.intake import Interview
from spinewise.knowledge import Findings, Value
from spinewise.records.interviews import latest_interview
from spinewise.web.account import NO_PAST, Account, account_of
from spinewise.web.function_tests import missing_for_tests, open_tests, results
from spinewise.web.presenters.function import tests_view as view_of_tests
from tests.web.real import ORDINARY, kept, real_base, told
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")
CHAIR = "tests/chair_rises_30s/"


def test_they_are_offered_from_the_week_and_from_the_first_page(alice: Visitor) -> None:
    told(alice)
    for path in ("week/", ""):
        alice.mine(path)
        assert f"/p/{alice.person}/tests/" in alice.reader.links
    alice.mine("tests/")
    assert "You need none of them." in alice.text
    assert f"/p/{alice.person}/{CHAIR}" in alice.reader.links


def test_one_screen_says_how_when_to_stop_and_has_a_way_past(alice: Visitor) -> None:
    told(alice)
    alice.mine(CHAIR)
    assert "Put a firm chair against a wall" in alice.text
    assert "When to stop: Stop at once if you feel dizzy" in alice.text
    assert "Skip" in alice.text
    assert alice.value("chair_rises_30s") == ""


def test_a_result_is_kept_with_its_day_and_told_in_kind_words_with_its_source(alice: Visitor) -> None:
    told(alice)
    alice.mine(CHAIR)
    alice.give_test(chair_rises_30s="9")
    assert kept(alice).get("chair_rises_30s") == 9
    alice.mine("tests/")
    assert "9 times" in alice.text
    assert "There is room to grow here." in alice.text
    assert "The numbers fit people from 60 on." in alice.text
    assert real_base().sources["steadi-chair-stand"].title in alice.text


@pytest.mark.parametrize(("times", "words"), [("14", "about what most people reach"), ("30", "more than most people reach")])
def test_usual_and_above_have_words_of_their_own(alice: Visitor, times: str, words: str) -> None:
    told(alice)
    alice.mine(CHAIR)
    alice.give_test(chair_rises_30s=times)
    alice.mine("tests/")
    assert words in alice.text


def test_without_a_table_it_is_compared_with_oneself(alice: Visitor) -> None:
    told(alice, {"age": 40.0})
    alice.mine(CHAIR)
    alice.give_test(chair_rises_30s="20")
    alice.mine("tests/")
    assert "There is no good table for you." in alice.text


def test_a_second_time_leaves_the_first_result_in_the_record(alice: Visitor) -> None:
    told(alice)
    for times in ("9", "12"):
        alice.mine(CHAIR)
        alice.give_test(chair_rises_30s=times)
    alice.mine("tests/")
    assert "12 times" in alice.text
    assert "Before that: 9 times" in alice.text
    data = json.loads(alice.mine("export.json").content)
    mine = [one for one in data["interviews"][-1]["screens"] if one.get("question") == "chair-rises"]
    assert [one["values"]["chair_rises_30s"] for one in mine] == [9.0, 12.0]
    assert all(one["on"] == timezone.localdate().isoformat() for one in mine)


def test_results_stand_in_answers_summary_and_letter(alice: Visitor) -> None:
    told(alice)
    alice.mine(CHAIR)
    alice.give_test(chair_rises_30s="9")
    alice.mine("answers/")
    assert "Standing up from a chair" in alice.text
    alice.mine("result/summary/")
    assert "9 times (below usual)" in alice.text
    assert alice.client.get(f"/p/{alice.person}/result/letter.pdf").content.startswith(b"%PDF-")


def test_the_week_stands_as_before_and_the_answer_does_not_change(alice: Visitor) -> None:
    told(alice)
    alice.mine("result/")
    before = alice.text.split("How soon")[0]
    alice.mine(CHAIR)
    alice.give_test(chair_rises_30s="9")
    alice.mine("result/")
    assert alice.text.split("How soon")[0] == before
    alice.mine("week/")
    assert "All seven days" in alice.text


def test_a_result_out_of_reach_is_asked_once_more(alice: Visitor) -> None:
    told(alice)
    alice.mine(CHAIR)
    for wrong, words in (("99", "from 0 to 60"), ("", "Write a number"), ("many", "in figures"), ("3.5", "whole number")):
        alice.give_test(chair_rises_30s=wrong)
        assert words in alice.text
    assert not kept(alice).known("chair_rises_30s")


def test_a_choice_is_tapped(alice: Visitor) -> None:
    told(alice)
    alice.mine("tests/overhead_reach/")
    alice.give_test(overhead_reach="partly")
    assert kept(alice).get("overhead_reach") == "partly"


@pytest.mark.parametrize(
    ("changes", "closed"),
    [
        ({"falls": True, "walking_trouble": True}, "single_leg_stand_s"),
        ({"osteoporosis": True, "bone_trouble": True}, "finger_to_floor_cm"),
        ({"glaucoma": True}, "bridge_hold_s"),
        ({"age": 15.0}, "chair_rises_30s"),
        ({"pregnant_weeks": 20.0, "age": 30.0}, "bridge_hold_s"),
    ],
)
def test_one_that_is_not_safe_for_somebody_is_never_shown(changes: dict[str, Value], closed: str) -> None:
    assert closed not in open_tests(_account(changes), real_base())


def test_what_is_unknown_is_not_safe_and_the_missing_answers_are_named() -> None:
    base = real_base()
    account = account_of(_interview({"age": 50.0}), base, NO_PAST)
    assert open_tests(account, base) == ()
    assert {"unable_to_walk", "glaucoma"} <= set(missing_for_tests(account, base))


def test_its_address_leads_back_when_it_is_not_open(alice: Visitor) -> None:
    told(alice, {"glaucoma": True})
    alice.mine("tests/bridge_hold_s/")
    assert alice.path.endswith("/tests/")
    assert alice.mine("tests/fever/").status_code == 404
    assert alice.mine("tests/nothing/").status_code == 404


def test_who_should_be_seen_first_is_told_so(alice: Visitor) -> None:
    told(alice, {"cancer_history": True, "cancer_ever": True, "weight_loss": True})
    alice.mine("tests/")
    assert "These tests can wait until then." in alice.text
    assert f"/p/{alice.person}/{CHAIR}" not in alice.reader.links
    alice.mine(CHAIR)
    assert alice.path.endswith("/tests/")
    alice.mine("")
    assert f"/p/{alice.person}/tests/" not in alice.reader.links


def test_before_the_check_is_done_there_are_no_tests(alice: Visitor) -> None:
    alice.mine("tests/")
    assert alice.at_check()


def test_an_old_form_changes_nothing(alice: Visitor) -> None:
    told(alice)
    alice.mine(CHAIR)
    old = alice.hidden("version")
    alice.give_test(chair_rises_30s="9")
    alice.send(f"/p/{alice.person}/{CHAIR}", {"version": old, "chair_rises_30s": "30"})
    assert kept(alice).get("chair_rises_30s") == 9


def test_results_for_the_record_carry_their_day(alice: Visitor) -> None:
    told(alice)
    alice.mine(CHAIR)
    alice.give_test(chair_rises_30s="9")
    assert alice.person is not None
    interview = latest_interview(alice.person, real_base()).interview
    assert [one.on for one in results(interview, real_base())] == [timezone.localdate()]
    shown = view_of_tests(interview, account_of(interview, real_base(), NO_PAST), real_base()).tests
    assert [one.finding for one in shown if one.result] == ["chair_rises_30s"]
    assert isinstance(results(interview, real_base())[0].on, date)


def _interview(values: dict[str, Value]) -> Interview:
    return Interview(Findings().with_values(values))


def _account(changes: dict[str, Value]) -> Account:
    facts = Findings().with_values({**ORDINARY, **changes})
    return account_of(interview_from_facts(facts, real_base(), closed=True)[0], real_base(), NO_PAST)
