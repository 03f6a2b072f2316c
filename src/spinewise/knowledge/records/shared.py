"""What several kinds of record share."""

from typing import Annotated, Literal

import msgspec

Ids = tuple[str, ...]
Text = Annotated[str, msgspec.Meta(min_length=1)]
KebabId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SnakeId = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
SomeSources = Annotated[Ids, msgspec.Meta(min_length=1)]
Basis = Literal["source", "adapted", "judgement"]
Certainty = Literal["high", "moderate", "low", "very-low", "consensus"]
GradeCertainty = Literal["high", "moderate", "low", "very-low"]
Ask = Literal[
    "arms-high",
    "figure-four",
    "head-down",
    "head-turned",
    "hollow",
    "knee-to-chest",
    "landing",
    "leg-lift",
    "on-the-back",
    "round",
    "side-bend",
    "weight",
]
"""What one pose or one part of a set asks and others do not, so that a change can take it away for somebody."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Base of all records: frozen, and unknown keys are refused."""
