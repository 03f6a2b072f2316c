"""Every worked case of a dose comes out as its authors say, and a wrong expectation is told with its key."""

import msgspec
import pytest

from spinewise.knowledge.records import DoseCase, DoseExpectation
from spinewise.rehearsal import rehearse_dose
from tests.planning.dosing.people import ACTIVE, BASE

LEAST_CASES = 40


@pytest.mark.parametrize("case", BASE.dose_cases.values(), ids=lambda case: case.id)
def test_it_comes_out_as_written(case: DoseCase) -> None:
    assert [str(problem) for problem in rehearse_dose(case, BASE)] == []


def test_there_are_enough_of_them_and_they_use_every_rule_of_a_history() -> None:
    assert len(BASE.dose_cases) >= LEAST_CASES
    told = {case.expect.step for case in BASE.dose_cases.values()}
    seen_elsewhere = {"new-level", "near-last", "short-day", "moved-on", "moved-back"}
    assert set(BASE.dose_steps) - told <= seen_elsewhere


@pytest.mark.parametrize(
    ("expect", "key"),
    [
        (DoseExpectation(level=0), "expect.level"),
        (DoseExpectation(step="rose"), "expect.step"),
        (DoseExpectation(at_most=0), "expect.at_most"),
    ],
)
def test_a_wrong_expectation_is_told(expect: DoseExpectation, key: str) -> None:
    case = DoseCase(id="a", name="a", because="b", facts=ACTIVE, intervention="walking", expect=expect)
    assert [problem.key for problem in rehearse_dose(case, BASE)] == [key]


def test_bad_facts_and_bad_numbers_are_told() -> None:
    case = next(iter(BASE.dose_cases.values()))
    assert "age" in rehearse_dose(msgspec.structs.replace(case, facts={"agge": 4}), BASE)[0].remedy
    row = msgspec.convert({"days": [0], "outcome": "done", "effort": 11}, type(BASE.dose_cases["good-week-rises"].history[0]))
    assert "not on the scale" in rehearse_dose(msgspec.structs.replace(case, history=(row,)), BASE)[0].what
