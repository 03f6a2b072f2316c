"""What somebody sees of their days, and how much of a thing is for them now."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from spinewise.knowledge import KnowledgeBase
from spinewise.records.actions import Action, Kind, add_actions
from spinewise.records.audit import Audit
from spinewise.records.daily import store_day
from spinewise.records.marks import mark_bad_day
from spinewise.records.plans import week_of
from spinewise.web.present import present_of
from spinewise.web.presenters.record import DAYS_IN_SIGHT
from spinewise.web.views.common import today
from spinewise.web.weeks import plan_for
from tests.web.real import real_base, told
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")
AUDIT = Audit("test")


def do(visitor: Visitor, day: date, *names: str, level: int = 0) -> None:
    """These were done on a day, as a tick tells it."""
    assert visitor.person is not None
    body = {"slot": "morning", "level": level, "outcome": "done"}
    add_actions(
        visitor.person, [Action(uuid4(), day, Kind.TICK, {**body, "intervention": name}) for name in names], audit=AUDIT
    )


def planned_today(visitor: Visitor, base: KnowledgeBase) -> list[str]:
    """What stands on today, by id."""
    assert visitor.person is not None
    stored = week_of(visitor.person, today())
    plan = plan_for(stored, present_of(visitor.person, base, today()).account, base)
    return [item.intervention for item in plan.on((today() - stored.week).days)]  # type: ignore[union-attr]


def all_at_once(visitor: Visitor) -> None:
    """Tick whatever stands on today until nothing new comes."""
    for _ in range(5):
        do(visitor, today(), *planned_today(visitor, real_base()))


def test_home_tells_what_is_left_of_today_and_then_that_it_is_enough(alice: Visitor) -> None:
    told(alice)
    alice.mine()
    assert "Start today’s session" in alice.text
    do(alice, today(), planned_today(alice, real_base())[0])
    alice.mine()
    assert "Left today: " in alice.text
    all_at_once(alice)
    for page in ("", "week/"):
        alice.mine(page)
        assert "All of today is done. Rest belongs to it." in alice.text
        assert not [one for one in alice.reader.links if "/session/" in one]


def test_the_record_tells_the_days_newest_first(alice: Visitor) -> None:
    told(alice)
    assert alice.person is not None
    do(alice, today() - timedelta(days=1), "walking", "bridge")
    mark_bad_day(alice.person, today(), audit=AUDIT)
    store_day(alice.person, today(), 7, audit=AUDIT)
    alice.mine("record/")
    said = alice.text.index("A bad day"), alice.text.index("Pain: 7 of 10"), alice.text.index("Done: Bridge, Walking")
    assert list(said) == sorted(said)


def test_a_usual_day_with_nothing_told_does_not_stand_in_the_record(alice: Visitor) -> None:
    told(alice)
    alice.mine("record/")
    assert "bad days will stand here" in alice.text
    assert "A bad day" not in alice.text


def test_days_of_long_ago_are_folded(alice: Visitor) -> None:
    told(alice)
    for number in range(DAYS_IN_SIGHT):
        do(alice, today() - timedelta(days=number), "walking")
    alice.mine("record/")
    assert "Earlier days" not in alice.text
    do(alice, today() - timedelta(days=DAYS_IN_SIGHT), "bridge")
    alice.mine("record/")
    assert alice.text.index("Earlier days") < alice.text.index("Done: Bridge")


def test_anybody_sees_the_steps_and_which_is_usual(alice: Visitor) -> None:
    alice.open("/reference/intervention/bridge/")
    steps = len(real_base().ladder_of["bridge"].levels)
    assert f"All {steps} steps, from easy to hard" in alice.text
    assert "usual" in alice.text
    assert "on step" not in alice.text


def test_alice_sees_where_she_would_begin_and_then_where_she_is(alice: Visitor) -> None:
    told(alice)
    alice.mine("reference/intervention/bridge/")
    assert "You would begin on step " in alice.text
    assert "for you now" in alice.text
    do(alice, today() - timedelta(days=1), "bridge", level=1)
    alice.mine("reference/intervention/bridge/")
    assert "You are on step " in alice.text


def test_steps_above_what_is_for_somebody_are_marked(alice: Visitor) -> None:
    told(alice, {"pregnant_weeks": 31.0, "age": 31.0})
    alice.mine("reference/intervention/plank-at-wall/")
    assert "not for now" in alice.text


def test_no_step_is_told_to_somebody_who_should_be_seen_first_or_may_not_do_it(alice: Visitor) -> None:
    told(alice, {"saddle_numbness": True})
    alice.mine("reference/intervention/bridge/")
    assert "on step" not in alice.text


def test_a_version_that_is_not_for_her_is_not_held_out(alice: Visitor) -> None:
    asks_more = "/reference/intervention/plank-on-knees/"
    alice.open("/reference/intervention/plank-at-wall/")
    assert asks_more in alice.reader.links
    told(alice, {"pregnant_weeks": 31.0, "age": 31.0})
    alice.mine("reference/intervention/plank-at-wall/")
    assert "on step" in alice.text
    assert not [one for one in alice.reader.links if one.endswith(asks_more)]
