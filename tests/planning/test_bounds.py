"""The fast engine against its slow twin and against CP-SAT."""

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.knowledge import Disposition
from spinewise.knowledge.records import SLOTS, Slot
from spinewise.planning import Wishes
from spinewise.planning.counts import count_table, room_of_minutes
from spinewise.planning.model import WeekModel, week_model
from spinewise.planning.patterns import day_patterns, length_classes
from spinewise.planning.planner import circumstances, solve
from spinewise.planning.prices import best_prices, market, priced_room, straight_prices, tolls_by_job
from spinewise.planning.proof import improve
from tests.planning.plain import best_week
from tests.planning.world import base_of, intervention, person, random_person, random_wishes, synthetic_base

FAMILIES = ("exercise", "stretch", "aerobic", "relaxation", "education")


def _thing(number: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "name": st.just(f"thing-{number}"),
            "family": st.sampled_from(FAMILIES),
            "min": st.integers(1, 2),
            "usual": st.integers(2, 3),
            "max": st.integers(3, 5),
            "minutes": st.integers(1, 12),
            "load": st.sampled_from((0, 1, 2, 3)),
            "benefit": st.sampled_from(("large", "moderate", "small")),
            "certainty": st.sampled_from(("high", "low", "very-low")),
            "slots": st.sampled_from((["morning"], ["evening", "morning"])),
            "kin": st.sampled_from((None, None, "a-job", "b-job")),
        }
    )


@st.composite
def tiny_models(draw: st.DrawFn) -> WeekModel:
    """Up to four things on four open days: few enough weeks to try them all."""
    things = [draw(_thing(number)) for number in range(draw(st.integers(1, 4)))]
    base = base_of([intervention(**thing) for thing in things])
    closed = frozenset((day, thing["name"]) for thing in things for day in (1, 4, 6))
    minutes = draw(st.sampled_from((6, 10, 12, 15, 20)))
    slots: tuple[Slot, ...] = draw(st.sampled_from((SLOTS[:1], ("morning", "evening"))))
    wishes = Wishes(minutes_per_day=minutes, slots=slots, not_on=closed)
    return week_model(circumstances(person(), base, disposition=Disposition.SELF_CARE, wishes=wishes))


@settings(max_examples=60, deadline=None)
@given(tiny_models())
def test_bound_optimum_objective_stand_in_this_order(model: WeekModel) -> None:
    if not model.candidates:
        return
    solved = solve(model)
    optimum = best_week(model)
    assert solved.bound >= optimum >= solved.week.objective
    assert count_table(model, room_of_minutes(model)).best[-1] >= optimum


@settings(max_examples=12, deadline=None)
@given(tiny_models())
def test_cp_sat_finds_the_optimum_of_the_slow_twin(model: WeekModel) -> None:
    if not model.candidates:
        return
    solved = solve(model)
    exact = improve(model, solved.week, solved.bound, seconds=20)
    assert exact.week.objective == exact.bound == best_week(model)


@settings(max_examples=60, deadline=None)
@given(tiny_models(), st.integers(0, 140))
def test_counts_on_the_way_back_are_worth_what_the_table_says(model: WeekModel, room: int) -> None:
    table = count_table(model, room_of_minutes(model))
    room = min(room, table.best.size - 1)
    counts = table.counts(room)
    assert model.objective(counts) == table.best[room]
    assert sum(model.by_id[name].minutes * times for name, times in counts.items()) <= room


def _large_model(seed: int) -> WeekModel:
    draw, base = random.Random(seed), synthetic_base(seed)
    wishes = replace(random_wishes(draw, base), minutes_per_day=draw.choice((10, 20, 30, 60)))
    return week_model(circumstances(random_person(draw), base, disposition=Disposition.SELF_CARE, wishes=wishes))


@pytest.mark.parametrize("seed", range(3))
def test_no_price_brings_the_bound_below_a_week_that_exists(seed: int) -> None:
    model = _large_model(seed)
    places = market(model)
    reached = solve(model).week.objective
    random_prices = np.random.default_rng(seed).uniform(0, 600, (20, len(places.classes)))
    assert all(places.bound(prices) >= reached for prices in random_prices)
    assert all(count_table(model, priced_room(places, one, model)).best[-1] >= reached for one in random_prices[:3])


@pytest.mark.parametrize("seed", range(3))
def test_the_smoothed_bound_lies_above_and_its_slope_is_right(seed: int) -> None:
    places = market(_large_model(seed))
    prices = best_prices(places) + np.linspace(3, 9, len(places.classes))
    here = places.smoothed(prices, 50.0)
    assert here.value >= places.bound(prices)
    for index in range(len(prices)):
        step = np.zeros(len(prices))
        step[index] = 1e-4
        rise = places.smoothed(prices + step, 50.0).value - places.smoothed(prices - step, 50.0).value
        assert rise / 2e-4 == pytest.approx(here.slope[index], abs=0.05)


def test_newton_does_better_than_a_grid_of_prices() -> None:
    places = market(_large_model(1))
    grid = [a + b * np.array(places.classes, dtype=float) for a in (0, 60, 150, 300) for b in (0, 15, 40, 90)]
    assert places.bound(best_prices(places)) <= min(map(places.bound, grid))


def test_every_filling_of_a_day_lies_within_a_pattern() -> None:
    classes = (2, 3, 5)
    patterns = day_patterns(classes, 10, 4)
    fillings = [
        (a, b, c) for a in range(5) for b in range(5) for c in range(5) if a + b + c <= 4 and 2 * a + 3 * b + 5 * c <= 10
    ]
    assert all(any((np.array(filling) <= row).all() for row in patterns) for filling in fillings)
    assert all(tuple(map(int, row)) in fillings for row in patterns)


def test_too_many_lengths_become_fewer_by_looking_shorter() -> None:
    lengths = tuple(range(1, 31))
    classes = length_classes(lengths, 60, 6)
    assert set(classes) < set(lengths)
    assert min(classes) == 1


@settings(max_examples=40, deadline=None)
@given(tiny_models(), st.lists(st.integers(0, 900), min_size=12, max_size=12))
def test_no_toll_brings_the_bound_below_a_week_that_exists(model: WeekModel, amounts: list[int]) -> None:
    """Jobs shared across families and categories: any toll at all leaves the bound a bound."""
    if not model.candidates:
        return
    places, optimum = market(model), best_week(model)
    tolled = replace(places, tolls=np.array(amounts[: len(places.tolls)], dtype=np.float64))
    prices = straight_prices(places)
    assert tolled.bound(prices) >= optimum
    assert places.with_tolls(prices).bound(prices) >= optimum
    assert count_table(model, room_of_minutes(model), tolls_by_job(tolled, model)).best[-1] >= optimum


def test_who_competes_for_a_job_elsewhere_leaves_the_bonus_of_its_category_to_others() -> None:
    items = [
        intervention("breaks", family="habit", kin="getting-up", benefit="large"),
        intervention("desk-moves", family="mobility", kin="getting-up", benefit="moderate"),
        intervention("stretch", family="stretch", benefit="small"),
    ]
    now = circumstances(person(), base_of(items), disposition=Disposition.SELF_CARE, wishes=Wishes(minutes_per_day=60))
    solved = solve(week_model(now))
    assert set(solved.week.places) == {"breaks", "stretch"}
    assert solved.bound == solved.week.objective
