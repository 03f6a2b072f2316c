"""A file of cases in the form of the case bank: stories, facts, expected dispositions."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import msgspec

from spinewise.knowledge import BadInput, Disposition, Problem, read_yaml_file
from spinewise.knowledge.scales import DispositionWord

_REMEDY = "Give a YAML file with a list 'cases', each with id, facts and expected"


class Expected(msgspec.Struct, frozen=True):
    """What a careful reader answered."""

    disposition: DispositionWord
    acceptable: Annotated[tuple[DispositionWord, ...], msgspec.Meta(min_length=1)]
    diagnosis: str = ""
    alternatives: tuple[str, ...] = ()

    @property
    def best(self) -> Disposition:
        """The best single answer."""
        return Disposition.of(self.disposition)

    @property
    def accepted(self) -> frozenset[Disposition]:
        """All answers that are safe and reasonable."""
        return frozenset(map(Disposition.of, self.acceptable))


class Case(msgspec.Struct, frozen=True):
    """One story with its facts. Keys that this benchmark does not need are passed over."""

    id: str
    facts: dict[str, Any]
    expected: Expected
    group: str = ""


class _File(msgspec.Struct, frozen=True):
    cases: Annotated[tuple[Case, ...], msgspec.Meta(min_length=1)]


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file.

    Raises:
        BadInput: when the file cannot be read or has another form.
    """
    try:
        cases = msgspec.convert(read_yaml_file(path), _File).cases
    except msgspec.ValidationError as error:
        raise BadInput((Problem(str(path), "", f"cannot be used: {error}", _REMEDY),)) from error
    twice = [name for name, count in Counter(case.id for case in cases).items() if count > 1]
    if twice:
        raise BadInput(tuple(Problem(str(path), name, "is the id of two cases", "Give each its own id") for name in twice))
    return cases
