"""A session from its doses: in order, with what may take the place of what is too hard."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spinewise.coaching.building import steps_of
from spinewise.coaching.order import in_order
from spinewise.coaching.records import Session, Step, StepKind
from spinewise.coaching.suiting import Clearances, is_left, offered
from spinewise.knowledge import Dose, KnowledgeBase

_SHARE = 0.6
_SHORTEST_HOLD_S = 2.0
WORKING = frozenset({StepKind.MOVE, StepKind.HOLD, StepKind.BREATHE})


def session_of(
    items: Sequence[Dose],
    base: KnowledgeBase,
    *,
    clearances: Clearances = None,
    easier: Mapping[str, Dose] | None = None,
) -> Session:
    """A guided session for doses of interventions.

    One exercise usually takes between a quarter and seven quarters of the whole minutes of its dose, getting ready and rests
    counted in; several together take their minutes within a third. The tests hold this for every intervention.

    Args:
        items: what is to be done, each intervention once; the session puts it in order.
        base: the knowledge base.
        clearances: what safety says of every intervention for this person. What it does not offer is left out (and
            named in ``left_out``), what it changes carries the change, and poses, parts and holds that a change takes away
            are not played. Leave it away only for what nobody does, such as a look at the library.
        easier: for an intervention a lighter dose, of itself or of another; else a part of the same dose. Only what
            safety offers and what is no heavier is taken.
    """
    taken = [dose for dose in items if _is_in(dose.intervention, base, clearances)]
    ordered = in_order(taken, base)
    steps: list[Step] = []
    lighter: dict[str, tuple[Step, ...]] = {}
    before = None
    for dose in ordered:
        own = steps_of(dose, base, before, clearances)
        steps += own
        other = (easier or {}).get(dose.intervention)
        found = _lighter(own, (other, gentler(dose)) if other else (gentler(dose),), base, clearances)
        if found:
            lighter[dose.intervention] = found
        before = base.interventions[dose.intervention]
    gone = tuple(dose.intervention for dose in items if dose not in taken)
    return Session(tuple(steps), lighter, gone)


def gentler(dose: Dose) -> Dose:
    """A part of the same dose: shorter holds, fewer times, one set less, less time; never more of anything."""
    return replace(
        dose,
        minutes=max(1, int(dose.minutes * _SHARE)),
        sets=max(1, dose.sets - 1) if dose.sets else dose.sets,
        repetitions=max(1, int(dose.repetitions * _SHARE)) if dose.repetitions else dose.repetitions,
        hold_s=min(dose.hold_s, max(_SHORTEST_HOLD_S, round(dose.hold_s * _SHARE))) if dose.hold_s else dose.hold_s,
    )


def work_s(steps: Sequence[Step]) -> float:
    """How long is moved, held or breathed in these steps."""
    return sum(step.usual_s for step in steps if step.kind in WORKING)


def _lighter(own: tuple[Step, ...], doses: Sequence[Dose], base: KnowledgeBase, clearances: Clearances) -> tuple[Step, ...]:
    """The steps of the first dose that safety offers and that is lighter indeed."""
    item = base.interventions[own[0].intervention]
    for dose in doses:
        if not _is_in(dose.intervention, base, clearances) or base.interventions[dose.intervention].load > item.load:
            continue
        steps = steps_of(dose, base, item, clearances)
        if _times(steps) <= _times(own) and _less_work(steps, own, same=dose.intervention == item.id):
            return steps
    return ()


def _less_work(steps: Sequence[Step], own: Sequence[Step], *, same: bool) -> bool:
    """Less time of work; another exercise may take the same time."""
    return work_s(steps) < work_s(own) or (not same and work_s(steps) <= work_s(own))


def _times(steps: Sequence[Step]) -> int:
    return sum(step.repetitions for step in steps if step.kind in WORKING)


def _is_in(intervention: str, base: KnowledgeBase, clearances: Clearances) -> bool:
    """Does safety offer it, and leave something of it?"""
    return offered(intervention, clearances) and is_left(intervention, base, clearances)
