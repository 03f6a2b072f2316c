"""What one screen shows: few items, of one kind, and those that matter most first."""

from random import Random

import pytest

from spinewise.intake import Interview, askable, next_step, step_about
from spinewise.intake.screens import MOST_OTHERS, MOST_YES_OR_NO, NOTHING_WANTED, shown
from spinewise.knowledge import Findings, Value, complete, load_knowledge
from tests.people import random_value

BASE = load_knowledge()
OPENED = Findings().with_values(
    {
        "age": 40.0,
        "sex": "female",
        "complaint": "pain",
        "regions": frozenset({"low-back"}),
        "onset": "days",
        "duration_days": 3.0,
        "leg_trouble": True,
        "walking_trouble": True,
        "bladder_bowel_change": True,
    }
)


@pytest.mark.parametrize("seed", range(15))
def test_no_screen_is_long_or_mixes_what_one_tap_answers_with_what_it_does_not(seed: int) -> None:
    random, interview = Random(seed), Interview()
    while step := next_step(interview, BASE):
        kinds = [BASE.findings[name].type == "bool" for name in step.findings]
        assert all(kinds) or not any(kinds)
        assert 1 <= len(kinds) <= (MOST_YES_OR_NO if all(kinds) else MOST_OTHERS)
        assert set(step.findings) <= set(step.question.findings)
        values = {name: random_value(BASE.findings[name], random) for name in step.findings}
        yes_or_no = {name: random.random() < 0.3 for name, value in values.items() if isinstance(value, bool)}
        interview = interview.answer(step, {**values, **yes_or_no})


def test_of_many_open_items_those_that_matter_most_are_shown_in_the_order_of_the_question() -> None:
    question, can_ask = BASE.question_of["leg_weakness"], askable(complete(OPENED, BASE), BASE)
    assert len([name for name in question.findings if name in can_ask.now]) > MOST_YES_OR_NO
    wanted = {"gait_trouble": 3.0, "urinary_retention": 2.0, "leg_weakness": 1.0}
    findings = shown(question, can_ask, BASE, wanted)
    assert set(wanted) < set(findings)
    assert list(findings) == [name for name in question.findings if name in findings]
    assert len(findings) == MOST_YES_OR_NO


def test_a_choice_that_nothing_hangs_on_is_not_shown_beside_one_that_counts() -> None:
    question, can_ask = BASE.question_of["pain_quality"], askable(complete(OPENED, BASE), BASE)
    assert shown(question, can_ask, BASE, {"pain_quality": 1.0}) == ("pain_quality",)
    assert len(shown(question, can_ask, BASE, NOTHING_WANTED)) == MOST_OTHERS


def test_a_finding_that_somebody_wants_to_answer_stands_on_its_screen() -> None:
    interview = Interview(OPENED)
    step = step_about("leg_cold_pale", interview, BASE)
    assert step is not None
    assert "leg_vessel_trouble" in step.findings
    opened = Interview(OPENED.with_values({"leg_vessel_trouble": True}))
    step = step_about("leg_cold_pale", opened, BASE)
    assert step is not None
    assert "leg_cold_pale" in step.findings
    assert len(step.findings) == MOST_YES_OR_NO


def test_the_first_screens_are_the_same_for_everybody() -> None:
    interview, asked = Interview(), []
    first: dict[str, Value] = {"age": 40.0, "sex": "male"}
    second: dict[str, Value] = {"complaint": "pain", "regions": frozenset({"neck"})}
    for values in (first, second):
        step = next_step(interview, BASE)
        assert step is not None
        asked.append(step.findings)
        interview = interview.answer(step, values)
    step = next_step(interview, BASE)
    assert step is not None
    assert [*asked, step.findings] == [("age", "sex"), ("complaint", "regions"), ("onset", "duration_days")]


def test_what_would_show_a_serious_illness_of_this_person_is_asked_first() -> None:
    told: dict[str, Value] = {
        "sex": "male",
        "complaint": "pain",
        "chest_trouble": False,
        "belly_trouble": False,
        "urine_trouble": False,
    }
    said = Findings().with_values({**told, "head_trouble": False, "skin_trouble": False, "leg_vessel_trouble": False})
    days: dict[str, Value] = {"onset": "days", "duration_days": 3.0}
    seat = said.with_values({**days, "age": 45.0, "regions": frozenset({"low-back", "leg", "saddle"})})
    mid_back = said.with_values({**days, "age": 72.0, "regions": frozenset({"mid-back"})})
    asked = [next_step(Interview(person), BASE) for person in (seat, mid_back)]
    assert [step.question.id for step in asked if step] == ["nerves", "how-it-behaves"]


def test_an_emergency_that_was_told_unasked_ends_it_before_anything_else_is_asked() -> None:
    assert next_step(Interview(Findings().with_values({"leg_tingling": True})), BASE) is not None
    assert next_step(Interview(Findings().with_values({"saddle_numbness": True})), BASE) is None
