"""Lessons that were read give way to new ones."""

from datetime import timedelta

import pytest

from spinewise.knowledge import Disposition
from spinewise.planning import Happened, Outcome, Plan, plan_week, read_lately, wishes_of
from tests.planning.world import WEEK, base_of, intervention, person


def lesson(name: str, **changes: str) -> object:
    return intervention(name, family="education", min=1, usual=1, max=1, minutes=4, **changes)


BASE = base_of(
    [intervention("squat"), *(lesson(name) for name in ("pain", "rest", "sleep")), lesson("birth", when="pregnant")]  # type: ignore[list-item]
)


def read(name: str, days_ago: int, outcome: Outcome = Outcome.DONE) -> Happened:
    return Happened(WEEK - timedelta(days=days_ago), name, outcome)


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ([], set()),
        ([read("pain", 3)], {"pain"}),
        ([read("pain", 3, Outcome.PARTLY)], {"pain"}),
        ([read("pain", 3, Outcome.SKIPPED)], set()),
        ([read("pain", 90)], {"pain"}),
        ([read("pain", 91)], set()),
        ([read("pain", -2)], set()),
        ([read("squat", 3)], set()),
        ([read("pain", 3), read("rest", 10)], {"pain", "rest"}),
        ([read("pain", 3), read("rest", 10), read("sleep", 17)], {"pain", "rest"}),
        ([read("pain", 30), read("pain", 3), read("rest", 10), read("sleep", 17)], {"pain", "rest"}),
    ],
)
def test_what_a_week_leaves_out(told: list[Happened], left_out: set[str]) -> None:
    assert read_lately(told, person(), BASE, WEEK) == left_out


def test_week_after_week_another_lesson() -> None:
    told: list[Happened] = []
    found = []
    for number in range(4):
        week = WEEK + timedelta(days=7 * number)
        heard = read_lately(told, person(), BASE, week)
        plan = plan_week(
            person(), BASE, disposition=Disposition.SELF_CARE, week=week, wishes=wishes_of(person(), BASE, heard=heard)
        )
        assert isinstance(plan, Plan)
        (name,) = {item.intervention for item in plan.items} - {"squat"}
        found.append(name)
        told.append(Happened(week, name, Outcome.DONE))
    assert set(found[:3]) == {"pain", "rest", "sleep"}
    assert found[3] == found[0]
