"""Times that the house sets for what the knowledge base does not: getting ready, changing sides, resting."""

from spinewise.knowledge.records import Intervention, Position

READY_S = 10.0
"""Getting ready where somebody already is."""
OTHER_PLACE_S = 20.0
"""Getting ready in another position."""
FLOOR_S = 30.0
"""Getting down to the floor or up from it, slowly."""
FETCHING_S = 10.0
"""Added where something must be fetched."""
CHANGE_SIDE_S = 8.0
TURN_OVER_S = 15.0
"""Changing sides where one has to turn over."""
REST_S = {0: 15.0, 1: 15.0, 2: 30.0, 3: 45.0}
"""Rest between sets, by the load."""
READING_S = 60.0

UP: tuple[Position, ...] = ("standing", "walking", "in-water", "sitting")
FLOOR: tuple[Position, ...] = (
    "hands-and-knees",
    "kneeling",
    "lying-on-back",
    "lying-on-side",
    "lying-on-front",
    "floor-sitting",
)


def on_the_floor(item: Intervention) -> bool:
    """Is it done down on the floor or a bed?"""
    return item.position in FLOOR


def ready_s(item: Intervention, before: Intervention | None) -> float:
    """How long getting ready takes after what came before."""
    fetching = FETCHING_S if set(item.equipment) - set(before.equipment if before else ()) else 0.0
    if item.position == "any" or (before is not None and before.position == item.position):
        return READY_S + fetching
    down_or_up = on_the_floor(item) != (before is not None and on_the_floor(before))
    return (FLOOR_S if down_or_up else OTHER_PLACE_S if before else READY_S) + fetching


def change_side_s(item: Intervention) -> float:
    """How long changing sides takes."""
    return TURN_OVER_S if item.position == "lying-on-side" else CHANGE_SIDE_S
