"""Before a session, or after some days: one short screen that fits the person, and that can only raise."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.intake import Interview, after_recheck, danger_check, next_step
from spinewise.knowledge import Disposition, Findings, Value, complete, load_knowledge, read_closed
from spinewise.triage import disposition_of, triage
from tests.people import people

BASE = load_knowledge()
ORDINARY: dict[str, Value] = {
    "age": 40.0,
    "sex": "male",
    "complaint": "pain",
    "regions": frozenset({"low-back"}),
    "onset": "gradual",
}


def _somebody(**more: Value) -> Findings:
    return read_closed(Findings().with_values({**ORDINARY, "duration_days": 20.0, "pain_nrs": 4.0, **more}), BASE)


@pytest.mark.parametrize(
    ("person", "first", "asked"),
    [
        (_somebody(), "everybody", {"bladder_bowel_change", "leg_weakness", "fever", "chest_trouble", "worsening"}),
        (
            _somebody(sex="female", age=30.0, pregnant_weeks=30.0),
            "pregnancy",
            {
                "vaginal_bleeding",
                "waters_gone",
                "contractions",
                "reduced_fetal_movement",
                "vision_change",
                "bladder_bowel_change",
            },
        ),
        (_somebody(sex="female", age=30.0, postpartum_weeks=5.0), "after-birth", {"heavy_bleeding", "leg_swelling_one_side"}),
        (_somebody(cancer_history=True), "cancer", {"gait_trouble", "worsening", "bladder_bowel_change"}),
        (_somebody(anticoagulant=True), "blood-thinner", {"black_stool", "syncope"}),
        (_somebody(osteoporosis=True), "fragile-bones", {"injury", "height_loss"}),
        (_somebody(recent_spinal_procedure=True), "after-procedure", {"wound_discharge", "fever"}),
        (_somebody(age=8.0), "child", {"refuses_to_walk", "fever"}),
        (_somebody(cancer_history=True, anticoagulant=True), "cancer", {"worsening", "leg_weakness", "gait_trouble"}),
    ],
)
def test_the_screen_fits_the_person(person: Findings, first: str, asked: set[str]) -> None:
    check = danger_check(person, BASE)
    assert check.rechecks[0].id == first
    assert asked <= set(check.findings)
    assert len(check.findings) <= 6


def test_early_in_pregnancy_nobody_is_asked_how_the_baby_moves() -> None:
    check = danger_check(_somebody(sex="female", age=30.0, pregnant_weeks=8.0), BASE)
    assert "reduced_fetal_movement" not in check.findings


def test_one_place_is_always_kept_for_bladder_and_bowel() -> None:
    many = _somebody(cancer_history=True, anticoagulant=True, osteoporosis=True, diabetes=True, recent_surgery=True)
    assert "bladder_bowel_change" in danger_check(many, BASE).findings


def test_six_times_no_changes_nothing_that_counts() -> None:
    before = _somebody()
    after = after_recheck(before, dict.fromkeys(danger_check(before, BASE).findings, False), BASE)
    assert triage(complete(after, BASE), BASE).disposition is Disposition.SELF_CARE


def test_a_yes_to_a_broader_question_asks_its_members_again() -> None:
    before = _somebody()
    assert before.get("urinary_retention") is False
    after = after_recheck(before, {"bladder_bowel_change": True}, BASE)
    assert not after.known("urinary_retention")
    assert not after.known("saddle_numbness")
    step = next_step(Interview(after), BASE)
    assert step is not None
    assert BASE.findings[step.findings[0]].theme == "bladder-and-legs"


def test_a_yes_opens_the_broader_question_that_was_denied() -> None:
    before = complete(Findings().with_values({**ORDINARY, "leg_trouble": False}), BASE)
    after = complete(after_recheck(before, {"leg_weakness": True}, BASE), BASE)
    assert after.get("leg_trouble") is True
    assert not after.known("foot_drop")


def test_a_new_injury_is_asked_about_though_there_was_none_before() -> None:
    before = _somebody(osteoporosis=True, trauma="none")
    assert not after_recheck(before, {"injury": True}, BASE).known("trauma")


def test_a_no_takes_no_sign_back() -> None:
    before = _somebody(leg_weakness=True, leg_weakness_side="left")
    after = after_recheck(before, {"leg_weakness": False, "bladder_bowel_change": False}, BASE)
    assert after.get("leg_weakness") is True


def test_a_broader_no_does_not_silence_a_member_that_stands() -> None:
    after = after_recheck(_somebody(urinary_hesitancy=True), {"bladder_bowel_change": False}, BASE)
    assert after.get("urinary_hesitancy") is True


def test_not_sure_about_a_strong_sign_counts() -> None:
    after = after_recheck(_somebody(), {"saddle_numbness": None}, BASE)
    assert disposition_of(complete(after, BASE), BASE) >= Disposition.SAME_DAY


@settings(max_examples=60)
@given(people(BASE), st.integers(0, 2**32 - 1))
def test_a_recheck_never_lowers_the_disposition(person: Findings, seed: int) -> None:
    random = Random(seed)
    answers = {name: random.choice((True, False, None)) for name in danger_check(person, BASE).findings}
    before = disposition_of(complete(person, BASE), BASE)
    assert disposition_of(complete(after_recheck(person, answers, BASE), BASE), BASE) >= before
