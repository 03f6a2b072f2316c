"""Small movements for tests."""

from typing import Any

from spinewise.knowledge import load_with_problems
from spinewise.knowledge.records import KeyPose, Movement

BASE = load_with_problems().base
MOVEMENTS = tuple(BASE.movements.values())
IDS = [movement.id for movement in MOVEMENTS]


def pose(at_s: float = 0.0, **fields: Any) -> KeyPose:
    return KeyPose(at_s=at_s, says="Move.", **fields)


def movement(*poses: KeyPose, stance: str = "standing", **fields: Any) -> Movement:
    fields = {"lasts_s": 10.0, **fields}
    return Movement(id="test", name="Test", stance=stance, poses=poses or (pose(),), sources=("judgement",), **fields)
