"""Reading what happened from a file: JSON lines, or a YAML list; one entry for one thing on one day."""

import json
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from spinewise.knowledge import BadInput, KnowledgeBase, Problem, read_yaml_file
from spinewise.planning import Happened, Outcome

_REMEDY = (
    "Write on, intervention and outcome; also level, effort, pain_before, pain_during, pain_next_day, too_much, why and cut, "
    "where they are told"
)
_OUTCOMES = ", ".join(outcome.value for outcome in Outcome)


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    on: date
    intervention: str
    outcome: Outcome
    level: int | None = None
    effort: int | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_next_day: int | None = None
    too_much: bool = False
    why: str = ""
    cut: bool = False


def read_history(path: Path, base: KnowledgeBase) -> tuple[Happened, ...]:
    """Everything that happened, in the order of the file.

    Raises:
        BadInput: with place, value and remedy of every entry that cannot be read.
    """
    told: list[Happened] = []
    problems: list[Problem] = []
    for place, raw in _entries(path):
        try:
            told.append(_read(place, raw, base))
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(tuple(problems))
    return tuple(told)


def _entries(path: Path) -> Iterator[tuple[str, Any]]:
    if path.suffix == ".jsonl":
        yield from _lines(path)
        return
    entries = read_yaml_file(path)
    if not isinstance(entries, list):
        raise BadInput((Problem(str(path), "", "is not a list of what happened", "Begin each entry with '- on: ...'"),))
    yield from ((f"{path}, entry {number}", entry) for number, entry in enumerate(entries, start=1))


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise BadInput((Problem(str(path), "--history", what, "Give a file of JSON lines, or a YAML list"),)) from error
    for number, line in enumerate(text.splitlines(), start=1):
        place = f"{path}, line {number}"
        if line.strip():
            try:
                yield place, json.loads(line)
            except json.JSONDecodeError as error:
                raise BadInput((Problem(place, "", f"is no JSON: {error.msg}", "Write one JSON object a line"),)) from error


def _read(place: str, raw: Any, base: KnowledgeBase) -> Happened:
    try:
        entry = msgspec.convert(raw, _Entry)
    except msgspec.ValidationError as error:
        raise BadInput((_misfit(place, raw, str(error)),)) from error
    problems = tuple(_strange(place, entry, base))
    if problems:
        raise BadInput(problems)
    try:
        return Happened(**{name: getattr(entry, name) for name in entry.__struct_fields__})
    except BadInput as error:
        raise BadInput(tuple(Problem(place, one.key, one.what, one.remedy) for one in error.problems)) from error


def _misfit(place: str, raw: Any, message: str) -> Problem:
    what, _, where = message.partition(" - at `$")
    key = where.strip("`.")
    value = raw.get(key) if isinstance(raw, dict) and key else None
    shown = f"{value!r} is not accepted: {what}" if value is not None else what
    return Problem(place, key, shown, f"outcome is one of {_OUTCOMES}" if key == "outcome" else _REMEDY)


def _strange(place: str, entry: _Entry, base: KnowledgeBase) -> Iterator[Problem]:
    if entry.intervention not in base.interventions:
        close = get_close_matches(entry.intervention, base.interventions, n=3)
        remedy = f"Did you mean {' or '.join(close)}?" if close else "`spinewise knowledge list --kind intervention` names them"
        yield Problem(place, "intervention", f"{entry.intervention!r} is no intervention", remedy)
        return
    ladder = base.ladder_of.get(entry.intervention)
    if ladder is not None and entry.level is not None and entry.level >= len(ladder.levels):
        what = f"{entry.level} is no level of {entry.intervention}"
        yield Problem(place, "level", what, f"Its levels go from 0 to {len(ladder.levels) - 1}")
