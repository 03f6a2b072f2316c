"""The run over many people: it holds, it is the same however it is split, and it notices a broken law."""

import json
from collections.abc import Mapping

import pytest
from benchmarks.laws import checking
from benchmarks.laws.__main__ import main

from spinewise.knowledge import Disposition, Findings, KnowledgeBase, load_knowledge
from spinewise.safety import Clearance, Verdict

BASE = load_knowledge()


def test_the_laws_hold() -> None:
    tally = checking.check_people(BASE, range(12), seed=3, every=6)
    assert tally.breaches == []
    assert tally.checked["an answer never lowers the disposition"] == 12
    assert tally.checked["the interview ends no lower than knowing everything"] == 2


def test_a_run_in_parts_is_the_same_run() -> None:
    whole, parts = checking.check_people(BASE, range(8), seed=4, every=4), checking.Tally()
    for numbers in (range(4), range(4, 8)):
        parts.add(checking.check_people(BASE, numbers, seed=4, every=4))
    assert parts == whole


def test_a_disposition_that_sinks_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "disposition_of", lambda findings, base: Disposition.SELF_CARE)
    breaches = checking.check_people(BASE, range(60), seed=3, every=100).breaches
    assert any(one.startswith("an answer never lowers the disposition, person") for one in breaches)


def test_a_reason_without_sources_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def bare(findings: Findings, base: KnowledgeBase) -> Mapping[str, Clearance]:
        return {"walk": Clearance("walk", Verdict.BLOCKED, (), ())}

    monkeypatch.setattr(checking, "clear", bare)
    assert "walk is blocked without a reason" in checking.check_people(BASE, range(1, 2), seed=3, every=100).breaches[0]


def test_something_blocked_in_a_week_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing_allowed(findings: Findings, base: KnowledgeBase) -> Mapping[str, Clearance]:
        return {name: Clearance(name, Verdict.BLOCKED, (), ()) for name in base.interventions}

    monkeypatch.setattr(checking, "clear", nothing_allowed)
    breaches = checking.check_people(BASE, range(4), seed=1, every=1).breaches
    assert any("is planned and blocked" in one for one in breaches)


def test_the_command_says_what_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--people", "3", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["people"] == 3
    assert report["breaches"] == []
    assert report["seconds"] > 0


def test_a_broken_law_is_an_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(checking, "disposition_of", lambda findings, base: Disposition.SELF_CARE)
    assert main(["--people", "60"]) == 1
    assert "became self-care" in capsys.readouterr().out
