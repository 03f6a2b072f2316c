"""What of an exercise suits a person: poses, parts and holds that a change takes away are not played."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.knowledge.records import Intervention, Movement
from spinewise.movement import asked_by, movement_of, without
from spinewise.safety import Clearance

Clearances = Mapping[str, Clearance] | None
"""What safety says of every intervention for a person; ``None`` for nobody, such as a look at the library."""
LEFT_OUT = "This part is left out for you: {says}"


@dataclass(frozen=True, slots=True)
class Move:
    """One movement as this person does it."""

    movement: Movement | None
    says: str = ""
    """What to do with it in a set."""
    without: tuple[str, ...] = ()
    """What its poses ask and this person must not do."""
    changes: tuple[str, ...] = ()
    """What safety asks to do differently in this part, beside what it asks in the whole."""
    said_first: tuple[str, ...] = ()
    """Those of the changes that no picture or cue follows."""


@dataclass(frozen=True, slots=True)
class Suited:
    """What is left of an exercise."""

    moves: tuple[Move, ...]
    """Its movement, or those of a set in their order; none where nothing shows it, or nothing of it is left."""
    gone: tuple[str, ...] = ()
    """The parts of a set that are left out, in words."""


def played(item: Intervention, base: KnowledgeBase, clearances: Clearances) -> Intervention:
    """The intervention whose movement and steps are played for it: its own, or the form that a change names."""
    own = clearances[item.id] if clearances is not None else None
    return base.interventions[own.plays] if own and own.plays else item


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture of an exercise as a person does it: of which intervention, and what is left out of it."""

    intervention: str
    leaves_out: frozenset[str] = frozenset()
    """What poses and parts ask, and the movements of parts."""


def shown_as(intervention: str, base: KnowledgeBase, clearances: Clearances) -> Shown:
    """How the picture of the whole exercise agrees with what safety says of this person."""
    if clearances is None or intervention not in clearances:
        return Shown(intervention)
    form = played(base.interventions[intervention], base, clearances).id
    whole = movement_of(base, form)
    left = suited(intervention, whole, base, clearances) if whole else Suited(())
    kept = {move.movement.id for move in left.moves if move.movement}
    gone = {part.move for part in whole.parts if part.move not in kept} if whole else set()
    return Shown(form, frozenset(gone.union(*(move.without for move in left.moves))))


def offered(intervention: str, clearances: Clearances) -> bool:
    """May it be in a session of this person?"""
    return clearances is None or (intervention in clearances and clearances[intervention].offered)


def is_left(intervention: str, base: KnowledgeBase, clearances: Clearances) -> bool:
    """Is anything of it left to do for this person?"""
    form = played(base.interventions[intervention], base, clearances)
    movement = movement_of(base, form.id)
    known = form.id == intervention or offered(form.id, clearances)
    return known and (movement is None or bool(suited(intervention, movement, base, clearances).moves))


def suited(intervention: str, movement: Movement, base: KnowledgeBase, clearances: Clearances) -> Suited:
    """The moves of an exercise that a person may do, each without the poses that a change takes away."""
    own = clearances[intervention] if clearances is not None else None
    taken = own.leaves_out if own else frozenset()
    if movement.poses:
        other = clearances[own.plays] if clearances and own and own.plays in clearances else None
        return Suited((_move(movement, "", taken, other),))
    kept: list[Move] = []
    gone: list[str] = []
    for part in movement.parts:
        move = base.movements[part.move]
        does = _exercise_of(move, intervention, clearances)
        if not taken.isdisjoint(part.asks) or (does and not offered(does, clearances)):
            gone.append(part.says)
        else:
            kept.append(_move(move, part.says, taken, clearances[does] if clearances and does else None))
    return Suited(tuple(kept), tuple(gone))


def said_first(clearance: Clearance | None, asked: Collection[str]) -> tuple[str, ...]:
    """The changes that pictures and cues do not follow by themselves, so that they must be said before each step.

    ``asked`` is all that the poses and parts of the exercise ask and a change can take away.
    """
    grounds = clearance.grounds if clearance else ()
    left = [one.change for one in grounds if not one.plays and set(asked).isdisjoint(one.leaves_out)]
    return tuple(dict.fromkeys(change for change in left if change))


def asked_in(movement: Movement, base: KnowledgeBase) -> frozenset[str]:
    """All that the poses and parts of an exercise ask and a change can take away."""
    return asked_by(movement).union(*(asked_by(base.movements[part.move]) for part in movement.parts))


def held_at_most(dose: Dose, movement: Movement | None, clearance: Clearance | None) -> Dose:
    """The dose with no longer hold than the changes leave."""
    most_s = clearance.hold_at_most_s if clearance else None
    longest_s = max((pose.hold_s for pose in movement.poses), default=0.0) if movement else 0.0
    return dose if most_s is None or (dose.hold_s or longest_s) <= most_s else replace(dose, hold_s=most_s)


def _move(movement: Movement, says: str, taken: frozenset[str], part: Clearance | None = None) -> Move:
    gone = (taken | part.leaves_out if part else taken) & asked_by(movement)
    left = without(movement, gone) or movement
    return Move(left, says, tuple(sorted(gone)), part.changes if part else (), said_first(part, asked_by(movement)))


def _exercise_of(movement: Movement, whole: str, clearances: Clearances) -> str:
    """The exercise that a part is: the one with its name, else one that it shows, if possible one that is offered."""
    shown = (movement.id,) if movement.id in movement.shows else tuple(name for name in movement.shows if name != whole)
    return next((name for name in shown if offered(name, clearances)), shown[0] if shown else "")
