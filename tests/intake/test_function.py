"""Five small tests for who wants them: never asked by the interview on its own, never needed, never unsafe."""

from random import Random
from typing import Any

import pytest

from spinewise.intake import Interview, function_tests, next_step
from spinewise.knowledge import Findings, FunctionLevel, Value, function_level, load_knowledge, read_closed
from tests.people import random_value

BASE = load_knowledge()
TESTS = {"chair_rises_30s", "single_leg_stand_s", "bridge_hold_s", "finger_to_floor_cm", "overhead_reach"}
HEALTHY = read_closed(
    Findings().with_values({"age": 45.0, "sex": "male", "complaint": "pain", "regions": frozenset({"low-back"})}), BASE
)
LEVELS: list[tuple[str, Value, float, str, str]] = [
    # test, result, age, sex, level
    ("chair_rises_30s", 11.0, 62, "female", "below"),
    ("chair_rises_30s", 12.0, 62, "female", "usual"),
    ("chair_rises_30s", 18.0, 62, "female", "above"),
    ("chair_rises_30s", 13.0, 62, "male", "below"),
    ("chair_rises_30s", 14.0, 64.5, "male", "usual"),
    ("chair_rises_30s", 20.0, 40, "male", "unknown"),
    ("chair_rises_30s", 3.0, 94, "female", "below"),
    ("single_leg_stand_s", 20.0, 30, "male", "below"),
    ("single_leg_stand_s", 45.0, 30, "male", "usual"),
    ("single_leg_stand_s", 4.0, 75, "female", "below"),
    ("single_leg_stand_s", 31.0, 75, "female", "above"),
    ("single_leg_stand_s", 20.0, 12, "female", "unknown"),
    ("bridge_hold_s", 29.0, 50, "female", "below"),
    ("bridge_hold_s", 60.0, 50, "female", "usual"),
    ("finger_to_floor_cm", 0.0, 50, "female", "usual"),
    ("finger_to_floor_cm", 21.0, 50, "female", "below"),
    ("overhead_reach", "full", 50, "female", "usual"),
    ("overhead_reach", "partly", 50, "female", "below"),
]


@pytest.mark.parametrize(("test", "result", "age", "sex", "level"), LEVELS)
def test_a_result_stands_beside_what_is_usual(test: str, result: Value, age: float, sex: str, level: str) -> None:
    person = Findings().with_values({"age": float(age), "sex": sex, test: result})
    assert function_level(person, BASE)[test] == level


@pytest.mark.parametrize("values", [{}, {"age": 62.0}, {"chair_rises_30s": 12.0}, {"age": 62.0, "chair_rises_30s": 12.0}])
def test_what_is_not_known_has_no_level(values: dict[str, Any]) -> None:
    assert function_level(Findings().with_values(values), BASE)["chair_rises_30s"] is FunctionLevel.UNKNOWN


def test_who_is_well_may_try_all_five() -> None:
    assert set(function_tests(HEALTHY, BASE)) == TESTS


def test_a_test_that_is_done_is_not_offered_again() -> None:
    assert set(function_tests(HEALTHY.with_values({"bridge_hold_s": 40.0}), BASE)) == TESTS - {"bridge_hold_s"}


@pytest.mark.parametrize(
    ("known", "not_offered"),
    [
        ({"osteoporosis": True}, {"bridge_hold_s", "finger_to_floor_cm"}),
        ({"falls": True}, {"single_leg_stand_s", "finger_to_floor_cm", "overhead_reach"}),
        ({"heart_failure": True}, {"chair_rises_30s", "bridge_hold_s"}),
        ({"age": 12.0}, TESTS),
    ],
)
def test_nobody_is_offered_what_may_harm_them(known: dict[str, Value], not_offered: set[str]) -> None:
    assert set(function_tests(HEALTHY.with_values(known), BASE)).isdisjoint(not_offered)


def test_nothing_is_offered_to_somebody_of_whom_nothing_is_known() -> None:
    assert function_tests(Findings(), BASE) == ()


@pytest.mark.parametrize("seed", range(6))
def test_the_interview_never_asks_for_a_test_on_its_own(seed: int) -> None:
    random, interview = Random(seed), Interview()
    while step := next_step(interview, BASE):
        assert TESTS.isdisjoint(step.findings)
        findings = [BASE.findings[name] for name in step.findings]
        interview = interview.answer(
            step, {one.id: random.random() < 0.05 if one.type == "bool" else random_value(one, random) for one in findings}
        )
