"""A week made by hand over the small base, with everything in it that a format must carry."""

from datetime import date

from spinewise.interop.watch import Signs, Watch, watch_for
from spinewise.knowledge import Dose, Findings, KnowledgeBase
from spinewise.planning import Plan, PlannedItem, Why
from tests.knowledge.small import GOOD, INTERVENTION, base_of

AWKWARD = 'Say "no"; 100 % of #it, $5 @home *now* \\ [x] <y> \u2013 \u00e9\u4e2d'
"""Signs that mean something to one format or another."""


WALK = Dose("walk", 10, "light")
SQUAT = Dose("squat", 5, "light", sets=2, repetitions=1, hold_s=2.5)


def watch() -> Watch:
    """What somebody of whom nothing is known should watch for."""
    return watch_for(Findings(), base())


def own_watch() -> Watch:
    """Signs for everybody, for this person, and what is not ruled out."""
    return Watch(
        (Signs("", ("Numb between the legs.",), ("Fever.",)), Signs("In pregnancy", ("Bleeding.",), ())),
        (Signs("Cancer now or in the past", (), ("New pain at night.",)),),
    )


def base() -> KnowledgeBase:
    dosage = {**INTERVENTION["dosage"], "sets": 2, "repetitions": 1, "hold_s": 2.5}
    squat = {**INTERVENTION, "id": "squat", "name": "Squat", "slots": ["evening"], "dosage": dosage, "steps": ["Sit.", AWKWARD]}
    return base_of({**GOOD, "intervention": [INTERVENTION, squat]})


def week() -> Plan:
    why = (Why("It eases pain.", ("pain",), ("guideline",)),)
    items = [PlannedItem(day, "morning", "walk", WALK, why) for day in (0, 2, 4)]
    items += [PlannedItem(0, "morning", "squat", SQUAT, why), PlannedItem(6, "evening", "squat", SQUAT, why)]
    return Plan(
        week=date(2026, 11, 26),
        items=tuple(sorted(items, key=lambda item: (item.day, item.slot))),
        objective=10.0,
        bound=11.0,
        changes={"walk": ("Walk slowly.",)},
    )


def empty_week() -> Plan:
    return Plan(week=date(2026, 11, 26), items=(), objective=0.0, bound=0.0)
