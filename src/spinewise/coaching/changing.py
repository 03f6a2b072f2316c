"""What somebody can ask for in the middle of a session. Nothing here ever adds load."""

from dataclasses import replace
from enum import StrEnum

from spinewise.coaching.records import Session, Side, Step, StepKind
from spinewise.coaching.session import WORKING

REST_AFTER_S = 30.0


class Asked(StrEnum):
    """What somebody asks for."""

    TOO_MUCH = "too-much"
    EASIER = "easier"
    SKIP = "skip"
    HURTS = "hurts"


class Answer(StrEnum):
    """What a session answers; ``EASIEST`` and ``HURTS_AGAIN`` are answers to asking once more."""

    TOO_MUCH = "too-much"
    EASIER = "easier"
    EASIEST = "easiest"
    SKIP = "skip"
    HURTS = "hurts"
    HURTS_AGAIN = "hurts-again"


ADVICE = {
    Answer.TOO_MUCH: "That was enough of this. Rest for a moment. What comes next is lighter.",
    Answer.EASIER: "Here is a lighter form. Stay where it feels easy.",
    Answer.EASIEST: "This is its lightest form. You can leave it out and go on with the next.",
    Answer.SKIP: "Left out. On to the next.",
    Answer.HURTS: "Stop this one. Get comfortable and breathe out slowly. If the pain settles within a few minutes, you can go "
    "on with the next, or stop for today.",
    Answer.HURTS_AGAIN: "Enough for today. Rest in a position that feels good. If the pain is new and strong, or you notice "
    "numbness, weak legs or trouble with your bladder, do the check again now.",
}
"""What to say after each."""


def changed(session: Session, at_step: int, what: Asked) -> Session:
    """The session after somebody asked for something at a step (counted from 0).

    Steps before ``at_step`` stay as they are; the session goes on at ``at_step`` of the result. *Too much* leaves the rest
    of this exercise out, rests, and makes what follows lighter. *Easier* goes on in the lighter form from this set.
    *Skip* goes on with the next exercise. *Hurts* leaves the rest of this exercise out; the second time it ends the session.

    Raises:
        IndexError: when there is no such step.
    """
    here = session.steps[at_step]
    done, rest, later = _parts(session, at_step)
    if what is Asked.SKIP:
        return replace(session, steps=(*done, *later), advice=ADVICE[Answer.SKIP])
    if what is Asked.HURTS:
        return _hurts(session, here, done, later)
    if what is Asked.TOO_MUCH:
        return _too_much(session, here, done, later)
    return _easier(session, here, done, rest, later)


def _parts(session: Session, at_step: int) -> tuple[tuple[Step, ...], tuple[Step, ...], tuple[Step, ...]]:
    """What is done, what is left of this exercise, and what comes after it."""
    here = session.steps[at_step].intervention
    end = at_step
    while end < len(session.steps) and session.steps[end].intervention == here:
        end += 1
    return session.steps[:at_step], session.steps[at_step:end], session.steps[end:]


def _hurts(session: Session, here: Step, done: tuple[Step, ...], later: tuple[Step, ...]) -> Session:
    hurt = (*session.hurt, here.intervention)
    if session.hurt:
        return replace(session, steps=done, hurt=hurt, advice=ADVICE[Answer.HURTS_AGAIN], ended=True)
    return replace(session, steps=(*done, *later), hurt=hurt, advice=ADVICE[Answer.HURTS])


def _too_much(session: Session, here: Step, done: tuple[Step, ...], later: tuple[Step, ...]) -> Session:
    pause = Step(
        StepKind.REST,
        here.intervention,
        here.name,
        "Rest. Breathe calmly.",
        REST_AFTER_S,
        REST_AFTER_S,
        movement=here.movement,
        without=here.without,
        still=True,
        stop_signals=here.stop_signals,
    )
    lighter: list[Step] = []
    for name in dict.fromkeys(step.intervention for step in later):
        own = [step for step in later if step.intervention == name]
        ready = own[:1] if own[0].kind is StepKind.PREPARE else []
        form = session.easier.get(name, ())
        lighter += _in_place(ready, form) if form else own
    return replace(session, steps=(*done, pause, *lighter), easier={}, advice=ADVICE[Answer.TOO_MUCH])


def _in_place(ready: list[Step], form: tuple[Step, ...]) -> list[Step]:
    """A lighter form that begins with its own getting ready, which takes as long as the one that it replaces."""
    if not ready or form[0].kind is not StepKind.PREPARE:
        return list(form)
    return [replace(form[0], duration_s=ready[0].duration_s, usual_s=ready[0].usual_s), *form[1:]]


def _easier(session: Session, here: Step, done: tuple[Step, ...], rest: tuple[Step, ...], later: tuple[Step, ...]) -> Session:
    form = session.easier.get(here.intervention, ())
    same = bool(form) and form[0].intervention == here.intervention
    left = _still_to_do(form, here) if same else form
    if not form or not _less(left, rest):
        return replace(session, advice=ADVICE[Answer.EASIEST])
    others = {name: steps for name, steps in session.easier.items() if name != here.intervention}
    return replace(session, steps=(*done, *left, *later), easier=others, advice=ADVICE[Answer.EASIER])


def _still_to_do(form: tuple[Step, ...], here: Step) -> tuple[Step, ...]:
    """The part of the lighter form from this set and side on; all of it while somebody is getting ready."""
    if here.kind is StepKind.PREPARE:
        return form
    after = tuple(step for step in form if step.kind is not StepKind.PREPARE and step.set_number >= here.set_number)
    if here.side is not Side.OTHER:
        return after
    first = next((number for number, step in enumerate(after) if step.side is Side.OTHER), len(after))
    return after[first:]


def _less(left: tuple[Step, ...], rest: tuple[Step, ...]) -> bool:
    """Is the work that is left no more than before?"""
    return bool(left) and _work_s(left) <= _work_s(rest)


def _work_s(steps: tuple[Step, ...]) -> float:
    return sum(step.usual_s for step in steps if step.kind in WORKING)
