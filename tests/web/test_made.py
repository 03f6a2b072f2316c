"""The words for how close a week is to the best one: never more than was proved."""

from datetime import date

import pytest

from spinewise.planning import Plan
from spinewise.web.presenters.made import how_made
from tests.web.visitor import Visitor


def _words(objective: float, bound: float, *, proven: bool = False) -> str:
    return " ".join(how_made(Plan(date(2025, 1, 6), (), objective, bound, proven)))


@pytest.mark.parametrize(
    ("objective", "bound", "words"),
    [
        (99.0, 100.0, "within 1 % of the best"),
        (98.9, 100.0, "within 2 % of the best"),
        (99.99, 100.0, "within 1 % of the best"),
        (80.0, 100.0, "within 20 % of the best"),
        (0.0, 0.0, "within 1 % of the best"),
    ],
)
def test_the_gap_is_rounded_up(objective: float, bound: float, words: str) -> None:
    assert words in _words(objective, bound)


def test_a_proven_week_says_so_without_a_number() -> None:
    words = _words(100.0, 100.0, proven=True)
    assert "no other week that fits your wishes is better" in words
    assert "%" not in words


def test_the_week_page_tells_how_it_was_made(alice: Visitor) -> None:
    alice.finish()
    alice.mine("week/")
    assert "How this week was made" in alice.text
    assert "It is no promise" in alice.text
