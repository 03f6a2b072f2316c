"""``spinewise batch``: one person a line, one answer a line, in the same order."""

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO

from rich.console import Console
from rich.progress import Progress

from spinewise.cli.printing import say
from spinewise.interop.answers.batch import answer_line
from spinewise.knowledge import BadInput, Problem

_LINES_AT_ONCE = 64


def run(options: Namespace) -> int:
    """Answer every line; a bad line is answered with its own error and never stops the rest."""
    total = _count_lines(options.facts)
    workers = options.workers or os.cpu_count() or 1
    answer = partial(
        answer_line,
        closed=options.unstated == "no",
        week=options.week or date.today(),  # noqa: DTZ011 - the person's own day
    )
    errors = 0
    with _whole_or_not_at_all(options.out) as out, options.facts.open("rb") as lines, _progress() as progress:
        task = progress.add_task("people", total=total)
        for text, bad in _answers(answer, enumerate(lines, start=1), workers):
            out.write(text + "\n")
            errors += bad
            progress.advance(task)
    say(f"{total} lines answered, {errors} of them with an error, in {options.out}")
    return 0


def _answers(answer: partial[tuple[str, bool]], lines: Iterable[tuple[int, bytes]], workers: int) -> Iterator[tuple[str, bool]]:
    if workers == 1:
        yield from map(answer, lines)
        return
    waiting = iter(lines)
    with ProcessPoolExecutor(workers) as pool:
        while chunk := list(islice(waiting, _LINES_AT_ONCE * workers)):
            yield from pool.map(answer, chunk, chunksize=8)


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as lines:
            return sum(1 for _ in lines)
    except OSError as error:
        raise BadInput((Problem(str(path), "", f"cannot be opened: {error.strerror}", "Check the path"),)) from error


@contextmanager
def _whole_or_not_at_all(path: Path) -> Iterator[IO[str]]:
    """The file appears when everything is written; until then the old one stays."""
    if path.is_dir():
        raise _unwritable(path, "it is a folder")
    try:
        file = tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8")  # noqa: SIM115
    except OSError as error:
        raise _unwritable(path, str(error.strerror)) from error
    try:
        with file:
            yield file
        Path(file.name).replace(path)
    finally:
        Path(file.name).unlink(missing_ok=True)


def _unwritable(path: Path, why: str) -> BadInput:
    remedy = "Give a file in a folder that exists and that you may write to"
    return BadInput((Problem(str(path), "--out", f"cannot be written: {why}", remedy),))


def _progress() -> Progress:
    return Progress(console=Console(stderr=True))
