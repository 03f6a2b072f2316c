"""Writing a file whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from spinewise.knowledge import BadInput, Problem


def refuse_unwritable(paths: Iterable[Path]) -> None:
    """Ask before the first of several files is written, so that none is when one cannot be.

    Raises:
        BadInput: naming every path that cannot be written.
    """
    problems = [_unwritable(path, why) for path in paths if (why := _hindrance(path))]
    if problems:
        raise BadInput(tuple(problems))


def write_whole(path: Path, data: bytes) -> None:
    """The file appears when everything is written; until then the old one stays. Only its owner may read it.

    Raises:
        BadInput: when the path cannot be written.
    """
    try:
        _replace(path, data)
    except OSError as error:
        raise BadInput((_unwritable(path, error.strerror or str(error)),)) from error


def _hindrance(path: Path) -> str:
    if path.is_dir():
        return "it is a folder"
    if not path.parent.is_dir():
        return "its folder does not exist"
    return "" if os.access(path.parent, os.W_OK) else "its folder is not yours to write in"


def _unwritable(path: Path, why: str) -> Problem:
    remedy = "Give a file in a folder that exists and that you may write to"
    return Problem(str(path), "", f"cannot be written: {why}", remedy)


def _replace(path: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(data)
            file.flush()
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
