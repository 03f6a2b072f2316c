"""Interventions: a dose that can be planned, nothing harmful, and demands that fit what is done."""

from collections.abc import Iterator, Mapping

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.rules import HARMLESS
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Demand, Family, Intervention, Position

HARD_LOAD = 3
MOST_WITH_REST_DAYS = 3
"""More times in seven days leave no free day between hard efforts, week after week."""
DEMAND_OF_POSITION: Mapping[Position, Demand] = {
    "lying-on-back": "supine",
    "lying-on-front": "prone",
    "hands-and-knees": "hands-knees",
    "kneeling": "kneeling",
    "in-water": "water-immersion",
}
ACTIVE: tuple[Family, ...] = ("exercise", "stretch", "mobility", "aerobic")


def doses_can_be_planned(base: KnowledgeBase) -> Iterator[Problem]:
    """The least, the usual and the most times a week rise, and hard efforts leave days of rest."""
    for item in base.interventions.values():
        often = item.dosage.frequency_per_week
        if not often.min <= often.usual <= often.max:
            what = f"min {often.min}, usual {often.usual}, max {often.max} do not rise"
            yield _about(base, item, "dosage.frequency_per_week", what, "Put them in rising order")
        if item.load == HARD_LOAD and often.min > MOST_WITH_REST_DAYS:
            what = f"a hard effort {often.min} times a week leaves no day of rest between"
            yield _about(base, item, "dosage.frequency_per_week", what, f"Ask for at most {MOST_WITH_REST_DAYS}, or less load")


def doses_are_possible(base: KnowledgeBase) -> Iterator[Problem]:
    """Sets, repetitions and seconds are above zero and fit into the minutes."""
    for item in base.interventions.values():
        dose = item.dosage
        for key, value in {"sets": dose.sets, "repetitions": dose.repetitions, "hold_s": dose.hold_s}.items():
            if value is not None and value <= 0:
                yield _about(base, item, f"dosage.{key}", f"{value:g} is not above 0", "Correct it, or leave it out")
        least_s = (dose.sets or 1) * (dose.repetitions or 1) * (dose.hold_s or 0)
        if least_s > dose.minutes * 60:
            what = f"the holds alone take {least_s:g} s, more than {dose.minutes} min"
            yield _about(base, item, "dosage.minutes", what, "Give more minutes, or less to do")


def nothing_harmful_is_offered(base: KnowledgeBase) -> Iterator[Problem]:
    """What is known to harm is told as a claim, never offered."""
    for item in base.interventions.values():
        if item.evidence.direction == "harms":
            what = "what is known to harm is offered"
            yield _about(base, item, "evidence.direction", what, "Take it out and write a claim about it")


def demands_fit_the_position(base: KnowledgeBase) -> Iterator[Problem]:
    """A position carries its demand: the safety rules hang on it."""
    for item in base.interventions.values():
        needed = DEMAND_OF_POSITION.get(item.position)
        if needed is not None and needed not in item.demands:
            what = f"it is done {item.position}, but does not demand {needed!r}"
            yield _about(base, item, "demands", what, f"Add {needed}: the safety rules hang on it")


def demands_fit_the_family(base: KnowledgeBase) -> Iterator[Problem]:
    """Active exercise demands something of the body, and what is harmless demands nothing else."""
    for item in base.interventions.values():
        if item.family in ACTIVE and set(item.demands) == {HARMLESS}:
            what = f"the family {item.family!r} never demands nothing of the body"
            yield _about(base, item, "demands", what, "Name what it demands: the safety rules hang on it")
        if HARMLESS in item.demands and len(item.demands) > 1:
            what = f"it is called {HARMLESS!r} and demands more"
            yield _about(base, item, "demands", what, f"Take {HARMLESS} out, or the others")


def lists_hold_each_once(base: KnowledgeBase) -> Iterator[Problem]:
    """No step, slot, thing or demand stands twice."""
    for item in base.interventions.values():
        lists = {"steps": item.steps, "slots": item.slots, "equipment": item.equipment, "demands": item.demands}
        for key, values in lists.items():
            twice = sorted({value for value in values if values.count(value) > 1})
            if twice:
                yield _about(base, item, key, f"it holds twice: {', '.join(twice)}", "Keep one of them")


def _about(base: KnowledgeBase, item: Intervention, key: str, what: str, remedy: str) -> Problem:
    return problem(base, "intervention", item.id, key, what, remedy)


CHECKS = (
    doses_can_be_planned,
    doses_are_possible,
    nothing_harmful_is_offered,
    demands_fit_the_position,
    demands_fit_the_family,
    lists_hold_each_once,
)
