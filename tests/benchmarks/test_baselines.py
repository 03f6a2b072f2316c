"""The simpler ways that Spinewise is compared with."""

import pytest
from benchmarks.triage.classic_flags import FLAGS, FLAGS_AT_ONCE, answer, flags_of
from benchmarks.triage.long_form import fill_in, form

from spinewise.intake import play
from spinewise.knowledge import Disposition, Findings, Value, findings_from_facts, load_knowledge, read_closed
from spinewise.knowledge.sentences import parse

BASE = load_knowledge()


def _person(**facts: object) -> Findings:
    told = {"age": 40, "sex": "male", "complaint": "pain", "regions": ["low-back"], "duration_days": 20, **facts}
    return read_closed(findings_from_facts(told, BASE), BASE)


@pytest.mark.parametrize("name", [*FLAGS, *FLAGS_AT_ONCE])
def test_every_flag_names_findings_that_are_asked(name: str) -> None:
    assert parse({**FLAGS, **FLAGS_AT_ONCE}[name], {}).findings() <= set(BASE.findings)


@pytest.mark.parametrize(
    ("facts", "flags", "reached"),
    [
        ({}, (), Disposition.SELF_CARE),
        ({"age": 56}, ("over 55",), Disposition.WITHIN_DAYS),
        ({"weight_loss": True, "fever": True}, ("fever", "weight loss"), Disposition.WITHIN_DAYS),
        ({"saddle_numbness": True}, ("numb seat",), Disposition.EMERGENCY),
    ],
)
def test_one_flag_is_enough(facts: dict[str, object], flags: tuple[str, ...], reached: Disposition) -> None:
    person = _person(**facts)
    assert flags_of(person) == flags
    assert answer(person, Disposition.WITHIN_DAYS) == reached


def test_the_form_begins_as_the_interview_does_and_asks_each_question_once() -> None:
    asked = [question.id for question in form(BASE)]
    assert asked[:3] == ["who", "what-and-where", "start"]
    assert sorted(asked) == sorted(BASE.questions)


def test_the_form_asks_more_and_finds_the_same_danger() -> None:
    person = _person(saddle_numbness=True)
    filled, interview = fill_in(person, BASE), play(person, BASE)
    assert filled.disposition is Disposition.EMERGENCY
    assert filled.screens > 3 * len(interview.answered)
    assert filled.items >= filled.screens


def test_the_form_leaves_out_broader_questions_and_what_cannot_apply() -> None:
    askable = [name for question in BASE.questions.values() for name in question.findings]
    single = [name for name in askable if not BASE.findings[name].members]
    for_women = {name for name in single if BASE.findings[name].theme == "women"}
    man, woman = fill_in(_person(), BASE), fill_in(_person(sex="female"), BASE)
    assert man.items < len(single)
    assert woman.items > man.items
    assert for_women


def test_what_the_person_does_not_know_is_not_sure() -> None:
    values: dict[str, Value] = {"age": 40.0, "sex": "male", "complaint": "pain", "regions": frozenset({"low-back"})}
    assert fill_in(Findings(values), BASE).disposition >= Disposition.SAME_DAY
