"""What the figure is made of: groups of overlapping outlines, each with its cloth, drawn from the farthest to the nearest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

import numpy as np

from spinewise.movement.drawing.camera import Camera
from spinewise.movement.drawing.outline import closed_paths, hulls, projected
from spinewise.movement.flesh import Flesh
from spinewise.movement.skeleton import Array, Posed

Cloth: TypeAlias = Literal["skin", "shirt", "trousers", "hair", "eye"]
EYE_SHOWS_ABOVE = 0.12
"""An eye is drawn where it looks at the viewer: the cosine between the two."""
_BREATHING = (("belly", 0.07), ("ribs-low", 0.05), ("ribs", 0.04), ("chest", 0.03))
_SLEEVE_M, _LEGGING_M, _SHIRT_M = 0.008, 0.005, 0.006


@dataclass(frozen=True, slots=True)
class Piece:
    """One outline: the hull of some ellipsoids, a little wider for cloth."""

    cloth: Cloth
    blobs: tuple[str, ...]
    margin_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that move together, and the ellipsoids that say how near they are to the eye."""

    name: str
    pieces: tuple[Piece, ...]
    depth: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """The outlines of one cloth in a group: for each outline its path in every frame."""

    cloth: Cloth
    paths: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A group ready to be written: its layers and how far behind the trunk it is, in metres."""

    name: str
    layers: tuple[Layer, ...]
    nearness_m: float


def _leg(side: str) -> Group:
    def named(*names: str) -> tuple[str, ...]:
        return tuple(f"{name}_{side}" for name in names)

    return Group(
        f"leg-{side}",
        (
            Piece("skin", named("shin", "ankle")),
            Piece("skin", named("ankle", "arch", "heel")),
            Piece("skin", named("heel", "arch", "ball")),
            Piece("skin", named("ball", "toes")),
            Piece("trousers", named("thigh-top", "thigh", "thigh-low", "knee"), _LEGGING_M),
            Piece("trousers", named("knee", "shin-top", "calf", "shin"), _LEGGING_M),
        ),
        named("thigh-low", "knee", "calf", "ankle"),
    )


def _arm(side: str) -> Group:
    def named(*names: str) -> tuple[str, ...]:
        return tuple(f"{name}_{side}" for name in names)

    return Group(
        f"arm-{side}",
        (
            Piece("skin", named("upper-arm", "elbow")),
            Piece("skin", named("elbow", "forearm", "wrist")),
            Piece("skin", named("wrist", "palm")),
            Piece("skin", named("palm", "fingers")),
            Piece("skin", named("thumb")),
            Piece("shirt", named("shoulder", "upper-arm"), _SLEEVE_M),
        ),
        named("elbow", "wrist", "palm"),
    )


_TRUNK = Group(
    "trunk",
    (
        Piece("trousers", ("seat", "hips"), _LEGGING_M),
        Piece("trousers", ("hips", "waist-low"), _LEGGING_M),
        Piece("shirt", ("waist-low", "waist"), _SHIRT_M),
        Piece("shirt", ("waist-low", "belly", "waist"), _SHIRT_M),
        Piece("shirt", ("waist", "belly", "ribs-low"), _SHIRT_M),
        Piece("shirt", ("ribs-low", "ribs"), _SHIRT_M),
        Piece("shirt", ("ribs", "chest", "yoke"), _SHIRT_M),
        Piece("shirt", ("yoke", "nape"), _SHIRT_M),
        Piece("shirt", ("nape", "shoulder_r"), 0.004),
        Piece("shirt", ("nape", "shoulder_l"), 0.004),
        Piece("shirt", ("chest", "shoulder_r"), 0.004),
        Piece("shirt", ("chest", "shoulder_l"), 0.004),
    ),
    ("hips", "waist", "ribs", "chest"),
)


def _head(*, away: bool, eyes: Sequence[str]) -> Group:
    neck = Piece("skin", ("neck-low", "neck"), 0.002)
    throat = Piece("skin", ("neck", "jaw-back"))
    face = (Piece("skin", ("face", "jaw")), Piece("skin", ("nose",)), Piece("skin", ("ear_r",)), Piece("skin", ("ear_l",)))
    hair = (Piece("hair", ("skull", "hair-back")), Piece("hair", ("bun",)))
    seeing = tuple(Piece("eye", (eye,)) for eye in eyes)
    return Group("head", (neck, throat, *face, *hair) if away else (*hair, neck, throat, *face, *seeing), ("skull", "face"))


def draw_parts(posed: Posed, flesh: Flesh, camera: Camera, breath: Array) -> list[Drawn]:
    """The figure's groups in every frame, the farthest first."""
    centres, halves = projected(posed, flesh, camera)
    halves = _breathing(halves, flesh, breath)
    near = camera.nearness(flesh.centres(posed)).mean(axis=0)
    turned = posed.orientation[:, posed.skeleton.place["head"]]
    looks = {
        f"eye_{side}": turned @ np.array([0.84, 0.0, sign * 0.54]) @ camera.towards for side, sign in (("r", 1), ("l", -1))
    }
    eyes = [eye for eye, look in looks.items() if look.min() > EYE_SHOWS_ABOVE]
    facing = (turned[:, :, 0] @ camera.towards).mean()
    groups = (_TRUNK, _head(away=bool(facing < -0.35), eyes=eyes), *(make(side) for side in "rl" for make in (_leg, _arm)))
    trunk = near[[flesh.place[name] for name in _TRUNK.depth]].mean()
    outlines = _outlines([piece for group in groups for piece in group.pieces], centres, halves, flesh)
    drawn = []
    for group in groups:
        layers = tuple(_layers(group, outlines))
        depth = float(near[[flesh.place[name] for name in group.depth]].mean() - trunk)
        drawn.append(Drawn(group.name, layers, depth))
    return sorted(drawn, key=lambda one: one.nearness_m)


def _breathing(halves: Array, flesh: Flesh, breath: Array) -> Array:
    """Chest and belly a little wider with the breath in (1) and narrower with the breath out (-1)."""
    moved = halves.copy()
    for name, share in _BREATHING:
        moved[:, flesh.place[name]] *= (1 + share * breath)[:, None, None]
    return moved


def _outlines(pieces: Sequence[Piece], centres: Array, halves: Array, flesh: Flesh) -> dict[Piece, tuple[str, ...]]:
    """The outline of every piece in every frame; all are made at once, the shorter ones with their last ellipsoid repeated."""
    most = max(len(piece.blobs) for piece in pieces)
    blobs = np.array([[flesh.place[name] for name in (*piece.blobs, *piece.blobs[-1:] * most)[:most]] for piece in pieces])
    points = hulls(centres[:, blobs], halves[:, blobs], np.array([piece.margin_m for piece in pieces]))
    paths = closed_paths(np.swapaxes(points, 0, 1).reshape(-1, *points.shape[2:]))
    frames = len(centres)
    return {piece: tuple(paths[number * frames : (number + 1) * frames]) for number, piece in enumerate(pieces)}


def _layers(group: Group, outlines: Mapping[Piece, tuple[str, ...]]) -> Iterator[Layer]:
    """Neighbouring pieces of the same cloth make one layer."""
    for cloth, pieces in groupby(group.pieces, key=lambda piece: piece.cloth):
        yield Layer(cloth, tuple(outlines[piece] for piece in pieces))
