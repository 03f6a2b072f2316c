"""A movement in words, made from its definition: the title and the description of its picture."""

from collections.abc import Iterable

from spinewise.knowledge.records import KeyPose, Movement
from spinewise.movement.stances import STANCES

_VIEW = {
    "front": "the front",
    "side": "the side",
    "three-quarter": "half from the side",
    "back": "the back",
    "back-quarter": "half from behind",
    "above": "above",
    "above-front": "above",
    "overhead": "high above",
}
_PROPS = {
    "pillow-knees": "pillow under the knees",
    "pillow-between-knees": "pillow between the knees",
    "pillow-belly": "pillow under the belly",
    "lumbar-roll": "small roll behind the low back",
    "wheel": "steering wheel",
    "exercise-bike": "exercise bike",
    "nursing-pillow": "firm pillow on the lap",
    "pillow-back": "big pillow behind the back",
    "massage-ball": "small ball",
}
_LONG_S = 2.0
_PLURAL = ("weights", "water")


def described(movement: Movement) -> str:
    """What the picture shows: the view, each pose with its hold and breath, and where it should be felt; or a set's moves."""
    if movement.parts:
        moves = (f"{number}. {part.says}" for number, part in enumerate(movement.parts, start=1))
        return " ".join((f"A set of {len(movement.parts)} moves, one after the other.", *moves))
    things = [thing if thing in _PLURAL else f"a {thing}" for thing in (_PROPS.get(prop, prop) for prop in movement.props)]
    with_things = f", with {listed(things)}" if things else ""
    told = [f"A person {STANCES[movement.stance].words}{with_things}, seen from {_VIEW[movement.camera]}."]
    told += [f"{number}. {pose_words(pose)}" for number, pose in enumerate(movement.poses, start=1)]
    if movement.mirrored:
        told.append("Then the other side.")
    if movement.works:
        told.append(f"It is felt in the {listed(movement.works)}.")
    return " ".join(told)


def pose_words(pose: KeyPose) -> str:
    """One key pose in words."""
    hold = f" Hold for {pose.hold_s:g} seconds." if pose.hold_s >= _LONG_S else ""
    breath = f" Breathe {pose.breath}." if pose.breath else ""
    return f"{pose.says}{hold}{breath}"


def listed(words: Iterable[str]) -> str:
    """Words with commas and a last "and"."""
    known = list(words)
    return " and ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)
