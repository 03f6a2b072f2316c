"""Two exercises side by side."""

from collections.abc import Callable

import pytest

from tests.web.real import real_base, told
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")


def test_both_are_told_with_dose_evidence_and_cautions(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/compare/?a=bird-dog&b=side-plank-knees")
    for name in ("bird-dog", "side-plank-knees"):
        item = real_base().interventions[name]
        assert item.summary in visitor.text
        assert item.evidence.says in visitor.text
        assert item.stop_signals[0] in visitor.text
    assert visitor.text.count("When to leave it out or change it") == 2
    visitor.has_one_of_each_id()


@pytest.mark.parametrize("query", ["", "?a=bird-dog", "?a=bird-dog&b=lost", "?a=&b="])
def test_without_two_there_is_a_form_to_choose(visit: Callable[[], Visitor], query: str) -> None:
    visitor = visit()
    visitor.open(f"/compare/{query}")
    assert visitor.page.status_code == 200
    assert "When to leave it out or change it" not in visitor.text
    assert ("Choose two from the lists" in visitor.text) is ("bird-dog" in query)


def test_what_is_chosen_stays_chosen(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/compare/?a=bird-dog&b=bridge")
    chosen = [values["value"] for tag, values in visitor.reader.tags if tag == "option" and "selected" in values]
    assert chosen == ["bird-dog", "bridge"]


def test_alice_sees_what_each_means_for_her(alice: Visitor) -> None:
    told(alice)
    alice.mine("compare/?a=bird-dog&b=bridge")
    assert alice.text.count("Fine for you") == 2


def test_every_pair_of_ways_is_shown_kindly(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/compare/")
    for pair in real_base().contrasts.values():
        assert pair.name in visitor.text
        assert pair.known in visitor.text
    assert "wrong" not in visitor.text.lower()
