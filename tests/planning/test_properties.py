"""What holds for everybody: random people and wishes over a large base made by seed."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinewise.knowledge import Disposition, Findings, KnowledgeBase, Value, load_with_problems, read_closed
from spinewise.planning import Plan, Refusal, Wishes, check_plan, plan_week, wishes_of
from spinewise.safety import clear
from tests.planning.world import WEEK, random_person, random_wishes, synthetic_base

BASES = [synthetic_base(seed, size) for seed, size in ((1, 120), (2, 40), (3, 8))]
SEEDS = st.integers(0, 10_000)
PLANNABLE = (Disposition.SELF_CARE, Disposition.ROUTINE, Disposition.WITHIN_DAYS)


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.sampled_from(BASES), st.sampled_from(PLANNABLE))
def test_nothing_that_safety_withholds_is_ever_planned(seed: int, base: KnowledgeBase, disposition: Disposition) -> None:
    draw = random.Random(seed)
    findings, wishes = random_person(draw), random_wishes(draw, base)
    made = plan_week(findings, base, disposition=disposition, week=WEEK, wishes=wishes)
    if isinstance(made, Refusal):
        return
    clearances = clear(findings, base)
    assert all(clearances[item.intervention].offered for item in made.items)
    assert not check_plan(made, findings, base, disposition=disposition, wishes=wishes)
    assert 0 <= made.objective <= made.bound
    assert all(item.why for item in made.items)


@settings(max_examples=15, deadline=None)
@given(SEEDS, st.sampled_from(BASES))
def test_the_same_person_gets_the_same_week(seed: int, base: KnowledgeBase) -> None:
    draw = random.Random(seed)
    findings, wishes = random_person(draw), random_wishes(draw, base)
    first, second = (plan_week(findings, base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes) for _ in range(2))
    assert first == second


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.sampled_from((Disposition.SAME_DAY, Disposition.EMERGENCY)))
def test_nobody_who_needs_help_today_gets_a_week(seed: int, disposition: Disposition) -> None:
    draw = random.Random(seed)
    findings = random_person(draw)
    assert isinstance(plan_week(findings, BASES[2], disposition=disposition, week=WEEK), Refusal)


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_a_plan_that_is_kept_stays(seed: int) -> None:
    draw, base = random.Random(seed), BASES[1]
    findings, wishes = random_person(draw), random_wishes(draw, base)
    made = plan_week(findings, base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes)
    if isinstance(made, Refusal):
        return
    again = plan_week(findings, base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=replace(wishes, kept=made.items))
    assert isinstance(again, Plan)
    before = {(item.day, item.intervention) for item in made.items}
    after = {(item.day, item.intervention) for item in again.items}
    assert len(before & after) >= 0.85 * len(before)


@settings(max_examples=15, deadline=None)
@given(SEEDS, SEEDS)
def test_knowing_less_never_adds_what_was_blocked(seed: int, forgotten: int) -> None:
    draw, base = random.Random(seed), BASES[1]
    findings, wishes = random_person(draw), random_wishes(draw, base)
    known = sorted(set(findings.values) - {"pain", "recent_surgery"})
    fewer = findings.without(random.Random(forgotten).sample(known, len(known) // 2))
    made = plan_week(fewer, base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes)
    blocked = {name for name, clearance in clear(findings, base).items() if not clearance.offered}
    if isinstance(made, Plan):
        assert blocked.isdisjoint(item.intervention for item in made.items)


def test_the_gap_is_small() -> None:
    base, gaps = BASES[0], []
    for seed in range(12):
        draw = random.Random(seed)
        findings, wishes = random_person(draw), replace(random_wishes(draw, base), minutes_per_day=20)
        made = plan_week(findings, base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes)
        assert isinstance(made, Plan)
        gaps.append(made.gap)
    assert sorted(gaps)[len(gaps) // 2] < 0.02
    assert max(gaps) < 0.07


REAL = load_with_problems().base


@pytest.mark.skipif(not REAL.interventions, reason="no interventions are written yet")
@pytest.mark.parametrize("age", [25.0, 45.0, 70.0])
def test_the_real_base_makes_a_week_for_somebody_ordinary(age: float) -> None:
    told: dict[str, Value] = {"age": age, "sex": "female", "complaint": "pain", "duration_days": 40.0}
    told["regions"] = frozenset({"low-back"})
    findings = read_closed(Findings(told), REAL)
    wishes = wishes_of(findings, REAL)
    made = plan_week(findings, REAL, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes)
    assert isinstance(made, Plan)
    assert len({item.intervention for item in made.items}) >= 4
    assert all(2 <= len(made.on(day)) <= 6 for day in range(7))
    assert not check_plan(made, findings, REAL, disposition=Disposition.SELF_CARE, wishes=wishes)
    assert Wishes().minutes_per_day == wishes.minutes_per_day


Changed = Callable[[Plan, Wishes], Wishes]


def _refused(made: Plan, wishes: Wishes) -> Wishes:
    return replace(wishes, refused=wishes.refused | {made.items[0].intervention})


def _missed_day(made: Plan, wishes: Wishes) -> Wishes:
    return replace(wishes, not_on=frozenset((0, item.intervention) for item in made.on(0)))


def _swapped(made: Plan, wishes: Wishes) -> Wishes:
    first = made.items[0]
    return replace(wishes, not_on=frozenset({(first.day, first.intervention)}))


def _shorter_days(made: Plan, wishes: Wishes) -> Wishes:
    return replace(wishes, minutes_per_day=max(5, wishes.minutes_per_day - 5))


@pytest.mark.parametrize(("change", "least"), [(_refused, 0.7), (_missed_day, 0.6), (_swapped, 0.75), (_shorter_days, 0.5)])
@pytest.mark.parametrize("seed", range(6))
def test_what_stays_possible_mostly_stays_where_it_was(change: Changed, least: float, seed: int) -> None:
    draw, base = random.Random(seed), BASES[0]
    findings, wishes = random_person(draw), replace(random_wishes(draw, base), minutes_per_day=20)
    made = plan_week(findings, base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes)
    assert isinstance(made, Plan)
    after = replace(change(made, wishes), kept=made.items)
    again = plan_week(findings, base, disposition=Disposition.SELF_CARE, week=WEEK, wishes=after)
    assert isinstance(again, Plan)
    before = {(item.day, item.intervention) for item in made.items}
    possible = {(day, name) for day, name in before if name not in after.refused and (day, name) not in after.not_on}
    stayed = {(item.day, item.intervention) for item in again.items}
    assert len(possible & stayed) >= least * len(possible)
    assert not stayed & after.not_on
