"""Plain sentences and what they suggest. It only suggests: nothing counts before the person confirms it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinewise.intake import LONGEST_TEXT, Interview, Purpose, next_step, suggest
from spinewise.intake.free_text.words import stem
from spinewise.knowledge import Disposition, complete, load_knowledge, read_value
from spinewise.triage import disposition_of

BASE = load_knowledge()
FRIDAY = date(2026, 3, 6)
SAID: list[tuple[str, dict[str, Any]]] = [
    # what hurts, where, since when, how much
    (
        "my back went numb after sitting all day",
        {"complaint": "numbness", "regions": ["back-unspecified"], "long_sitting": True},
    ),
    ("shooting pain down my left leg", {"sciatica": True, "sciatica_side": "left", "side": "left", "complaint": "pain"}),
    ("worse when I cough, no fever", {"worse_cough": True, "fever": False}),
    ("I'm a 45 year old woman with lower back pain", {"age": 45.0, "sex": "female", "regions": ["low-back"]}),
    ("pain in my lower back for three weeks", {"duration_days": 21.0, "regions": ["low-back"]}),
    ("it started two weeks ago", {"duration_days": 14.0}),
    ("back pain for half a year", {"duration_days": 182.0}),
    ("my neck hurts since Tuesday", {"duration_days": 3.0, "regions": ["neck"]}),
    ("since yesterday my back is sore", {"duration_days": 1.0}),
    ("pain 8 out of 10", {"pain_nrs": 8.0}),
    ("pain is about 4/10, it comes and goes", {"pain_nrs": 4.0, "onset": "recurrent"}),
    ("ache in my right hip and left hip", {"side": "both", "regions": ["hip"]}),
    ("stiff in the morning, better when I move", {"morning_stiffness": True, "improves_with_exercise": True}),
    ("pain and numbness in my arm", {"complaint": "pain", "other_complaints": ["numbness"], "regions": ["arm"]}),
    ("I lifted a box and my back seized up", {"heavy_lifting": True, "complaint": "cramp"}),
    ("it came on all of a sudden", {"onset": "sudden"}),
    # danger
    ("I can't pee and my bum is numb", {"urinary_retention": True, "saddle_numbness": True}),
    ("numb between my legs", {"saddle_numbness": True, "regions": ["saddle"]}),
    ("I wet myself twice this week", {"urinary_incontinence": True}),
    ("I cannot feel when I pee", {"bladder_feeling_lost": True}),
    ("I soiled myself yesterday", {"bowel_incontinence": True}),
    ("my foot slaps on the floor", {"foot_drop": True}),
    ("my leg gave way on the stairs", {"leg_weakness": True}),
    ("both legs are weak", {"leg_weakness": True, "leg_weakness_side": "both"}),
    ("left calf is swollen and hot", {"leg_swelling_one_side": True}),
    ("I keep dropping things", {"hand_clumsiness": True}),
    ("I have a temperature and I'm shivering", {"fever": True, "chills": True}),
    ("lost weight without trying, night sweats too", {"weight_loss": True, "night_sweats": True}),
    ("my chest feels tight and I am out of breath", {"chest_pain": True, "breathless": True}),
    ("I fainted this morning", {"syncope": True}),
    ("tarry stool", {"black_stool": True}),
    ("there is blood in my urine", {"haematuria": True}),
    ("worst headache of my life", {"thunderclap_headache": True}),
    ("my speech is slurred", {"speech_trouble": True}),
    ("I fell off a ladder", {"injury": True, "trauma": "major"}),
    ("I had breast cancer five years ago", {"cancer_history": True}),
    ("I take warfarin", {"anticoagulant": True}),
    ("I don't want to live", {"self_harm_thoughts": True}),
    ("my husband hits me", {"unsafe_at_home": True}),
    ("I'm 32 weeks pregnant and my waters broke", {"pregnant_weeks": 32.0, "waters_gone": True}),
    ("gave birth 6 weeks ago, stitches are red", {"postpartum_weeks": 6.0, "wound_red_painful": True}),
    ("my baby moves less today", {"reduced_fetal_movement": True}),
    ("my mother had cancer and I have back pain", {"complaint": "pain", "regions": ["back-unspecified"]}),
    # one letter wrong
    ("numbnes betwen my legs", {"saddle_numbness": True}),
    ("osteoporsis", {"osteoporosis": True}),
    ("I have diabetis", {"diabetes": True}),
    ("fevr and chills", {"fever": True, "chills": True}),
    ("sciatca since monday", {"sciatica": True, "duration_days": 4.0}),
    ("cancr", {"cancer_history": True}),
    ("weaknes in my leg", {"leg_weakness": True}),
    ("swolen ankles", {"leg_swelling": True}),
    ("dizzyness", {"dizziness": True}),
    # denied
    ("no fever, chills or night sweats", {"fever": False, "chills": False, "night_sweats": False}),
    ("neither fever nor chills", {"fever": False, "chills": False}),
    ("I have never had cancer", {"cancer_history": False}),
    ("my leg is not numb", {"leg_numbness": False}),
    ("it doesn't hurt when I sit", {"worse_sitting": False}),
    ("I don't have trouble peeing", {"urinary_hesitancy": False}),
    ("no chest pain but short of breath", {"chest_pain": False, "breathless": True}),
    ("no fever and my leg is weak", {"fever": False, "leg_weakness": True}),
    ("fever: no", {"fever": False}),
    ("fever: yes", {"fever": True}),
    ("I am not pregnant", {"pregnant_weeks": 0.0}),
]
SILENT = [
    "I used to have sciatica",
    "last year I had leg pain",
    "when I was young I had kidney trouble and leg pain",
    "the fever is gone",
    "my mother has diabetes",
    "my dad had a stroke and cancer",
    "my friend had a numb bottom",
    "he has a fever",
    "my cat has a cough",
    "I am worried about cancer",
    "could it be cancer?",
    "is it sciatica?",
    "what if my leg gets weak",
    "not sure if I have a fever",
    "read about foot drop online",
    "no numbness and tingling",
    "I worked for ten hours",
    "hello there",
    "I would like a plan for my week",
    "can you help me",
    "I tried many things",
    "",
]


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _suggested(text: str) -> dict[str, object]:
    return {one.finding: _plain(one.value) for one in suggest(text, BASE, FRIDAY)}


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text for text, _ in SAID])
def test_what_is_said_is_suggested(text: str, expected: dict[str, Any]) -> None:
    found = _suggested(text)
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_said_of_oneself_and_now_gives_nothing(text: str) -> None:
    assert _suggested(text) == {}


def test_nothing_more_is_suggested_than_is_said() -> None:
    assert _suggested("I cannot feel when I pee") == {"bladder_feeling_lost": True}
    assert _suggested("no fever, chills or weight loss") == {"fever": False, "chills": False, "weight_loss": False}
    assert _suggested("my mother has osteoporosis and diabetes") == {"family_osteoporosis": True}


def test_a_part_that_is_denied_does_not_deny_the_whole() -> None:
    assert _suggested("no breast cancer") == {}
    assert _suggested("not pregnant") == {"pregnant_weeks": 0.0}


def test_danger_is_offered_first() -> None:
    order = [one.finding for one in suggest("my back hurts when I sit, I cough and I can't pee", BASE)]
    assert order[0] == "urinary_retention"


def test_a_suggestion_shows_the_words_that_it_comes_from() -> None:
    text = "Well, since Monday: NUMB between my legs."
    (one,) = [found for found in suggest(text, BASE) if found.finding == "saddle_numbness"]
    assert one.words == "NUMB between my legs"
    assert text[slice(*one.span)] == one.words


def test_a_weekday_counts_only_with_a_date() -> None:
    assert "duration_days" not in {one.finding for one in suggest("my back hurts since tuesday", BASE)}


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert suggest("x " * LONGEST_TEXT + "fever", BASE) == ()


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for one in suggest(text, BASE, FRIDAY):
        assert text[slice(*one.span)] == one.words


@given(st.lists(st.sampled_from([text for text, _ in SAID]), max_size=4))
def test_every_suggestion_is_an_answer_that_its_question_accepts(texts: list[str]) -> None:
    for one in suggest(". ".join(texts), BASE, FRIDAY):
        given_value = sorted(one.value) if isinstance(one.value, frozenset) else one.value
        assert read_value(BASE.findings[one.finding], given_value) == one.value
        assert one.finding in BASE.question_of


def test_every_phrase_is_found_again() -> None:
    lost = [
        (finding.id, phrase)
        for finding in BASE.findings.values()
        for phrase in (*finding.phrases, *finding.phrases_for_yes)
        if _suggested(phrase).get(finding.id) is not True
    ]
    assert lost == []


def test_the_danger_signs_can_be_said_in_own_words() -> None:
    strong = [one for one in BASE.findings.values() if one.again or one.if_unsure is not None]
    silent = {one.id for one in strong if not (one.phrases or one.phrases_for_yes or one.members)}
    assert silent <= {"harm_immediate", "safeguarding_concern", "jaw_stiffness"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [("numbness", "numb"), ("tingling", "tingl"), ("legs", "leg"), ("aching", "ach"), ("dizziness", "dizzy"), ("bus", "bus")],
)
def test_stems(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_confirmed_answers_count_as_said_and_are_not_asked_again() -> None:
    interview = Interview().volunteer({"age": 40.0, "complaint": "pain", "fever": False}, BASE)
    assert interview.findings.get("fever") is False
    assert {record.purpose for record in interview.answered} == {Purpose.VOLUNTEERED}
    step = next_step(interview, BASE)
    assert step is not None
    assert step.findings == ("sex",)


def test_a_confirmed_sign_of_danger_counts_at_once() -> None:
    opened = Interview().volunteer({"age": 40.0, "sex": "male", "complaint": "pain", "regions": frozenset({"low-back"})}, BASE)
    interview = opened.volunteer({"saddle_numbness": True}, BASE)
    assert disposition_of(complete(interview.findings, BASE), BASE) is Disposition.EMERGENCY
    assert next_step(interview, BASE) is None
    assert interview.back() == opened


def test_volunteering_takes_no_answer_back_but_a_yes_outweighs_a_no() -> None:
    interview = Interview().volunteer({"fever": True, "chills": False, "age": 40.0}, BASE)
    after = interview.volunteer({"fever": False, "chills": True, "age": 41.0}, BASE)
    assert (after.findings.get("fever"), after.findings.get("chills"), after.findings.get("age")) == (True, True, 40.0)


def test_a_sign_that_is_told_later_opens_the_broader_question_that_was_denied() -> None:
    interview = Interview().volunteer({"leg_trouble": False}, BASE).volunteer({"foot_drop": True}, BASE)
    assert [record.values for record in interview.answered] == [
        {"leg_trouble": False},
        {"leg_trouble": True},
        {"foot_drop": True},
    ]
    assert not complete(interview.findings, BASE).known("leg_weakness")


def test_what_was_volunteered_is_there_after_it_was_stored() -> None:
    from spinewise.records.screens import screen_of
    from spinewise.records.timeline import dated, retold

    interview = Interview().volunteer({"leg_trouble": False, "age": 40.0}, BASE).volunteer({"foot_drop": True}, BASE)
    entries = [dated(screen_of(one), date(2026, 1, 5), 1) for one in interview.answered]
    assert retold(entries, BASE, date(2026, 1, 5)).interview.findings == interview.findings
