"""Ticks without JavaScript: done, partly, left out, taken back; each counts once, and the week takes them in."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from spinewise.knowledge import KnowledgeBase
from spinewise.planning import Outcome
from spinewise.records.actions import actions_of
from spinewise.records.history import happened_to
from spinewise.records.plans import week_of
from spinewise.web.present import present_of
from spinewise.web.views import common
from spinewise.web.weeks import plan_for
from tests.web.conftest import Clock
from tests.web.visitor import Visitor


@pytest.fixture
def planned(alice: Visitor, clock: Clock) -> Visitor:
    """Alice with her week open."""
    alice.finish()
    alice.mine("week/")
    return alice


FIELDS = ("key", "day", "intervention", "slot", "level")
MOVES = frozenset({"slow-walk", "knee-bend", "tall-stretch", "side-bend"})


def form_of(visitor: Visitor, outcome: str, why: str = "") -> dict[str, Any]:
    """The tick form of the first thing that moves, as its button would send it."""
    inputs = visitor.reader.inputs
    places = [place for place, one in enumerate(inputs) if one.get("name") == "key"]
    forms = [{str(one["name"]): one.get("value") or "" for one in inputs[place : place + len(FIELDS)]} for place in places]
    hidden = next(form for form in forms if form.get("intervention") in MOVES)
    assert tuple(hidden) == FIELDS
    return {**hidden, "outcome": outcome, **({"why": why} if why else {})}


def tick(visitor: Visitor, outcome: str, why: str = "") -> str:
    """Press a button; the id of the thing that it was for."""
    form = form_of(visitor, outcome, why)
    visitor.send(f"/p/{visitor.person}/week/tick/", form)
    return str(form["intervention"])


def told(visitor: Visitor) -> list[tuple[str, Outcome, str]]:
    assert visitor.person is not None
    return [(one.intervention, one.outcome, one.why) for one in happened_to(visitor.person)]


@pytest.mark.parametrize(
    ("outcome", "why", "note", "words"),
    [
        ("done", "", "Noted: done.", "Done"),
        ("partly", "", "That counts too.", "Partly done"),
        ("skipped", "tired", "set out anew where it helps", "Left out"),
    ],
)
def test_one_tap_is_kept_and_shown(planned: Visitor, outcome: str, why: str, note: str, words: str) -> None:
    name = tick(planned, outcome, why)
    assert note in planned.text
    assert f"{words} Undo" in planned.text or outcome == "skipped"
    assert told(planned) == [(name, Outcome(outcome), why)]


def test_a_tick_can_be_taken_back(planned: Visitor) -> None:
    tick(planned, "done")
    tick(planned, "untick")
    assert "Taken back." in planned.text
    assert told(planned) == []


def test_the_same_form_sent_twice_counts_once(planned: Visitor) -> None:
    form = form_of(planned, "done")
    for _ in range(2):
        planned.send(f"/p/{planned.person}/week/tick/", form)
    assert planned.person is not None
    assert len(actions_of(planned.person)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": "exploded"},
        {"intervention": "nonsense"},
        {"key": "no-key"},
        {"day": "yesterday"},
        {"day": "2020-01-01"},
        {"day": "2026-11-13"},
        {"slot": "<b>"},
        {"why": "because"},
    ],
)
def test_a_tick_that_no_page_offers_changes_nothing(planned: Visitor, wrong: dict[str, str]) -> None:
    planned.send(f"/p/{planned.person}/week/tick/", {**form_of(planned, "skipped"), **wrong})
    assert planned.page.status_code == 200
    assert told(planned) == []


def test_days_to_come_have_no_ticks(planned: Visitor) -> None:
    planned.mine("week/?day=2")
    assert not [one for one in planned.reader.forms if str(one.get("action")).endswith("/tick/")]


def test_nobody_ticks_for_somebody_else(planned: Visitor, visit: Callable[[], Visitor]) -> None:
    bob = visit()
    bob.begin("Bob")
    bob.finish()
    bob.mine("week/")
    form = form_of(planned, "done")
    bob.send(f"/p/{bob.person}/week/tick/", form)
    assert told(planned) == []


def planned_days(visitor: Visitor, base: KnowledgeBase, name: str) -> list[int]:
    assert visitor.person is not None
    today = common.today()
    plan = plan_for(week_of(visitor.person, today), present_of(visitor.person, base, today).account, base)
    return [item.day for item in plan.items if item.intervention == name]  # type: ignore[union-attr]


def test_what_was_left_out_comes_later_in_the_week(planned: Visitor, base: KnowledgeBase, clock: Clock) -> None:
    before = {name: planned_days(planned, base, name) for name in base.interventions}
    name = tick(planned, "skipped", "no-time")
    clock.pass_days(1)
    planned.recheck()
    after = {name: planned_days(planned, base, name) for name in base.interventions}
    assert 0 in before[name]
    assert 0 not in after[name]
    assert len(after[name]) >= len(before[name]) - 1
    changed = {other for other in before if after[other] != before[other]} - {name}
    assert len(changed) <= 1


def test_what_was_done_stays_visible_when_the_plan_changes(planned: Visitor, base: KnowledgeBase) -> None:
    name = tick(planned, "done")
    planned.mine("week/")
    planned.change_week("refuse", intervention=name)
    assert f"You also did: {base.interventions[name].name}." in planned.text


def test_home_counts_days_moved_and_says_nothing_of_missed_ones(planned: Visitor, clock: Clock) -> None:
    planned.mine()
    assert "You moved on" not in planned.text
    planned.mine("week/")
    tick(planned, "done")
    clock.pass_days(1)
    planned.recheck()
    planned.mine()
    assert "You moved on 1 of the last 7 days." in planned.text
    assert "missed" not in planned.text.split("You moved on")[1]


def test_home_shows_the_week_in_small_with_words(planned: Visitor) -> None:
    tick(planned, "done")
    planned.mine()
    day = common.today()
    assert f"{day:%A}: " in planned.text
    assert "something done" in planned.text
    later = day + timedelta(days=1)
    assert f"{later:%A}: " in planned.text
