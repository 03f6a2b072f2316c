"""The interview, screen by screen."""

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.records.interviews import latest_interview
from tests.web.visitor import Visitor


def test_the_first_screen_asks_one_thing_and_chooses_nothing(alice: Visitor) -> None:
    assert "How old are you?" in alice.text
    assert alice.checked() == []
    assert alice.value("age") == ""


def test_every_screen_says_why_it_asks_and_where_to_turn_in_an_emergency(alice: Visitor) -> None:
    while alice.at_check():
        assert "Why we ask" in alice.text
        assert f"/p/{alice.person}/emergency/" in alice.reader.links
        alice.finish_one()


def test_a_whole_check_leads_to_the_answer(alice: Visitor) -> None:
    screens = alice.finish()
    assert screens >= 8
    assert alice.path == f"/p/{alice.person}/result/"
    assert "You can begin with self-care" in alice.text


def test_none_of_these_answers_no_to_all(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("seat-and-bladder")
    alice.answer(none="1")
    findings = _findings(alice, base)
    assert findings.get("numb_seat") is False
    assert findings.get("no_urine") is False


def test_none_of_these_never_overrules_a_yes(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("seat-and-bladder")
    alice.answer(none="1", numb_seat="yes")
    assert "You chose Yes here, and also" in alice.text
    assert not _findings(alice, base).known("numb_seat")


def test_none_of_these_keeps_a_not_sure(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("seat-and-bladder")
    alice.answer(none="1", numb_seat="unsure")
    alice.answer(none="1", numb_seat="unsure")
    assert "numb_seat" in _findings(alice, base).unsure
    assert _findings(alice, base).get("no_urine") is False


def test_the_first_not_sure_brings_help_and_the_second_counts(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("seat-and-bladder")
    assert "when you wipe" not in alice.text
    alice.answer(numb_seat="unsure", no_urine="no")
    assert "when you wipe" in alice.text
    assert ("no_urine", "no") in alice.checked()
    assert not _findings(alice, base).settled("numb_seat")
    alice.answer(numb_seat="unsure", no_urine="no")
    assert "numb_seat" in _findings(alice, base).unsure


def test_a_question_without_help_takes_the_first_not_sure(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("complaint")
    alice.answer(unsure="complaint")
    assert "complaint" in _findings(alice, base).unsure


def test_what_does_not_apply_is_said_with_one_button(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("pregnant", {"sex": {"sex": "female"}})
    assert "Does not apply to me" in alice.text
    alice.answer(na="pregnant_weeks")
    assert _findings(alice, base).get("pregnant_weeks") == "none"


def test_a_duration_is_given_in_the_unit_that_people_use(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("duration")
    alice.give({"duration_days": "3", "duration_days.unit": "weeks"})
    assert _findings(alice, base).get("duration_days") == 21


def test_the_strength_of_pain_is_tapped_from_0_to_10(alice: Visitor, base: KnowledgeBase) -> None:
    long = {"duration": {"duration_days": "3", "duration_days.unit": "months"}}
    alice.until("pain", long)
    alice.answer(pain_nrs="9")
    assert _findings(alice, base).get("pain_nrs") == 9


def test_back_shows_the_earlier_answer_and_loses_nothing(alice: Visitor, base: KnowledgeBase) -> None:
    alice.until("regions")
    alice.mine("check/1/")
    assert alice.value("age") == "42"
    alice.answer(age="43")
    assert alice.hidden("question") == "regions"
    assert _findings(alice, base).get("age") == 43
    assert _findings(alice, base).get("complaint") == "pain"


def test_an_answer_that_no_longer_applies_goes_with_the_one_it_hung_on(alice: Visitor, base: KnowledgeBase) -> None:
    alice.finish({"sex": {"sex": "female"}, "pregnant": {"pregnant_weeks": "30"}})
    assert _findings(alice, base).get("pregnant_weeks") == 30
    alice.mine("check/2/")
    alice.answer(sex="male")
    assert not _findings(alice, base).known("pregnant_weeks")


def test_the_line_of_progress_never_jumps_back(alice: Visitor) -> None:
    seen = [_progress(alice)]
    for _ in range(3):
        alice.finish_one()
        seen.append(_progress(alice))
    alice.mine("check/1/")
    seen.append(_progress(alice))
    assert seen == sorted(seen)
    assert len(set(seen)) == 4


def test_it_goes_on_where_it_stopped(alice: Visitor) -> None:
    alice.until("regions")
    alice.open("/")
    alice.mine("check/")
    assert alice.hidden("question") == "regions"


def test_an_emergency_ends_the_questions_at_once(alice: Visitor) -> None:
    alice.until("seat-and-bladder")
    alice.answer(numb_seat="no", no_urine="yes")
    assert alice.path.endswith("/result/")
    assert "Get emergency help now" in alice.text


def test_what_cannot_wait_is_said_while_the_questions_go_on(alice: Visitor) -> None:
    alice.until("seat-and-bladder")
    for _ in range(2):
        alice.answer(numb_seat="unsure", no_urine="no")
    assert alice.hidden("question") == "chest"
    assert "See a doctor today" in alice.text
    assert f"/p/{alice.person}/result/" in alice.reader.links


def test_the_body_map_is_a_list_of_boxes_with_a_picture(alice: Visitor) -> None:
    alice.until("regions")
    boxes = {one["value"] for one in alice.reader.inputs if one.get("name") == "regions"}
    assert boxes == {"low-back", "neck", "back-unspecified", "elbow-tip"}
    targets = {values.get("for") for tag, values in alice.reader.tags if tag == "label"}
    assert {"place-low-back", "place-neck", "place-elbow-tip"} <= targets
    assert "Tip of the elbow" in alice.text


def test_a_question_that_was_left_out_can_be_answered_later(alice: Visitor, base: KnowledgeBase) -> None:
    alice.finish({"pain": {"pain_nrs": "4"}})
    assert not _findings(alice, base).known("pain_nrs")
    alice.mine("check/more/pain_nrs/")
    assert "How strong is the pain" in alice.text
    alice.answer(pain_nrs="2")
    assert _findings(alice, base).get("pain_nrs") == 2
    alice.mine("check/more/pain_nrs/")
    assert alice.checked() == [("pain_nrs", "2")]


def test_more_about_something_unknown_is_our_own_not_found(alice: Visitor) -> None:
    assert alice.mine("check/more/nonsense/").status_code == 404
    assert alice.mine("check/77/").status_code == 404


def _findings(visitor: Visitor, base: KnowledgeBase) -> Findings:
    assert visitor.person is not None
    return latest_interview(visitor.person, base).interview.findings


def _progress(visitor: Visitor) -> int:
    return int(
        next(values["aria-valuenow"] for _tag, values in visitor.reader.tags if values.get("role") == "progressbar") or 0
    )
