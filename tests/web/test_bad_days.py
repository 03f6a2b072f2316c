"""A bad day: danger is asked first, then the day is for ease, and one tap brings the usual day back. Days away likewise."""

from datetime import timedelta

import pytest

from spinewise.knowledge import KnowledgeBase
from spinewise.planning import eases
from spinewise.records.audit import trail_of
from spinewise.records.marks import marks_of
from spinewise.records.plans import week_of
from spinewise.web.present import present_of
from spinewise.web.views import common
from spinewise.web.weeks import plan_for
from tests.web.conftest import Clock
from tests.web.visitor import Visitor


@pytest.fixture
def planned(alice: Visitor, clock: Clock) -> Visitor:
    """Alice with a finished check."""
    alice.finish()
    return alice


def begin_bad_day(visitor: Visitor, **signs: str) -> None:
    visitor.mine("bad-day/")
    assert visitor.path.split("?")[0].endswith("/recheck/")
    visitor.look(**signs)


def of_today(visitor: Visitor, base: KnowledgeBase) -> list[str]:
    """What stands on today, by id."""
    assert visitor.person is not None
    today = common.today()
    stored = week_of(visitor.person, today)
    plan = plan_for(stored, present_of(visitor.person, base, today).account, base)
    return [item.intervention for item in plan.on((today - stored.week).days)]  # type: ignore[union-attr]


def test_danger_is_asked_first_then_today_is_for_ease(planned: Visitor, base: KnowledgeBase) -> None:
    begin_bad_day(planned)
    assert "Today is for ease only." in planned.text
    today = of_today(planned, base)
    assert today
    assert all(eases(base.interventions[name]) for name in today)


def test_home_says_so_and_one_tap_brings_the_usual_day_back(planned: Visitor, base: KnowledgeBase) -> None:
    before = of_today(planned, base)
    begin_bad_day(planned)
    planned.mine()
    assert "Today is for ease" in planned.text
    assert "small tests" not in planned.text
    planned.send(f"/p/{planned.person}/bad-day/", {})
    assert "Your usual day is back." in planned.text
    assert of_today(planned, base) == before


def test_the_record_keeps_that_there_was_a_bad_day(planned: Visitor) -> None:
    begin_bad_day(planned)
    planned.mine()
    planned.send(f"/p/{planned.person}/bad-day/", {})
    assert planned.person is not None
    told = [one.action for one in trail_of(planned.person)]
    assert "bad day begun" in told
    assert told[-1] == "bad day ended"
    begin_bad_day(planned)
    planned.open(f"/p/{planned.person}/export.json")
    assert '"kind": "bad"' in planned.html


def test_a_sign_of_danger_comes_before_any_ease(planned: Visitor) -> None:
    begin_bad_day(planned, no_urine="no", numb_seat="yes", tearing_chest="no", fever="no")
    planned.mine("week/")
    assert not planned.week_shown


def test_the_days_after_come_back(planned: Visitor, base: KnowledgeBase, clock: Clock) -> None:
    usual = of_today(planned, base)
    begin_bad_day(planned)
    for _ in range(4):
        clock.pass_days(1)
    planned.recheck()
    planned.mine()
    assert "Today is for ease" not in planned.text
    assert {name for name in of_today(planned, base) if not eases(base.interventions[name])} & {*usual, *base.interventions}


def away(visitor: Visitor, first: int = 0, last: int = 2, **there: str) -> None:
    today = common.today()
    visitor.mine("travel/")
    days = {"first": (today + timedelta(days=first)).isoformat(), "last": (today + timedelta(days=last)).isoformat()}
    visitor.send(f"/p/{visitor.person}/travel/", {**days, **there})


def test_away_without_a_floor_nothing_lies_down(planned: Visitor, base: KnowledgeBase) -> None:
    away(planned, seated="1")
    assert "These days now fit what you have there." in planned.text
    assert "lie-flat" not in of_today(planned, base)
    assert planned.person is not None
    assert sorted(marks_of(planned.person, common.today()).away) == [common.today() + timedelta(days=n) for n in range(3)]


def test_at_home_again_the_usual_days_are_back(planned: Visitor, base: KnowledgeBase) -> None:
    before = of_today(planned, base)
    away(planned, seated="1")
    planned.mine("travel/")
    planned.send(f"/p/{planned.person}/travel/", {"home": "1"})
    assert of_today(planned, base) == before


@pytest.mark.parametrize(("first", "last"), [(-1, 2), (3, 1), (0, 40), (100, 101)])
def test_days_that_cannot_be_are_told_and_not_stored(planned: Visitor, first: int, last: int) -> None:
    away(planned, first, last)
    assert "This was not saved" in planned.text
    assert planned.person is not None
    assert not marks_of(planned.person, common.today() - timedelta(days=9)).away


def test_what_is_changed_on_a_bad_day_does_not_make_the_usual_day_an_easy_one(planned: Visitor, base: KnowledgeBase) -> None:
    before = of_today(planned, base)
    begin_bad_day(planned)
    planned.change_week("refuse", intervention="warm-pack")
    planned.mine()
    planned.send(f"/p/{planned.person}/bad-day/", {})
    after = of_today(planned, base)
    assert "warm-pack" not in after
    assert {name for name in before if not eases(base.interventions[name])} <= set(after)
