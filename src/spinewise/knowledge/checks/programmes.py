"""Programmes: names that exist, ways that lead on, no dead end, and somebody for everybody."""

from collections.abc import Iterator
from itertools import pairwise

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.possible import settling_finding
from spinewise.knowledge.checks.walk import described, problem
from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.reach import reached_by
from spinewise.knowledge.records import HeldBack, Phase, Preferred, Programme

MOST_CORE = 2
"""Items that a phase may be there for."""


def named_items_exist(base: KnowledgeBase) -> Iterator[Problem]:
    """Interventions and programmes that a programme names are there."""
    for one in base.programmes.values():
        for key, line in _lines(one):
            for name in sorted(set(line.items) - base.interventions.keys()):
                yield _wrong(base, one, f"{key}.items", f"no intervention is called {name!r}", "Correct the id")
        for place, hand_over in enumerate(one.then):
            if hand_over.programme not in base.programmes:
                what = f"no programme is called {hand_over.programme!r}"
                yield _wrong(base, one, f"then[{place}].programme", what, "Correct the id")


def named_phases_exist(base: KnowledgeBase) -> Iterator[Problem]:
    """Phases that a programme names are there, once each."""
    for one in base.programmes.values():
        ids = [phase.id for phase in one.phases]
        for name in sorted({name for name in ids if ids.count(name) > 1}):
            yield _wrong(base, one, "phases", f"two phases are called {name!r}", "Give one of them another id")
        for key, name in _ways(one):
            if name not in ids:
                yield _wrong(base, one, key, f"no phase is called {name!r}", f"Its phases are {', '.join(ids)}")


def ways_lead_on(base: KnowledgeBase) -> Iterator[Problem]:
    """A way out leads to a later phase, a step back to an earlier one; so no walk through them goes in a circle."""
    for one in base.programmes.values():
        ids = [phase.id for phase in one.phases]
        for number, phase in enumerate(one.phases):
            for way in phase.leave:
                if way.to in ids[: number + 1]:
                    yield _wrong(base, one, f"phases[{number}].leave", f"{way.to!r} is no later phase", "Lead on, or use back")
            for step in phase.back:
                if step.to in ids[number:]:
                    what = f"{step.to!r} is no earlier phase"
                    yield _wrong(base, one, f"phases[{number}].back", what, "Lead back, or use leave")


def no_phase_is_a_dead_end(base: KnowledgeBase) -> Iterator[Problem]:
    """A phase lasts, or it says how long at most and what comes then; before the last phase there is a way on."""
    for one in base.programmes.values():
        for number, phase in enumerate(one.phases):
            key = f"phases[{number}]"
            if phase.lasting and (phase.longest or phase.leave):
                what = "it is lasting and has an end as well"
                yield _wrong(base, one, key, what, "Take out lasting, or longest and leave")
            if not phase.lasting and phase.longest is None:
                yield _wrong(base, one, key, "it could last for ever", "Add longest, or say lasting: true")
            if phase.lasting and number + 1 < len(one.phases):
                yield _wrong(base, one, key, "it lasts, so that what comes after is never reached", "Put it last")


def every_phase_is_reached(base: KnowledgeBase) -> Iterator[Problem]:
    """From the first phase there is a way to each other one."""
    for one in base.programmes.values():
        reached = {one.phases[0].id}
        for phase, after in pairwise(one.phases):
            if phase.id in reached:
                reached |= {way.to for way in phase.leave}
                reached |= {after.id} if phase.longest is not None and phase.longest.then == "next" else set()
        for phase in one.phases:
            if phase.id not in reached:
                yield _wrong(base, one, f"phases.{phase.id}", "no way leads to this phase", "Add a leave before it")


def ways_are_possible(base: KnowledgeBase) -> Iterator[Problem]:
    """No way on, step back or hand-over waits for what can never be while the programme applies."""
    for one in base.programmes.values():
        for key, when in _conditions(one):
            if one.gate is not None and _never_together(one.gate, when, base):
                what = f"it can never be so in this programme: {described(when, base)}"
                yield _wrong(base, one, key, what, "Correct it, or the gate")


def hand_overs_hold(base: KnowledgeBase) -> Iterator[Problem]:
    """When a hand-over comes, this programme is over and the other one is open."""
    for one in base.programmes.values():
        for place, hand_over in enumerate(one.then):
            key, other = f"then[{place}].when", base.programmes.get(hand_over.programme)
            if one.gate is None or not _never_together(one.gate, hand_over.when, base):
                yield _wrong(base, one, key, "both programmes would go on", "Close this one's gate by then")
            if other is not None and other.gate is not None and _never_together(other.gate, hand_over.when, base):
                yield _wrong(base, one, key, f"{other.id} is not open then", "Correct the condition, or name another")


def everybody_is_met(base: KnowledgeBase) -> Iterator[Problem]:
    """One programme is for everybody, so that nobody stands outside."""
    programmes = base.programmes.values()
    if programmes and not any(one.fallback or (one.gate is None and one.unless is None) for one in programmes):
        yield Problem("programmes", "gate", "nobody is sure to be in a programme", "Add one without a gate, or a fallback")


def what_is_preferred_is_not_held_back(base: KnowledgeBase) -> Iterator[Problem]:
    """A phase never holds back what it names as its own, and leaves something to do."""
    for one in base.programmes.values():
        for number, phase in enumerate(one.phases):
            held = _held(one, phase, base)
            for line in phase.prefer:
                for name in sorted(held & set(line.items)):
                    what = f"{name} is preferred and held back at once"
                    yield _wrong(base, one, f"phases[{number}].prefer", what, "Decide for one")
            if base.interventions and held >= base.interventions.keys():
                yield _wrong(base, one, f"phases[{number}].hold_back", "nothing is left to do", "Hold back less")


def core_items_are_few(base: KnowledgeBase) -> Iterator[Problem]:
    """A phase is there for two items at most; what is a whole family is no core."""
    for one in base.programmes.values():
        for number, phase in enumerate(one.phases):
            core = [line for line in phase.prefer if line.weight == "core"]
            if sum(len(line.items) for line in core) > MOST_CORE or any(line.families for line in core):
                what = "more than two items are its core, or a whole family"
                yield _wrong(base, one, f"phases[{number}].prefer", what, "Keep one or two items, and make the others moderate")


def _wrong(base: KnowledgeBase, one: Programme, key: str, what: str, remedy: str) -> Problem:
    return problem(base, "programme", one.id, key, what, remedy)


def _held(one: Programme, phase: Phase, base: KnowledgeBase) -> frozenset[str]:
    lines = (*one.hold_back, *phase.hold_back)
    return frozenset().union(*(reached_by(line, base) for line in lines if line.unless is None))


def _lines(one: Programme) -> Iterator[tuple[str, HeldBack | Preferred]]:
    yield from ((f"hold_back[{place}]", line) for place, line in enumerate(one.hold_back))
    for number, phase in enumerate(one.phases):
        yield from ((f"phases[{number}].hold_back[{place}]", line) for place, line in enumerate(phase.hold_back))
        yield from ((f"phases[{number}].prefer[{place}]", line) for place, line in enumerate(phase.prefer))


def _ways(one: Programme) -> Iterator[tuple[str, str]]:
    for number, phase in enumerate(one.phases):
        yield from ((f"phases[{number}].leave[{place}].to", way.to) for place, way in enumerate(phase.leave))
        yield from ((f"phases[{number}].back[{place}].to", step.to) for place, step in enumerate(phase.back))


def _conditions(one: Programme) -> Iterator[tuple[str, Condition]]:
    for number, phase in enumerate(one.phases):
        for place, way in enumerate(phase.leave):
            if way.when is not None:
                yield f"phases[{number}].leave[{place}].when", way.when
        yield from ((f"phases[{number}].back[{place}].when", step.when) for place, step in enumerate(phase.back))
        spared = [(place, step.unless) for place, step in enumerate(phase.back) if step.unless is not None]
        yield from ((f"phases[{number}].back[{place}].unless", unless) for place, unless in spared)


def _never_together(first: Condition, second: Condition, base: KnowledgeBase) -> bool:
    known = first.findings() | second.findings() <= base.findings.keys()
    return known and settling_finding((first, second), False, base) is not None


CHECKS = (
    named_items_exist,
    named_phases_exist,
    ways_lead_on,
    no_phase_is_a_dead_end,
    every_phase_is_reached,
    ways_are_possible,
    hand_overs_hold,
    everybody_is_met,
    what_is_preferred_is_not_held_back,
    core_items_are_few,
)
