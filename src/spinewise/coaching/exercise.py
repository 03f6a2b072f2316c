"""What the steps of one exercise share."""

from collections.abc import Sequence
from dataclasses import dataclass

from spinewise.coaching.records import Side, Step, StepKind
from spinewise.coaching.suiting import Move
from spinewise.coaching.times import change_side_s
from spinewise.knowledge import Dose
from spinewise.knowledge.records import Family, Intervention, Movement

CALM: tuple[Family, ...] = ("massage", "heat-cold", "skin-care", "posture", "relaxation")
"""What is a time of ease and not of repetitions."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """What the steps of one exercise share."""

    item: Intervention
    dose: Dose
    movement: Movement | None
    """Its movement; of a set of moves the first."""
    moves: tuple[Move, ...]
    """The moves of a set, each with what to do; empty for a single movement."""
    changes: tuple[str, ...]
    played: Intervention
    """The intervention whose steps and movement are played: its own, or the form that a change names."""
    said_first: tuple[str, ...] = ()
    """Those of the changes that are said before each step."""
    without: tuple[str, ...] = ()
    """What is left out of the picture of its movement."""
    gone: tuple[str, ...] = ()
    """The parts of a set that are left out, in sentences."""
    held_less: bool = False
    """A change shortens its holds, so that its sets count, however short they are."""

    def step(self, kind: StepKind, says: str, lasts_s: float | None, usual_s: float = 0.0, **more: object) -> Step:
        """One step of it."""
        shared = {
            "movement": self.movement.id if self.movement else "",
            "without": self.without,
            "changes": self.changes,
            "said_first": self._first(kind),
            "gone": self.gone,
            "stop_signals": self.item.stop_signals,
            **more,
        }
        usual = usual_s if lasts_s is None else lasts_s
        return Step(kind, self.item.id, self.item.name, says, round(usual, 2), _rounded(lasts_s), **shared)  # type: ignore[arg-type]

    def _first(self, kind: StepKind) -> tuple[str, ...]:
        """What is said before the words of a step: everything while getting ready, nothing while resting."""
        if kind is StepKind.PREPARE:
            return (*self.changes, *self.gone)
        return () if kind in (StepKind.REST, StepKind.CHANGE_SIDE) else self.said_first


def change_side(exercise: Exercise, number: int = 0, sets: int = 0) -> Step:
    """Time to change sides."""
    lasts_s = change_side_s(exercise.played)
    says = "Now the other side."
    return exercise.step(StepKind.CHANGE_SIDE, says, lasts_s, side=Side.OTHER, still=True, set_number=number, sets=sets)


def main_words(exercise: Exercise) -> str:
    """What to do, in one sentence or two: the words of the pose that is held longest, else the first step."""
    if exercise.movement is None:
        return exercise.played.steps[0]
    poses = exercise.movement.poses
    return max(poses[1:] or poses, key=lambda pose: pose.hold_s).says


def joined(first: Sequence[str], then: Sequence[str]) -> tuple[str, ...]:
    """The words of both, each once."""
    return tuple(dict.fromkeys((*first, *then)))


def sides_of(movement: Movement | None) -> tuple[Side, ...]:
    """The sides on which a movement is done."""
    return (Side.FIRST, Side.OTHER) if movement is not None and movement.mirrored else (Side.BOTH,)


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 2)
