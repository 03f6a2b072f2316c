"""What follows from the answers without asking."""

from typing import Any

import pytest

from spinewise.knowledge import (
    NOT_APPLICABLE,
    Findings,
    Value,
    complete,
    findings_from_facts,
    harmless,
    load_knowledge,
    open_parents,
    read_closed,
)
from tests.knowledge.small import add_finding, base_with, good_base, put

BASE = good_base()


def person(**values: Value) -> Findings:
    return Findings().with_values(values)


@pytest.mark.parametrize(
    ("known", "finding", "expected"),
    [
        # worked out
        ({"age": 18.0}, "grown_up", True),
        ({"age": 17.0}, "grown_up", False),
        ({}, "grown_up", None),
        ({"age": 17.0, "grown_up": True}, "grown_up", True),
        # a broader question and its members
        ({"nerve_trouble": False}, "seat_numb", False),
        ({"nerve_trouble": False}, "leg_weak", False),
        ({"nerve_trouble": True}, "seat_numb", None),
        ({"nerve_trouble": False, "seat_numb": True}, "seat_numb", True),
        ({"seat_numb": True}, "nerve_trouble", True),
        ({"seat_numb": False}, "nerve_trouble", None),
        ({"seat_numb": False, "leg_weak": False}, "nerve_trouble", False),
        ({"seat_numb": True, "leg_weak": False}, "nerve_trouble", True),
        # what does not apply
        ({"sex": "male"}, "pregnant_weeks", NOT_APPLICABLE),
        ({"sex": "female"}, "pregnant_weeks", None),
        ({}, "pregnant_weeks", None),
        ({"sex": "male", "pregnant_weeks": 3.0}, "pregnant_weeks", 3.0),
    ],
)
def test_what_follows(known: dict[str, Value], finding: str, expected: Value | None) -> None:
    assert complete(person(**known), BASE).get(finding) == expected


def test_what_follows_is_followed_up() -> None:
    """From the age that one is grown up, from that that the question does not apply."""
    base = base_with(add_finding("toys", ask_if={"not": "grown_up"}))
    assert complete(person(age=40.0), base).get("toys") is False
    assert complete(person(age=8.0), base).get("toys") is None


def test_nothing_new_is_the_same_person() -> None:
    known = person(pain=True)
    assert complete(known, BASE) is known


def test_completing_twice_changes_nothing() -> None:
    once = complete(person(age=30.0, sex="male", nerve_trouble=False), BASE)
    assert complete(once, BASE) == once


def test_not_sure_stays_unknown() -> None:
    doubtful = Findings().with_unsure(["nerve_trouble"])
    found = complete(doubtful, BASE)
    assert found.get("seat_numb") is None
    assert found.unsure == {"nerve_trouble"}


def test_a_broad_no_means_yes_where_most_people_say_yes() -> None:
    base = base_with(put("finding", "leg_weak", background="most"))
    assert harmless(base.findings["leg_weak"]) is True
    assert complete(person(nerve_trouble=False), base).get("leg_weak") is True
    assert complete(person(nerve_trouble=False), base).get("seat_numb") is False


def test_the_menopause_may_be_said_or_follow_from_the_age() -> None:
    base = load_knowledge()

    def after(**facts: Any) -> Value | None:
        return complete(findings_from_facts(facts, base), base).get("postmenopausal")

    assert after(sex="female", age=70) is True
    assert after(sex="male", age=70) is False
    assert after(sex="female", age=50) is None
    assert after(sex="female", age=50, postmenopausal=True) is True
    assert after(sex="female", age=20) is False


@pytest.mark.parametrize(
    ("known", "finding", "expected"),
    [
        ({}, "pain", False),
        ({}, "seat_numb", False),
        ({}, "sex", None),
        ({}, "regions", None),
        ({}, "age", None),
        ({}, "grown_up", False),
        ({}, "pregnant_weeks", NOT_APPLICABLE),
        ({"age": 40.0}, "grown_up", True),
        ({"seat_numb": True}, "nerve_trouble", True),
        ({"seat_numb": True}, "leg_weak", False),
        ({"pain": True}, "pain", True),
    ],
)
def test_read_closed_silence_means_what_the_finding_says(known: dict[str, Value], finding: str, expected: Value | None) -> None:
    assert read_closed(person(**known), BASE).get(finding) == expected


@pytest.mark.parametrize(
    ("unstated", "expected"),
    [("unknown", None), ("none", NOT_APPLICABLE), (7, 7.0), (None, None)],
)
def test_silence_about_a_number(unstated: object, expected: Value | None) -> None:
    base = base_with(put("finding", "pregnant_weeks", unstated=unstated))
    assert read_closed(person(sex="female"), base).get("pregnant_weeks") == expected


@pytest.mark.parametrize(("unstated", "expected"), [("no", frozenset()), ("unknown", None)])
def test_silence_about_a_list(unstated: str, expected: Value | None) -> None:
    base = base_with(put("finding", "regions", unstated=unstated))
    assert read_closed(Findings(), base).get("regions") == expected


def test_what_is_assumed_is_told_from_what_was_said() -> None:
    found = read_closed(person(pain=True), BASE)
    assert "seat_numb" in found.assumed
    assert "pain" not in found.assumed


def test_not_sure_is_no_silence() -> None:
    found = read_closed(Findings().with_unsure(["seat_numb"]), BASE)
    assert found.get("seat_numb") is None
    assert "seat_numb" in found.unsure


@pytest.mark.parametrize(
    ("known", "finding", "parents"),
    [
        ({}, "pain", frozenset()),
        ({}, "seat_numb", frozenset({"nerve_trouble"})),
        ({"nerve_trouble": True}, "seat_numb", frozenset()),
        ({"nerve_trouble": False}, "seat_numb", None),
        ({}, "pregnant_weeks", frozenset({"sex"})),
        ({"sex": "female"}, "pregnant_weeks", frozenset()),
        ({"sex": "male"}, "pregnant_weeks", None),
    ],
)
def test_what_is_asked_before(known: dict[str, Value], finding: str, parents: frozenset[str] | None) -> None:
    assert open_parents(BASE.findings[finding], person(**known), BASE) == parents


def test_who_is_not_sure_about_the_broad_question_is_asked_the_narrow_ones() -> None:
    doubtful = Findings().with_unsure(["nerve_trouble"])
    assert open_parents(BASE.findings["seat_numb"], doubtful, BASE) == frozenset()


def test_who_is_not_sure_about_the_condition_of_asking_is_asked() -> None:
    doubtful = Findings().with_unsure(["sex"])
    assert open_parents(BASE.findings["pregnant_weeks"], doubtful, BASE) == frozenset()
