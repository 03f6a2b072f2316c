"""Reading the YAML files, and a compiled copy of them that can never be stale.

The copy's name is a hash of every byte of the content and of the reader, so other content has another name.
"""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from spinewise.knowledge.base import KINDS
from spinewise.knowledge.errors import BadInput, Problem
from spinewise.knowledge.yaml_reading import read_yaml_file


class RawItem(msgspec.Struct, frozen=True):
    """One item as it stands in a file."""

    place: str
    item_id: str
    raw: Any


class _Compiled(msgspec.Struct):
    items: dict[str, list[RawItem]]


_COPIES_KEPT = 6
Raw = dict[str, list[RawItem]]


def read_raw(content: Path) -> tuple[Raw, list[Problem]]:
    """Every item by kind, from the compiled copy when there is one for just this content."""
    copy = _cache_folder() / f"{content_key(content)}.msgpack"
    compiled = _read_copy(copy)
    if compiled is not None:
        return compiled.items, []
    raw, problems = _read_files(content)
    if not problems:
        _write_copy(copy, _Compiled(raw))
    return raw, problems


def content_key(content: Path) -> str:
    """A hash over names and bytes of all content files and of the code that reads them."""
    digest = hashlib.blake2b(digest_size=16)
    readers = (Path(__file__), Path(__file__).with_name("yaml_reading.py"))
    for path in (*readers, *sorted(content.rglob("*.yaml"))):
        data = path.read_bytes()
        name = path.relative_to(content).as_posix() if path.is_relative_to(content) else path.name
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _cache_folder() -> Path:
    named = os.environ.get("SPINEWISE_CACHE_DIR")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "spinewise"


def _read_copy(copy: Path) -> _Compiled | None:
    try:
        return msgspec.msgpack.decode(copy.read_bytes(), type=_Compiled)
    except (OSError, msgspec.DecodeError):
        return None


def _write_copy(copy: Path, compiled: _Compiled) -> None:
    """Whole or not at all; a folder that cannot be written only costs time."""
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=copy.parent, delete=False) as file:
            file.write(msgspec.msgpack.encode(compiled))
        Path(file.name).replace(copy)
        copies = sorted(copy.parent.glob("*.msgpack"), key=lambda path: path.stat().st_mtime)
        for old in copies[:-_COPIES_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _read_files(content: Path) -> tuple[Raw, list[Problem]]:
    raw: Raw = {}
    problems: list[Problem] = []
    known = {folder: kind for kind, (folder, _) in KINDS.items()}
    for path in sorted(content.rglob("*.yaml")):
        place = path.relative_to(content).as_posix()
        kind = known.get(path.relative_to(content).parts[0])
        if kind is None:
            problems.append(Problem(place, "", "stands in no folder of a kind", f"Use one of {', '.join(known)}"))
            continue
        found, bad = _read_file(path, place)
        raw.setdefault(kind, []).extend(found)
        problems += bad
    return raw, problems


def _read_file(path: Path, place: str) -> tuple[list[RawItem], list[Problem]]:
    try:
        items = read_yaml_file(path, place)
    except BadInput as error:
        return [], list(error.problems)
    if not isinstance(items, list):
        return [], [Problem(place, "", "is not a list of items", "Begin each item with '- id: ...'")]
    found, problems = [], []
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            found.append(RawItem(place, item["id"], item))
        else:
            problems.append(Problem(f"{place}, item {number}", "id", "has no id", "Give it an id"))
    return found, problems
