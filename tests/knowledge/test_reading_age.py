"""Everything that people read can be read with eight years at school, and most of it with less."""

import re
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

import pytest
from tools.reading import reading_grade, syllables_in, words_in

from spinewise.knowledge import KnowledgeBase, load_with_problems
from spinewise.knowledge.checks.wording import texts_for_readers
from tests.knowledge.small import base_with, put

HARDEST_GRADE = 8.0
HARDEST_MIDDLE = 6.5
FEWEST_WORDS = 25
"""The formula is made for passages: a shorter text is judged together with the other short ones of its item."""
READ = """
    question why help title says plain summary feels_like course what_helps when_to_worry steps intensity progression
    regression because change stop_signals people_say what_is_known do_instead asks text look_back headline how_soon who
    do_now do_not emergency doctor remedy goals alarm yearly whom
"""
"""Keys of texts that a person reads; names and words of the format are none."""
NAMES_ON_PACKETS = """
    warfarin apixaban rivaroxaban edoxaban dabigatran heparin ibuprofen naproxen diclofenac aspirin paracetamol ramipril
    losartan spironolactone amitriptyline duloxetine gabapentin pregabalin carbamazepine
"""
"""The reader holds them against the packet letter by letter, so no easier word would do."""
NAMES_IN_LETTERS = "spondyloarthritis osteoarthritis trigeminal neuralgia"
"""Words of a doctor's letter that stand beside their plain words, so that the two can be matched."""
USUAL = frozenset(f"{NAMES_ON_PACKETS} {NAMES_IN_LETTERS}".split())
BASE = load_with_problems().base


def is_read(kind: str, key: str) -> bool:
    last = re.sub(r"\[\d+\]", "", key).rsplit(".", 1)[-1]
    return kind != "worked-case" and last in READ.split()


def read_texts(base: KnowledgeBase) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Key and text of all that is read, by the item's kind and id."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for kind, item, key, text in texts_for_readers(base):
        if is_read(kind, key) and text.strip():
            found[kind, item].append((key, text if text.rstrip()[-1] in ".:?" else f"{text}."))
    return found


def passages(texts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Long texts one by one; short ones joined, with the long ones too where all the short ones are still too few words."""
    yield from ((key, text) for key, text in texts if len(words_in(text)) >= FEWEST_WORDS)
    short = " ".join(text for _, text in texts if len(words_in(text)) < FEWEST_WORDS)
    if short:
        enough = len(words_in(short)) >= FEWEST_WORDS
        yield "short texts", short if enough else " ".join(text for _, text in texts)


def grades(base: KnowledgeBase) -> dict[str, float]:
    """The reading grade of every passage, by where it stands."""
    return {
        f"{base.place_of(kind, item)}, {item}, {key}: {text}": reading_grade(text, USUAL)
        for (kind, item), texts in read_texts(base).items()
        for key, text in passages(texts)
    }


def too_hard(base: KnowledgeBase) -> list[str]:
    return [f"grade {grade:.1f}: {place}" for place, grade in grades(base).items() if grade > HARDEST_GRADE]


def test_nothing_is_harder_than_eight_years_at_school() -> None:
    assert "\n".join(too_hard(BASE)) == ""


def test_most_is_easier() -> None:
    assert median(grades(BASE).values()) <= HARDEST_MIDDLE


@pytest.mark.parametrize("kind", ["finding", "question", "red-flag", "condition", "intervention", "safety-rule", "claim"])
def test_every_item_of_these_kinds_is_judged(kind: str) -> None:
    assert {item for found, item in read_texts(BASE) if found == kind} == set(BASE.items[kind])


@pytest.mark.parametrize("kind", ["lesson", "disposition", "safety-net", "plan-gate", "consistency"])
def test_every_item_of_the_smaller_kinds_is_judged(kind: str) -> None:
    assert {item for found, item in read_texts(BASE) if found == kind} == set(BASE.items[kind])


HARD = (
    "Degenerative alterations of intervertebral structures necessitate multidisciplinary rehabilitation, notwithstanding"
    " considerable heterogeneity among epidemiological investigations of symptomatic individuals in occupational settings."
)


@pytest.mark.parametrize("text", [HARD, "Symptomatic individuals necessitate rehabilitation."])
def test_a_hard_text_is_found_whether_long_or_short(text: str) -> None:
    found = too_hard(base_with(put("claim", "rest", people_say=text, what_is_known=text, do_instead=text)))
    assert any(", rest, " in place for place in found)


def test_a_short_text_does_not_hide_behind_long_easy_ones() -> None:
    easy = ("key", "You can do this on most days of the week. " * 6)
    hard = ("other", "Considerable heterogeneity necessitates multidisciplinary investigation. " * 8)
    short = [("a", "Symptomatic individuals necessitate rehabilitation.")] * 7
    found = [key for key, text in passages([easy, hard, *short]) if reading_grade(text) > HARDEST_GRADE]
    assert found == ["other", "short texts"]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("back", 1),
        ("any", 2),
        ("area", 2),
        ("emergency", 4),
        ("hole", 1),
        ("table", 2),
        ("more", 1),
        ("moved", 1),
        ("needed", 2),
    ],
)
def test_syllables_are_not_flattered(word: str, count: int) -> None:
    assert syllables_in(word) == count


def test_the_formula_gives_known_grades() -> None:
    assert reading_grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert reading_grade("Carbamazepine helps.", {"carbamazepine"}) == pytest.approx(0.39 * 2 + 11.8 * 1.5 - 15.59)


def test_no_name_is_excused_that_nobody_uses() -> None:
    used = {word.lower() for texts in read_texts(BASE).values() for _, text in texts for word in words_in(text)}
    assert not USUAL - used
