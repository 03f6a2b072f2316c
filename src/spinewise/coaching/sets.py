"""Exercises that are counted: sets, sides and repetitions."""

from collections.abc import Iterator

from spinewise.coaching.exercise import Exercise, change_side, main_words, sides_of
from spinewise.coaching.pacing import Pace
from spinewise.coaching.records import Side, Step, StepKind
from spinewise.coaching.times import REST_S


def sets_of(exercise: Exercise, pace: Pace) -> Iterator[Step]:
    """Every set on every side, with a rest between sets and time to change sides."""
    sets = exercise.dose.sets or 1
    for number in range(1, sets + 1):
        for side in sides_of(exercise.movement):
            if side is Side.OTHER:
                yield change_side(exercise, number, sets)
            yield _set(exercise, pace, side, number, sets)
        if number < sets:
            says = "Rest. Breathe calmly."
            yield exercise.step(StepKind.REST, says, REST_S[exercise.item.load], still=True, set_number=number, sets=sets)


def _set(exercise: Exercise, pace: Pace, side: Side, number: int, sets: int) -> Step:
    times = exercise.dose.repetitions or 1
    return exercise.step(
        StepKind.HOLD if pace.is_hold else StepKind.MOVE,
        main_words(exercise),
        times * pace.repetition_s,
        side=side,
        set_number=number,
        sets=sets,
        repetitions=times,
        repetition_s=round(pace.repetition_s, 2),
        hold_at_s=round(pace.hold_at_s, 2),
        hold_s=pace.hold_s,
        figure_waits_s=round(pace.figure_waits_s, 2),
        cues=pace.cues,
        guide=exercise.played.steps,
    )
