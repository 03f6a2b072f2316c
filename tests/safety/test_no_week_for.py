"""For whom there is no week at all, over the real knowledge base."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

import pytest

from spinewise.assessment import assess
from spinewise.knowledge import Disposition, Findings, findings_from_facts, load_knowledge
from spinewise.planning import Plan, Refusal
from spinewise.week import plan_week
from tests.people import random_person

BASE = load_knowledge()
MONDAY = date(2026, 11, 30)
ORDINARY: Mapping[str, Any] = {
    "age": 40,
    "sex": "male",
    "complaint": "pain",
    "regions": ["low-back"],
    "onset": "gradual",
    "duration_days": 10,
    "pain_nrs": 4,
}
NO_WEEK: list[tuple[str, Mapping[str, Any]]] = [
    ("a child of 9", {"age": 9}),
    ("a teenager of 15", {"age": 15}),
    ("a numb seat", {"saddle_numbness": True}),
    ("a bladder that does not empty", {"urinary_retention": True}),
    ("hands and legs that obey less", {"regions": ["neck"], "hand_clumsiness": True, "gait_trouble": True}),
    ("a plan to end life", {"self_harm_thoughts": True, "self_harm_plan": True}),
    ("thoughts of self-harm", {"self_harm_thoughts": True}),
    ("fever with back pain after an injection", {"fever": True, "recent_spinal_procedure": True}),
    ("a heavy crash last week", {"trauma": "major", "duration_days": 6}),
    ("a back operation some weeks ago", {"recent_surgery": True, "previous_back_surgery": True}),
]


def _week(person: Findings, *, closed: bool) -> Plan | Refusal:
    return plan_week(assess(person, BASE, closed=closed), BASE, week=MONDAY)


@pytest.mark.parametrize(("who", "facts"), NO_WEEK, ids=[one[0] for one in NO_WEEK])
def test_they_get_no_week_but_the_reason(who: str, facts: Mapping[str, Any]) -> None:
    made = _week(findings_from_facts({**ORDINARY, **facts}, BASE), closed=True)
    assert isinstance(made, Refusal)
    assert made.says


def test_the_same_person_without_the_sign_gets_one() -> None:
    assert isinstance(_week(findings_from_facts(ORDINARY, BASE), closed=True), Plan)


def test_an_age_that_nobody_told_is_no_grown_up() -> None:
    unknown = {key: value for key, value in ORDINARY.items() if key != "age"}
    assert isinstance(_week(findings_from_facts(unknown, BASE), closed=True), Refusal)


@pytest.mark.parametrize("seed", range(20))
def test_nobody_under_16_ever_gets_a_week(seed: int) -> None:
    draw = Random(seed)
    person = random_person(BASE, draw, answers=40, yes=0.02).with_values({"age": float(draw.randint(1, 15))})
    assert isinstance(_week(person, closed=True), Refusal)


def test_an_unanswered_gate_lets_nobody_through() -> None:
    made = _week(findings_from_facts(ORDINARY, BASE), closed=False)
    assert isinstance(made, Refusal)
    assert assess(findings_from_facts(ORDINARY, BASE), BASE).triage.disposition < Disposition.EMERGENCY
