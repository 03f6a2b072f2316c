"""Shares, spreads and agreement against values worked out by hand or by the cited papers' formulas."""

import pytest
from benchmarks.figures import Share, share, spread, weighted_kappa


@pytest.mark.parametrize(
    ("some", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (0, 150, 0.0, 0.0250), (0, 0, 0.0, 1.0)],
)
def test_the_interval_is_wilsons(some: int, of: int, low: float, high: float) -> None:
    assert Share(some, of).interval == pytest.approx((low, high), abs=5e-5)


def test_a_share_counts() -> None:
    assert share([1, 2, 3, 4], lambda one: one > 1) == Share(3, 4)
    assert Share(3, 4).value == 0.75
    assert Share(0, 0).value == 0.0


def test_a_spread_lies_between_neighbours() -> None:
    found = spread(range(1, 12))
    assert (found.of, found.p10, found.median, found.p90, found.p95) == (11, 2, 6, 10, 10.5)
    assert spread([]).of == 0


def test_kappa_is_one_for_the_same_answers_and_less_for_far_ones() -> None:
    assert weighted_kappa([[2, 0, 0], [0, 3, 0], [0, 0, 1]]) == 1
    near = weighted_kappa([[2, 1, 0], [0, 2, 0], [0, 0, 1]])
    far = weighted_kappa([[2, 0, 1], [0, 2, 0], [0, 0, 1]])
    assert near is not None
    assert far is not None
    assert far < near < 1


def test_kappa_of_two_grades_is_cohens() -> None:
    assert weighted_kappa([[20, 5], [10, 15]]) == pytest.approx(0.4)


@pytest.mark.parametrize("table", [[[0, 0], [0, 0]], [[5, 0], [0, 0]]])
def test_kappa_is_not_defined_without_two_grades(table: list[list[int]]) -> None:
    assert weighted_kappa(table) is None
