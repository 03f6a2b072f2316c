"""The letter to the doctor: what it tells, what it keeps to itself, and that nothing typed becomes markup."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spinewise.assessment import assess
from spinewise.interop.pdf import Letter, letter_content, letter_pdf, write_letter
from spinewise.interop.private import PRIVATE
from spinewise.interop.said_words import said_words
from spinewise.knowledge import NOT_APPLICABLE, BadInput, Findings, Value, load_knowledge

BASE = load_knowledge()
ON = date(2026, 11, 25)
ILL: dict[str, Value] = {
    "age": 64.0,
    "sex": "female",
    "complaint": "pain",
    "regions": frozenset({"low-back"}),
    "duration_days": 21.0,
    "pain_nrs": 7.0,
    "saddle_numbness": True,
    "leg_trouble": True,
    "sciatica": True,
    "fever": False,
    "urinary_retention": False,
    "anticoagulant": True,
    "chair_rises_30s": 9.0,
}
AFRAID: dict[str, Value] = {**ILL, "saddle_numbness": False, "mood_or_safety_trouble": True, "unsafe_at_home": True}


def letter(values: dict[str, Value], **more: Any) -> Letter:
    said = Findings().with_values(values).with_unsure(["weight_loss"])
    return Letter(said, assess(said, BASE).triage, on=ON, **more)


def content(values: dict[str, Value], **more: Any) -> Any:
    return letter_content(letter(values, **more), BASE)


def test_it_is_one_page_and_the_same_letter_gives_the_same_bytes() -> None:
    first = letter_pdf(letter(ILL, name="Alice"), BASE)
    assert first.startswith(b"%PDF-")
    assert first == letter_pdf(letter(ILL, name="Alice"), BASE)
    assert len(re.findall(rb"/Type\s*/Page\b", first)) == 1


def test_first_how_soon_and_whom_then_why_in_the_words_of_clinicians() -> None:
    page = content(ILL)
    emergency = BASE.items["disposition"]["emergency"]
    assert (page["asks"], page["how_soon"], page["who"]) == (emergency.name, emergency.how_soon, emergency.who)
    assert any(
        "cauda equina" in one["tell"] and "numb skin between the legs: yes" in one["because"] for one in page["concerns"]
    )
    assert page["date"] == "Wednesday 25 November 2026"


def test_what_was_told_is_there_in_the_order_of_a_doctor() -> None:
    page = content(ILL)
    assert page["facts"][:3] == [["Age", "64 years"], ["Sex", "Female"], ["Main complaint", "Pain or ache"]]
    assert ["Time since it began", "3 weeks"] in page["facts"]
    assert ["Pain score", "7 of 10"] in page["facts"]


def test_signs_that_were_denied_stand_there_and_what_was_not_asked_does_not() -> None:
    page = content(ILL)
    assert {"Fever", "Being unable to pass urine"} <= set(page["absent"])
    assert "Chills" not in page["absent"]
    assert page["unsure"] == ["Weight loss"]


def test_medicines_have_their_own_line_and_the_closer_answer_is_told() -> None:
    page = content(ILL)
    assert page["illnesses"] == ["A blood thinner"]
    assert BASE.findings["sciatica"].name in " ".join(page["present"]).lower()
    assert not any("numbness, tingling" in line for line in page["present"])


def test_a_small_test_stands_there_with_its_level_and_day() -> None:
    page = content(ILL, tested_on={"chair_rises_30s": ON})
    assert page["tests"] == ["Standing up from a chair: 9 times (below usual), Wednesday 25 November 2026"]
    assert content({**ILL, "age": 40.0})["tests"] == ["Standing up from a chair: 9 times"]


def test_what_is_open_is_told_before_a_check_is_done() -> None:
    page = content({"age": 40.0, "complaint": "pain"})
    assert 0 < len(page["open"]) <= 12


def test_private_answers_and_their_reasons_are_left_out_unless_wished() -> None:
    names = [BASE.findings[name].name.lower() for name in PRIVATE]
    words = str(content(AFRAID)).lower()
    assert not any(name in words for name in names)
    assert "domestic abuse" not in words
    assert content(AFRAID)["withheld"] is True
    opened = content(AFRAID, private=True)
    assert "domestic abuse" in str(opened)
    assert opened["withheld"] is False


def test_a_private_no_leaves_the_same_gap_as_a_private_yes() -> None:
    safe = {**AFRAID, "mood_or_safety_trouble": False}
    del safe["unsafe_at_home"]
    assert content(safe)["absent"] == content(AFRAID)["absent"]


def test_nothing_that_was_typed_is_taken_for_markup() -> None:
    name = '#eval("1") *x* $y$ \\ "quoted" <label>'
    assert content(ILL, name=name)["name"] == name
    assert letter_pdf(letter(ILL, name=name), BASE).startswith(b"%PDF-")


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_letter(letter(ILL), BASE, tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == letter_pdf(letter(ILL), BASE)
    with pytest.raises(BadInput, match="cannot be written"):
        write_letter(letter(ILL), BASE, tmp_path / "missing" / "letter.pdf")


def test_a_letter_without_a_day_says_none() -> None:
    assert letter_content(Letter(Findings(), assess(Findings(), BASE).triage), BASE)["date"] == ""


@pytest.mark.parametrize(
    ("finding", "value", "words"),
    [
        ("fever", None, "not sure"),
        ("fever", False, "no"),
        ("regions", frozenset({"neck", "low-back"}), "Neck, Low back"),
        ("regions", frozenset(), "none of these"),
        ("pregnant_weeks", NOT_APPLICABLE, "does not apply"),
        ("pregnant_weeks", 1.0, "1 week"),
        ("duration_days", 0.5, "less than a day"),
        ("duration_days", 1.0, "1 day"),
        ("duration_days", 90.0, "3 months"),
        ("duration_days", 1000.0, "3 years"),
        ("sex", "male", "Male"),
    ],
)
def test_answers_in_plain_words(finding: str, value: Value | None, words: str) -> None:
    assert said_words(finding, value, BASE) == words
