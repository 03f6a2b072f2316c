"""Breathing patterns and timers: they belong to an intervention, and no pattern asks for more than its safety rules know."""

from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Pacer

SHORT_PAUSE_S = 2.0
"""A pause up to here is no held breath."""
SHORTEST_BREATH_S, LONGEST_BREATH_S = 6.0, 20.0
"""From three to ten breaths a minute."""


def pacers_belong_to_interventions(base: KnowledgeBase) -> Iterator[Problem]:
    """What guards a pacer and what it paces are interventions; each is paced once."""
    paced: dict[str, str] = {}
    for pacer in base.pacers.values():
        for key, name in (("intervention", pacer.intervention), *(("paces", name) for name in pacer.paces)):
            if name not in base.interventions:
                yield problem(base, "pacer", pacer.id, key, f"no intervention is called {name!r}", "Correct the id")
        for name in pacer.paces:
            if name in paced:
                what = f"{name} is paced by {paced[name]} as well"
                yield problem(base, "pacer", pacer.id, "paces", what, "Leave it in one of them")
            paced[name] = pacer.id


def patterns_are_breaths(base: KnowledgeBase) -> Iterator[Problem]:
    """A breathing pattern is one slow breath from in to out; quiet time has no pattern; the minutes rise."""
    for pacer in base.pacers.values():
        for key, what, remedy in _faults(pacer):
            yield problem(base, "pacer", pacer.id, key, what, remedy)


def held_breaths_are_guarded(base: KnowledgeBase) -> Iterator[Problem]:
    """Who may not hold the breath is not asked to: a pattern with a long pause has an intervention that demands it."""
    for pacer in base.pacers.values():
        guard = base.interventions.get(pacer.intervention)
        held = any(part.do in ("hold", "rest") and part.lasts_s > SHORT_PAUSE_S for part in pacer.breath)
        if held and guard is not None and "breath-hold" not in guard.demands:
            what = f"it holds the breath, but {guard.id} has no demand 'breath-hold'"
            yield problem(base, "pacer", pacer.id, "intervention", what, "Name one that has, or make the pause shorter")


def _faults(pacer: Pacer) -> Iterator[tuple[str, str, str]]:
    if bool(pacer.breath) is not (pacer.style == "breathing"):
        yield "breath", "only a breathing pattern has a breath", "Give it one breath, or another style"
    if pacer.breath and (pacer.breath[0].do != "in" or pacer.breath[-1].do not in ("out", "rest")):
        yield "breath", "a breath goes from in to out", "Begin with 'in' and end with 'out' or 'rest'"
    if pacer.breath and not SHORTEST_BREATH_S <= pacer.breath_s <= LONGEST_BREATH_S:
        what = f"one breath lasts {pacer.breath_s:g} seconds"
        yield "breath", what, f"Make it {SHORTEST_BREATH_S:g} to {LONGEST_BREATH_S:g} seconds"
    if not pacer.minutes.min <= pacer.minutes.usual <= pacer.minutes.max:
        yield "minutes", "they do not rise from min to max", "Put them in order"


CHECKS = (pacers_belong_to_interventions, patterns_are_breaths, held_breaths_are_guarded)
