"""The words that presenters make."""

import pytest

from spinewise.knowledge import KnowledgeBase, Value
from spinewise.knowledge.records import Dosage, Evidence, Frequency
from spinewise.web.emergency import COUNTRIES, emergency_number
from spinewise.web.presenters.bodymap import FIGURES, GROUPS
from spinewise.web.presenters.doses import dose_words
from spinewise.web.presenters.screen import progress
from spinewise.web.presenters.words import duration_words, how_sure, sources, value_words


@pytest.mark.parametrize(
    ("finding", "value", "words"),
    [
        ("fever", True, "yes"),
        ("fever", False, "no"),
        ("fever", None, "not sure"),
        ("age", 42.0, "42 years"),
        ("age", 1.0, "1 year"),
        ("sex", "female", "Female"),
        ("pain_nrs", 4.0, "4 of 10"),
        ("regions", frozenset({"neck", "low-back"}), "Low back, Neck"),
        ("past_illnesses", frozenset(), "none of these"),
        ("pregnant_weeks", "none", "does not apply"),
        ("duration_days", 21.0, "3 weeks"),
    ],
)
def test_values_in_words(base: KnowledgeBase, finding: str, value: Value | None, words: str) -> None:
    assert value_words(finding, value, base) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0.1, "less than a day"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (60, "9 weeks"),
        (61, "2 months"),
        (365, "12 months"),
        (800, "2 years"),
    ],
)
def test_durations(days: float, words: str) -> None:
    assert duration_words(days) == words


def test_every_kind_of_evidence_has_its_own_sentence() -> None:
    def sentence(direction: str, certainty: str) -> str:
        return how_sure(Evidence(direction=direction, certainty=certainty, says="x", sources=("guide",)))  # type: ignore[arg-type]

    kinds = [(d, c) for d in ("helps", "no-effect", "harms") for c in ("high", "moderate", "low", "very-low")]
    assert len({sentence(*kind) for kind in kinds}) == len(kinds)
    assert sentence("unclear", "low") == "Nobody knows yet whether this helps."


def test_sources_have_an_address_when_they_are_known(base: KnowledgeBase) -> None:
    guide, paper, unknown = sources(("guide", "paper", "nowhere", "guide"), base)
    assert (guide.url, paper.url, unknown.url) == ("https://example.org/guide", "https://doi.org/10.1000/xyz", "")
    assert guide.where == "Somebody, 2020"


def test_progress_only_grows() -> None:
    steps = [progress(count) for count in range(120)]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (2, 98)


def _dosage(**parts: object) -> Dosage:
    shared = {
        "frequency_per_week": Frequency(min=1, usual=7, max=7),
        "intensity": "light",
        "minutes": 5,
        "type": "x",
        "why": "y",
    }
    return Dosage(**{**shared, **parts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "first"),
    [
        ({"sets": 2, "repetitions": 8, "hold_s": 5}, "2 sets of 8 repetitions, hold 5 seconds"),
        ({"sets": 1, "repetitions": 1}, "1 set of 1 repetition"),
        ({"repetitions": 10}, "10 repetitions"),
        ({"sets": 3, "hold_s": 30}, "3 times, hold 30 seconds"),
        ({}, "5 min, every day"),
    ],
)
def test_doses_in_words(parts: dict[str, object], first: str) -> None:
    assert dose_words(_dosage(**parts))[0] == first


def test_emergency_numbers() -> None:
    assert emergency_number("") == emergency_number("ZZ") == "112"
    assert emergency_number("GB") == "999"
    assert all(country.number.isdigit() for country in COUNTRIES)


def test_every_drawn_place_stands_in_the_list_too() -> None:
    listed = {place for _name, places in GROUPS for place in places}
    assert {shape.place for figure in FIGURES for shape in figure.shapes} <= listed
