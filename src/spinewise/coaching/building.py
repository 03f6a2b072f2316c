"""From one dose to the steps that carry somebody through it."""

from collections.abc import Mapping

from spinewise.coaching.exercise import CALM, Exercise, joined
from spinewise.coaching.pacing import pace_of
from spinewise.coaching.records import Step, StepKind
from spinewise.coaching.sets import sets_of
from spinewise.coaching.suiting import LEFT_OUT, Clearances, Move, Suited, asked_in, held_at_most, played, said_first, suited
from spinewise.coaching.timed import move_by_move, paced, timed
from spinewise.coaching.times import READING_S, ready_s
from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.knowledge.records import Family, Intervention, Pacer
from spinewise.movement import movement_of

_READ: tuple[Family, ...] = ("education", "habit", "nutrition", "support", "sleep")
ROUTINE_SHARE = 0.25
"""Sets that fill less of the minutes than this are of a routine with several exercises, whose time counts."""


def steps_of(
    dose: Dose, base: KnowledgeBase, before: Intervention | None = None, clearances: Clearances = None
) -> tuple[Step, ...]:
    """The steps of one dose as this person does it, after another intervention or at the beginning."""
    item = base.interventions[dose.intervention]
    exercise = _exercise(item, dose, base, clearances)
    if item.family in _READ:
        return (_reading(exercise),)
    return (_prepare(exercise, before), *_doing(exercise, _pacers(base).get(item.id)))


def _exercise(item: Intervention, dose: Dose, base: KnowledgeBase, clearances: Clearances) -> Exercise:
    form = played(item, base, clearances)
    whole = movement_of(base, form.id)
    own = clearances[item.id] if clearances is not None else None
    left = suited(item.id, whole, base, clearances) if whole else Suited(())
    first = left.moves[0] if left.moves else Move(None)
    alone = Move(None) if whole and whole.parts else first
    held = held_at_most(dose, first.movement, own)
    return Exercise(
        item,
        held,
        first.movement,
        left.moves if whole and whole.parts else (),
        joined(own.changes if own else (), alone.changes),
        form,
        joined(said_first(own, asked_in(whole, base) if whole else ()), alone.said_first),
        first.without,
        tuple(LEFT_OUT.format(says=says) for says in left.gone),
        held_less=held is not dose,
    )


def _doing(exercise: Exercise, pacer: Pacer | None) -> tuple[Step, ...]:
    if pacer is not None:
        return (paced(exercise, pacer),)
    if exercise.moves:
        return tuple(move_by_move(exercise))
    counted = exercise.item.family not in CALM and (exercise.dose.repetitions or exercise.dose.hold_s)
    pace = pace_of(exercise.dose, exercise.movement) if counted else None
    sets = tuple(sets_of(exercise, pace)) if pace else ()
    enough = exercise.held_less or sum(step.usual_s for step in sets) >= ROUTINE_SHARE * exercise.dose.minutes * 60.0
    return sets if enough else tuple(timed(exercise))


def _prepare(exercise: Exercise, before: Intervention | None) -> Step:
    movement, item = exercise.movement, exercise.played
    says = movement.poses[0].says if movement and not exercise.moves else item.steps[0]
    return exercise.step(
        StepKind.PREPARE, says, ready_s(item, before), still=True, guide=item.steps, needs=tuple(item.equipment)
    )


def _reading(exercise: Exercise) -> Step:
    usual_s = max(exercise.dose.minutes * 60.0, READING_S)
    return exercise.step(StepKind.READ, exercise.item.summary, None, usual_s, guide=exercise.item.steps)


def _pacers(base: KnowledgeBase) -> Mapping[str, Pacer]:
    return {item: pacer for pacer in base.pacers.values() for item in pacer.paces}
