"""From the YAML files of the safety case to checked, frozen records."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from spinewise.knowledge import BadInput, BadKnowledge, Problem, read_yaml_file
from spinewise.safety_case.checks import check_case
from spinewise.safety_case.records import Hazard, Purpose, Record, SafetyCase, Scales

CASE = Path(__file__).parent
_FORMAT = "See the format in docs/safety/README.md"
AnyRecord = TypeVar("AnyRecord", bound=Record)


@lru_cache(maxsize=4)
def load_safety_case(folder: Path = CASE) -> SafetyCase:
    """The safety case in a folder; the same folder is read once per process.

    Raises:
        BadKnowledge: with everything in it that cannot be read or does not fit together.
    """
    problems: list[Problem] = []
    purpose = _one(folder / "intended-purpose.yaml", Purpose, problems)
    scales = _one(folder / "scales.yaml", Scales, problems)
    hazards = tuple(_hazards(folder / "hazards", problems))
    if purpose is None or scales is None or problems:
        raise BadKnowledge(tuple(problems))
    case = SafetyCase(purpose=purpose, scales=scales, hazards=hazards)
    wrong = check_case(case)
    if wrong:
        raise BadKnowledge(wrong)
    return case


def _hazards(folder: Path, problems: list[Problem]) -> Iterator[Hazard]:
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        problems.append(Problem(folder.name, "", "holds no YAML file", "Write at least one file of hazards"))
    for path in paths:
        items = _read(path, problems)
        if not isinstance(items, list):
            problems.append(Problem(path.name, "", "is not a list of hazards", "Begin each with '- id: ...'"))
            continue
        for number, item in enumerate(items, start=1):
            hazard = _convert(item, Hazard, f"{path.name}, {_name(item, number)}", problems)
            if hazard is not None:
                yield hazard


def _name(item: object, number: int) -> str:
    return str(item["id"]) if isinstance(item, dict) and "id" in item else f"item {number}"


def _one(path: Path, kind: type[AnyRecord], problems: list[Problem]) -> AnyRecord | None:
    before = len(problems)
    value = _read(path, problems)
    return _convert(value, kind, path.name, problems) if len(problems) == before else None


def _read(path: Path, problems: list[Problem]) -> object:
    try:
        return read_yaml_file(path, path.name)
    except BadInput as error:
        problems.extend(error.problems)
        return []


def _convert(value: object, kind: type[AnyRecord], place: str, problems: list[Problem]) -> AnyRecord | None:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        problems.append(Problem(place, where.strip("`.") if where else "", what, _FORMAT))
        return None
