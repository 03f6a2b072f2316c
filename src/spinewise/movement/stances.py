"""Named poses from which a movement starts, so that its file tells only what is special."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Stance:
    """Angles and contacts of a resting pose, and how it is called."""

    words: str
    angles_deg: Mapping[str, float]
    contacts: Mapping[str, str]


def _stance(words: str, contacts: dict[str, str], **angles_deg: float) -> Stance:
    return Stance(words, MappingProxyType(angles_deg), MappingProxyType(contacts))


_ARMS_DOWN = {"arm_add": -7.0, "elbow_flex": 10.0}
_LYING = {"pelvis": "floor", "back": "floor", "head": "floor"}

STANCES: Mapping[str, Stance] = MappingProxyType(
    {
        "standing": _stance("standing", {"feet": "floor"}, **_ARMS_DOWN),
        "sitting": _stance(
            "sitting on a chair",
            {"pelvis": "chair", "feet": "floor"},
            hip_flexion=84,
            knee_angle=86,
            hip_adduction=-4,
            arm_flex=16,
            arm_add=-8,
            elbow_flex=52,
            pro_sup=60,
        ),
        "supine": _stance(
            "lying on the back, legs long",
            {**_LYING, "calves": "floor", "arms": "floor"},
            pelvis_tilt=90,
            hip_adduction=-5,
            arm_add=-18,
            elbow_flex=6,
            pro_sup=40,
            ankle_angle=-22,
            hip_rotation=-12,
        ),
        "supine-bent": _stance(
            "lying on the back, knees bent",
            {**_LYING, "feet": "floor", "arms": "floor"},
            pelvis_tilt=90,
            hip_flexion=52,
            knee_angle=100,
            hip_adduction=-3,
            arm_add=-20,
            elbow_flex=6,
            pro_sup=60,
            ankle_angle=-5,
        ),
        "prone": _stance(
            "lying on the front",
            {"pelvis": "floor", "back": "floor", "head": "floor", "knees": "floor", "tiptoes": "floor"},
            pelvis_tilt=-90,
            hip_adduction=-5,
            arm_add=-150,
            arm_flex=0,
            elbow_flex=70,
            ankle_angle=-50,
            neck_extension=0,
        ),
        "side-lying": _stance(
            "lying on the side",
            {"pelvis": "floor", "left-shoulder": "floor", "head": "pillow", "left-leg": "floor"},
            pelvis_list=-90,
            hip_flexion=45,
            knee_angle=60,
            arm_flex_l=95,
            elbow_flex_l=100,
            scapula_protraction_l=25,
            arm_flex_r=45,
            elbow_flex_r=60,
            pro_sup_r=40,
        ),
        "hands-knees": _stance(
            "on hands and knees",
            {"hands": "floor", "shins": "floor"},
            pelvis_tilt=-88,
            hip_flexion=86,
            knee_angle=88,
            ankle_angle=-45,
            arm_flex=84,
            elbow_flex=10,
            pro_sup=90,
            wrist_flex=-80,
            lumbar_extension=-4,
            neck_extension=6,
        ),
        "kneeling": _stance("kneeling upright", {"shins": "floor"}, knee_angle=90, ankle_angle=-50, **_ARMS_DOWN),
        "half-kneeling": _stance(
            "kneeling on one knee",
            {"right-shin": "floor", "left-foot": "floor"},
            knee_angle_r=92,
            ankle_angle_r=-48,
            hip_flexion_l=88,
            knee_angle_l=88,
            **_ARMS_DOWN,
        ),
        "floor-sitting": _stance(
            "sitting on the floor with legs crossed",
            {"pelvis": "floor"},
            hip_flexion=88,
            hip_adduction=-42,
            hip_rotation=-42,
            knee_angle=118,
            arm_flex=22,
            elbow_flex=48,
            pro_sup=60,
        ),
    }
)
