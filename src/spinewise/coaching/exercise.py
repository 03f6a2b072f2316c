"""What the steps of one exercise share."""

from dataclasses import dataclass

from spinewise.coaching.records import Side, Step, StepKind
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
    moves: tuple[tuple[Movement, str], ...]
    """The moves of a set, each with what to do; empty for a single movement."""
    changes: tuple[str, ...]

    def step(self, kind: StepKind, says: str, lasts_s: float | None, usual_s: float = 0.0, **more: object) -> Step:
        """One step of it."""
        shared = {
            "movement": self.movement.id if self.movement else "",
            "changes": self.changes,
            "stop_signals": self.item.stop_signals,
            **more,
        }
        usual = usual_s if lasts_s is None else lasts_s
        return Step(kind, self.item.id, self.item.name, says, round(usual, 2), _rounded(lasts_s), **shared)  # type: ignore[arg-type]


def change_side(exercise: Exercise, number: int = 0, sets: int = 0) -> Step:
    """Time to change sides."""
    lasts_s = change_side_s(exercise.item)
    says = "Now the other side."
    return exercise.step(StepKind.CHANGE_SIDE, says, lasts_s, side=Side.OTHER, still=True, set_number=number, sets=sets)


def main_words(exercise: Exercise) -> str:
    """What to do, in one sentence or two: the words of the pose that is held longest, else the first step."""
    if exercise.movement is None:
        return exercise.item.steps[0]
    poses = exercise.movement.poses
    return max(poses[1:] or poses, key=lambda pose: pose.hold_s).says


def sides_of(movement: Movement | None) -> tuple[Side, ...]:
    """The sides on which a movement is done."""
    return (Side.FIRST, Side.OTHER) if movement is not None and movement.mirrored else (Side.BOTH,)


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 2)
