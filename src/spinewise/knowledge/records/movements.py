"""The record of a movement: key poses of a skeleton, from which picture, print and timer are made."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from spinewise.knowledge.records.shared import Ask, Certainty, Ids, KebabId, Record, SomeSources, Text

Camera = Literal["front", "side", "three-quarter", "back", "back-quarter", "above", "above-front", "overhead"]
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
    "baby",
    "bicycle",
    "exercise-bike",
    "doorway",
    "broom",
    "nursing-pillow",
    "pillow-back",
    "massage-ball",
    "stick",
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
    "lower side",
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


class Instead(Record, frozen=True):
    """What takes the place of a pose for somebody who must not do what it asks; the times stay."""

    says: Text
    angles_deg: Mapping[str, float] = msgspec.field(default_factory=dict)
    contacts: Mapping[str, str] = msgspec.field(default_factory=dict)


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
    asks: tuple[Ask, ...] = ()
    """What this pose asks and others do not; a change can take it away."""
    instead: Instead | None = None

    def __post_init__(self) -> None:
        """Refuse a pose that can be taken away with nothing in its place, and the other way round.

        Raises:
            ValueError: when it is so.
        """
        if bool(self.asks) != (self.instead is not None):
            raise ValueError("a pose has both asks and instead, or neither")


class ArrowOf(Record, frozen=True):
    """An arrow along the way of a part of the body from one key pose to another (counted from 1)."""

    part: Arrow
    start: Annotated[int, msgspec.Meta(ge=1)] = 1
    end: Annotated[int, msgspec.Meta(ge=1)] = 2


class Part(Record, frozen=True):
    """One move of a set: another movement, and what to do with it here."""

    move: KebabId
    says: Text
    pose: Annotated[int, msgspec.Meta(ge=0)] = 0
    """The key pose that the picture of the set shows, counted from 1; 0 is the one that tells most."""
    asks: tuple[Ask, ...] = ()
    """What this part asks and others do not; a change can take it away, and the part with it."""


class Movement(Record, frozen=True):
    """How one exercise or position looks: the one definition behind its picture, print and timer.

    A set of exercises has ``parts``, which are other movements, and no poses of its own.
    """

    id: KebabId
    name: Text
    sources: SomeSources
    stance: str = ""
    poses: Annotated[tuple[KeyPose, ...], msgspec.Meta(max_length=12)] = ()
    lasts_s: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    parts: Annotated[tuple[Part, ...], msgspec.Meta(max_length=8)] = ()
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

    def __post_init__(self) -> None:
        """Refuse a movement that is neither poses nor a set, or both.

        Raises:
            ValueError: when it is so.
        """
        if bool(self.poses) == bool(self.parts):
            raise ValueError("a movement has either poses or parts")
        if self.poses and not (self.stance and self.lasts_s):
            raise ValueError("a movement with poses needs stance and lasts_s")


class Look(Record, frozen=True):
    """One side of a contrast: the movement that shows it, and what is said of it."""

    move: KebabId
    name: Text
    says: Text


class Contrast(Record, frozen=True):
    """Two ways to do one thing side by side: one that often asks more of a sore back, and one that often asks less."""

    id: KebabId
    name: Text
    harder: Look
    easier: Look
    changes: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1, max_length=5)]
    """What to change, kindly."""
    known: Text
    """What is really known: no way is right for everybody."""
    certainty: Certainty
    sources: SomeSources
    shows: Ids = ()
    """The interventions beside which it may be shown."""
