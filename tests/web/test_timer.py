"""Timers: what may be offered, the breath in words, and a circle that moves without a script."""

from collections.abc import Callable

import pytest

from spinewise.coaching import BreathPart
from spinewise.web.presenters.circle import LARGE, SMALL, circle_of
from spinewise.web.presenters.timer import pattern_words
from tests.web.real import real_base, told
from tests.web.visitor import Visitor

NAMES = {"in": "Breathe in", "hold": "Pause", "out": "Breathe out", "rest": "Pause"}


def breath(*parts: tuple[str, float]) -> tuple[BreathPart, ...]:
    return tuple(BreathPart(do, lasts_s) for do, lasts_s in parts)


def numbers(text: str) -> list[float]:
    return [float(one) for one in text.split(";")]


def test_the_circle_grows_with_the_breath_in_and_shrinks_with_the_breath_out() -> None:
    circle = circle_of(breath(("in", 4), ("hold", 4), ("out", 4)), NAMES)
    assert circle.lasts_s == 12
    assert numbers(circle.radii) == [SMALL, LARGE, LARGE, SMALL]
    assert numbers(circle.times) == pytest.approx([0, 1 / 3, 2 / 3, 1], abs=1e-3)


def test_a_second_sip_of_air_grows_the_circle_a_little_more() -> None:
    radii = numbers(circle_of(breath(("in", 3), ("in", 1), ("out", 6)), NAMES).radii)
    assert radii == [SMALL, SMALL + 0.75 * (LARGE - SMALL), LARGE, SMALL]


@pytest.mark.parametrize("name", sorted(real_base().pacers))
def test_one_word_is_seen_at_every_moment(name: str) -> None:
    pacer = real_base().pacers[name]
    circle = circle_of(breath(*((part.do, part.lasts_s) for part in pacer.breath)), NAMES)
    for step in range(100):
        seen = [word.says for word in circle.words if _value(numbers(word.values), numbers(word.times), step / 100 + 0.003)]
        assert len(seen) == (1 if pacer.breath else 0)


def _value(values: list[float], times: list[float], now: float) -> float:
    return [value for value, time in zip(values, times, strict=True) if time <= now][-1]


def test_the_breath_in_words() -> None:
    said = pattern_words(breath(("in", 4), ("hold", 1), ("out", 6.5)))
    assert said == "Breathe in for 4 seconds, pause for 1 second, breathe out for 6.5 seconds."


@pytest.mark.usefixtures("real_knowledge")
class TestPages:
    def test_anybody_is_offered_no_held_breath(self, visit: Callable[[], Visitor]) -> None:
        visitor = visit()
        visitor.open("/timer/")
        assert "/timer/four-six/" in visitor.reader.links
        assert "/timer/box/" not in visitor.reader.links
        visitor.open("/timer/box/")
        assert "not offered here now" in visitor.text
        assert "<animate" not in visitor.html

    def test_alice_may_hold_her_breath(self, alice: Visitor) -> None:
        told(alice)
        alice.mine("timer/box/")
        assert "pause for 4 seconds" in alice.text

    def test_with_high_blood_pressure_the_pause_is_left_out(self, alice: Visitor) -> None:
        told(alice, {"hypertension": True})
        alice.mine("timer/box/")
        assert "Breathe in for 4 seconds, breathe out for 4 seconds." in alice.text
        assert "pause for" not in alice.text
        assert "Leave out the hold" in alice.text

    def test_without_a_script_there_are_pattern_picture_and_evidence(self, visit: Callable[[], Visitor]) -> None:
        visitor = visit()
        visitor.open("/timer/four-six/?minutes=10")
        assert "Breathe in for 4 seconds, breathe out for 6 seconds." in visitor.text
        assert visitor.html.count("<animate ") == 3
        assert "were not tested for backs" in visitor.text
        assert ("option", {"value": "10", "selected": None}) in visitor.reader.tags

    @pytest.mark.parametrize("minutes", ["", "0", "99", "-5", "ten", "٣"])
    def test_odd_minutes_become_the_usual_ones(self, visit: Callable[[], Visitor], minutes: str) -> None:
        visitor = visit()
        visitor.open(f"/timer/four-six/?minutes={minutes}")
        assert ("option", {"value": "5", "selected": None}) in visitor.reader.tags

    def test_a_timer_that_is_not_there(self, visit: Callable[[], Visitor]) -> None:
        visitor = visit()
        visitor.open("/timer/nowhere/")
        assert visitor.page.status_code == 404

    @pytest.mark.parametrize("name", sorted(real_base().pacers))
    def test_every_timer_opens(self, alice: Visitor, name: str) -> None:
        told(alice)
        alice.mine(f"timer/{name}/")
        assert real_base().pacers[name].name in alice.text
        alice.has_one_of_each_id()
