"""Facts from outside: what is accepted, as what, and what is refused with which words."""

from pathlib import Path
from typing import Any

import pytest

from spinewise.knowledge import BadInput, findings_from_facts, findings_from_file, load_knowledge
from tests.knowledge.small import add_finding, base_with, good_base

BASE = good_base()


@pytest.mark.parametrize(
    ("facts", "values"),
    [
        ({}, {}),
        ({"pain": True}, {"pain": True}),
        ({"pain": False}, {"pain": False}),
        ({"pain": None}, {}),
        ({"age": 40}, {"age": 40.0}),
        ({"age": 0}, {"age": 0.0}),
        ({"age": 110}, {"age": 110.0}),
        ({"age": 40.5}, {"age": 40.5}),
        ({"sex": "female"}, {"sex": "female"}),
        ({"sex": ["female"]}, {"sex": "female"}),
        ({"regions": ["neck", "low-back"]}, {"regions": frozenset({"neck", "low-back"})}),
        ({"regions": ["neck", "neck"]}, {"regions": frozenset({"neck"})}),
        ({"regions": "neck"}, {"regions": frozenset({"neck"})}),
        ({"regions": []}, {"regions": frozenset()}),
        ({"pregnant_weeks": "none"}, {"pregnant_weeks": "none"}),
    ],
)
def test_what_is_accepted(facts: dict[str, Any], values: dict[str, Any]) -> None:
    assert dict(findings_from_facts(facts, BASE).values) == values


@pytest.mark.parametrize(
    ("facts", "key", "remedy"),
    [
        ({"pain": "yes"}, "pain", "Accepted: true, false"),
        ({"pain": 0}, "pain", "Accepted: true, false"),
        ({"pain": []}, "pain", "Accepted: true, false"),
        ({"age": "40"}, "age", "Accepted: a number from 0 to 110 years"),
        ({"age": True}, "age", "Accepted: a number from 0 to 110 years"),
        ({"age": 111}, "age", "Accepted: from 0 to 110 years"),
        ({"age": -0.1}, "age", "Accepted: from 0 to 110 years"),
        ({"age": float("nan")}, "age", "Accepted: a number from 0 to 110 years"),
        ({"age": float("inf")}, "age", "Accepted: from 0 to 110 years"),
        ({"age": "none"}, "age", "Accepted: a number from 0 to 110 years"),
        ({"sex": "other"}, "sex", "Accepted: one of female, male"),
        ({"sex": ["female", "male"]}, "sex", "Accepted: one of female, male"),
        ({"sex": True}, "sex", "Accepted: one of female, male"),
        ({"regions": ["knee"]}, "regions", "Accepted: one or more of low-back, neck"),
        ({"regions": [["neck"]]}, "regions", "Accepted: one or more of low-back, neck"),
        ({"regions": {"neck": True}}, "regions", "Accepted: one or more of low-back, neck"),
        ({"seat_num": True}, "seat_num", "Did you mean seat_numb?"),
        ({"qqqqqqq": True}, "qqqqqqq", "`spinewise knowledge list --kind finding` names them all"),
        ({7: True}, "7", "`spinewise knowledge list --kind finding` names them all"),
        ({"sex": "male", "pregnant_weeks": 12}, "pregnant_weeks and sex", "Correct one."),
    ],
)
def test_what_is_refused(facts: dict[Any, Any], key: str, remedy: str) -> None:
    with pytest.raises(BadInput) as caught:
        findings_from_facts(facts, BASE, "story.yaml")
    (problem,) = caught.value.problems
    assert (problem.place, problem.key, problem.remedy) == ("story.yaml", key, remedy)


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        findings_from_facts({"age": 400, "sex": "x", "nope": 1, "pain": True}, BASE)
    assert [problem.key for problem in caught.value.problems] == ["age", "sex", "nope"]


@pytest.mark.parametrize("facts", [None, [], "fever", 3, [{"age": 3}]])
def test_only_a_mapping_is_facts(facts: object) -> None:
    with pytest.raises(BadInput, match="is not a mapping"):
        findings_from_facts(facts, BASE)


def test_not_sure_is_no_value_and_is_remembered() -> None:
    found = findings_from_facts({"seat_numb": "unsure"}, BASE)
    assert not found.known("seat_numb")
    assert found.unsure == {"seat_numb"}
    assert found.settled("seat_numb")


def test_an_option_called_unsure_is_an_answer() -> None:
    options = [{"value": "unsure", "name": "Cannot say"}, {"value": "left", "name": "Left"}]
    base = base_with(add_finding("side", "choice", options=options))
    assert findings_from_facts({"side": "unsure"}, base).get("side") == "unsure"


@pytest.mark.parametrize(
    ("given", "main", "others"),
    [("pain", "pain", None), (["pain"], "pain", None), (["cramp", "pain"], "cramp", frozenset({"pain"}))],
)
def test_the_first_complaint_is_the_main_one(given: object, main: str, others: frozenset[str] | None) -> None:
    found = findings_from_facts({"complaint": given}, load_knowledge())
    assert found.get("complaint") == main
    assert found.get("other_complaints") == others


def test_a_file_is_named_in_the_problem(tmp_path: Path) -> None:
    path = tmp_path / "story.yaml"
    path.write_text("age: 400")
    with pytest.raises(BadInput, match=r"story\.yaml, age: 400 is not accepted"):
        findings_from_file(str(path), BASE)


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "y", "n", "2026-11-30", "12:30", "0x10", "1_000", "0o7"])
def test_yaml_has_no_surprises(tmp_path: Path, word: str) -> None:
    """Words stay words: only true and false are yes and no."""
    path = tmp_path / "story.yaml"
    path.write_text(f"pain: {word}")
    with pytest.raises(BadInput) as caught:
        findings_from_file(str(path), BASE)
    assert caught.value.problems[0].what == f"{word!r} is not accepted"


def test_what_is_only_doubtful_is_taken_as_it_stands() -> None:
    told = findings_from_facts({"improving": True, "worsening": True}, load_knowledge())
    assert told.get("improving") is True
    assert told.get("worsening") is True
