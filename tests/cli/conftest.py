from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.fixture
def spinewise(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command line, with a folder of its own for files."""
    return Command(tmp_path, capsys, monkeypatch)
