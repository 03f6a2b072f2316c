import itertools
from typing import get_args

import pytest

from spinewise.knowledge.records import Family, GradeCertainty
from spinewise.planning import worth


def test_every_family_has_a_category_and_every_category_a_bonus() -> None:
    assert set(worth.CATEGORY_OF) == set(get_args(Family))
    assert set(worth.CATEGORY_OF.values()) == set(worth.CATEGORY_BONUS)


def test_surer_knowledge_weighs_more() -> None:
    weights = [worth.CERTAINTY_WEIGHT[word] for word in get_args(GradeCertainty)]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("usual", range(1, 8))
def test_each_further_time_brings_less(usual: int) -> None:
    shares = [worth.share_of_benefit(times, usual) for times in range(9)]
    steps = [later - earlier for earlier, later in itertools.pairwise(shares)]
    assert shares[0] == 0
    assert shares[usual] == 1
    assert all(step > 0 for step in steps)
    assert all(later <= earlier + 1e-12 for earlier, later in itertools.pairwise(steps))


@pytest.mark.parametrize(
    ("minutes", "slots", "things"), [(5, 4, 2), (10, 4, 3), (15, 4, 4), (20, 4, 5), (30, 4, 6), (90, 4, 6), (30, 1, 3)]
)
def test_short_days_stay_simple(minutes: int, slots: int, things: int) -> None:
    assert worth.most_per_day(minutes, slots) == things


def test_activity_counts_by_the_minute_up_to_a_start() -> None:
    assert worth.worth_of_activity("aerobic", 3, 10) == 30 * worth.ACTIVE_MINUTE
    assert worth.worth_of_activity("water", 5, 30) == worth.ACTIVE_MINUTES_PER_WEEK * worth.ACTIVE_MINUTE
    assert worth.worth_of_activity("stretch", 7, 30) == 0


def test_what_is_not_aimed_at_the_trouble_must_be_worth_more() -> None:
    assert worth.burden(3, 5, aimed=False) - worth.burden(3, 5) == worth.NOT_AIMED_BURDEN
