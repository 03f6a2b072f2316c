"""Conditions for a person: the answer, what is still needed, what made it so, and the words."""

from typing import Any

import pytest

from spinewise.knowledge import NOT_APPLICABLE, Findings, Value
from spinewise.knowledge.conditions import Named
from spinewise.knowledge.sentences import parse
from spinewise.knowledge.truth import Truth
from tests.knowledge.small import good_base

OLD = Named("old", "old age", parse("age >= 65", {}))
CONCEPTS = {"old": OLD}


def person(**values: Value) -> Findings:
    return Findings().with_values(values)


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("pain", True, True),
        ("pain", False, False),
        ("pain", None, None),
        ("not pain", None, None),
        ("not pain", False, True),
        ("age >= 65", 65.0, True),
        ("age >= 65", 64.9, False),
        ("age > 65", 65.0, False),
        ("age <= 65", 65.0, True),
        ("age < 65", 65.0, False),
        ("age == 65", 65.0, True),
        ("age >= 65", None, None),
        ("age >= 65", NOT_APPLICABLE, False),
        ("age < 65", NOT_APPLICABLE, False),
        ("not age >= 65", NOT_APPLICABLE, True),
        ("sex is female", "female", True),
        ("sex is female", "male", False),
        ("sex is female or male", "male", True),
        ("sex is female", NOT_APPLICABLE, False),
        ("sex is female", None, None),
        ("regions include neck", frozenset({"neck", "low-back"}), True),
        ("regions include neck", frozenset({"low-back"}), False),
        ("regions include neck or low-back", frozenset({"low-back"}), True),
        ("regions include neck", frozenset(), False),
        ("regions include neck", None, None),
    ],
)
def test_one_sentence(sentence: str, value: Value | None, expected: Truth) -> None:
    condition = parse(sentence, {})
    (finding,) = condition.findings()
    values = {} if value is None else {finding: value}
    assert condition.evaluate(person(**values)) is expected


CASES: list[tuple[Any, dict[str, Value], Truth, set[str], set[str]]] = [
    # written, known values, truth, what is needed, what made it so
    ({"all": ["pain", "seat_numb"]}, {}, None, {"pain", "seat_numb"}, set()),
    ({"all": ["pain", "seat_numb"]}, {"pain": True}, None, {"seat_numb"}, set()),
    ({"all": ["pain", "seat_numb"]}, {"pain": False}, False, set(), {"pain"}),
    ({"all": ["pain", "seat_numb"]}, {"pain": True, "seat_numb": True}, True, set(), {"pain", "seat_numb"}),
    ({"any": ["pain", "seat_numb"]}, {"pain": True}, True, set(), {"pain"}),
    ({"any": ["pain", "seat_numb"]}, {"pain": False}, None, {"seat_numb"}, set()),
    ({"any": ["pain", "seat_numb"]}, {"pain": False, "seat_numb": False}, False, set(), {"pain", "seat_numb"}),
    ({"not": {"any": ["pain", "seat_numb"]}}, {"pain": True}, False, set(), {"pain"}),
    ({"not": {"any": ["pain", "seat_numb"]}}, {"pain": False}, None, {"seat_numb"}, set()),
    ({"any": ["pain", {"all": ["seat_numb", "@old"]}]}, {"pain": False, "seat_numb": True}, None, {"age"}, set()),
    ({"any": ["pain", {"all": ["seat_numb", "@old"]}]}, {"pain": False, "age": 70.0}, None, {"seat_numb"}, set()),
    ({"any": ["pain", {"all": ["seat_numb", "@old"]}]}, {"seat_numb": True, "age": 70.0}, True, set(), {"seat_numb", "age"}),
    ({"all": ["pain", {"any": ["seat_numb", "@old"]}]}, {"age": 20.0, "pain": True}, None, {"seat_numb"}, set()),
    (
        {"at_least": {"count": 2, "of": ["pain", "seat_numb", "leg_weak"]}},
        {"pain": True},
        None,
        {"seat_numb", "leg_weak"},
        set(),
    ),
    (
        {"at_least": {"count": 2, "of": ["pain", "seat_numb", "leg_weak"]}},
        {"pain": False, "leg_weak": False},
        False,
        set(),
        {"pain", "leg_weak"},
    ),
    (
        {"at_least": {"count": 2, "of": ["pain", "seat_numb", "leg_weak"]}},
        {"pain": True, "leg_weak": True},
        True,
        set(),
        {"pain", "leg_weak"},
    ),
]


@pytest.mark.parametrize(("written", "values", "truth", "needs", "reasons"), CASES)
def test_a_group_tells_what_it_needs_and_what_made_it_so(
    written: Any, values: dict[str, Value], truth: Truth, needs: set[str], reasons: set[str]
) -> None:
    condition = parse(written, CONCEPTS)
    someone = person(**values)
    assert condition.evaluate(someone) is truth
    assert condition.needs(someone) == needs
    assert {leaf.finding for leaf in condition.reasons(someone)} == reasons


@pytest.mark.parametrize(("written", "values", "truth", "needs", "reasons"), CASES)
def test_the_compiled_twin_agrees(
    written: Any, values: dict[str, Value], truth: Truth, needs: set[str], reasons: set[str]
) -> None:
    base = good_base()
    node = base.compile(parse(written, CONCEPTS))
    truths = base.sheet.truths(values)
    assert {0: False, 1: None, 2: True}[node.evaluate(truths)] is truth
    assert base.sheet.needs(node, truths) == needs


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("seat_numb", "seat numb"),
        ("not seat_numb", "not seat numb"),
        ("age >= 65", "age at least 65 years"),
        ("age < 16.5", "age less than 16.5 years"),
        ("sex is female or male", "sex: Female or Male"),
        ("regions include low-back", "regions: Low back"),
        ("@old", "old age"),
        ({"all": ["pain", {"any": ["seat_numb", "@old"]}]}, "pain and (seat numb or old age)"),
        ({"any": [{"all": ["pain"]}, "seat_numb"]}, "pain or seat numb"),
        ({"not": {"all": ["pain", "seat_numb"]}}, "not (pain and seat numb)"),
        ({"at_least": {"count": 2, "of": ["pain", "seat_numb"]}}, "at least 2 of: pain; seat numb"),
    ],
)
def test_a_condition_describes_itself(written: Any, words: str) -> None:
    assert parse(written, CONCEPTS).describe(good_base()) == words


def test_a_concept_names_the_findings_inside_it() -> None:
    assert parse({"all": ["pain", "@old"]}, CONCEPTS).findings() == {"pain", "age"}
