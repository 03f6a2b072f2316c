"""The examples of the README do what it says."""

import re
import runpy
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks, pages

README = ROOT / "README.md"
DOOR = "./run spinewise"


@dataclass(frozen=True, slots=True)
class Shown:
    """A command of the README with the lines that it is said to print."""

    command: str
    lines: tuple[str, ...]


def shown() -> list[Shown]:
    """The commands of all console blocks. A line of output may be cut short with ``...``."""
    found: list[Shown] = []
    for block in blocks(README, "console"):
        for part in block.split("$ ")[1:]:
            command, *lines = part.splitlines()
            found.append(Shown(command, tuple(line.removesuffix("...").strip() for line in lines)))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the facts of the README in it."""
    made = tmp_path_factory.mktemp("readme")
    (made / "facts.yaml").write_text(blocks(README, "yaml")[0], encoding="utf-8")
    return made


def test_every_command_prints_what_the_readme_shows(folder: Path) -> None:
    commands = shown()
    assert len(commands) >= 6
    for one in commands:
        line = one.command.replace(DOOR, f"{sys.executable} -m spinewise")
        done = subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{one.command}: {done.stderr}"
        for said in one.lines:
            assert said in done.stdout, f"{one.command} does not print {said!r}"


def test_the_files_of_a_week_are_there(folder: Path) -> None:
    assert (folder / "week.pdf").read_bytes().startswith(b"%PDF")
    assert "BEGIN:VCALENDAR" in (folder / "week.ics").read_text(encoding="utf-8")
    assert '"CarePlan"' in (folder / "week.json").read_text(encoding="utf-8")


def test_a_batch_leaves_its_answers(folder: Path) -> None:
    assert '"disposition": "emergency"' in (folder / "answers.jsonl").read_text(encoding="utf-8")


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks(README, "python")
    exec(compile(example, "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "self-care"
    assert any(line.startswith("2026-11-30 ") for line in lines)
    assert lines[-3] == "emergency"
    assert "saddle_numbness" in lines[-2]
    assert lines[-1] == "emergency"


def test_the_door_knows_every_command_that_the_documents_name() -> None:
    used = {word for page in pages() for word in re.findall(r"\./run ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert used - {"help"} <= set(runpy.run_path(str(ROOT / "run"))["COMMANDS"])
    assert {"serve", "test", "bench", "spinewise"} <= used
