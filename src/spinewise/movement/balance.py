"""Where the weight is: the centre of mass of a posed body, from the share of each segment (de Leva, 1996)."""

from functools import cache

import numpy as np
import numpy.typing as npt

from spinewise.movement.bodies import MASS_FRACTION
from spinewise.movement.coordinates import SIDES
from spinewise.movement.skeleton import Array, Posed, Skeleton

_LIMBS = (
    ("thigh", "hip_", "knee_"),
    ("shank", "knee_", "ankle_"),
    ("foot", "ankle_", "toes_"),
    ("upper_arm", "shoulder_", "elbow_"),
    ("forearm", "elbow_", "wrist_"),
    ("hand", "wrist_", ""),
)
_TRUNK = (("pelvis", (0.0, 0.03, 0.0)), ("lumbar3", (0.03, 0.0, 0.0)), ("thoracic4", (0.03, 0.0, 0.0)))
_HEAD = ("head", (0.02, 0.06, 0.0))
_NEAR_END = 0.44
"""A limb's mass lies a little nearer to its upper end."""


@cache
def _masses(skeleton: Skeleton) -> tuple[Array, npt.NDArray[np.intp], Array]:
    """Shares of the body's mass (adding to 1), the joints that carry them, and their places in the joints' frames."""
    found = [(MASS_FRACTION["trunk"] / 3, joint, at) for joint, at in _TRUNK]
    found.append((MASS_FRACTION["head_and_neck"], *_HEAD))
    for name, upper, lower in _LIMBS:
        for side in SIDES:
            end = skeleton.joints[skeleton.place[lower + side]].offset_m if lower else (0.0, -0.08, 0.0)
            found.append((MASS_FRACTION[name], upper + side, (end[0] * _NEAR_END, end[1] * _NEAR_END, end[2] * _NEAR_END)))
    shares = np.array([share for share, _, _ in found])
    joints = np.array([skeleton.place[joint] for _, joint, _ in found])
    return shares / shares.sum(), joints, np.array([at for _, _, at in found])


def mass_points(posed: Posed) -> tuple[Array, npt.NDArray[np.intp], Array]:
    """Shares of the mass, the joints that carry them, and where they are (frames x shares x 3)."""
    shares, joints, at = _masses(posed.skeleton)
    points = posed.position_m[:, joints] + (posed.orientation[:, joints] @ at[:, :, None])[..., 0]
    return shares, joints, points


def centre_of_mass(posed: Posed) -> Array:
    """The centre of mass in every frame (frames x 3), in metres."""
    shares, _, points = mass_points(posed)
    result: Array = shares @ points
    return result
