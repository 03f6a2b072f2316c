"""Two minutes, ten minutes, all of it: what stays in a day that is shorter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.planning import PlannedItem, shortened
from spinewise.planning.sizes import MOVING, less_and_less
from tests.planning.world import base_of, intervention

WALK = intervention("walk", family="aerobic", minutes=10, benefit="large")
SQUAT = intervention("squat", family="exercise", minutes=6)
HEAT = intervention("heat", family="heat-cold", minutes=15, benefit="large")
BREATH = intervention("breath", family="relaxation", minutes=4, benefit="small")
LESSON = intervention("lesson", family="education", minutes=4)
BASE = base_of([WALK, SQUAT, HEAT, BREATH, LESSON])
THINGS = sorted(BASE.interventions)


def planned(name: str, minutes: int, sets: int | None = None, repetitions: int | None = None) -> PlannedItem:
    return PlannedItem(0, "morning", name, Dose(name, minutes, "light", sets, repetitions))


SQUATS = planned("squat", 6, sets=3, repetitions=10)
DAY = (planned("walk", 10), SQUATS, planned("heat", 15), planned("breath", 4))


def minutes_of(items: tuple[PlannedItem, ...]) -> int:
    return sum(item.minutes for item in items)


def moving(items: tuple[PlannedItem, ...], base: KnowledgeBase = BASE) -> list[PlannedItem]:
    return [item for item in items if base.interventions[item.intervention].family in MOVING]


def test_a_day_that_fits_stays_as_it_is() -> None:
    assert shortened(DAY, 35, BASE) == DAY


def test_two_minutes_are_one_movement() -> None:
    (only,) = shortened(DAY, 2, BASE)
    assert (only.intervention, only.dose.sets, only.dose.repetitions, only.minutes) == ("squat", 1, 10, 2)


def test_ten_minutes_hold_several_things_with_less_of_each() -> None:
    short = shortened(DAY, 10, BASE)
    assert minutes_of(short) == 10
    assert len(moving(short)) == 2


def test_sets_go_before_the_thing_itself() -> None:
    (squat,) = shortened((SQUATS,), 4, BASE)
    assert (squat.dose.sets, squat.dose.repetitions, squat.minutes) == (2, 10, 4)


def test_below_one_set_repetitions_go() -> None:
    (squat,) = shortened((SQUATS,), 1, BASE)
    assert (squat.dose.sets, squat.dose.repetitions, squat.minutes) == (1, 5, 1)


@pytest.mark.parametrize("name", ["heat", "lesson"])
def test_half_a_heat_pack_and_half_a_lesson_are_none(name: str) -> None:
    assert shortened((planned(name, 15),), 10, BASE) == ()


def test_no_minutes_are_no_day() -> None:
    assert shortened(DAY, 0, BASE) == ()
    assert shortened(DAY, -3, BASE) == ()


def test_the_steps_down_of_a_dose() -> None:
    steps = [(less.sets, less.repetitions, less.minutes) for less, _share in less_and_less(SQUATS.dose)]
    assert steps == [(2, 10, 4), (1, 10, 2), (1, 5, 1)]


days = st.lists(
    st.builds(
        planned,
        st.sampled_from(THINGS),
        st.integers(1, 20),
        st.one_of(st.none(), st.integers(1, 4)),
        st.one_of(st.none(), st.integers(1, 15)),
    ),
    max_size=6,
    unique_by=lambda item: item.intervention,
).map(tuple)


@given(days, st.integers(0, 60))
def test_the_shorter_day_fits_and_is_part_of_the_day(day: tuple[PlannedItem, ...], minutes: int) -> None:
    short = shortened(day, minutes, BASE)
    assert minutes_of(short) <= minutes
    names = [item.intervention for item in day]
    assert [name for name in names if name in {item.intervention for item in short}] == [item.intervention for item in short]


@given(days, st.integers(0, 60))
def test_no_dose_is_ever_raised(day: tuple[PlannedItem, ...], minutes: int) -> None:
    before = {item.intervention: item.dose for item in day}
    for item in shortened(day, minutes, BASE):
        whole = before[item.intervention]
        assert item.minutes <= whole.minutes
        assert (item.dose.sets or 0) <= (whole.sets or 0)
        assert (item.dose.repetitions or 0) <= (whole.repetitions or 0)
        assert replace(item.dose, minutes=whole.minutes, sets=whole.sets, repetitions=whole.repetitions) == whole


@given(days, st.integers(1, 60))
def test_where_the_day_moves_the_shorter_one_moves_too(day: tuple[PlannedItem, ...], minutes: int) -> None:
    assert bool(moving(shortened(day, minutes, BASE))) == bool(moving(day))
