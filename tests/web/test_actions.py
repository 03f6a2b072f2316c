"""What pages send about sessions and ticks: checked at the door, stored once, read as one account for each thing and day."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from spinewise.planning import Happened, Outcome
from spinewise.records.actions import Action, Kind, actions_of, add_actions, happened
from spinewise.records.audit import Audit, trail_of
from spinewise.records.export import export_of
from spinewise.records.people import delete_person
from spinewise.web.views import common
from spinewise.web.views.actions import MOST_ACTIONS, MOST_BYTES
from tests.web.visitor import Visitor

SESSION = str(uuid4())
TODAY = date(2026, 11, 12)
TEST = Audit("test")


def _plain(kind: str = "tick", key: str = "", **body: Any) -> dict[str, Any]:
    return {"key": key or str(uuid4()), "day": common.today().isoformat(), "kind": kind, "body": body}


def _tick(**changes: Any) -> dict[str, Any]:
    return {**_plain(intervention="slow-walk", outcome="done"), **changes}


def _send(alice: Visitor, sent: object, token: str | None = None) -> Any:
    mine = f"/p/{alice.person}/actions/"
    given = alice.client.get(mine).json()["token"] if token is None else token
    text = sent if isinstance(sent, str) else json.dumps(sent)
    return alice.client.post(mine, text, content_type="application/json", headers={"X-CSRFToken": given})


def _kept(alice: Visitor) -> tuple[Action, ...]:
    assert alice.person is not None
    return actions_of(alice.person)


def test_an_action_is_stored_with_its_day_and_its_words(alice: Visitor) -> None:
    sent = _tick()
    answer = _send(alice, [sent])
    assert answer.status_code == 200
    assert answer.json() == {"stored": [sent["key"]]}
    assert [(str(one.key), one.kind, one.body) for one in _kept(alice)] == [(sent["key"], Kind.TICK, sent["body"])]


def test_what_is_sent_twice_is_stored_once_and_the_first_counts(alice: Visitor) -> None:
    first = _tick()
    again = {**first, "body": {"intervention": "slow-walk", "outcome": "skipped"}}
    _send(alice, [first])
    for sent in ([first], [again], [again, first], [first, first]):
        assert _send(alice, sent).json() == {"stored": [first["key"]]}
    assert [one.body["outcome"] for one in _kept(alice)] == ["done"]


def test_a_key_twice_in_one_list_is_one_action(alice: Visitor) -> None:
    one = _tick()
    _send(alice, [one, {**one, "kind": "untick", "body": {"intervention": "slow-walk"}}])
    assert [action.kind for action in _kept(alice)] == [Kind.TICK]


def test_the_same_key_of_another_person_is_another_action(alice: Visitor, visit: Any) -> None:
    bob, sent = visit(), _tick()
    bob.begin("Bob")
    _send(alice, [sent])
    _send(bob, [sent])
    assert len(_kept(alice)) == len(_kept(bob)) == 1


BAD: dict[str, Any] = {
    "no list": {"key": "x"},
    "not json": "{",
    "no object": ["tick"],
    "a key that is no uuid": [_tick(key="one")],
    "a key that is a number": [_tick(key=7)],
    "an unknown kind": [_tick(kind="dance")],
    "no kind": [{"key": str(uuid4()), "day": "2026-11-12"}],
    "a day that is none": [_tick(day="yesterday")],
    "a day far back": [_tick(day="2001-01-01")],
    "a day to come": [_tick(day="2999-01-01")],
    "a body that is a list": [_tick(body=[])],
    "something unknown in the body": [_tick(body={"intervention": "slow-walk", "outcome": "done", "name": "Alice"})],
    "an outcome that is none": [_tick(body={"intervention": "slow-walk", "outcome": "great"})],
    "no outcome": [_tick(body={"intervention": "slow-walk"})],
    "a name with signs in it": [_tick(body={"intervention": "<b>", "outcome": "done"})],
    "pain off the scale": [_plain("pain", when="after", pain=11)],
    "pain as true": [_plain("pain", when="after", pain=True)],
    "a session that is none": [_plain("effort", session="x", effort=3)],
    "a time without its zone": [_tick(at="2026-11-12T08:00:00")],
    "something unknown beside the body": [_tick(more=1)],
    "somebody else's": [_tick(person=str(uuid4()))],
    "too many": [_tick() for _ in range(MOST_ACTIONS + 1)],
}


@pytest.mark.parametrize("sent", BAD.values(), ids=BAD)
def test_what_no_page_of_ours_sends_is_refused_with_words(alice: Visitor, sent: object) -> None:
    answer = _send(alice, sent)
    assert answer.status_code == 400
    assert len(answer.json()["says"].split()) >= 3
    assert _kept(alice) == ()


def test_too_large_is_refused_with_words(alice: Visitor) -> None:
    answer = _send(alice, json.dumps([_tick(body={"intervention": "x" * MOST_BYTES})]))
    assert answer.status_code == 400
    assert "too much at once" in answer.json()["says"]


def test_one_bad_action_stops_the_list_and_is_named(alice: Visitor) -> None:
    bad = _tick(kind="dance")
    answer = _send(alice, [_tick(), bad])
    assert (answer.status_code, answer.json()["key"]) == (400, bad["key"])
    assert _kept(alice) == ()


def test_nothing_is_stored_without_the_form_guard(alice: Visitor) -> None:
    assert _send(alice, [_tick()], token="").status_code == 403
    assert _kept(alice) == ()


def test_nobody_is_not_found(alice: Visitor) -> None:
    assert alice.client.get(f"/p/{uuid4()}/actions/").status_code == 404


def test_a_clock_that_runs_ahead_is_set_right(alice: Visitor) -> None:
    ahead = datetime.now(UTC) + timedelta(days=3)
    _send(alice, [_tick(at=ahead.isoformat())])
    stored = _kept(alice)[0].at
    assert stored is not None
    assert stored < ahead - timedelta(days=2)


def test_what_waited_on_a_phone_keeps_its_own_time_and_order(alice: Visitor) -> None:
    now = datetime.now(UTC)
    late = _tick(at=(now - timedelta(hours=1)).isoformat())
    early = _tick(at=(now - timedelta(hours=2)).isoformat())
    _send(alice, [late])
    _send(alice, [early])
    assert [str(one.key) for one in _kept(alice)] == [early["key"], late["key"]]


def test_actions_are_in_the_export_the_trail_and_gone_with_the_person(alice: Visitor) -> None:
    _send(alice, [_tick()])
    assert alice.person is not None
    assert export_of(alice.person)["actions"][0]["intervention"] == "slow-walk"
    assert "1 actions stored" in {one.action for one in trail_of(alice.person)}
    delete_person(alice.person, audit=TEST)
    assert actions_of(alice.person) == ()


def _did(kind: Kind, day: date = TODAY, **body: Any) -> Action:
    return Action(uuid4(), day, kind, body)


def _in(kind: Kind, **body: Any) -> Action:
    return _did(kind, session=SESSION, **body)


WALK: dict[str, Any] = {"intervention": "slow-walk"}
DONE = _in(Kind.ITEM_DONE, **WALK, outcome="done", level=2)
TABLE: dict[str, tuple[list[Action], dict[str, Any]]] = {
    "done in a session": ([DONE], {"outcome": Outcome.DONE, "level": 2}),
    "begun and broken off": ([_in(Kind.STEP_DONE, **WALK, step=1)], {"outcome": Outcome.PARTLY}),
    "skipped": ([_in(Kind.SKIPPED, **WALK, why="tired")], {"outcome": Outcome.SKIPPED, "why": "tired"}),
    "skipped after one set": ([_in(Kind.STEP_DONE, **WALK), _in(Kind.SKIPPED, **WALK)], {"outcome": Outcome.PARTLY}),
    "too much, then partly": (
        [_in(Kind.TOO_MUCH, **WALK), _in(Kind.ITEM_DONE, **WALK, outcome="partly")],
        {"outcome": Outcome.PARTLY, "too_much": True},
    ),
    "easier, then done": ([_in(Kind.EASIER, **WALK), DONE], {"outcome": Outcome.DONE, "level": 2}),
    "hurts": ([_in(Kind.HURTS, **WALK, pain=6)], {"outcome": Outcome.STOPPED, "pain_during": 6}),
    "a stop outranks done": (
        [_in(Kind.HURTS, **WALK, pain=6), DONE],
        {"outcome": Outcome.STOPPED, "level": 2, "pain_during": 6},
    ),
    "a stop outranks a tick": (
        [_in(Kind.HURTS, **WALK), _did(Kind.TICK, **WALK, outcome="done")],
        {"outcome": Outcome.STOPPED},
    ),
    "a tick outranks what the session saw": (
        [DONE, _did(Kind.TICK, **WALK, outcome="partly")],
        {"outcome": Outcome.PARTLY, "level": 2},
    ),
    "ticked, then changed": (
        [_did(Kind.TICK, **WALK, outcome="done"), _did(Kind.TICK, **WALK, outcome="skipped", why="no-time")],
        {"outcome": Outcome.SKIPPED, "why": "no-time"},
    ),
    "effort and pain of the session": (
        [
            _in(Kind.SESSION_STARTED, pain=3),
            DONE,
            _in(Kind.PAIN, when="during", pain=5),
            _in(Kind.EFFORT, effort=6),
        ],
        {"outcome": Outcome.DONE, "level": 2, "pain_before": 3, "pain_during": 5, "effort": 6},
    ),
    "the pain of another exercise is not its own": (
        [DONE, _in(Kind.PAIN, when="during", pain=5, intervention="other")],
        {"outcome": Outcome.DONE, "level": 2},
    ),
    "the next morning by its first session": (
        [DONE, _did(Kind.SESSION_STARTED, TODAY + timedelta(days=1), session=str(uuid4()), pain=4)],
        {"outcome": Outcome.DONE, "level": 2, "pain_next_day": 4},
    ),
}


@pytest.mark.parametrize(("actions", "told"), TABLE.values(), ids=TABLE)
def test_each_thing_and_day_has_one_account(actions: list[Action], told: dict[str, Any]) -> None:
    assert happened(actions) == (Happened(TODAY, "slow-walk", **told),)


def test_a_tick_that_was_taken_back_leaves_nothing() -> None:
    assert happened([_did(Kind.TICK, **WALK, outcome="done", slot="morning"), _did(Kind.UNTICK, **WALK, slot="morning")]) == ()


def test_taking_back_one_tick_leaves_the_other() -> None:
    both = [_did(Kind.TICK, **WALK, outcome="done", slot=slot) for slot in ("morning", "evening")]
    assert [one.outcome for one in happened([*both, _did(Kind.UNTICK, **WALK, slot="morning")])] == [Outcome.DONE]


def test_the_number_of_the_next_day_counts_when_it_is_higher() -> None:
    numbers = {TODAY: 9, TODAY + timedelta(days=1): 7}
    assert happened([DONE], numbers)[0].pain_next_day == 7


def test_a_session_that_only_began_tells_nothing_of_an_exercise() -> None:
    assert happened([_in(Kind.SESSION_STARTED, pain=3), _in(Kind.SESSION_STOPPED, why="pain")]) == ()


@pytest.mark.django_db
def test_a_repository_stores_each_key_once_too(alice: Visitor) -> None:
    assert alice.person is not None
    one = Action(UUID(int=1), TODAY, Kind.TICK, {**WALK, "outcome": "done"})
    first, second = (add_actions(alice.person, [one], audit=TEST) for _ in range(2))
    assert (first.new, first.known) == (frozenset({one.key}), frozenset())
    assert (second.new, second.known) == (frozenset(), frozenset({one.key}))


def test_what_a_short_session_cut_is_marked_unless_the_whole_was_done_as_well() -> None:
    other = str(uuid4())
    short, whole = _in(Kind.SESSION_STARTED, cut=["slow-walk"]), _did(Kind.SESSION_STARTED, session=other)
    again = _did(Kind.ITEM_DONE, **WALK, session=other, outcome="done")
    assert [one.cut for one in happened([short, DONE])] == [True]
    assert [one.cut for one in happened([_in(Kind.SESSION_STARTED, cut=["stretch"]), DONE])] == [False]
    assert [one.cut for one in happened([short, DONE, whole, again])] == [False]
    assert [one.cut for one in happened([short, DONE, _did(Kind.TICK, **WALK, outcome="done")])] == [False]
