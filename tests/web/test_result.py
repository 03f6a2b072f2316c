"""The answer: danger first and plain, then reasons, then what may be behind it, then what is open."""

from tests.web.visitor import Visitor

EMERGENCY = {"seat-and-bladder": {"numb_seat": "yes", "no_urine": "no"}}
TODAY = {"fever": {"fever": "yes"}}
THIS_WEEK = {"past": {"past_illnesses": ["cancer"]}}


def test_self_care_leads_to_the_week(alice: Visitor) -> None:
    alice.finish()
    assert "You can begin with self-care" in alice.text
    assert "Keep moving." in alice.text
    assert f"/p/{alice.person}/week/" in alice.reader.links
    assert "None of your answers is a known sign" in alice.text


def test_an_emergency_comes_first_with_the_number_and_the_reason(alice: Visitor) -> None:
    alice.finish(EMERGENCY)
    text = alice.text
    assert text.index("Get emergency help now") < text.index("What to do now") < text.index("What may be behind it")
    assert "tel:112" in alice.reader.links
    assert "Pressure on the nerves at the bottom of the spine" in text
    assert "Numb seat: yes" in text
    assert "Possible cauda equina syndrome (numb seat: yes)" in text
    assert "https://example.org/guide" in alice.reader.links


def test_the_number_is_that_of_the_country(alice: Visitor) -> None:
    alice.mine("settings/")
    alice.send(f"/p/{alice.person}/settings/", {"name": "Alice", "country": "GB"})
    alice.mine("check/")
    alice.finish(EMERGENCY)
    assert "tel:999" in alice.reader.links
    alice.mine("emergency/")
    assert "tel:999" in alice.reader.links


def test_not_sure_about_a_strong_sign_counts_for_something(alice: Visitor) -> None:
    alice.until("seat-and-bladder")
    alice.answer(numb_seat="unsure", no_urine="no")
    alice.answer(numb_seat="unsure", no_urine="no")
    alice.finish()
    alice.mine("result/")
    assert "See a doctor today" in alice.text
    assert "You were not sure about these" in alice.text
    assert "What could still make this more urgent" in alice.text


def test_what_may_be_behind_it_has_words_and_a_bar_but_no_percentage(alice: Visitor) -> None:
    alice.finish()
    assert "Ordinary low back pain" in alice.text
    assert "likely" in alice.text
    assert "This is not a diagnosis." in alice.text
    assert "%" not in alice.text


def test_before_the_check_is_done_there_is_no_all_clear(alice: Visitor) -> None:
    alice.until("regions")
    alice.mine("result/")
    assert alice.at_check()


def test_an_urgent_answer_can_be_read_before_the_check_is_done(alice: Visitor) -> None:
    alice.until("seat-and-bladder")
    for _ in range(2):
        alice.answer(numb_seat="unsure", no_urine="no")
    assert alice.hidden("question") == "chest"
    alice.mine("result/")
    assert "See a doctor today" in alice.text
    assert "it cannot make this less urgent" in alice.text


def test_the_net_holds_what_applies_and_folds_away_what_may(alice: Visitor) -> None:
    alice.until("sex")
    alice.answer(unsure="sex")
    alice.finish({"pregnant": {"pregnant_weeks": "0"}})
    alice.mine("result/")
    assert "Numbness between the legs." in alice.text
    assert "Heavy bleeding." not in alice.text
    assert "Slurred speech." not in alice.text


def test_before_any_answer_the_emergency_page_shows_everything(alice: Visitor) -> None:
    alice.mine("emergency/")
    assert "Numbness between the legs." in alice.text
    assert alice.text.index("More signs") < alice.text.index("Heavy bleeding.")
    assert alice.open("/emergency/").status_code == 200


def test_the_summary_says_what_was_said_yes_no_and_not_sure(alice: Visitor) -> None:
    alice.finish(TODAY)
    alice.mine("result/summary/")
    for words in ("Summary for a doctor", "Fever with back pain (fever: yes)", "42 years", "Said yes to", "Numb seat"):
        assert words in alice.text
    assert alice.text.index("Said yes to") < alice.text.index("Said no to") < alice.text.index("Not being able to pass water")


def test_the_summary_needs_answers(alice: Visitor) -> None:
    alice.mine("result/summary/")
    assert alice.at_check()


def test_answers_can_be_looked_at_and_changed(alice: Visitor) -> None:
    alice.finish()
    alice.mine("answers/")
    assert "How old are you?" in alice.text
    assert "42 years" in alice.text
    alice.mine("check/1/")
    alice.answer(age="12")
    alice.finish()
    alice.mine("week/")
    assert "This plan is made for adults." in alice.text


def test_within_days_keeps_comfort_and_leaves_training(alice: Visitor) -> None:
    alice.finish(THIS_WEEK)
    assert "See a doctor in the next days" in alice.text
    alice.mine("week/")
    assert "Until you have been seen" in alice.text
    assert "Warm pack" in alice.text
    assert "Knee bend" not in alice.text
