"""Stories of weeks."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.planning import Plan, Refusal, Wishes, check_plan, plan_week, prove, swap
from tests.planning.world import GATE, RULES, WEEK, base_of, intervention, person

SMALL = base_of(
    [
        intervention("walk", family="aerobic", position="walking", minutes=15, benefit="large", min=2),
        intervention("bridge", demands=["supine"], position="lying-on-back", load=2, min=2, usual=3, max=3),
        intervention("squat", load=3, min=2, usual=3, max=3, equipment=["weights"]),
        intervention("press-up", demands=["prone"], position="lying-on-front"),
        intervention("warm-pack", family="heat-cold", demands=["heat-local"], while_waiting=True, load=0),
        intervention("breathing", family="relaxation", demands=["quiet"], while_waiting=True, load=0, minutes=3),
        intervention("lesson", family="education", demands=["quiet"], load=0, min=1, usual=1, max=2, slots=["evening"]),
        intervention("magnets", family="support", demands=["quiet"], direction="harms"),
        intervention("for-stiffness", when="stiff"),
    ],
    RULES,
    [GATE],
)


def plan(findings: Findings | None = None, base: KnowledgeBase = SMALL, **changes: Any) -> Plan:
    disposition = changes.pop("disposition", Disposition.SELF_CARE)
    wishes = Wishes(**changes) if changes else None
    made = plan_week(findings or person(), base, disposition=disposition, week=WEEK, wishes=wishes)
    assert isinstance(made, Plan)
    return made


def refused(findings: Findings, disposition: Disposition = Disposition.SELF_CARE, **wishes: Any) -> Refusal:
    made = plan_week(findings, SMALL, disposition=disposition, week=WEEK, wishes=Wishes(**wishes))
    assert isinstance(made, Refusal)
    return made


def names(made: Plan) -> set[str]:
    return {item.intervention for item in made.items}


def days(made: Plan, name: str) -> set[int]:
    return {item.day for item in made.items if item.intervention == name}


def test_somebody_in_pain_gets_a_mixed_week() -> None:
    made = plan()
    assert {"walk", "lesson", "breathing", "bridge"} <= names(made)
    assert made.week == WEEK
    assert made.date_of(6) == date(2026, 11, 29)
    assert 0 <= made.gap <= 0.06
    assert all(sum(item.minutes for item in made.on(day)) <= 20 for day in range(7))


@pytest.mark.parametrize("disposition", [Disposition.SAME_DAY, Disposition.EMERGENCY])
def test_who_needs_help_today_gets_no_plan(disposition: Disposition) -> None:
    answer = refused(person(), disposition)
    assert answer.reason == disposition.word
    assert "Call them." in answer.says
    assert answer.sources == ("a-guideline",)


def test_a_gate_closes() -> None:
    assert refused(person(recent_surgery=True)) == Refusal("after-surgery", "Ask your surgeon first.", ("some-source",))


def test_a_gate_that_nobody_asked_about_stays_shut_and_says_what_to_ask() -> None:
    answer = refused(person().without(["recent_surgery"]))
    assert answer.reason == "after-surgery-unknown"
    assert "recent surgery" in answer.says


def test_waiting_for_a_doctor_only_comfort_is_left() -> None:
    assert names(plan(disposition=Disposition.WITHIN_DAYS)) == {"warm-pack", "breathing"}


def test_routine_is_planned_like_self_care() -> None:
    assert plan(disposition=Disposition.ROUTINE) == plan()


def test_when_nothing_is_known_the_answer_says_what_to_ask() -> None:
    base = base_of([intervention("press-up", demands=["prone"])], RULES)
    answer = plan_week(Findings({"pain": True}), base, disposition=Disposition.SELF_CARE, week=WEEK)
    assert isinstance(answer, Refusal)
    assert answer.reason == "more-to-ask"
    assert "pregnant" in answer.says


def test_when_nothing_fits_the_answer_says_so() -> None:
    assert refused(person(), minutes_per_day=0).reason == "nothing-fits"


def test_what_is_blocked_is_gone_and_what_is_changed_says_how() -> None:
    made = plan(person(pregnant=True), preferred=frozenset({"bridge"}))
    assert "press-up" not in names(made)
    assert made.changes == {"bridge": ("Prop your upper body up.",)}
    bridge = next(item for item in made.items if item.intervention == "bridge")
    change = bridge.why[-1]
    assert change.says.startswith("Prop your upper body up.")
    assert (change.findings, change.sources) == (("pregnant",), ("a-guideline",))


def test_what_is_unknown_is_not_planned() -> None:
    assert "press-up" not in names(plan(person().without(["pregnant"])))


def test_each_thing_says_for_whom_how_sure_and_why_this_dose() -> None:
    walk = next(item for item in plan().items if item.intervention == "walk")
    helps, evidence, dose = walk.why
    assert (helps.says, helps.findings) == ("It eases pain.", ("pain",))
    assert evidence.says == "Studies suggest that it helps. We are fairly sure of this. Trials point this way."
    assert evidence.sources == ("a-review",)
    assert dose.says == "This dose was tried in trials."


def test_what_harms_and_what_is_for_others_is_never_planned() -> None:
    assert names(plan(minutes_per_day=90)).isdisjoint({"magnets", "for-stiffness"})


def test_hard_things_have_a_day_between() -> None:
    made = plan(minutes_per_day=60, equipment=frozenset({"weights"}), preferred=frozenset({"squat"}))
    hard = days(made, "squat")
    assert hard
    assert not any((day + 1) % 7 in hard for day in hard)


@pytest.mark.parametrize(
    ("wishes", "gone"),
    [
        ({"refused": frozenset({"walk"})}, "walk"),
        ({"equipment": frozenset({"chair"})}, "squat"),
        ({"avoid_positions": frozenset({"lying-on-back"})}, "bridge"),
        ({"slots": ("morning",)}, "lesson"),
        ({"minutes_per_day": 10}, "walk"),
    ],
)
def test_wishes_are_kept(wishes: dict[str, Any], gone: str) -> None:
    assert gone not in names(plan(**({"minutes_per_day": 45} | wishes)))


def test_what_somebody_likes_comes_in_and_says_so() -> None:
    made = plan(preferred=frozenset({"press-up"}))
    liked = next(item for item in made.items if item.intervention == "press-up")
    assert "You like it." in [why.says for why in liked.why]


def test_a_thing_keeps_its_time_of_day_all_week() -> None:
    made = plan()
    for name in names(made):
        assert len({item.slot for item in made.items if item.intervention == name}) == 1


def test_a_kept_plan_stays_the_same() -> None:
    made = plan()
    again = plan(kept=made.items)
    assert [(item.day, item.slot, item.intervention) for item in again.items] == [
        (item.day, item.slot, item.intervention) for item in made.items
    ]


def test_a_kept_thing_that_became_unsafe_is_gone_and_the_rest_hardly_moves() -> None:
    made = plan(preferred=frozenset({"press-up"}), minutes_per_day=30)
    again = plan(person(pregnant=True), kept=made.items, minutes_per_day=30)
    assert "press-up" in names(made)
    assert "press-up" not in names(again)
    assert all(days(again, name) == days(made, name) for name in names(made) - {"press-up"})


def test_not_today_moves_one_thing_and_leaves_the_others() -> None:
    wishes = Wishes(minutes_per_day=30)
    made = plan(minutes_per_day=30)
    day = min(days(made, "walk"))
    other = swap(made, day, "walk", person(), SMALL, disposition=Disposition.SELF_CARE, wishes=wishes)
    assert isinstance(other, Plan)
    assert day not in days(other, "walk")
    stays = names(made) & names(other) - {"walk"}
    assert len(stays) >= len(names(made)) - 2
    moved = sum(len(days(made, name) - days(other, name)) for name in stays)
    assert moved <= 2


def test_the_proof_reaches_its_bound_and_keeps_every_rule() -> None:
    made = plan()
    proven = prove(made, person(), SMALL, disposition=Disposition.SELF_CARE, seconds=20)
    assert proven.proven
    assert proven.gap == 0
    assert made.objective <= proven.objective <= made.bound
    assert proven.bound <= made.bound
    wishes = Wishes()
    assert not check_plan(proven, person(), SMALL, disposition=Disposition.SELF_CARE, wishes=wishes)


def test_what_is_proven_needs_no_other_proof() -> None:
    made = replace(plan(), proven=True)
    assert prove(made, person(), SMALL, disposition=Disposition.SELF_CARE) is made


def test_the_gap_of_an_empty_bound_is_nothing() -> None:
    assert Plan(WEEK, (), 0.0, 0.0).gap == 0.0


def test_one_thing_for_each_job_also_across_families() -> None:
    bends = [intervention(f"bend-{n}", family=family, kin="bending") for n, family in enumerate(("stretch", "exercise"))]
    base = base_of([*bends, intervention("walk", family="aerobic", minutes=10)], RULES, [GATE])
    made = plan(base=base, minutes_per_day=60)
    assert len(names(made) & {"bend-0", "bend-1"}) == 1
    assert made.gap < 0.001


def test_what_is_meant_for_an_age_gives_way_to_what_is_meant_for_the_trouble() -> None:
    general = intervention("general", family="stretch", when="age >= 65", min=5, usual=5, max=5)
    meant = intervention("meant", family="stretch", when="pain", min=5, usual=5, max=5)
    base = base_of([general, meant], RULES, [GATE])
    assert names(plan(person(age=70.0), base, minutes_per_day=5)) == {"meant"}


def test_somebody_walks_on_most_days_when_the_day_has_room() -> None:
    assert len(days(plan(), "walk")) >= 4
