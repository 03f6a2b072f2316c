"""What is kept in memory: each thing once, never for long, and nothing of somebody who was deleted."""

import pytest

from spinewise.knowledge import Findings
from spinewise.web.solved import Lately, content_of
from tests.web.visitor import Visitor


class Maker:
    """Counts how often something was made."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def make(self, name: str) -> str:
        self.made.append(name)
        return name.upper()


def get(kept: Lately[str], maker: Maker, name: str) -> str:
    return kept.get(name, lambda: maker.make(name))


def test_the_same_key_is_made_once_and_the_oldest_gives_way() -> None:
    kept: Lately[str] = Lately(2)
    maker = Maker()
    assert [get(kept, maker, name) for name in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert maker.made == ["a", "b", "c", "b"]


def test_what_is_forgotten_is_made_anew() -> None:
    kept: Lately[str] = Lately(2)
    maker = Maker()
    get(kept, maker, "a")
    kept.clear()
    get(kept, maker, "a")
    assert maker.made == ["a", "a"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Findings({"age": 40.0}), Findings({"age": 40.0}), True),
        (Findings({"age": 40.0}), Findings({"age": 41.0}), False),
        (Findings({"age": 40.0}), Findings({"age": 40.0}, frozenset({"fever"})), False),
        (Findings({"a": True, "b": False}), Findings({"b": False, "a": True}), True),
    ],
)
def test_answers_are_a_key_by_their_content(one: Findings, other: Findings, same: bool) -> None:
    assert (content_of(one) == content_of(other)) is same


def test_an_answer_that_changes_is_seen_at_once(alice: Visitor) -> None:
    alice.finish()
    alice.mine()
    assert "Open your week" in alice.text
    alice.recheck("new", numb_seat="yes", no_urine="no", tearing_chest="no", fever="no")
    alice.mine()
    assert "Open your week" not in alice.text
    assert "Read what to do now" in alice.text


def test_deleting_somebody_empties_the_memory(alice: Visitor) -> None:
    alice.finish()
    alice.mine("week/")
    assert any(kept._made for kept in Lately.everywhere)
    alice.mine("delete/")
    alice.send(f"/p/{alice.person}/delete/", {})
    assert not any(kept._made for kept in Lately.everywhere)
