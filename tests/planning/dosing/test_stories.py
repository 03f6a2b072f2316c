"""Single stories: what only shows when answers change, when a day is short, or in the week itself."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from spinewise.knowledge import BadInput, Disposition, DoseRule, dose_at
from spinewise.planning import (
    Happened,
    Outcome,
    Plan,
    PlannedDose,
    Wishes,
    check_plan,
    doses_for,
    plan_week,
    prove,
    shortened,
    swap,
)
from spinewise.planning.dosing import first_doses, fitting, version_reason, version_rule
from spinewise.planning.dosing.feeling import from_where_it_begins
from tests.planning.dosing.people import BASE, DAY_ONE, day, good, person, weeks

SELF_CARE = Disposition.SELF_CARE


def dose(name: str, history: tuple[Happened, ...], number: int, **facts: object) -> PlannedDose:
    return doses_for(person(**facts), BASE, history, day(number))[name]


def at(history: tuple[Happened, ...], level: int) -> tuple[Happened, ...]:
    return tuple(replace(one, level=level) for one in history)


def test_a_flare_lowers_the_dose_and_its_end_does_not_give_all_back_at_once() -> None:
    grown = weeks(3)
    assert dose("walking", grown, 21).dose.level == 8
    assert dose("walking", grown, 21, pain_nrs=8).dose.level == 6
    in_flare = (*grown, *at(good(23), 2))
    after = dose("walking", in_flare, 28)
    assert (after.dose.level, after.rule) == (3, DoseRule.NEAR_LAST)


def hurting(*days: int, before: int, during: int, next_day: int) -> tuple[Happened, ...]:
    return tuple(replace(one, effort=5, pain_before=before, pain_during=during, pain_next_day=next_day) for one in good(*days))


def test_lasting_strong_pain_keeps_the_dose_and_never_raises_it() -> None:
    """A year at 7 before, during and after: neither down to the lowest step nor up."""
    year = hurting(*(7 * week + one for week in range(52) for one in (0, 2, 4)), before=7, during=7, next_day=7)
    steady = dose("walking", year, 364, pain_nrs=7, duration_days=900)
    assert (steady.dose.level, steady.rule, steady.changes) == (steady.first, DoseRule.STRONG_BEFORE, ())


def test_the_same_numbers_in_a_flare_ask_for_less() -> None:
    """Where 2 is usual, beginning at 6 is a flare: what is usual counts, not only what was told that day."""
    calm = tuple(replace(one, pain_before=2) for one in weeks(2))
    flare = hurting(14, before=6, during=7, next_day=7)
    assert dose("walking", (*calm, *flare), 15).rule is DoseRule.STRONG_PAIN
    assert dose("walking", hurting(0, 2, before=6, during=7, next_day=7), 3).changes == ()


def test_nine_bad_days_do_not_take_away_months() -> None:
    """A walk of half an hour stays above ten minutes; every day of it hurts, so nothing rises either."""
    flare = hurting(*range(21, 30), before=3, during=8, next_day=8)
    levels = [dose("walking", (*weeks(3), *flare), number).dose.level for number in range(21, 31)]
    assert levels == [7, 6, 6, 6, 6, 6, 6, 5, 4, 4]


def test_a_gap_of_four_weeks_forgets_what_was_held() -> None:
    flare = hurting(21, 22, before=2, during=8, next_day=2)
    after = good(*(60 + one for one in (3, 5, 7)))
    assert dose("walking", (*weeks(3), *flare, *after), 70).rule is DoseRule.ROSE


@pytest.mark.parametrize(
    ("intensity", "pain", "said"),
    [
        ("light; discomfort at most 3 of 10", 2, "light; discomfort at most 3 of 10"),
        ("light; discomfort at most 3 of 10", 3, "light; discomfort no more than 2 above what you begin with"),
        ("easy; pain at most 3 of 10", 7, "easy; pain no more than 2 above what you begin with"),
        ("discomfort up to 5 of 10 is all right if it settles", 4, "discomfort up to 5 of 10 is all right if it settles"),
        (
            "discomfort up to 5 of 10 is all right if it settles",
            6,
            "discomfort no more than 2 above what you begin with is all right if it settles",
        ),
        ("very light; no pain", 7, "very light; no pain"),
    ],
)
def test_nobody_is_told_to_feel_less_than_they_begin_with(intensity: str, pain: float, said: str) -> None:
    assert from_where_it_begins(intensity, pain, 2) == said


def test_a_week_tells_it_so_and_an_unknown_pain_keeps_the_stricter_words() -> None:
    strict, relative = "discomfort up to 5 of 10", "discomfort no more than 2 above what you begin with"
    assert strict in dose("walking", (), 0, pain_nrs=4).dose.intensity
    assert relative in dose("walking", (), 0, pain_nrs=7).dose.intensity
    assert strict in dose("walking", (), 0, pain_nrs=None).dose.intensity
    made = plan(weeks(3), 21, minutes=20, pain_nrs=6)
    walk = next(item for item in made.items if item.intervention == "walking")
    assert relative in walk.dose.intensity


def test_a_better_test_later_does_not_make_anybody_jump() -> None:
    begun = at(good(0, 2, 4, name="bridge"), 5)
    assert dose("bridge", begun, 5).dose.level == dose("bridge", begun, 5, bridge_hold_s=110).dose.level == 5


def test_what_begins_late_in_the_week_waits_for_a_full_one() -> None:
    history = (*good(0), *good(5, 6, name="knee-rolls"), *good(3, 5, 6, name="bridge"))
    assert dose("bridge", history, 7).rule is DoseRule.NEW_LEVEL


def test_levels_name_the_versions_that_ask_less_and_more() -> None:
    bridge = dose("bridge", (), 0)
    assert (bridge.easier, bridge.harder) == ("bridge-on-bed", "bridge-single-leg")


def test_two_entries_of_a_day_count_as_the_worse_one() -> None:
    stopped = Happened(day(4), "walking", Outcome.STOPPED, why="pain")
    assert dose("walking", (*good(0, 2, 4), stopped), 5).rule is DoseRule.STOPPED


def test_what_is_no_intervention_any_more_is_passed_over() -> None:
    gone = Happened(day(0), "a-thing-of-the-past", Outcome.DONE)
    assert dose("walking", (gone,), 1) == dose("walking", (), 1)


def test_a_thing_without_a_ladder_has_its_usual_dose() -> None:
    still = next(one for name, one in first_doses(person(), BASE).items() if name not in BASE.ladder_of)
    item = BASE.interventions[still.dose.intervention]
    assert (still.dose.minutes, still.dose.levels) == (item.dosage.minutes, 1)


@pytest.mark.parametrize(("key", "value"), [("effort", 11), ("pain_during", -1), ("pain_next_day", 12), ("level", -1)])
def test_a_number_off_its_scale_is_refused(key: str, value: int) -> None:
    with pytest.raises(BadInput, match=key):
        Happened(DAY_ONE, "walking", Outcome.DONE, **{key: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes_per_day", "minutes"),
    [(60, 30), (40, 30), (30, 20), (20, 15), (10, 10), (5, 30)],
)
def test_a_walk_that_grew_is_shortened_to_the_day(minutes_per_day: int, minutes: int) -> None:
    """Three quarters of the day, or the usual fifteen minutes; below half of those it would be another thing."""
    grown = dose("walking", weeks(3), 21)
    assert grown.dose.minutes == 30
    assert fitting(grown, minutes_per_day, BASE).dose.minutes == minutes


def plan(history: tuple[Happened, ...], number: int, minutes: int = 40, **facts: object) -> Plan:
    doses = doses_for(person(**facts), BASE, history, day(number))
    wishes = Wishes(minutes_per_day=minutes, preferred=frozenset({"walking"}))
    made = plan_week(person(**facts), BASE, disposition=SELF_CARE, week=day(number), wishes=wishes, doses=doses)
    assert isinstance(made, Plan)
    return made


def walks(made: Plan) -> set[int]:
    return {item.minutes for item in made.items if item.intervention == "walking"}


def test_the_week_has_the_dose_of_the_person_and_says_why() -> None:
    first, later = plan((), 0), plan(weeks(2), 14)
    assert (walks(first), walks(later)) == ({15}, {25})
    walk = next(item for item in later.items if item.intervention == "walking")
    assert [why.says for why in walk.dose_why] == [BASE.dose_steps["rose"].says]
    assert set(walk.dose_why) <= set(walk.why)


def test_a_swap_and_a_proof_keep_the_doses() -> None:
    made = plan(weeks(2), 14)
    wishes = Wishes(minutes_per_day=40, preferred=frozenset({"walking"}))
    other = next(item for item in made.items if item.intervention != "walking")
    swapped = swap(made, other.day, other.intervention, person(), BASE, disposition=SELF_CARE, wishes=wishes)
    proven = prove(made, person(), BASE, disposition=SELF_CARE, wishes=wishes, seconds=1.0)
    assert isinstance(swapped, Plan)
    assert walks(swapped) == walks(proven) == {25}


def bent(made: Plan, level: int) -> Plan:
    higher = dose_at(BASE.interventions["walking"], BASE.ladder_of["walking"], level)
    items = tuple(replace(item, dose=higher) if item.intervention == "walking" else item for item in made.items)
    return replace(made, items=items)


def faults(made: Plan, **given: object) -> list[str]:
    wishes = Wishes(minutes_per_day=400)
    found = check_plan(made, person(**given), BASE, disposition=SELF_CARE, wishes=wishes, doses=made.doses)
    return [problem.what for problem in found if "dose" in problem.what]


def test_the_last_look_finds_a_dose_above_the_allowed_one() -> None:
    made = plan(weeks(2), 14)
    assert faults(made) == []
    assert faults(bent(made, 8)) == ["has dose level 8, at most 7 is allowed"]
    assert faults(replace(made, doses=None)) == ["has dose level 7, at most 5 is allowed"]


def test_the_last_look_knows_the_ceilings_itself() -> None:
    """Even where the doses that it is given are too high."""
    made = plan(weeks(2), 14)
    assert "has dose level 7, at most 5 is allowed" in faults(made, heart_disease=True)


def test_the_last_look_wants_a_level_of_the_ladder() -> None:
    made = plan((), 0)
    items = tuple(replace(item, dose=replace(item.dose, minutes=14)) for item in made.items if item.intervention == "walking")
    assert "does not stand on its ladder" in faults(replace(made, items=items))[0]


def test_a_year_of_good_weeks_ends_at_the_top_and_never_jumps() -> None:
    history = weeks(52, "bird-dog")
    levels = [dose("bird-dog", history, number).dose.level for number in range(0, 364, 7)]
    assert levels[-1] == len(BASE.ladder_of["bird-dog"].levels) - 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert any(after < before for before, after in pairwise(levels)), "no lighter week"
    assert timedelta(days=7) * 52 == day(364) - DAY_ONE


def test_the_week_goes_on_to_the_harder_version_when_the_easier_is_outgrown() -> None:
    """Bridge-on-bed has nine steps; who rose to the last one is shown the bridge."""
    history = weeks(16, "bridge-on-bed")
    doses = doses_for(person(), BASE, history, day(112))
    bridge, on_bed = BASE.interventions["bridge"], BASE.interventions["bridge-on-bed"]
    assert doses["bridge-on-bed"].rule is DoseRule.TOP
    assert (version_rule(bridge, doses), version_rule(on_bed, doses)) == (DoseRule.MOVED_ON, None)
    assert version_rule(bridge, first_doses(person(), BASE)) is None


def test_the_week_goes_back_when_the_harder_version_is_too_much() -> None:
    stops = tuple(Happened(day(number), "bridge", Outcome.STOPPED, why="pain") for number in range(24))
    doses = doses_for(person(), BASE, stops, day(24))
    bridge, on_bed = BASE.interventions["bridge"], BASE.interventions["bridge-on-bed"]
    assert (version_rule(bridge, doses), version_rule(on_bed, doses)) == (DoseRule.LOWEST, DoseRule.MOVED_BACK)
    (why,) = version_reason(on_bed, doses, BASE)
    assert why.says == BASE.dose_steps["moved-back"].says


def test_a_ceiling_is_never_outgrown() -> None:
    doses = doses_for(person(pregnant_weeks=20), BASE, weeks(16, "bridge-on-bed"), day(112))
    assert version_rule(BASE.interventions["bridge"], doses) is None


def whys(name: str, **facts: object) -> list[str]:
    return [why.says for why in dose(name, (), 0, **facts).why]


def test_what_is_known_is_told_before_what_is_not() -> None:
    assert whys("sit-to-stand", exercise_now="none") == [BASE.dose_groups["not-active"].because]
    assert whys("sit-to-stand", exercise_now="none", pain_nrs=8) == [BASE.dose_groups["strong-pain-now"].because]
    assert whys("sit-to-stand")[0] == BASE.dose_steps["test-unknown"].says


def test_what_nobody_knows_is_told_in_one_sentence_with_what_to_ask() -> None:
    (why, *_) = dose("walking", (), 0, exercise_now=None, duration_days=None).why
    assert why.says == (
        "We do not know yet whether you exercise now and how long you have had this, so we stay on the safe side."
    )
    assert set(why.findings) == {"exercise_now", "duration_days"}


def test_a_day_cut_short_counts_as_the_level_that_it_reaches() -> None:
    walk = next(item for item in plan((), 0).items if item.intervention == "walking")
    (short,) = shortened((walk,), 9, BASE)
    assert (walk.dose.minutes, short.dose.minutes) == (15, 9)
    assert BASE.ladder_of["walking"].levels[short.dose.level].minutes == 8
    week = tuple(replace(one, level=short.dose.level) for one in good(0, 2, 4))
    assert dose("walking", week, 7).dose.minutes <= 10


def cut(*days: int) -> tuple[Happened, ...]:
    return tuple(replace(one, level=0, cut=True) for one in good(*days))


def test_short_days_keep_a_dose_and_do_not_set_it() -> None:
    """Two minutes a day are a good thing to do. They neither lower what follows nor lift it."""
    begun = dose("walking", (), 0).dose.level
    only_short = cut(0, 1, 3, 7, 8, 10, 14, 15, 17)
    assert dose("walking", only_short, 18).dose.level == begun
    grown = weeks(3)
    assert dose("walking", (*grown, *cut(21, 23, 25)), 28).dose.level == dose("walking", grown, 21).dose.level
    assert dose("walking", (*cut(0, 1), *good(2, 4, 6)), 7).rule is DoseRule.ROSE


def test_pain_on_a_short_day_counts_as_on_any_other() -> None:
    hurt = tuple(replace(one, outcome=Outcome.STOPPED) for one in cut(21))
    assert dose("walking", (*weeks(3), *hurt), 22).rule is DoseRule.STOPPED
