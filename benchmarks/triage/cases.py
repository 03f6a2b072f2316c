"""A file of cases in the form of the case bank: stories, facts, expected dispositions."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
import yaml

from spinewise.knowledge import BadInput, Disposition, Problem


class Expected(msgspec.Struct, frozen=True):
    """What a careful reader answered."""

    disposition: str
    acceptable: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
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
    cases: tuple[Case, ...]


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file.

    Raises:
        BadInput: when the file cannot be read or has another form.
    """
    try:
        with path.open(encoding="utf-8") as file:
            return msgspec.convert(yaml.load(file, Loader=yaml.CSafeLoader), _File).cases
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        remedy = "Give a YAML file with a list 'cases', each with id, facts and expected"
        raise BadInput((Problem(str(path), "", f"cannot be used: {error}", remedy),)) from error
