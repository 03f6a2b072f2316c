"""Changes that take something away: pictures and cues must be able to follow them."""

import re
from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Ask, Demand, Intervention, Movement, Precaution, SafetyRule

TAKES_AWAY = re.compile(r"\bLeave out\b|\b[Dd]o not (hold|stretch)\b")
"""Words of a change that a picture and its cues have to follow."""
PICTURED: frozenset[Demand] = frozenset(
    {"flexion-end", "flexion-loaded", "extension-end", "rotation-end", "neck-end", "nerve-tension", "impact", "inversion"}
)
"""Demands that can be seen in a pose."""


def what_is_taken_away_is_there(base: KnowledgeBase) -> Iterator[Problem]:
    """A change leaves out what a pose or part of its exercise asks, shortens a hold that is there, plays what can be seen."""
    for item in base.interventions.values():
        asked = _asked_by(item, base)
        for number, care in enumerate(item.precautions):
            for key, what in (*_not_asked(care.leaves_out, asked), *_bad_form(item, care, base)):
                remedy = "Mark the pose or part that asks it, or take this away"
                yield problem(base, "intervention", item.id, f"precautions[{number}].{key}", what, remedy)
    for rule in base.safety_rules.values():
        touched = [item for item in base.interventions.values() if not set(rule.demands).isdisjoint(item.demands)]
        asked = frozenset[Ask]().union(*(_asked_by(item, base) for item in touched))
        for key, what in _not_asked(rule.leaves_out, asked):
            yield problem(base, "safety-rule", rule.id, key, what, "Mark the pose or part that asks it, or take this away")


def what_is_asked_can_be_taken_away(base: KnowledgeBase) -> Iterator[Problem]:
    """What a pose or part is marked with is left out by some change of an exercise in which it is played."""
    for movement in base.movements.values():
        taken = {ask for item in _played_in(movement, base) for ask in _taken_from(item, base)}
        for ask in sorted(_own(movement) - taken):
            what = f"no change of what it shows leaves out {ask!r}"
            yield problem(base, "movement", movement.id, "asks", what, "Let a change leave it out, or take the mark away")


def changes_that_take_away_are_marked(base: KnowledgeBase) -> Iterator[Problem]:
    """A change that says to leave something out or not to hold says it in a way that pictures and cues follow."""
    for item in base.interventions.values():
        for number, care in enumerate(item.precautions):
            if _shown(item, base) and TAKES_AWAY.search(care.change) and not _is_marked(care):
                yield problem(base, "intervention", item.id, f"precautions[{number}].change", _SAYS, _MARK)
    for rule in base.safety_rules.values():
        if not PICTURED.isdisjoint(rule.demands) and TAKES_AWAY.search(rule.change) and not _is_marked(rule):
            yield problem(base, "safety-rule", rule.id, "change", _SAYS, _MARK)


_SAYS = "it takes something away, but pictures and cues do not know what"
_MARK = "Add leaves_out, hold_at_most_s or plays, or say it another way"


def _is_marked(change: Precaution | SafetyRule) -> bool:
    plays = isinstance(change, Precaution) and change.plays
    return bool(change.leaves_out or change.hold_at_most_s or plays)


def _not_asked(leaves_out: tuple[Ask, ...], asked: frozenset[Ask]) -> Iterator[tuple[str, str]]:
    yield from (("leaves_out", f"nothing of what it changes asks {ask!r}") for ask in leaves_out if ask not in asked)


def _bad_form(item: Intervention, care: Precaution, base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    form = base.interventions.get(care.plays, item)
    if care.plays and (form is item or not any(one.poses for one in _shown(form, base))):
        yield "plays", f"no movement with poses shows {care.plays!r}"
    poses = [pose.hold_s for one in _shown(form, base) for pose in one.poses]
    if care.hold_at_most_s and max(item.dosage.hold_s or 0.0, *poses, 0.0) <= care.hold_at_most_s:
        yield "hold_at_most_s", "no hold of it is longer"


def _shown(item: Intervention, base: KnowledgeBase) -> list[Movement]:
    return [movement for movement in base.movements.values() if item.id in movement.shows]


def _own(movement: Movement) -> frozenset[Ask]:
    of_poses = {ask for pose in movement.poses for ask in pose.asks}
    return frozenset(of_poses.union(*(part.asks for part in movement.parts)))


def _asked_by(item: Intervention, base: KnowledgeBase) -> frozenset[Ask]:
    """All that its movement, or a part of its set, asks."""
    whole = _shown(item, base)
    moves = [base.movements[part.move] for one in whole for part in one.parts if part.move in base.movements]
    return frozenset[Ask]().union(*(_own(one) for one in (*whole, *moves)))


def _played_in(movement: Movement, base: KnowledgeBase) -> list[Intervention]:
    """What it shows, itself or as a part of a set."""
    sets = [one for one in base.movements.values() if any(part.move == movement.id for part in one.parts)]
    shown = {name for one in (movement, *sets) for name in one.shows}
    return [base.interventions[name] for name in sorted(shown) if name in base.interventions]


def _taken_from(item: Intervention, base: KnowledgeBase) -> Iterator[Ask]:
    for care in item.precautions:
        yield from care.leaves_out
    for rule in base.safety_rules.values():
        if not set(rule.demands).isdisjoint(item.demands):
            yield from rule.leaves_out


CHECKS = (what_is_taken_away_is_there, what_is_asked_can_be_taken_away, changes_that_take_away_are_marked)
