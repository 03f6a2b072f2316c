"""Running a command as a person would, and looking at what came out where."""

import io
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from spinewise.cli import main

ORDINARY: Mapping[str, Any] = {
    "age": 52,
    "sex": "female",
    "complaint": ["pain"],
    "regions": ["low-back"],
    "onset": "gradual",
    "duration_days": 30,
    "fever": False,
}
EMERGENCY: Mapping[str, Any] = {**ORDINARY, "saddle_numbness": True, "urinary_retention": True}
DISPOSITIONS = ("self-care", "routine", "within-days", "same-day", "emergency")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


class Command:
    """The command line in this process."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Outcome:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ending:
            code = int(ending.code or 0)
        said = self._capsys.readouterr()
        return Outcome(code, said.out, said.err)

    def facts(self, facts: Mapping[str, Any] | str | bytes, name: str = "facts.yaml") -> Path:
        """A file of facts."""
        path = self.folder / name
        if isinstance(facts, bytes):
            path.write_bytes(facts)
        else:
            path.write_text(facts if isinstance(facts, str) else json.dumps(facts), encoding="utf-8")
        return path
