"""A PostgreSQL server of its own for the tests, talked to through ``psql``: no driver is needed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAMS = ("initdb", "pg_ctl", "psql")
SEPARATOR, END = "\x1f", "\x1e"


def available() -> bool:
    """Are the programs there, and may they run? The server refuses to run as root, so root lends it to ``nobody``."""
    return all(map(shutil.which, PROGRAMS))


@dataclass(frozen=True)
class Server:
    """A running server that listens on a socket in its folder only."""

    folder: Path

    def run(self, statement: str, values: list[Any]) -> list[list[str]]:
        """The rows of a statement as texts."""
        command = ["psql", "-h", str(self.folder), "-U", "tester", "-d", "postgres", "-v", "ON_ERROR_STOP=1"]
        options = ["-q", "-A", "-t", "-F", SEPARATOR, "-R", END, "-f", "-"]
        text = statement % tuple(map(_literal, values)) if values else statement
        done = subprocess.run([*command, *options], input=text, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [row.split(SEPARATOR) for row in done.stdout.rstrip("\n").split(END) if row]


def _literal(value: Any) -> str:
    if isinstance(value, list):
        return f"ARRAY[{', '.join(map(_literal, value))}]::text[]"
    return str(value) if isinstance(value, (int, float)) else "'" + value.replace("'", "''") + "'"


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A fresh server in a folder."""
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data = str(folder / "data")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    _run(["initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C"], folder, user)
    _run(["pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start"], folder, user)
    try:
        yield Server(folder)
    finally:
        _run(["pg_ctl", "-D", data, "-m", "immediate", "stop"], folder, user)


def _run(command: list[str], folder: Path, user: str | None) -> None:
    subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
