"""A few weeks of a few made-up people, and whether the checks of the year see what is wrong."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from benchmarks.year.__main__ import main
from benchmarks.year.checking import Track, dose_breaches, phase_breaches, plan_breaches, remember
from benchmarks.year.groups import GROUPS
from benchmarks.year.life import life_of
from benchmarks.year.living import FIRST_MONDAY, year

from spinewise.knowledge import DoseRule, Findings, KnowledgeBase, load_knowledge, read_closed
from spinewise.planning import Happened, InProgramme, Outcome, Plan, Refusal, doses_for, plan_week, standing_in
from spinewise.safety import clear
from spinewise.triage import triage


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load_knowledge()


@pytest.mark.parametrize("group", ["new pain", "nerve, leg", "pregnant", "caesarean", "frail", "athlete"])
def test_some_weeks_of_everybody_hold(group: str, base: KnowledgeBase) -> None:
    tally = year(group, 0, seed=1, weeks=4, base=base)
    assert tally.weeks == 4
    assert tally.plans > 0
    assert not tally.breaches, tally.examples


def test_a_child_has_no_week_of_adults(base: KnowledgeBase) -> None:
    tally = year("child", 0, seed=1, weeks=2, base=base)
    assert tally.refusals.total() == 2


def test_the_same_seed_is_the_same_life(base: KnowledgeBase) -> None:
    one, other = (year("desk", 3, seed=5, weeks=3, base=base).as_dict() for _ in range(2))
    assert one == other


def test_a_pregnancy_ends_in_a_birth() -> None:
    life = life_of("pregnant", 0, seed=1)
    assert life.born_in is not None
    after = life.answers(life.born_in + 2)
    assert after.get("pregnant_weeks") == 0.0
    assert after.get("postpartum_weeks") == 2.0


@pytest.mark.parametrize("group", GROUPS)
def test_what_somebody_tells_is_known(group: str, base: KnowledgeBase) -> None:
    assert set(life_of(group, 0, seed=1).first_told) <= set(base.findings)


def _somebody(base: KnowledgeBase) -> tuple[Findings, InProgramme, Plan]:
    known = read_closed(life_of("recovery", 1, seed=1).answers(0), base)
    standing = standing_in(known, base, None, FIRST_MONDAY)
    made = plan_week(known, base, disposition=triage(known, base).disposition, week=FIRST_MONDAY, programme=standing)
    assert isinstance(made, Plan)
    return known, standing, made


def test_a_blocked_thing_in_a_week_is_seen(base: KnowledgeBase) -> None:
    known, standing, made = _somebody(base)
    blocked = next(name for name, clearance in clear(known, base).items() if not clearance.offered)
    broken = replace(made, items=(replace(made.items[0], intervention=blocked), *made.items[1:]))
    assert not list(plan_breaches(made, known, base, standing))
    assert f"blocked: {blocked}" in list(plan_breaches(broken, known, base, standing))


def test_an_empty_week_is_seen(base: KnowledgeBase) -> None:
    known, standing, made = _somebody(base)
    assert list(plan_breaches(replace(made, items=()), known, base, standing))
    assert list(plan_breaches(Refusal("nothing-fits", "Nothing."), known, base, standing))
    assert not list(plan_breaches(Refusal("same-day", "See someone."), known, base, standing))


def test_a_dose_that_jumps_is_seen(base: KnowledgeBase) -> None:
    known, _, made = _somebody(base)
    doses = doses_for(known, base, (), FIRST_MONDAY)
    item = next(item for item in made.items if item.intervention in base.ladder_of)
    jumped = replace(made, items=(replace(item, dose=replace(item.dose, level=doses[item.intervention].first + 2)),))
    assert not list(dose_breaches(made, doses, base, Track()))
    assert list(dose_breaches(jumped, doses, base, Track()))


def test_two_steps_up_are_right_only_on_the_way_back_to_what_was_done(base: KnowledgeBase) -> None:
    _, __, made = _somebody(base)
    item = next(item for item in made.items if item.intervention in base.ladder_of)
    name, first = item.intervention, item.dose.level
    risen = replace(made, items=(replace(item, dose=replace(item.dose, level=first + 2)),))
    allowed = replace(doses_for(_somebody(base)[0], base, (), FIRST_MONDAY)[name], first=first, most=first + 3)

    def seen(rule: DoseRule, weeks_ago: int) -> list[str]:
        day = FIRST_MONDAY - timedelta(weeks=weeks_ago)
        track = Track(levels={name: first})
        remember([Happened(day, name, Outcome.DONE, level=first + 2)], track)
        return list(dose_breaches(risen, {name: replace(allowed, rule=rule)}, base, track))

    assert seen(DoseRule.RETURN, 2) == []
    assert seen(DoseRule.ROSE, 2)
    assert seen(DoseRule.RETURN, 8)


def test_a_phase_left_too_early_and_one_without_end_are_seen(base: KnowledgeBase) -> None:
    known, standing, _ = _somebody(base)
    place = next(place for place in standing.places if place.programme.id == "recovery")
    first = place.programme.phases[0]
    last = replace(place, phase=place.programme.phases[-1])
    track = Track(phases={"recovery": (first.id, FIRST_MONDAY)})
    today = FIRST_MONDAY + timedelta(days=1)
    assert any("too early" in text for text in phase_breaches(replace(standing, places=(last,)), known, today, track))
    track = Track(phases={"recovery": (first.id, FIRST_MONDAY)})
    here = replace(standing, places=(replace(place, phase=first, days=0),))
    late = FIRST_MONDAY + timedelta(days=200)
    assert any("nobody was told" in text for text in phase_breaches(here, known, late, track))


def test_the_command_prints_a_table_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--people", "1", "--weeks", "2", "--group", "desk"]) == 0
    assert "desk" in capsys.readouterr().out
    assert main(["--people", "1", "--weeks", "2", "--group", "desk", "--group", "child", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert sum(document["groups"]["child"]["refusals"].values()) == 2
    assert document["groups"]["desk"]["weeks"] == 2
    assert document["groups"]["desk"]["broken"] == 0
