"""After "not sure": a small test where trying is safe, the explanation where it is not."""

import pytest

from spinewise.intake import Interview, Purpose, Step
from spinewise.knowledge import Findings, Value
from spinewise.web.conversation import Place
from spinewise.web.presenters.screen import FieldView, Sent, screen_view
from spinewise.web.reading import read_screen
from tests.web.real import keep, real_base
from tests.web.visitor import Visitor

STEADY: dict[str, Value] = {
    "age": 50.0,
    "unable_to_walk": False,
    "falls": False,
    "balance_trouble": False,
    "gait_trouble": False,
    "leg_swelling_one_side": False,
}


def unsure(finding: str, known: dict[str, Value], beside: dict[str, list[str]] | None = None) -> FieldView:
    """The field of a finding after somebody said "not sure", with other answers ``beside`` it on the same screen."""
    base = real_base()
    question = base.question_of[finding]
    typed = {finding: ["unsure"], **(beside or {})}
    step = Step(question, tuple(name for name in question.findings if name in typed), Purpose.DANGER)
    reading = read_screen(step, typed, base)
    view = screen_view(Place(step, 1), 0, Sent(typed, reading), Findings().with_values(known), base)
    return next(field for field in view.fields if field.id == finding)


def test_a_test_that_is_safe_for_everybody_is_shown() -> None:
    shown = unsure("thigh_numbness", {})
    assert shown.self_test is not None
    assert shown.show_help


def test_a_test_on_ones_feet_is_shown_only_to_people_known_to_be_steady() -> None:
    assert unsure("foot_drop", STEADY).self_test is not None
    assert unsure("foot_drop", {}).self_test is None
    assert unsure("foot_drop", {**STEADY, "falls": True}).self_test is None
    assert unsure("foot_drop", {}).help


def test_an_answer_of_the_same_screen_counts_for_safety() -> None:
    known = {key: value for key, value in STEADY.items() if key not in ("falls", "gait_trouble", "unable_to_walk")}
    steady = {"falls": ["no"], "unable_to_walk": ["no"]}
    assert unsure("gait_trouble", {**known, "syncope": False}, steady).self_test is not None
    assert unsure("gait_trouble", {**known, "syncope": False}, {**steady, "falls": ["yes"]}).self_test is None


def test_before_a_not_sure_no_test_is_shown() -> None:
    base = real_base()
    step = Step(base.question_of["thigh_numbness"], ("thigh_numbness",), Purpose.DANGER)
    view = screen_view(Place(step, 1), 0, Sent({}, read_screen(step, {"thigh_numbness": ["yes"]}, base)), Findings(), base)
    assert view.fields[0].self_test is None


def test_every_finding_with_a_test_also_has_an_explanation() -> None:
    assert [one.id for one in real_base().findings.values() if one.self_test and not one.help and not one.on_request] == []


@pytest.mark.usefixtures("real_knowledge")
def test_the_page_shows_steps_when_to_stop_and_what_means_yes_then_asks_once_more(alice: Visitor) -> None:
    base = real_base()
    step = Step(base.questions["nerves"], ("saddle_numbness",), Purpose.DANGER)
    keep(alice, Interview().answer(step, {"saddle_numbness": False}))
    alice.mine("check/1/")
    alice.answer(saddle_numbness="unsure")
    assert "wipe with soft paper" in alice.text
    assert "When to stop: Do not wait for this" in alice.text
    assert "Say yes if: You feel it less" in alice.text
    assert ("saddle_numbness", "unsure") in alice.checked()
    alice.answer(saddle_numbness="unsure")
    assert "wipe with soft paper" not in alice.text
