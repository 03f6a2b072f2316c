"""The condition language: what is a sentence, what it means, and what is refused."""

import pytest

from spinewise.knowledge.conditions import AllOf, AnyOf, AtLeast, Compares, Condition, IsOneOf, IsYes, Named, Not
from spinewise.knowledge.sentences import NotACondition, parse

OLD = Named("old", "old age", Compares("age", ">=", 65))
CONCEPTS = {"old": OLD}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fever", IsYes("fever")),
        ("  fever ", IsYes("fever")),
        ("not fever", Not(IsYes("fever"))),
        ("not not fever", Not(Not(IsYes("fever")))),
        ("age >= 50", Compares("age", ">=", 50)),
        ("age <= 50", Compares("age", "<=", 50)),
        ("age > 50.5", Compares("age", ">", 50.5)),
        ("age < -1", Compares("age", "<", -1)),
        ("age == 50", Compares("age", "==", 50)),
        ("onset is sudden", IsOneOf("onset", ("sudden",))),
        ("onset is sudden or hours", IsOneOf("onset", ("sudden", "hours"))),
        ("regions include low-back or sacrum", IsOneOf("regions", ("low-back", "sacrum"))),
        ("complaint includes pain", IsOneOf("complaint", ("pain",))),
        ("not onset is sudden", Not(IsOneOf("onset", ("sudden",)))),
        ("@old", OLD),
        ("not @old", Not(OLD)),
        ({"all": ["fever", "@old"]}, AllOf((IsYes("fever"), OLD))),
        ({"any": ["fever"]}, AnyOf((IsYes("fever"),))),
        ({"not": {"any": ["fever", "chills"]}}, Not(AnyOf((IsYes("fever"), IsYes("chills"))))),
        ({"at_least": {"count": 2, "of": ["fever", "chills"]}}, AtLeast((IsYes("fever"), IsYes("chills")), 2)),
        ({"all": [{"any": ["a", {"not": "b"}]}, "c"]}, AllOf((AnyOf((IsYes("a"), Not(IsYes("b")))), IsYes("c")))),
    ],
)
def test_what_is_written_is_what_is_meant(written: object, meant: Condition) -> None:
    assert parse(written, CONCEPTS) == meant


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("", "no sentence"),
        ("not", None),
        ("Fever", "no sentence"),
        ("fever?", "no sentence"),
        ("fever and chills", "no sentence"),
        ("age >= fifty", "no sentence"),
        ("age>=50", "no sentence"),
        ("age => 50", "no sentence"),
        ("age != 50", "no sentence"),
        ("age >= 1e3", "no sentence"),
        ("50 <= age", "no sentence"),
        ("onset is", "no sentence"),
        ("onset is sudden, hours", "no sentence"),
        ("onset is sudden or", "no sentence"),
        ("@young", "no concept is called @young"),
        ("@", "no sentence"),
        (True, "is no condition"),
        (None, "is no condition"),
        (5, "is no condition"),
        ([], "is no condition"),
        (["fever"], "is no condition"),
        ({}, "is no condition"),
        ({"all": ["fever"], "any": ["chills"]}, "is no condition"),
        ({"none": ["fever"]}, "is no group"),
        ({"all": []}, "at least one"),
        ({"all": "fever"}, "at least one"),
        ({"any": [["fever"]]}, "is no condition"),
        ({"not": ["fever"]}, "is no condition"),
        ({"at_least": ["fever"]}, "exactly 'count' and 'of'"),
        ({"at_least": {"count": 1, "of": ["fever"], "more": 1}}, "exactly 'count' and 'of'"),
        ({"at_least": {"count": 0, "of": ["fever"]}}, "from 1 to 1"),
        ({"at_least": {"count": 2, "of": ["fever"]}}, "from 1 to 1"),
        ({"at_least": {"count": True, "of": ["fever"]}}, "from 1 to 1"),
        ({"at_least": {"count": 1.5, "of": ["fever", "chills"]}}, "from 1 to 2"),
    ],
)
def test_what_is_no_condition_is_refused_with_the_reason(written: object, says: str | None) -> None:
    if says is None:
        assert parse(written, CONCEPTS) == IsYes("not")
        return
    with pytest.raises(NotACondition, match=says):
        parse(written, CONCEPTS)
