"""A session: danger first, then a number, then the steps; without JavaScript as a page with a form."""

import json
import re
from typing import Any
from uuid import UUID, uuid4

import pytest

from spinewise.planning import Outcome
from spinewise.records.actions import Kind, actions_of, happened
from spinewise.records.daily import days_of
from spinewise.web.views import common
from tests.web.conftest import Clock
from tests.web.real import told
from tests.web.visitor import Visitor

WALK = "slow-walk"


@pytest.fixture
def ready(alice: Visitor, clock: Clock) -> Visitor:
    """Alice, whose check is done, on a morning that stands still."""
    alice.finish()
    return alice


def _begin(alice: Visitor, pain: str = "4", size: str = "full") -> None:
    alice.mine(f"session/?size={size}")
    alice.send(f"/p/{alice.person}/session/?size={size}", {"key": alice.hidden("key"), "pain": pain})


def _data(alice: Visitor) -> Any:
    found = re.search(r'<script id="session-data" type="application/json">(.*?)</script>', alice.html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def _kinds(alice: Visitor) -> list[Kind]:
    assert alice.person is not None
    return [one.kind for one in actions_of(alice.person)]


def _in_session(alice: Visitor) -> bool:
    return re.fullmatch(r"/p/[0-9a-f-]+/session/[0-9a-f-]{36}/", alice.path) is not None


def test_before_the_check_is_done_there_is_no_session(alice: Visitor) -> None:
    alice.mine("session/")
    assert alice.path.endswith("/check/")


@pytest.mark.parametrize("size", ["two", "ten", "full", "", "enormous"])
def test_the_page_before_says_what_is_in_it(ready: Visitor, size: str) -> None:
    ready.mine(f"session/?size={size}")
    assert "How much pain is there now?" in ready.text
    assert ready.reader.tags.count(("ol", {"class": "session-things"})) == 1
    assert ("Slow walk" in ready.text) == (size != "two")


def test_one_tap_on_a_number_begins_the_session_and_keeps_the_number(ready: Visitor) -> None:
    _begin(ready, "4")
    assert _in_session(ready)
    assert _kinds(ready) == [Kind.SESSION_STARTED]
    assert ready.person is not None
    assert [one.pain for one in days_of(ready.person, common.today())] == [4]


def test_it_begins_without_a_number_too(ready: Visitor) -> None:
    _begin(ready, "none")
    assert _in_session(ready)
    assert ready.person is not None
    assert days_of(ready.person, common.today()) == ()


KEY = "5f0c6d1e-8f6b-4a57-9a5e-0d6f3c0f6a11"


@pytest.mark.parametrize("fields", [{"pain": "4"}, {"key": "x", "pain": "4"}, {"key": KEY}, {"key": KEY, "pain": "11"}])
def test_a_form_that_is_none_of_ours_begins_nothing(ready: Visitor, fields: dict[str, str]) -> None:
    ready.mine("session/")
    ready.send(f"/p/{ready.person}/session/", fields)
    assert not _in_session(ready)
    assert _kinds(ready) == []


def test_a_form_sent_twice_begins_one_session(ready: Visitor) -> None:
    ready.mine("session/")
    key = ready.hidden("key")
    for _ in range(2):
        ready.mine("session/")
        ready.send(f"/p/{ready.person}/session/", {"key": key, "pain": "3"})
    assert _kinds(ready) == [Kind.SESSION_STARTED]


def test_on_the_next_day_danger_comes_first_and_leads_back(ready: Visitor, clock: Clock) -> None:
    clock.pass_days(1)
    ready.mine("session/?size=two")
    assert "Since last time, is any of these new or worse?" in ready.text
    assert "Twenty seconds before you begin" in ready.text
    ready.look()
    assert ready.path.startswith(f"/p/{ready.person}/session/")
    assert "How much pain is there now?" in ready.text
    assert "In it: Two minutes" in ready.text


def test_a_session_that_is_open_asks_again_on_the_next_day(ready: Visitor, clock: Clock) -> None:
    _begin(ready)
    yesterday = ready.path
    clock.pass_days(1)
    ready.open(yesterday)
    assert "Since last time, is any of these new or worse?" in ready.text


def test_a_number_that_rose_clearly_looks_for_danger_first(ready: Visitor, clock: Clock) -> None:
    ready.mine()
    ready.send(f"/p/{ready.person}/number/", {"pain": "2"})
    clock.pass_days(1)
    ready.recheck()
    clock.pass_minutes(5)
    _begin(ready, "7")
    assert ready.path.startswith(f"/p/{ready.person}/recheck/")
    clock.pass_minutes(5)
    ready.look()
    assert "How much pain is there now?" in ready.text


def test_who_should_be_seen_today_has_no_session_and_an_open_one_ends(ready: Visitor) -> None:
    _begin(ready)
    mine = ready.path
    ready.recheck("new", fever="yes", numb_seat="no", no_urine="no", tearing_chest="no")
    for path in (mine, f"/p/{ready.person}/session/"):
        ready.open(path)
        assert not _in_session(ready)
        assert "How much pain is there now?" not in ready.text


def test_the_session_of_somebody_else_is_not_found_here(ready: Visitor, visit: Any) -> None:
    _begin(ready)
    session = ready.path.split("/")[4]
    bob = visit()
    bob.begin("Bob")
    bob.finish()
    bob.mine(f"session/{session}/")
    assert not _in_session(bob)


def test_the_page_carries_the_steps_for_its_script(ready: Visitor) -> None:
    _begin(ready)
    data = _data(ready)
    assert data["session"] == ready.path.split("/")[4]
    assert WALK in {step["intervention"] for step in data["steps"]}
    assert data["day"] == common.today().isoformat()
    assert set(data["levels"]) == {step["intervention"] for step in data["steps"]}


def test_nothing_in_the_data_ends_its_script(ready: Visitor) -> None:
    _begin(ready)
    found = re.search(r'id="session-data" type="application/json">(.*?)</script>', ready.html, re.DOTALL)
    assert found is not None
    assert "<" not in found[1]


def test_without_a_script_it_is_a_page_of_steps_with_a_form(ready: Visitor) -> None:
    _begin(ready)
    ready.send(ready.path, {f"tick.{WALK}": "done", "effort": "3", "pain": "2"})
    assert ready.path.endswith("/done/")
    assert "Slow walk : done" in ready.text or "Slow walk: done" in ready.text
    assert _kinds(ready) == [Kind.SESSION_STARTED, Kind.ITEM_DONE, Kind.EFFORT, Kind.PAIN, Kind.SESSION_FINISHED]
    assert ready.person is not None
    (one,) = happened(actions_of(ready.person))
    assert (one.outcome, one.effort, one.pain_before) == (Outcome.DONE, 3, 4)


def test_the_plain_form_sent_twice_counts_once(ready: Visitor) -> None:
    _begin(ready)
    mine = ready.path
    for _ in range(2):
        ready.open(mine)
        ready.send(mine, {f"tick.{WALK}": "partly"})
    assert _kinds(ready) == [Kind.SESSION_STARTED, Kind.ITEM_DONE, Kind.SESSION_FINISHED]


def test_what_is_no_answer_in_the_plain_form_is_left_out(ready: Visitor) -> None:
    _begin(ready)
    ready.send(ready.path, {f"tick.{WALK}": "great", "tick.nothing": "done", "effort": "99", "pain": "-1"})
    assert _kinds(ready) == [Kind.SESSION_STARTED, Kind.SESSION_FINISHED]


def test_what_was_done_counts_even_when_the_week_is_gone_meanwhile(ready: Visitor) -> None:
    _begin(ready)
    mine = ready.path
    ready.recheck("new", fever="yes", numb_seat="no", no_urine="no", tearing_chest="no")
    ready.mine("settings/")
    ready.send(mine, {f"tick.{WALK}": "done"})
    assert _kinds(ready) == [Kind.SESSION_STARTED, Kind.ITEM_DONE, Kind.SESSION_FINISHED]


@pytest.mark.parametrize("path", ["session/", f"session/{KEY}/", f"session/{KEY}/done/", "actions/"])
def test_nobody_has_no_session(alice: Visitor, path: str) -> None:
    assert alice.client.get(f"/p/{uuid4()}/{path}").status_code == 404


def test_much_pain_leads_to_the_danger_check_and_no_new_session_before_it(ready: Visitor, clock: Clock) -> None:
    _begin(ready)
    clock.pass_minutes(5)
    ready.send(ready.path, {f"tick.{WALK}": "stopped", f"hurt.{WALK}": "8"})
    assert ready.path.startswith(f"/p/{ready.person}/recheck/")
    assert "Something hurt a lot or felt new." in ready.text
    ready.mine("session/")
    assert ready.path.startswith(f"/p/{ready.person}/recheck/")
    clock.pass_minutes(5)
    ready.look()
    ready.mine("session/")
    assert not ready.path.startswith(f"/p/{ready.person}/recheck/")


def test_little_pain_does_not(ready: Visitor) -> None:
    _begin(ready)
    ready.send(ready.path, {f"tick.{WALK}": "stopped", f"hurt.{WALK}": "3"})
    assert ready.path.endswith("/done/")
    assert "You stopped where it hurt. That was right." in ready.text


@pytest.mark.parametrize("tick", ["done", "stopped"])
def test_what_is_done_or_hurt_is_not_offered_again_today(ready: Visitor, clock: Clock, tick: str) -> None:
    _begin(ready)
    clock.pass_minutes(5)
    ready.send(ready.path, {f"tick.{WALK}": tick})
    clock.pass_minutes(5)
    ready.mine("session/?size=full")
    assert "Slow walk" not in ready.text


def test_a_session_does_not_change_while_it_runs(ready: Visitor, clock: Clock) -> None:
    _begin(ready)
    mine, before = ready.path, _data(ready)["steps"]
    clock.pass_minutes(5)
    ready.send(mine, {f"tick.{WALK}": "done"})
    ready.open(mine)
    assert _data(ready)["steps"] == before


def test_a_session_that_is_not_there_leads_to_a_new_one(ready: Visitor) -> None:
    ready.mine(f"session/{uuid4()}/")
    assert "How much pain is there now?" in ready.text
    ready.mine(f"session/{uuid4()}/done/")
    assert ready.path == f"/p/{ready.person}/"


@pytest.mark.usefixtures("real_knowledge")
def test_every_size_of_a_real_day_has_its_pictures_and_stop_signals(alice: Visitor) -> None:
    told(alice)
    for size in ("two", "ten", "full"):
        _begin(alice, size=size)
        data = _data(alice)
        moving = [step for step in data["steps"] if step["movement"]]
        assert moving
        assert {step["movement"] for step in moving} <= set(data["figures"])
        assert "Stop if" in alice.text
        alice.has_one_of_each_id()


@pytest.mark.usefixtures("real_knowledge")
def test_a_shorter_session_is_a_part_of_the_whole_one(alice: Visitor) -> None:
    told(alice)
    names: dict[str, set[str]] = {}
    lasts_s: dict[str, float] = {}
    for size in ("two", "ten", "full"):
        _begin(alice, size=size)
        data = _data(alice)
        names[size], lasts_s[size] = {step["intervention"] for step in data["steps"]}, data["duration_s"]
    assert names["two"] <= names["full"]
    assert names["ten"] <= names["full"]
    assert lasts_s["two"] <= lasts_s["ten"] <= lasts_s["full"]
    assert alice.person is not None
    starts = [one for one in actions_of(alice.person) if one.kind is Kind.SESSION_STARTED]
    assert [one.body["size"] for one in starts if one.body.get("cut")] == ["ten"], "what fits whole is not cut"


def test_pages_of_a_session_have_what_every_page_has(ready: Visitor) -> None:
    _begin(ready)
    pages = ["session/", f"session/{UUID(ready.path.split('/')[4])}/", f"session/{UUID(ready.path.split('/')[4])}/done/"]
    for path in pages:
        ready.mine(path)
        tags = [tag for tag, _values in ready.reader.tags]
        assert tags.count("h1") == tags.count("main") == 1
        assert "style=" not in ready.html
        assert re.search(r"\son[a-z]+=", ready.html) is None
        assert ready.page["Cache-Control"] == "no-store"
        ready.has_one_of_each_id()
