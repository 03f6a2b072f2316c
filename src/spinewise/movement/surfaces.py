"""What a figure stands, sits, lies and leans on, and which part of the body touches it with what."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

HEIGHT_M: Mapping[str, float] = MappingProxyType(
    {
        "floor": 0.0,
        "chair": 0.43,
        "bed": 0.5,
        "step": 0.16,
        "footstool": 0.16,
        "table": 0.74,
        "chair-back": 0.84,
        "ball": 0.46,
        "pillow": 0.09,
        "bed-pillow": 0.59,
        "saddle": 0.94,
        "pedal-low": 0.16,
        "pedal-middle": 0.31,
        "pedal-high": 0.46,
        "handlebar": 1.06,
        "afloat": 0.86,
    }
)
"""Surfaces that carry from below, with their height."""
WALL_GAP_M: Mapping[str, float] = MappingProxyType(
    {"wall": 0.0, "wall-behind": 0.0, "wall-beside": 0.0, "roller-behind": 0.14, "ball-behind": 0.08, "ball-beside": 0.08}
)
"""How far in front of its wall each upright surface is: a roller or a ball may lie between."""
WALLS = tuple(WALL_GAP_M)
"""Upright surfaces: in front of the figure, behind it, at its right side."""
SURFACES = (*HEIGHT_M, *WALLS)
_OWN = "own-"
NOTHING = "nothing"
"""Lifts a part that the stance would put down."""


@dataclass(frozen=True, slots=True)
class Touching:
    """How a part touches: each group of ellipsoids must reach the surface; ``pin`` stays where it was put down."""

    groups: tuple[tuple[str, ...], ...]
    pin: str


def _sided(side: str, word: str) -> dict[str, Touching]:
    def parts(*names: str) -> tuple[str, ...]:
        return tuple(f"{name}_{side}" for name in names)

    return {
        f"{word}-foot": Touching((parts("heel"), parts("ball"), parts("toes")), f"arch_{side}"),
        f"{word}-toes": Touching((parts("ball"), parts("toes")), f"ball_{side}"),
        f"{word}-tiptoe": Touching((parts("toes"),), f"toes_{side}"),
        f"{word}-heel": Touching((parts("heel"),), f"heel_{side}"),
        f"{word}-knee": Touching((parts("knee", "shin-top"),), f"knee_{side}"),
        f"{word}-shin": Touching((parts("knee", "shin-top"), parts("ankle", "arch", "ball", "toes")), f"knee_{side}"),
        f"{word}-calf": Touching((parts("calf", "shin"),), f"calf_{side}"),
        f"{word}-leg": Touching((parts("thigh", "thigh-low", "knee"), parts("ankle", "ball", "heel")), f"knee_{side}"),
        f"{word}-hand": Touching((parts("palm"), parts("fingers"), parts("thumb")), f"palm_{side}"),
        f"{word}-fist": Touching((parts("palm"),), f"palm_{side}"),
        f"{word}-forearm": Touching((parts("elbow"), parts("wrist")), f"elbow_{side}"),
        f"{word}-elbow": Touching((parts("elbow"),), f"elbow_{side}"),
        f"{word}-arm": Touching((parts("elbow", "upper-arm"), parts("wrist", "palm")), f"elbow_{side}"),
        f"{word}-shoulder": Touching((parts("shoulder", "upper-arm"),), f"shoulder_{side}"),
    }


PARTS: Mapping[str, Touching] = MappingProxyType(
    {
        **_sided("r", "right"),
        **_sided("l", "left"),
        "pelvis": Touching((("seat", "hips", "thigh-top_r", "thigh-top_l"),), "hips"),
        "waist": Touching((("waist-low", "waist", "belly"),), "waist"),
        "back": Touching((("ribs", "chest", "yoke"),), "ribs"),
        "head": Touching((("skull", "face", "nose"),), "skull"),
    }
)
"""Parts of the body that can be put down, by name."""
BOTH = ("foot", "toes", "tiptoe", "heel", "knee", "shin", "calf", "leg", "hand", "fist", "forearm", "elbow", "arm", "shoulder")
PAIRS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {("feet" if name == "foot" else f"{name}s"): (f"right-{name}", f"left-{name}") for name in BOTH if name != "toes"}
    | {"toes": ("right-toes", "left-toes"), "calves": ("right-calf", "left-calf")}
)
"""Names that mean both sides, such as ``feet`` and ``hands``."""


def spread_contacts(contacts: Mapping[str, str]) -> dict[str, str]:
    """Contacts with pairs such as ``feet`` written out; a single side counts more than a pair."""
    pairs = {part: surface_of(part, surface) for name, surface in contacts.items() for part in PAIRS.get(name, ())}
    return {**pairs, **{name: surface for name, surface in contacts.items() if name not in PAIRS}}


def surface_of(part: str, surface: str) -> str:
    """Where one part of a pair touches: ``own-knee-top`` is the place on its own side of the body."""
    side = part.partition("-")[0]
    return f"{side}-{surface.removeprefix(_OWN)}" if surface.startswith(_OWN) else surface


def other_side(part: str) -> str:
    """The same part on the other side of the body."""
    if part.startswith("right-"):
        return "left-" + part.removeprefix("right-")
    return "right-" + part.removeprefix("left-") if part.startswith("left-") else part
