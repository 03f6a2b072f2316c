"""From one dose to the steps that carry somebody through it."""

from collections.abc import Mapping, Sequence

from spinewise.coaching.exercise import CALM, Exercise
from spinewise.coaching.pacing import pace_of
from spinewise.coaching.records import Step, StepKind
from spinewise.coaching.sets import sets_of
from spinewise.coaching.timed import move_by_move, paced, timed
from spinewise.coaching.times import READING_S, ready_s
from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.knowledge.records import Family, Intervention, Pacer
from spinewise.movement import movement_of

_READ: tuple[Family, ...] = ("education", "habit", "nutrition", "support", "sleep")
ROUTINE_SHARE = 0.25
"""Sets that fill less of the minutes than this are of a routine with several exercises, whose time counts."""


def steps_of(
    dose: Dose, base: KnowledgeBase, before: Intervention | None = None, changes: Sequence[str] = ()
) -> tuple[Step, ...]:
    """The steps of one dose, after another intervention or at the beginning."""
    item = base.interventions[dose.intervention]
    exercise = _exercise(item, dose, base, tuple(changes))
    if item.family in _READ:
        return (_reading(exercise),)
    return (_prepare(exercise, before), *_doing(exercise, _pacers(base).get(item.id)))


def _exercise(item: Intervention, dose: Dose, base: KnowledgeBase, changes: tuple[str, ...]) -> Exercise:
    movement = movement_of(base, item.id)
    moves = tuple((base.movements[part.move], part.says) for part in movement.parts) if movement else ()
    return Exercise(item, dose, moves[0][0] if moves else movement, moves, changes)


def _doing(exercise: Exercise, pacer: Pacer | None) -> tuple[Step, ...]:
    if pacer is not None:
        return (paced(exercise, pacer),)
    if exercise.moves:
        return tuple(move_by_move(exercise))
    counted = exercise.item.family not in CALM and (exercise.dose.repetitions or exercise.dose.hold_s)
    pace = pace_of(exercise.dose, exercise.movement) if counted else None
    sets = tuple(sets_of(exercise, pace)) if pace else ()
    enough = sum(step.usual_s for step in sets) >= ROUTINE_SHARE * exercise.dose.minutes * 60.0
    return sets if enough else tuple(timed(exercise))


def _prepare(exercise: Exercise, before: Intervention | None) -> Step:
    movement, item = exercise.movement, exercise.item
    says = movement.poses[0].says if movement and not exercise.moves else item.steps[0]
    return exercise.step(
        StepKind.PREPARE, says, ready_s(item, before), still=True, guide=item.steps, needs=tuple(item.equipment)
    )


def _reading(exercise: Exercise) -> Step:
    usual_s = max(exercise.dose.minutes * 60.0, READING_S)
    return exercise.step(StepKind.READ, exercise.item.summary, None, usual_s, guide=exercise.item.steps)


def _pacers(base: KnowledgeBase) -> Mapping[str, Pacer]:
    return {item: pacer for pacer in base.pacers.values() for item in pacer.paces}
