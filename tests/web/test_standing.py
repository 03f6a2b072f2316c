"""What stands from before: it ends when a clinician has looked at it, or when a wrong answer is taken back twice."""

from dataclasses import replace

import pytest

from spinewise.knowledge import KnowledgeBase
from spinewise.records.events import history_of
from spinewise.records.interviews import latest_interview
from spinewise.triage import Cleared, Corrected
from tests.web.conftest import Clock
from tests.web.visitor import Visitor

FEVER = {"fever": {"fever": "yes"}}
ALL_NO = {"fever": "no", "numb_seat": "no", "no_urine": "no", "tearing_chest": "no"}


@pytest.fixture
def feverish(alice: Visitor, clock: Clock) -> Visitor:
    """Alice, who had a fever on 12 November; now it is the 14th."""
    alice.finish(FEVER)
    clock.pass_days(2)
    return alice


def _new_check(visitor: Visitor) -> None:
    visitor.mine()
    visitor.send(f"/p/{visitor.person}/new-check/", {})
    visitor.finish()


def _change_fever(visitor: Visitor, answer: str) -> None:
    visitor.mine("answers/")
    numbers = [
        int(link.rstrip("/").rsplit("/", 1)[-1]) for link in visitor.reader.links if "/check/" in link and link[-2].isdigit()
    ]
    for number in numbers:
        visitor.mine(f"check/{number}/")
        if visitor.hidden("question") == "fever":
            visitor.answer(fever=answer)
            return
    raise AssertionError("fever was never asked")


def test_it_says_since_when_on_the_first_page_and_on_the_answer(feverish: Visitor) -> None:
    for page in ("", "result/"):
        feverish.mine(page)
        assert "Since 12 November 2026 our advice is: See a doctor today." in feverish.text


def test_on_the_first_day_there_is_no_since(alice: Visitor, clock: Clock) -> None:
    alice.finish(FEVER)
    assert "Since 12 November" not in alice.text


def test_a_later_check_that_says_less_does_not_end_it(feverish: Visitor) -> None:
    _new_check(feverish)
    feverish.mine("result/")
    assert "See a doctor today" in feverish.text
    assert "Your newest answers alone ask for less." in feverish.text
    feverish.mine("week/")
    assert not feverish.week_shown
    assert "no week for now" in feverish.text


def test_a_clinician_ends_it_and_the_note_stays(feverish: Visitor) -> None:
    _new_check(feverish)
    feverish.mine("seen/")
    assert "What this means" in feverish.text
    feverish.is_seen(on="2026-11-13", said="A cold. Carry on.")
    assert "You can begin with self-care" in feverish.text
    feverish.mine("week/")
    assert feverish.week_shown
    for page in ("week/", "week/?print=1", "result/", "record/"):
        feverish.mine(page)
        assert "Dr Byron looked at it on 13 November 2026." in feverish.text
        assert "A cold. Carry on." in feverish.text


def test_after_a_clearance_the_old_answers_do_not_rise_again(feverish: Visitor, clock: Clock) -> None:
    feverish.is_seen(on="2026-11-14")
    feverish.mine("result/")
    assert "See a doctor today" not in feverish.text
    clock.pass_days(1)
    feverish.mine("result/")
    assert "See a doctor today" not in feverish.text


def test_a_new_yes_after_a_clearance_rises_again(feverish: Visitor, clock: Clock) -> None:
    feverish.is_seen(on="2026-11-14")
    feverish.mine("check/")
    while feverish.at_check():
        feverish.finish_one()
    clock.pass_days(1)
    feverish.recheck(**{**ALL_NO, "fever": "yes"})
    assert "See a doctor today" in feverish.text
    feverish.mine("week/")
    assert not feverish.week_shown


@pytest.mark.parametrize(
    "fields",
    [
        {"who": " ", "on": "2026-11-13"},
        {"on": "2026-11-13", "said": ""},
        {"on": "2026-11-11"},
        {"on": "2026-11-15"},
        {"on": "yesterday"},
        {"on": ""},
    ],
)
def test_a_clearance_needs_who_when_and_what(feverish: Visitor, fields: dict[str, str]) -> None:
    feverish.is_seen(**fields)
    assert "This was not saved" in feverish.text
    feverish.mine("result/")
    assert "See a doctor today" in feverish.text


def test_a_clearance_clears_nothing_that_came_up_meanwhile(feverish: Visitor) -> None:
    feverish.mine("seen/")
    other = replace(feverish, page=feverish.page, reader=feverish.reader)
    _new_check_with_numbness(feverish)
    hidden = {name: other.hidden(name) for name in ("seen", "version")}
    other.send(f"/p/{other.person}/seen/", {**hidden, "who": "Dr Byron", "on": "2026-11-13", "said": "Fine."})
    assert "Something was recorded meanwhile" in other.text
    assert "Get emergency help now" in other.text


def _new_check_with_numbness(visitor: Visitor) -> None:
    visitor.mine()
    visitor.send(f"/p/{visitor.person}/new-check/", {})
    visitor.finish({"seat-and-bladder": {"numb_seat": "yes", "no_urine": "no"}})


def test_where_nothing_stands_there_is_nothing_to_clear(alice: Visitor) -> None:
    alice.finish()
    alice.mine("seen/")
    assert alice.path.endswith("/result/")


def test_a_changed_answer_is_asked_once_more_in_other_words(feverish: Visitor, base: KnowledgeBase) -> None:
    _change_fever(feverish, "no")
    assert "Was that answer wrong?" in feverish.text
    assert "Did a thermometer show 38 degrees or more?" in feverish.text
    assert _fever(feverish, base) is True
    feverish.say_again(fever="no")
    assert _fever(feverish, base) is False
    while feverish.at_check():
        feverish.finish_one()
    assert "You can begin with self-care" in feverish.text


@pytest.mark.parametrize("again", ["yes", "unsure"])
def test_unless_the_second_answer_confirms_it_the_first_one_stays(feverish: Visitor, base: KnowledgeBase, again: str) -> None:
    _change_fever(feverish, "no")
    feverish.say_again(fever=again)
    assert "Your earlier answer stays" in feverish.text
    assert "See a doctor today" in feverish.text
    assert _fever(feverish, base) is True


def test_the_second_question_cannot_be_skipped(feverish: Visitor, base: KnowledgeBase) -> None:
    _change_fever(feverish, "no")
    feverish.say_again()
    assert "One thing is missing" in feverish.text
    assert _fever(feverish, base) is True


def test_both_answers_stay_in_the_record(feverish: Visitor) -> None:
    _change_fever(feverish, "no")
    feverish.say_again(fever="no")
    assert feverish.person is not None
    (told,) = [one for one in history_of(feverish.person).told if isinstance(one.event, Corrected)]
    assert (told.before, told.now, told.event) == (True, False, Corrected("fever", False, ()))
    feverish.mine("record/")
    assert "Fever: you took this answer back, and said so twice." in feverish.text
    assert "Before: yes" in feverish.text


def test_an_answer_of_an_older_check_can_be_taken_back(feverish: Visitor) -> None:
    _new_check(feverish)
    feverish.mine("result/")
    assert f"/p/{feverish.person}/correct/fever/" in feverish.reader.links
    feverish.mine("correct/fever/")
    assert "Did a thermometer show 38 degrees or more?" in feverish.text
    feverish.say_again(fever="no")
    assert "You took this answer back." in feverish.text
    assert "You can begin with self-care" in feverish.text


def test_an_answer_of_the_danger_check_can_be_taken_back(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    clock.pass_days(1)
    alice.recheck(**{**ALL_NO, "fever": "yes"})
    alice.mine("correct/fever/")
    alice.say_again(fever="yes")
    assert "See a doctor today" in alice.text
    alice.mine("correct/fever/")
    alice.say_again(fever="no")
    alice.mine("week/")
    assert alice.week_shown


def test_only_what_something_rests_on_can_be_taken_back(feverish: Visitor) -> None:
    assert feverish.mine("correct/numb_seat/").status_code == 404
    assert feverish.mine("correct/nonsense/").status_code == 404


def test_a_slip_while_the_check_goes_on_is_asked_again_only_when_it_cannot_wait(alice: Visitor, clock: Clock) -> None:
    alice.mine("check/more/past_illnesses/")
    alice.answer(past_illnesses=["cancer"])
    assert alice.at_check()
    _change(alice, "past", none="1")
    assert "Was that answer wrong?" not in alice.text
    alice.mine("record/")
    assert "There is nothing in it yet." in alice.text
    alice.mine("check/")
    alice.until("fever")
    alice.answer(fever="yes")
    _change(alice, "fever", fever="no")
    assert "Was that answer wrong?" in alice.text


def _change(visitor: Visitor, question: str, **fields: str) -> None:
    for number in range(1, 20):
        visitor.mine(f"check/{number}/")
        if visitor.hidden("question") == question:
            visitor.answer(**fields)
            return


def test_the_record_leads_from_settings_and_holds_everything(feverish: Visitor) -> None:
    feverish.is_seen(on="2026-11-13")
    feverish.mine("settings/")
    assert f"/p/{feverish.person}/record/" in feverish.reader.links
    feverish.mine("record/")
    assert "See somebody today: An infection of the spine" in feverish.text


def test_the_export_holds_the_events_and_delete_takes_them(feverish: Visitor) -> None:
    feverish.is_seen(on="2026-11-13")
    feverish.mine()
    feverish.send(f"/p/{feverish.person}/number/", {"pain": "4"})
    data = feverish.mine("export.json").json()  # type: ignore[attr-defined]
    when_said, when_done, when_cleared, clearance = data["events"]
    assert [one["what"] for one in (when_said, when_done, when_cleared)] == ["check"] * 3
    assert (clearance["what"], clearance["clinician"]) == ("clearance", "Dr Byron")
    assert data["days"] == [{"day": "2026-11-14", "pain": 4}]
    assert feverish.person is not None
    feverish.mine("delete/")
    feverish.send(f"/p/{feverish.person}/delete/", {})
    assert history_of(feverish.person).told == ()


def _fever(visitor: Visitor, base: KnowledgeBase) -> object:
    assert visitor.person is not None
    return latest_interview(visitor.person, base).interview.findings.get("fever")


def test_a_clearance_is_read_back_as_it_was_written(feverish: Visitor) -> None:
    feverish.is_seen(on="2026-11-13", who="Dr <b>", said="“Fine” & well")
    assert feverish.person is not None
    event = history_of(feverish.person).told[-1].event
    assert isinstance(event, Cleared)
    assert (event.clinician, event.note) == ("Dr <b>", "“Fine” & well")
    assert "<b>" not in feverish.html
