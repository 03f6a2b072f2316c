"""The page about the benchmarks names commands and files that are there."""

import re
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

import benchmarks

FOLDER = Path(benchmarks.__file__).parent
TEXT = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_every_command_is_there() -> None:
    commands = set(re.findall(r"python -m (benchmarks[\w.]*\w)", TEXT))
    assert commands
    assert [name for name in sorted(commands) if name != "benchmarks.NAME" and find_spec(name) is None] == []


def test_every_benchmark_is_named() -> None:
    packages = {module.name for module in iter_modules([str(FOLDER)]) if module.ispkg}
    assert sorted(name for name in packages if f"python -m benchmarks.{name}" not in TEXT) == []


def test_every_file_is_there() -> None:
    files = re.findall(r"`(triage/[\w/]+\.\w+)`", TEXT) + re.findall(r"\]\((\.\./[^)]+)\)", TEXT)
    assert files
    assert [name for name in files if not (FOLDER / name).exists()] == []
