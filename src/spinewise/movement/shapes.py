"""Whose body is drawn: the shape that is nearest to a person, and which exercises a shape can meet."""

import msgspec
import numpy as np

from spinewise.knowledge import Findings
from spinewise.knowledge.records import Movement
from spinewise.movement.bodies import SHAPES, BodyShape
from spinewise.movement.coordinates import PLACE, SIDES, Angles, limit_rows

CHILD_BELOW, OLDER_FROM = 13, 65
"""Ages in years."""
DEEPLY_BENT_DEG, OPENS_DEG_PER_M = 98.0, 280.0
_SHOWS_FROM_WEEK, _WEEKS_APART, _LAST_WEEK = 14, 4, 40
_PREGNANT = "pregnant-"


def shape_for(findings: Findings) -> str:
    """The shape of a person as far as it is known; ``usual`` where nothing else is known. Age alone bends nobody."""
    weeks, age = _number(findings, "pregnant_weeks"), _number(findings, "age")
    if weeks is not None and weeks >= _SHOWS_FROM_WEEK:
        return f"{_PREGNANT}{min(_LAST_WEEK, round(weeks / _WEEKS_APART) * _WEEKS_APART)}"
    if age is not None and age < CHILD_BELOW:
        return "child"
    if findings.get("obesity") is True:
        return "heavy"
    if age is not None and age >= OLDER_FROM and findings.get("height_loss") is True:
        return "older"
    return "slim" if findings.get("low_body_weight") is True else "usual"


def _number(findings: Findings, name: str) -> float | None:
    value = findings.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def meets(movement: Movement, shape: str) -> bool:
    """Whether a body of this shape would do this: nobody lies on a pregnant belly, and what is for pregnancy stays so."""
    if shape.startswith(_PREGNANT):
        return not any((pose.stance or movement.stance) == "prone" for pose in movement.poses)
    return not movement.shape.startswith(_PREGNANT)


def room_for_belly(angles_deg: Angles, shape: BodyShape) -> Angles:
    """Deeply bent thighs open around a belly that stands out, as people do by themselves."""
    roomy = angles_deg.copy()
    for side in SIDES:
        bent = angles_deg[:, PLACE[f"hip_flexion_{side}"]] > DEEPLY_BENT_DEG
        roomy[bent, PLACE[f"hip_adduction_{side}"]] -= OPENS_DEG_PER_M * shape.belly_forward_m
    low, high = limit_rows()
    return np.clip(roomy, low, high)


def in_shape(movement: Movement, shape: str) -> Movement:
    """The movement done by a body of this shape, or by its own where the shape does not meet it."""
    if not shape or not meets(movement, shape) or (shape in SHAPES and movement.shape == shape):
        return movement
    return msgspec.structs.replace(movement, shape=shape)
