"""The record of a movement: key poses of a skeleton, from which picture, print and timer are made."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from spinewise.knowledge.records.shared import Ids, KebabId, Record, SomeSources, Text

Camera = Literal["front", "side", "three-quarter", "back", "above", "above-front"]
Breath = Literal["", "in", "out"]
Prop = Literal[
    "mat",
    "chair",
    "wall",
    "bed",
    "pillow",
    "pillow-knees",
    "pillow-between-knees",
    "pillow-belly",
    "ball",
    "roller",
    "towel",
    "band",
    "table",
    "step",
    "footstool",
    "lumbar-roll",
    "box",
    "weights",
    "screen",
    "wheel",
    "water",
    "bag",
]
Arrow = Literal[
    "pelvis",
    "chest",
    "head",
    "right-hand",
    "left-hand",
    "right-knee",
    "left-knee",
    "right-foot",
    "left-foot",
    "belly",
    "right-shoulder",
    "left-shoulder",
    "back",
    "right-heel",
    "left-heel",
]
Works = Literal[
    "neck",
    "shoulders",
    "upper back",
    "lower back",
    "chest",
    "belly",
    "sides",
    "pelvic floor",
    "buttocks",
    "hips",
    "front of hips",
    "front of thighs",
    "back of thighs",
    "calves",
    "arms",
    "inner thighs",
    "feet",
]


class KeyPose(Record, frozen=True):
    """One pose: when it is reached, how long it is held, its joint angles and what touches what."""

    at_s: Annotated[float, msgspec.Meta(ge=0)]
    says: Text
    hold_s: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    stance: str = ""
    """Another stance than the movement's, for this pose."""
    angles_deg: Mapping[str, float] = msgspec.field(default_factory=dict)
    contacts: Mapping[str, str] = msgspec.field(default_factory=dict)
    breath: Breath = ""


class ArrowOf(Record, frozen=True):
    """An arrow along the way of a part of the body from one key pose to another (counted from 1)."""

    part: Arrow
    start: Annotated[int, msgspec.Meta(ge=1)] = 1
    end: Annotated[int, msgspec.Meta(ge=1)] = 2


class Movement(Record, frozen=True):
    """How one exercise or position looks: the one definition behind its picture, print and timer."""

    id: KebabId
    name: Text
    stance: str
    poses: Annotated[tuple[KeyPose, ...], msgspec.Meta(min_length=1, max_length=12)]
    lasts_s: Annotated[float, msgspec.Meta(gt=0)]
    sources: SomeSources
    shows: Ids = ()
    shape: str = "usual"
    camera: Camera = "side"
    mirrored: bool = False
    """There is the same for the other side."""
    props: tuple[Prop, ...] = ()
    works: tuple[Works, ...] = ()
    arrows: tuple[ArrowOf, ...] = ()
    frame: Literal["whole", "upper"] = "whole"
    """The whole body, or only from the hips up."""
    sliding: Ids = ()
    """Parts that touch but may move along the surface."""
    steps: tuple[Annotated[int, msgspec.Meta(ge=1)], ...] = ()
    """The key poses that the still picture shows; left out: the first four."""
