"""Exercises whose time counts: walking, warmth, routines, breathing and quiet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from spinewise.coaching.exercise import CALM, Exercise, change_side, joined, main_words, sides_of
from spinewise.coaching.records import BreathPart, Cue, Side, Step, StepKind
from spinewise.knowledge.records import Demand, Pacer

HELD: Demand = "breath-hold"
_TALK_TEST = "Check: you can still talk in whole sentences. If not, slow down."
_TALK_EVERY_S = 180.0
_LAST_MINUTE_S = 60.0


def timed(exercise: Exercise) -> Iterator[Step]:
    """A time, with its words spread over it; half of it for each side."""
    sides = sides_of(exercise.movement)
    kind = StepKind.HOLD if exercise.item.family in CALM else StepKind.MOVE
    lasts_s = exercise.dose.minutes * 60.0 / len(sides)
    for side in sides:
        if side is Side.OTHER:
            yield change_side(exercise)
        yield exercise.step(
            kind, main_words(exercise), lasts_s, side=side, cues=_cues_over(exercise, lasts_s), guide=exercise.played.steps
        )


def move_by_move(exercise: Exercise) -> Iterator[Step]:
    """A set of moves: its time is shared out among them, and of each half is for each side.

    A part that is left out takes its share of the time with it, so that the others do not grow.
    """
    share_s = exercise.dose.minutes * 60.0 / (len(exercise.moves) + len(exercise.gone))
    for move in exercise.moves:
        own: dict[str, Any] = {"movement": move.movement.id if move.movement else "", "without": move.without}
        own["changes"] = joined(exercise.changes, move.changes)
        first = joined(exercise.said_first, move.said_first)
        sides = sides_of(move.movement)
        for side in sides:
            if side is Side.OTHER:
                yield replace(change_side(exercise), **own)
            yield exercise.step(
                StepKind.MOVE, move.says, share_s / len(sides), side=side, guide=exercise.played.steps, said_first=first, **own
            )


def paced(exercise: Exercise, pacer: Pacer) -> Step:
    """Breathing in whole breaths, or quiet time with its cues."""
    whole_s = exercise.dose.minutes * 60.0
    breath = breath_of(pacer, flowing=HELD in exercise.item.demands and bool(exercise.changes))
    breath_s = sum(part.lasts_s for part in breath)
    breaths = max(1, int(whole_s // breath_s)) if breath else 0
    lasts_s = breaths * breath_s if breaths else whole_s
    return exercise.step(
        StepKind.BREATHE if breaths else StepKind.HOLD,
        pacer.cues[0],
        lasts_s,
        repetitions=breaths,
        repetition_s=breath_s,
        cues=(*spread(pacer.cues, lasts_s), Cue(round(lasts_s, 2), pacer.ends)) if not breaths else (),
        breath=breath,
        guide=exercise.played.steps,
    )


def breath_of(pacer: Pacer, *, flowing: bool) -> tuple[BreathPart, ...]:
    """One breath of a pattern. ``flowing``: without its pauses, for somebody who must not hold the breath."""
    kept = [part for part in pacer.breath if not (flowing and part.do in ("hold", "rest"))]
    return tuple(BreathPart(part.do, part.lasts_s) for part in kept)


def spread(words: Sequence[str], lasts_s: float) -> tuple[Cue, ...]:
    """Words spread evenly over a time, the first at once."""
    return tuple(Cue(round(lasts_s * number / len(words), 2), text) for number, text in enumerate(words))


def _cues_over(exercise: Exercise, lasts_s: float) -> tuple[Cue, ...]:
    """The talk test in walking and its like; the steps of a routine one after the other; nothing in rest."""
    if exercise.item.family in CALM:
        return ()
    if exercise.item.family != "aerobic":
        return () if exercise.movement else spread(exercise.played.steps, lasts_s)
    times = [_TALK_EVERY_S * number for number in range(1, int(lasts_s // _TALK_EVERY_S) + 1)]
    checks = [Cue(at_s, _TALK_TEST) for at_s in times if at_s < lasts_s - _LAST_MINUTE_S]
    slow = [Cue(lasts_s - _LAST_MINUTE_S, "One more minute. Slow down now.")] if lasts_s > 2 * _LAST_MINUTE_S else []
    return tuple(checks + slow)
