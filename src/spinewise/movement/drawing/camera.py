"""Where the picture is taken from: a camera far away, a little above the eyes' level of a figure that sits."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

import numpy as np

from spinewise.movement.skeleton import Array

UNITS_PER_M = 400.0
"""Units of the drawing in a metre: whole units are 2.5 mm, finer than a line."""

_VIEWS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "side": (76.0, 9.0),
        "front": (-9.0, 8.0),
        "three-quarter": (40.0, 12.0),
        "back": (172.0, 8.0),
        "back-quarter": (128.0, 12.0),
        "above": (58.0, 34.0),
        "above-front": (-10.0, 36.0),
        "overhead": (8.0, 62.0),
    }
)
"""Degrees from the front towards the figure's right side, and degrees above the level."""


@dataclass(frozen=True, eq=False)
class Camera:
    """Unit vectors of the picture: to its right, upwards, and from the scene to the eye."""

    right: Array
    up: Array
    towards: Array

    @cached_property
    def plane(self) -> Array:
        """The projection on the picture, 2 x 3, in units with y downwards."""
        return np.stack([self.right, -self.up]) * UNITS_PER_M

    def project(self, points_m: Array) -> Array:
        """Points (... x 3) in the picture (... x 2)."""
        result: Array = points_m @ self.plane.T
        return result

    def nearness(self, points_m: Array) -> Array:
        """How near points are to the eye, in metres; a camera that hardly looks down does not mind heights."""
        level = np.array([1.0, 0.0 if self.towards[1] < _LOOKS_DOWN else 1.0, 1.0])
        result: Array = points_m @ (self.towards * level)
        return result


_LOOKS_DOWN = 0.4


@lru_cache(maxsize=8)
def camera_of(view: str) -> Camera:
    """The camera of a view. At the ``side`` the figure looks to the right; ``above`` and ``above-front`` look down."""
    azimuth, height = np.radians(_VIEWS[view])
    level = np.array([np.cos(azimuth), 0.0, np.sin(azimuth)])
    towards = level * np.cos(height) + np.array([0.0, np.sin(height), 0.0])
    right = np.cross(np.array([0.0, 1.0, 0.0]), level)
    return Camera(right, np.cross(towards, right), towards)
