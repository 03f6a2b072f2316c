"""What ``plan`` answers."""

from collections.abc import Iterable
from datetime import timedelta

import msgspec

from spinewise.interop.answers.doses import dose_document, why_document
from spinewise.interop.answers.words import Json
from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.knowledge.records import Dosage, Intervention, SafetyNet
from spinewise.planning import Place, Plan, PlannedItem, Refusal


def plan_document(
    plan: Plan | Refusal, nets: Iterable[SafetyNet], base: KnowledgeBase, disposition: Disposition
) -> dict[str, Json]:
    """The keys of ``plan``. ``refused`` is null, or tells why there is no week; ``waiting``: somebody is to be seen first."""
    net: list[Json] = [_net(one) for one in nets]
    if isinstance(plan, Refusal):
        refused: Json = {"reason": plan.reason, "says": plan.says, "sources": list(plan.sources)}
        empty: dict[str, Json] = {"week": None, "objective": None, "bound": None, "gap": None, "proven": False, "days": []}
        return {"refused": refused, **empty, "programmes": [], "waiting": False, "safety_net": net}
    return {
        "refused": None,
        "week": plan.week.isoformat(),
        "objective": plan.objective,
        "bound": plan.bound,
        "gap": plan.gap,
        "proven": plan.proven,
        "days": [_day(plan, day, base) for day in range(7)],
        "programmes": [_programme(place) for place in plan.programme.places] if plan.programme else [],
        "waiting": disposition >= Disposition.WITHIN_DAYS,
        "safety_net": net,
    }


def _programme(place: Place) -> Json:
    programme, phase = place.programme, place.phase
    return {"programme": programme.id, "name": programme.name, "phase": phase.id, "phase_name": phase.name}


def _day(plan: Plan, day: int, base: KnowledgeBase) -> Json:
    items: list[Json] = [_item(item, plan, base) for item in plan.on(day)]
    return {"date": (plan.week + timedelta(days=day)).isoformat(), "items": items}


def _dosage(item: PlannedItem, intervention: Intervention) -> Dosage:
    """The dosage of the intervention with the numbers of this person's dose in it."""
    dose = item.dose
    return msgspec.structs.replace(
        intervention.dosage,
        minutes=dose.minutes,
        sets=dose.sets,
        repetitions=dose.repetitions,
        hold_s=dose.hold_s,
        intensity=dose.intensity,
    )


def _item(item: PlannedItem, plan: Plan, base: KnowledgeBase) -> Json:
    intervention = base.interventions[item.intervention]
    sources = dict.fromkeys([*intervention.sources, *(source for why in item.why for source in why.sources)])
    dosage: Json = msgspec.to_builtins(_dosage(item, intervention))
    return {
        "intervention": item.intervention,
        "name": intervention.name,
        "slot": item.slot,
        "minutes": item.minutes,
        "dosage": dosage,
        "dose": dose_document(item.dose),
        "dose_why": why_document(item.dose_why),
        "changes": list(plan.changes.get(item.intervention, ())),
        "why": why_document(item.why),
        "sources": list(sources),
    }


def _net(net: SafetyNet) -> Json:
    return {
        "id": net.id,
        "name": net.name,
        "emergency": list(net.emergency),
        "doctor": list(net.doctor),
        "sources": list(net.sources),
    }
