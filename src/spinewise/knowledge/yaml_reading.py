"""YAML as we read it: only true and false are booleans, dates stay text, a key may stand once."""

import re
from pathlib import Path
from typing import Any

import yaml

from spinewise.knowledge.errors import BadInput, Problem

LARGEST_FILE_BYTES = 2_000_000


class _Loader(yaml.CSafeLoader):
    """A safe loader without YAML 1.1's surprises."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping in which no key stands twice."""
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, (list, dict)):
                raise yaml.MarkedYAMLError(problem="a key must be a plain word", problem_mark=key_node.start_mark)
            if key in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key!r} stands twice", problem_mark=key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|false|False)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|)$", ["~", "n", "N", ""]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def read_yaml(text: str, place: str) -> object:
    """The value written in a YAML (or JSON) text.

    Raises:
        BadInput: with the line and column of what cannot be read.
    """
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - built on the safe loader
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadInput((_problem(error, place),)) from error


def _problem(error: Exception, place: str) -> Problem:
    remedy = "Mend the line so that the file is valid YAML or JSON"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        mark = error.problem_mark
        return Problem(f"{place}, line {mark.line + 1}, column {mark.column + 1}", "", str(error.problem), remedy)
    return Problem(place, "", f"cannot be read: {str(error).splitlines()[0] if str(error) else type(error).__name__}", remedy)


def decode(data: bytes, place: str) -> str:
    """Bytes as text.

    Raises:
        BadInput: when they are too many or no UTF-8.
    """
    if len(data) > LARGEST_FILE_BYTES:
        what = f"is larger than the {LARGEST_FILE_BYTES} bytes that are accepted"
        raise BadInput((Problem(place, "", what, "Keep only finding ids and values in it"),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 text (byte {error.start} is {data[error.start]:#04x})"
        raise BadInput((Problem(place, "", what, "Save the file as UTF-8"),)) from error


def read_yaml_file(path: Path, place: str | None = None) -> object:
    """The value in a YAML file. Raises ``BadInput`` when it cannot be read."""
    where = place or str(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        what = f"cannot be opened: {error.strerror}"
        raise BadInput((Problem(where, "", what, "Check the path and that you may read it"),)) from error
    return read_yaml(decode(data, where), where)
