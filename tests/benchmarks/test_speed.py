"""Everything that somebody waits for is timed."""

import pytest
from benchmarks.speed import measuring
from benchmarks.speed.__main__ import main

from spinewise.knowledge import load_knowledge


def test_every_call_and_every_command_is_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(measuring, "_run", lambda arguments: started.append(arguments[0]))
    found = measuring.measure(load_knowledge(), people=2, starts=3).milliseconds
    assert {name: one.of for name, one in found.items() if name != "next question"} == {
        "triage": 2,
        "safety of every intervention": 2,
        "assess": 2,
        "plan of a week": 2,
        "command line: --help": 3,
        "command line: assess": 3,
        "command line: plan": 3,
    }
    assert found["next question"].of > 2 * 10
    assert started == ["--help"] * 4 + ["assess"] * 4 + ["plan"] * 4


def test_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(measuring, "_run", lambda arguments: None)
    assert main(["--people", "1", "--starts", "1"]) == 0
    assert "next question" in capsys.readouterr().out
    with pytest.raises(SystemExit) as stopped:
        main(["--people", "0"])
    assert stopped.value.code == 2
