from typing import Any

import pytest

from spinewise.knowledge import BadInput, Disposition, Findings
from spinewise.planning import Plan, Why, Wishes, plan_week, why_not
from tests.planning.world import GATE, RULES, WEEK, base_of, intervention, person

BASE = base_of(
    [
        intervention("walk", family="aerobic", minutes=15, benefit="large", certainty="high", kin="endurance"),
        intervention("ride", family="aerobic", minutes=15, benefit="small", kin="endurance"),
        intervention("swim", family="water", minutes=30, demands=["water-immersion"], equipment=["pool"]),
        intervention("press-up", demands=["prone"], position="lying-on-front"),
        intervention("magnets", family="support", direction="harms"),
        intervention("for-stiffness", when="stiff"),
        intervention("lesson", family="education", slots=["midday"], min=1, usual=1),
        intervention("run", family="aerobic", minutes=20, benefit="small", certainty="very-low"),
        intervention("squat", load=3, min=3, usual=3, max=3),
    ],
    RULES,
    [GATE],
)


def answer(name: str, findings: Findings | None = None, **changes: Any) -> Why:
    disposition = changes.pop("disposition", Disposition.SELF_CARE)
    wishes = Wishes(**changes)
    made = plan_week(person(), BASE, disposition=Disposition.SELF_CARE, week=WEEK, wishes=Wishes())
    assert isinstance(made, Plan)
    return why_not(name, made, findings or person(), BASE, disposition=disposition, wishes=wishes)


@pytest.mark.parametrize(
    ("name", "findings", "changes", "says"),
    [
        ("press-up", person(pregnant=True), {}, "It is not safe for you now. The belly is in the way."),
        ("press-up", person().without(["pregnant"]), {}, "First we need to know: pregnant."),
        ("walk", person(), {"disposition": Disposition.WITHIN_DAYS}, "Someone should look at your back first."),
        ("walk", person(), {"disposition": Disposition.EMERGENCY}, "This is emergency."),
        ("walk", person(recent_surgery=True), {}, "Ask your surgeon first."),
        ("magnets", person(), {}, "Research speaks against it."),
        ("for-stiffness", person(), {}, "It is meant for other complaints"),
        ("walk", person(), {"refused": frozenset({"walk"})}, "You asked us not to offer it."),
        ("swim", person(), {}, "that you do not have at hand: pool."),
        ("press-up", person(), {"avoid_positions": frozenset({"lying-on-front"})}, "want to avoid: lying on front."),
        ("lesson", person(), {"slots": ("evening",)}, "a time of day that you have not set aside"),
        ("walk", person(), {"minutes_per_day": 10}, "It takes 15 minutes, and you have 10 minutes a day."),
        ("squat", person(), {"not_on": frozenset((day, "squat") for day in (0, 1, 2, 3))}, "more rest days"),
        ("walk", person(), {}, "It is in your plan"),
    ],
)
def test_the_rule_that_keeps_it_out(name: str, findings: Findings, changes: dict[str, Any], says: str) -> None:
    assert says in answer(name, findings, **changes).says


def test_a_rule_of_safety_carries_its_finding_and_source() -> None:
    why = answer("press-up", person(pregnant=True))
    assert (why.findings, why.sources) == (("pregnant",), ("a-guideline",))


def test_what_could_be_planned_has_a_price() -> None:
    why = answer("run")
    assert "% less for you" in why.says
    assert "leave out or shorten" in why.says
    assert "Walk" in why.says


def test_what_does_the_same_job_is_named() -> None:
    assert answer("ride").says.startswith("Walk does the same job and is in your plan already.")


def test_a_stranger_is_refused_with_a_hint() -> None:
    with pytest.raises(BadInput, match="walk"):
        answer("walc")
