"""What we say about ourselves is so."""

from collections.abc import Callable

import pytest

from tests.web.visitor import Visitor


@pytest.fixture
def told(visit: Callable[[], Visitor]) -> str:
    """The page about Spinewise."""
    visitor = visit()
    visitor.open("/about/")
    return visitor.text


def test_it_does_not_say_that_nothing_is_kept_elsewhere(told: str) -> None:
    assert "nowhere else" not in told
    assert "your browser keeps its pages, its pictures and your week until tonight" in told
    assert "What you did waits there until it is sent." in told


def test_both_ways_to_make_advice_less_urgent_are_named(told: str) -> None:
    assert "a doctor or therapist has looked and you write that down, or you take that answer back twice" in told


def test_the_private_calendar_is_named_and_closed_until_it_is_opened(told: str, alice: Visitor) -> None:
    assert "whoever knows its address can read when you plan to move" in told
    alice.mine("reminders/")
    assert not [one for one in alice.reader.inputs if one.get("id") == "address"]


def test_where_it_runs_without_a_connection_is_told(told: str) -> None:
    assert "only on the machine itself (localhost), or where the address begins with https" in told
