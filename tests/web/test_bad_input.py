"""Bad input: the same page again, what was typed is kept, and a kind word says what to do."""

from typing import Any

import pytest

from tests.web.visitor import Visitor

FEMALE = {"sex": {"sex": "female"}}
LONG = {"duration": {"duration_days": "3", "duration_days.unit": "months"}}

CASES: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("age", {}, {"age": ""}, "Write a number"),
    ("age", {}, {"age": "old"}, "Write it in figures"),
    ("age", {}, {"age": "nan"}, "Write it in figures"),
    ("age", {}, {"age": "inf"}, "Write it in figures"),
    ("age", {}, {"age": "1e9"}, "from 0 to 110"),
    ("age", {}, {"age": "-3"}, "from 0 to 110"),
    ("age", {}, {"age": "42.5"}, "whole number"),
    ("age", {}, {"age": "9" * 40}, "Write it in figures"),
    ("sex", {}, {}, "Choose one answer"),
    ("sex", {}, {"sex": "dragon"}, "Choose one answer"),
    ("regions", {}, {}, "Choose at least one"),
    ("regions", {}, {"regions": ["wings"]}, "Choose from the list"),
    ("seat-and-bladder", {}, {}, "Choose Yes, No or Not sure"),
    ("seat-and-bladder", {}, {"numb_seat": "no"}, "Choose Yes, No or Not sure"),
    ("seat-and-bladder", {}, {"numb_seat": "perhaps", "no_urine": "no"}, "Choose Yes, No or Not sure"),
    ("past", {}, {"past_illnesses": ["cancer"], "none": "1"}, "None of these"),
    ("duration", {}, {"duration_days": "3"}, "Choose hours, days, weeks, months or years"),
    ("duration", {}, {"duration_days": "3", "duration_days.unit": "fortnights"}, "Choose hours, days"),
    ("duration", {}, {"duration_days": "900", "duration_days.unit": "years"}, "longer than we can count"),
    ("pain", LONG, {"pain_nrs": "11"}, "from 0 to 10"),
    ("pain", LONG, {}, "Write a number"),
    ("pregnant", FEMALE, {"pregnant_weeks": "60"}, "from 0 to 43"),
]


@pytest.mark.parametrize(("question", "before", "fields", "message"), CASES)
def test_each_field_says_what_is_wrong(
    alice: Visitor, question: str, before: dict[str, Any], fields: dict[str, Any], message: str
) -> None:
    alice.until(question, before)
    alice.give(fields)
    assert alice.hidden("question") == question
    assert message in alice.text
    assert "<title>Please check: " in alice.html
    assert any(values.get("role") == "alert" for _tag, values in alice.reader.tags)


def test_what_was_typed_is_kept(alice: Visitor) -> None:
    alice.until("duration")
    alice.give({"duration_days": "3 or so", "duration_days.unit": "weeks"})
    assert alice.value("duration_days") == "3 or so"
    assert ("duration_days.unit", "weeks") in alice.checked()


def test_the_summary_leads_to_the_field(alice: Visitor) -> None:
    alice.answer(age="")
    assert "#age" in alice.reader.links
    assert any(values.get("id") == "age" and values.get("aria-invalid") == "true" for _tag, values in alice.reader.tags)


def test_among_several_questions_the_summary_says_which(alice: Visitor) -> None:
    alice.until("seat-and-bladder")
    alice.answer(no_urine="no")
    assert "Numb seat: Choose Yes, No or Not sure." in alice.text
    assert "#numb_seat" in alice.reader.links


def test_a_comma_is_as_good_as_a_point(alice: Visitor) -> None:
    alice.until("duration")
    alice.give({"duration_days": "1,5", "duration_days.unit": "weeks"})
    assert alice.hidden("question") != "duration"


def test_not_applicable_is_refused_where_everybody_has_a_value(alice: Visitor) -> None:
    alice.answer(na="age")
    assert alice.hidden("question") == "age"


def test_wild_fields_never_break_a_page(alice: Visitor) -> None:
    alice.until("seat-and-bladder")
    for fields in ({"version": "x"}, {"version": "-1"}, {"question": ""}, {"numb_seat": "<script>alert(1)</script>"}):
        assert alice.give(fields).status_code == 200
    assert "<script>alert" not in alice.html
