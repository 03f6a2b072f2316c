"""Two questions that are no yes/no questions on one screen: each has its own way out, and nothing that was typed is lost."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from spinewise.intake import Answered, Purpose, Step
from spinewise.knowledge import CONTENT, NOT_APPLICABLE, Value
from spinewise.web.presenters.screen import typed_of
from spinewise.web.reading import read_screen
from tests.web.real import kept, real_base
from tests.web.visitor import Visitor


@pytest.fixture(autouse=True)
def _real_knowledge(_small_knowledge: None) -> Iterator[None]:
    with override_settings(SPINEWISE_CONTENT=CONTENT):
        yield


def test_age_and_sex_are_asked_together_and_both_are_kept(alice: Visitor) -> None:
    assert "How old are you?" in alice.text
    assert "Which sex were you given at birth?" in alice.text
    assert "None of these" not in alice.text
    alice.has_one_of_each_id()
    alice.answer(age="52", sex="female")
    assert "Where do you feel it?" in alice.text
    assert (kept(alice).get("age"), kept(alice).get("sex")) == (52.0, "female")


def test_one_may_stay_open_after_its_explanation_while_the_other_is_answered(alice: Visitor) -> None:
    alice.answer(unsure="age", sex="male")
    assert "This may help:" in alice.text
    assert {("unsure", "age"), ("sex", "male")} <= set(alice.checked())
    alice.answer(unsure="age", sex="male")
    assert "Where do you feel it?" in alice.text
    assert "age" in kept(alice).unsure
    assert kept(alice).get("sex") == "male"


def test_what_is_missing_is_said_and_what_was_given_stays(alice: Visitor) -> None:
    alice.answer(unsure="age")
    assert "Choose one answer." in alice.text
    assert ("unsure", "age") in alice.checked()
    alice.answer(age="52")
    assert alice.value("age") == "52"


def test_on_the_way_back_the_box_that_was_ticked_is_ticked(alice: Visitor) -> None:
    alice.answer(unsure="age", sex="male")
    alice.answer(unsure="age", sex="male")
    alice.mine("check/1/")
    assert {("unsure", "age"), ("sex", "male")} <= set(alice.checked())


@pytest.mark.parametrize(
    ("values", "typed"),
    [
        ({"pain_nrs": 4.0, "positions_to_avoid": frozenset()}, {"pain_nrs": ["4"], "none": ["positions_to_avoid"]}),
        ({"positions_to_avoid": frozenset({"floor"})}, {"unsure": ["pain_nrs"], "positions_to_avoid": ["floor"]}),
    ],
)
def test_answers_come_back_as_they_were_typed(values: dict[str, Value], typed: dict[str, list[str]]) -> None:
    _goes_round("positions_to_avoid", values, typed)


def test_not_pregnant_but_after_a_birth_is_one_screen() -> None:
    values: dict[str, Value] = {"pregnant_weeks": 0.0, "postpartum_weeks": NOT_APPLICABLE}
    _goes_round("postpartum_weeks", values, {"pregnant_weeks": ["0"], "na": ["postpartum_weeks"]})


def _goes_round(finding: str, values: dict[str, Value], typed: dict[str, list[str]]) -> None:
    base = real_base()
    question = base.question_of[finding]
    answered = Answered(question.id, tuple(question.findings), values, Purpose.PLAN)
    again = typed_of(answered, base)
    assert {key: again[key] for key in typed} == typed
    assert dict(read_screen(Step(question, answered.findings, Purpose.PLAN), typed, base).values) == values
