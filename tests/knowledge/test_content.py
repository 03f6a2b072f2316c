"""The knowledge base that we ship."""

from spinewise.knowledge import load_with_problems
from spinewise.knowledge.checks import check_knowledge
from spinewise.planning.wishes import POSITIONS_TO_AVOID, SLOT_OF_TIME


def test_it_loads_without_a_problem() -> None:
    assert load_with_problems().problems == ()


def test_no_check_finds_anything() -> None:
    assert "\n".join(map(str, check_knowledge(load_with_problems().base))) == ""


def test_wishes_that_can_be_told_are_those_that_planning_knows() -> None:
    findings = load_with_problems().base.findings
    assert set(findings["positions_to_avoid"].option_values) == POSITIONS_TO_AVOID
    assert set(findings["times_of_day"].option_values) == set(SLOT_OF_TIME)
