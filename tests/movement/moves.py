"""Small movements for tests."""

from typing import Any

from spinewise.knowledge import load_with_problems
from spinewise.knowledge.records import KeyPose, Movement, Part

BASE = load_with_problems().base
MOVEMENTS = tuple(one for one in BASE.movements.values() if one.poses)
IDS = [movement.id for movement in MOVEMENTS]
SETS = tuple(one for one in BASE.movements.values() if one.parts)
SET_IDS = [one.id for one in SETS]


def pose(at_s: float = 0.0, **fields: Any) -> KeyPose:
    return KeyPose(at_s=at_s, says="Move.", **fields)


def movement(*poses: KeyPose, stance: str = "standing", **fields: Any) -> Movement:
    fields = {"lasts_s": 10.0, **fields}
    return Movement(id="test", name="Test", stance=stance, poses=poses or (pose(),), sources=("judgement",), **fields)


def set_of(*parts: Part, **fields: Any) -> Movement:
    return Movement(id="test", name="Test", parts=parts, sources=("judgement",), **fields)
