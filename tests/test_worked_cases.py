"""Every worked case of the knowledge base comes out as its authors say."""

import pytest

from spinewise.knowledge import load_knowledge
from spinewise.knowledge.records import Expectation, WorkedCase
from spinewise.rehearsal import rehearse_one

BASE = load_knowledge()
PLAIN = {
    "age": 40,
    "sex": "male",
    "complaint": "pain",
    "regions": ["low-back"],
    "onset": "days",
    "duration_days": 5,
    "pain_nrs": 4,
}


@pytest.mark.parametrize("case", BASE.worked_cases.values(), ids=lambda case: case.id)
def test_it_comes_out_as_written(case: WorkedCase) -> None:
    assert [str(problem) for problem in rehearse_one(case, BASE)] == []


@pytest.mark.parametrize(
    ("expect", "key"),
    [
        (Expectation(disposition=("emergency",)), "disposition"),  # type: ignore[arg-type]
        (Expectation(explained=("acute-pancreatitis",)), "explained"),
        (Expectation(offered=("no-such-thing",)), "offered"),
        (Expectation(blocked=(next(iter(BASE.interventions)),)), "blocked"),
        (Expectation(plan="none"), "plan"),
    ],
)
def test_a_wrong_expectation_is_told_with_its_key(expect: Expectation, key: str) -> None:
    case = WorkedCase(id="a-case", name="a", because="b", facts=PLAIN, expect=expect, sources=("judgement",))
    assert [problem.key for problem in rehearse_one(case, BASE)] == [key]


def test_bad_facts_are_told_as_such() -> None:
    case = WorkedCase(id="a-case", name="a", because="b", facts={"agge": 4}, expect=Expectation(), sources=("judgement",))
    assert "age" in rehearse_one(case, BASE)[0].remedy
