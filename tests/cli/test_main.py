"""The command line as a whole."""

import subprocess
import sys

import pytest

from spinewise.cli import assess
from tests.cli.command import ORDINARY, Command


def test_help_names_every_command(spinewise: Command) -> None:
    outcome = spinewise("--help")
    assert outcome.code == 0
    for command in ("serve", "assess", "interview", "plan", "batch", "knowledge", "bench"):
        assert command in outcome.out


def test_our_own_fault_is_told_from_bad_input(spinewise: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(assess, "assess", fails)
    outcome = spinewise("assess", spinewise.facts(ORDINARY), "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert "a fault in Spinewise" in outcome.err


def test_stopping_it_is_no_fault_with_a_traceback(spinewise: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(assess, "assess", stops)
    outcome = spinewise("assess", spinewise.facts(ORDINARY))
    assert outcome.code == 1
    assert outcome.err == "Stopped.\n"


def test_the_module_runs_and_keeps_its_channels_apart(spinewise: Command) -> None:
    path = spinewise.facts({"age": 400})
    done = subprocess.run(
        [sys.executable, "-m", "spinewise", "assess", str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "400 is not accepted" in done.stderr


def test_a_reader_that_goes_away_is_no_error(spinewise: Command) -> None:
    command = f"{sys.executable} -m spinewise knowledge list | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_benchmarks_are_named_and_a_stranger_is_refused(spinewise: Command) -> None:
    assert "triage" in spinewise("bench").out
    outcome = spinewise("bench", "nothing")
    assert (outcome.code, outcome.out) == (2, "")
    assert "'nothing' is no benchmark" in outcome.err
