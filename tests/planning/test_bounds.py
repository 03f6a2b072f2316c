"""The fast engine against its slow twin and against CP-SAT."""

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.knowledge import Disposition
from spinewise.knowledge.records import SLOTS, Slot
from spinewise.planning import Wishes
from spinewise.planning.optimiser.best_day import DayChooser
from spinewise.planning.optimiser.branching import Tree
from spinewise.planning.optimiser.choices import Choices
from spinewise.planning.optimiser.columns import ColumnProgram
from spinewise.planning.optimiser.dominance import without_dominated
from spinewise.planning.optimiser.market import PARTS, Market, Prices
from spinewise.planning.optimiser.model import WeekModel, week_model
from spinewise.planning.optimiser.packing import pack
from spinewise.planning.optimiser.proof import by_solver, improve
from spinewise.planning.optimiser.schedule import Schedule
from spinewise.planning.optimiser.solving import Solved, solve
from spinewise.planning.planner import circumstances
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


@settings(max_examples=12, deadline=None)
@given(tiny_models())
def test_branches_and_cp_sat_each_find_the_optimum_of_the_slow_twin(model: WeekModel) -> None:
    if not model.candidates:
        return
    solved = solve(model)
    optimum = best_week(model)
    exact = improve(model, solved.week, solved.bound, seconds=20)
    assert exact.week.objective == exact.bound == optimum
    solver = by_solver(model, Solved(Schedule(Choices(model)), solved.bound), seconds=20)
    assert solver.week.objective == solver.bound == optimum


def _nothing_decided(places: Market) -> tuple[np.ndarray, np.ndarray]:
    return np.zeros(len(places.row), dtype=np.bool_), np.zeros(len(places.jobs), dtype=np.bool_)


def _any_prices(places: Market, seed: int) -> Prices:
    draw = np.random.default_rng(seed)
    sizes = len(places.model.candidates), len(places.families), len(places.categories)
    place, family, category = (draw.integers(0, 900 * PARTS, size) for size in sizes)
    return Prices(place, family, category, int(draw.integers(0, 900 * PARTS)))


@settings(max_examples=60, deadline=None)
@given(tiny_models(), st.integers(0, 10_000))
def test_no_prices_bring_the_bound_below_the_best_week(model: WeekModel, seed: int) -> None:
    """Jobs shared across families, categories, hard days: whoever proposes the prices, the bound stays a bound."""
    if not model.candidates:
        return
    places = Market(model)
    prices = _any_prices(places, seed)
    bound = places.bound(prices, places.best_days(prices), *_nothing_decided(places))
    assert bound >= best_week(model) * PARTS


@settings(max_examples=60, deadline=None)
@given(tiny_models())
def test_what_is_dominated_is_not_missed(model: WeekModel) -> None:
    fewer = without_dominated(model)
    assert best_week(fewer) == best_week(model)
    assert {one.id for one in fewer.candidates} <= set(model.by_id)


def test_something_weaker_for_the_same_job_goes_before_the_search_and_what_was_kept_stays() -> None:
    strong, weak = (intervention(name, kin="a-job", benefit=benefit) for name, benefit in (("a", "large"), ("b", "small")))
    now = circumstances(person(), base_of([strong, weak]), disposition=Disposition.SELF_CARE, wishes=Wishes())
    model = week_model(now)
    assert [one.id for one in without_dominated(model).candidates] == ["a"]
    kept = replace(model, candidates=tuple(replace(one, kept_days=1) for one in model.candidates))
    assert {one.id for one in without_dominated(kept).candidates} == {"a", "b"}


@settings(max_examples=60, deadline=None)
@given(tiny_models(), st.integers(0, 10_000))
def test_the_best_day_is_the_best_of_all_days(model: WeekModel, seed: int) -> None:
    if not model.candidates:
        return
    pays = np.random.default_rng(seed).integers(-50, 500, len(model.candidates))
    rows = range(len(model.candidates))
    days = [
        chosen for size in range(model.things_per_day + 1) for chosen in combinations(rows, size) if _is_a_day(model, chosen)
    ]
    best = DayChooser(model).best(pays)
    assert best.value == max(sum(int(pays[row]) for row in chosen) for chosen in days)
    assert best.value == sum(int(pays[row]) for row in best.rows)
    assert _is_a_day(model, best.rows)


def _is_a_day(model: WeekModel, rows: tuple[int, ...]) -> bool:
    ones = [model.candidates[row] for row in rows]
    return sum(one.minutes for one in ones) <= model.minutes_per_day and len({one.job for one in ones}) == len(ones)


@settings(max_examples=40, deadline=None)
@given(tiny_models())
def test_looking_into_all_branches_leaves_the_bound_a_bound(model: WeekModel) -> None:
    if not model.candidates:
        return
    optimum, places = best_week(model), Market(model)
    tree = Tree(places, ColumnProgram(places), lambda counts, found: 0)
    first = tree.bound
    tree.grow(200, 0.0)
    assert first >= tree.bound >= optimum


@settings(max_examples=60, deadline=None)
@given(tiny_models())
def test_what_a_week_held_can_be_packed_again(model: WeekModel) -> None:
    if not model.candidates:
        return
    counts = solve(model).week.counts
    packed = pack(Choices(model), counts)
    assert packed is not None
    assert packed.counts == counts
    assert packed.overflow == 0
    assert all(place.days in model.by_id[name].masks[place.times] for name, place in packed.places.items())


def test_more_than_the_days_hold_is_not_packed() -> None:
    now = circumstances(
        person(),
        base_of([intervention("a", minutes=6), intervention("b", minutes=6)]),
        disposition=Disposition.SELF_CARE,
        wishes=Wishes(minutes_per_day=10),
    )
    choices = Choices(week_model(now))
    assert pack(choices, {"a": 4, "b": 3}) is not None
    assert pack(choices, {"a": 4, "b": 4}) is None


def _large_model(seed: int) -> WeekModel:
    draw, base = random.Random(seed), synthetic_base(seed)
    wishes = replace(random_wishes(draw, base), minutes_per_day=draw.choice((10, 20, 30, 60)))
    return week_model(circumstances(random_person(draw), base, disposition=Disposition.SELF_CARE, wishes=wishes))


@pytest.mark.parametrize("seed", range(3))
def test_no_price_brings_the_bound_below_a_week_that_exists(seed: int) -> None:
    model = _large_model(seed)
    places, reached = Market(model), solve(model).week.objective
    for prices in (_any_prices(places, number) for number in range(20)):
        assert places.bound(prices, places.best_days(prices), *_nothing_decided(places)) >= reached * PARTS


@pytest.mark.parametrize("seed", range(3))
def test_branches_bring_the_bound_nearer(seed: int) -> None:
    places = Market(without_dominated(_large_model(seed)))
    tree = Tree(places, ColumnProgram(places), lambda counts, found: 0)
    bounds = [tree.bound]
    for _ in range(3):
        tree.grow(10, 0.0)
        bounds.append(tree.bound)
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] < bounds[0]


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
