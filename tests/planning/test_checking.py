"""The checker bites: a good week is bent in one place, and it says so."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from spinewise.knowledge import Disposition, Dose, Findings, usual_dose
from spinewise.planning import Plan, PlannedItem, PlanningFault, Wishes, check_plan
from spinewise.planning.planner import checked, circumstances
from tests.planning.world import GATE, RULES, WEEK, base_of, intervention, person

BASE = base_of(
    [
        intervention("walk", family="aerobic", min=2, max=5),
        intervention("squat", load=3, min=2, usual=2, max=3),
        intervention("lunge", load=3, min=1, usual=2, max=3, family="stretch"),
        intervention("bridge", load=2, min=2, usual=3, max=4, demands=["supine"], position="lying-on-back"),
        intervention("kneel", demands=["floor-transfer"], position="hands-and-knees", equipment=["mat"], min=1),
        intervention("press-up", demands=["prone"], position="lying-on-front", min=1),
        intervention("breathing", family="relaxation", demands=["quiet"], while_waiting=True, min=1, slots=["break"]),
        intervention("magnets", family="support", demands=["quiet"], direction="harms", min=1),
        intervention("for-stiffness", when="stiff", min=1),
        *(intervention(f"bend-{n}", family=family, min=1, kin="bending") for n, family in enumerate(("stretch", "posture"))),
        *(intervention(f"move-{n}", family="mobility", min=1, minutes=1) for n in range(3)),
        *(
            intervention(f"ease-{n}", family=family, min=1, minutes=1, slots=["morning"])
            for n, family in enumerate(("sleep", "posture", "habit", "massage", "water", "education"))
        ),
    ],
    RULES,
    [GATE],
)
WISHES = Wishes(minutes_per_day=30, equipment=frozenset({"mat"}))


def on(name: str, *days: int, slot: Any = "morning", minutes: int | None = None) -> list[PlannedItem]:
    usual = usual_dose(BASE.interventions[name])
    dose = usual if minutes is None else replace(usual, minutes=minutes)
    return [PlannedItem(day, slot, name, dose) for day in days]


def dosed(name: str, **changes: Any) -> list[PlannedItem]:
    return [replace(item, dose=replace(item.dose, **changes)) for item in on(name, 0, 2)]


def week(*groups: list[PlannedItem], **changes: Any) -> Plan:
    return Plan(WEEK, tuple(item for group in groups for item in group), 1.0, 1.0, **changes)


def said(
    plan: Plan,
    findings: Findings | None = None,
    disposition: Disposition = Disposition.SELF_CARE,
    wishes: Wishes = WISHES,
) -> str:
    problems = check_plan(plan, findings or person(), BASE, disposition=disposition, wishes=wishes)
    return " | ".join(f"{problem.key} {problem.what}" for problem in problems)


def test_a_good_week_passes() -> None:
    good = week(on("walk", 0, 2, 4), on("squat", 1, 3, 5), on("lunge", 1, 5), on("breathing", 0, 6, slot="break"))
    assert said(good) == ""


@pytest.mark.parametrize(
    ("bent", "what"),
    [
        (week(on("walk", 0)), "its dose is 2 to 5"),
        (week(on("walk", 0, 1, 2, 3, 4, 5)), "its dose is 2 to 5"),
        (week(on("squat", 1, 2)), "lacks its rest days"),
        (week(on("squat", 0, 6)), "lacks its rest days"),
        (week(on("bridge", 0, 1, 4)), "lacks its rest days"),
        (week(on("bridge", 0, 1, 2, 4)), "lacks its rest days"),
        (week(on("squat", 0, 2), on("lunge", 3)), "hard things on neighbouring days"),
        (week(on("walk", 0, 0, 2)), "twice on a day"),
        (week(on("walk", 0, 2), on("walk", 4, slot="evening")), "more than one habitual time"),
        (week(on("walk", 0, 2, slot="midday")), "stands in the slot midday"),
        (week(on("walk", 0, 2, minutes=4)), "takes 4 minutes"),
        (week(on("walk", 0, 7)), "stands on day 7"),
        (week([PlannedItem(0, "morning", "dance", Dose("dance", 5, "light"))]), "is no intervention"),
        (week(dosed("walk", sets=3)), "another dose than its own"),
        (week(dosed("walk", intervention="squat")), "has the dose of squat"),
        (week(on("magnets", 0)), "research speaks against it"),
        (week(on("for-stiffness", 0)), "none of its lines"),
        (week(*(on(f"move-{n}", 0) for n in range(3))), "3 things of the family mobility"),
        (week(on("bend-0", 0), on("bend-1", 3)), "2 things for the same job, bending"),
        (week(*(on(f"ease-{n}", 0) for n in range(4))), "4 things in the slot morning"),
        (
            week(*(on(f"ease-{n}", 0) for n in range(6)), on("breathing", 0, slot="break")),
            "holds 7 things",
        ),
    ],
)
def test_each_hard_rule_of_the_week(bent: Plan, what: str) -> None:
    assert what in said(bent)


@pytest.mark.parametrize(
    ("wishes", "what"),
    [
        (replace(WISHES, refused=frozenset({"kneel"})), "was refused"),
        (replace(WISHES, equipment=frozenset()), "needs equipment"),
        (replace(WISHES, avoid_positions=frozenset({"floor"})), "position to avoid"),
        (replace(WISHES, avoid_positions=frozenset({"hands-and-knees"})), "position to avoid"),
        (replace(WISHES, not_on=frozenset({(2, "kneel")})), "it was put off"),
        (replace(WISHES, slots=("evening",)), "stands in the slot morning"),
        (replace(WISHES, minutes_per_day=4), "takes 5 of 4 minutes"),
    ],
)
def test_each_wish(wishes: Wishes, what: str) -> None:
    plan = week(on("kneel", 0, 2))
    assert said(plan) == ""
    assert what in said(plan, wishes=wishes)


@pytest.mark.parametrize("disposition", [Disposition.SAME_DAY, Disposition.EMERGENCY])
def test_no_week_for_who_needs_help_today(disposition: Disposition) -> None:
    assert "although the disposition" in said(week(on("walk", 0, 2)), disposition=disposition)


def test_only_comfort_while_waiting() -> None:
    waiting = Disposition.WITHIN_DAYS
    assert "waits for a doctor" in said(week(on("walk", 0, 2)), disposition=waiting)
    assert said(week(on("breathing", 0, slot="break")), disposition=waiting) == ""


@pytest.mark.parametrize("findings", [person(recent_surgery=True), person().without(["recent_surgery"])])
def test_a_gate_that_is_not_ruled_out(findings: Findings) -> None:
    assert "after-surgery is not ruled out" in said(week(on("walk", 0, 2)), findings)


@pytest.mark.parametrize(
    ("findings", "what"), [(person(pregnant=True), "is blocked"), (person().without(["pregnant"]), "is ask-first")]
)
def test_safety_has_the_last_word(findings: Findings, what: str) -> None:
    assert what in said(week(on("press-up", 0)), findings)


def test_a_change_that_safety_asks_for_must_be_told() -> None:
    plan = week(on("bridge", 0, 2))
    assert "lacks a change" in said(plan, person(pregnant=True))
    told = replace(plan, changes={"bridge": ("Prop your upper body up.",)})
    assert said(told, person(pregnant=True)) == ""


def test_a_break_may_come_twice_a_day() -> None:
    assert said(week(on("breathing", 0, 0, slot="break"))) == ""


def test_a_broken_plan_is_never_handed_out() -> None:
    now = circumstances(person(), BASE, disposition=Disposition.SELF_CARE, wishes=WISHES)
    with pytest.raises(PlanningFault, match="rest days"):
        checked(week(on("squat", 1, 2)), now)


def test_safety_checks_are_the_last_thing_on_every_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the optimiser does, a rule that it does not know of stops the plan."""
    from spinewise.planning import planner

    stop: Callable[..., Any] = lambda *args, **kwargs: ("a rule",)  # noqa: E731
    monkeypatch.setattr(planner, "check_plan", stop)
    with pytest.raises(PlanningFault, match="a rule"):
        planner.plan_week(person(), BASE, disposition=Disposition.SELF_CARE, week=WEEK, wishes=WISHES)
