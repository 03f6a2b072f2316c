"""A week as a FHIR R4B CarePlan: one activity for each intervention and slot, with its days and its times."""

import hashlib
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from fhir.resources.R4B.careplan import CarePlan

from spinewise.interop.dose_words import as_list, dose_in_words, doses, planned
from spinewise.interop.fhir.codes import code
from spinewise.interop.files import write_whole
from spinewise.interop.times import DAYS, SLOT_BEGINS, WEEKDAYS, timed_items
from spinewise.interop.watch import Signs, Watch
from spinewise.knowledge import Dose, KnowledgeBase
from spinewise.knowledge.records import Intervention, Slot
from spinewise.planning import Plan

Resource = dict[str, Any]


def write_care_plan(plan: Plan, base: KnowledgeBase, watch: Watch, path: Path) -> None:
    """Write a week as FHIR JSON. Raises ``BadInput`` when the path cannot be written."""
    write_whole(path, json.dumps(care_plan_of(plan, base, watch), ensure_ascii=False, indent=2).encode() + b"\n")


def care_plan_of(plan: Plan, base: KnowledgeBase, watch: Watch) -> Resource:
    """A week as a CarePlan that the R4B models accept. The same week has the same id."""
    raw = {
        "resourceType": "CarePlan",
        "id": _id(plan),
        "status": code("request-status", "active"),
        "intent": code("care-plan-intent", "plan"),
        "title": "A week of self-care for the back",
        "subject": {"display": "The person for whom this week was made"},
        "period": _period(plan),
        "activity": [{"detail": detail} for detail in _details(plan, base)],
        "note": [{"text": text} for text in _notes(plan, base, watch)],
    }
    resource: Resource = json.loads(CarePlan.model_validate(raw).model_dump_json())
    return resource


def _id(plan: Plan) -> str:
    told = [plan.week.isoformat(), *(f"{item.day} {item.slot} {item.intervention} {item.minutes}" for item in plan.items)]
    digest = hashlib.blake2b("\n".join(told).encode(), digest_size=10).hexdigest()
    return f"spinewise-{plan.week.isoformat()}-{digest}"


def _period(plan: Plan) -> Resource:
    return {"start": plan.week.isoformat(), "end": (plan.week + timedelta(days=DAYS - 1)).isoformat()}


def _details(plan: Plan, base: KnowledgeBase) -> Iterator[Resource]:
    """One detail for each intervention and time of day."""
    days: dict[tuple[str, Slot, int], list[str]] = {}
    for item, begins in timed_items(plan):
        weekday = code("days-of-week", WEEKDAYS[begins.weekday()][:3].lower())
        days.setdefault((item.intervention, item.slot, item.minutes), []).append(weekday)
    amounts = doses(plan)
    for (name, slot, minutes), weekdays in days.items():
        timing = _timing(plan, weekdays, slot, minutes)
        yield _detail(base.interventions[name], amounts[name], timing, plan.changes.get(name, ()))


def _detail(item: Intervention, dose: Dose, timing: Resource, changes: tuple[str, ...]) -> Resource:
    parts = [item.summary, as_list(item.steps), f"How much: {dose_in_words(dose)}"]
    parts += [f"For this person, do this differently:\n{as_list(changes)}"] if changes else []
    parts.append(f"Stop, and get advice, on:\n{as_list(item.stop_signals)}")
    return {
        "kind": code("care-plan-activity-kind", "Task"),
        "code": {"coding": [{"code": item.id, "display": item.name}], "text": item.name},
        "status": code("care-plan-activity-status", "scheduled"),
        "doNotPerform": False,
        "scheduledTiming": timing,
        "description": "\n\n".join(parts),
    }


def _timing(plan: Plan, weekdays: list[str], slot: Slot, minutes: int) -> Resource:
    return {
        "repeat": {
            "boundsPeriod": _period(plan),
            "frequency": len(weekdays),
            "period": 1,
            "periodUnit": code("units-of-time", "wk"),
            "duration": minutes,
            "durationUnit": code("units-of-time", "min"),
            "dayOfWeek": weekdays,
            "timeOfDay": [SLOT_BEGINS[slot].isoformat()],
        }
    }


def _notes(plan: Plan, base: KnowledgeBase, watch: Watch) -> Iterator[str]:
    """Why each thing is there, then what this person should watch for."""
    why = {item.intervention: item.why for item in plan.items}
    for item in planned(plan, base):
        reasons = [reason.says for reason in why[item.id]]
        if reasons:
            yield f"{item.name}: {' '.join(reasons)}"
    for signs in watch.now:
        yield from _signs(signs, "")
    for signs in watch.perhaps:
        yield from _signs(signs, "If it comes along: ")


def _signs(signs: Signs, before: str) -> Iterator[str]:
    head = f"{before}{signs.name}. " if signs.name else before
    if signs.emergency:
        yield f"{head}Get emergency help on:\n{as_list(signs.emergency)}"
    if signs.doctor:
        yield f"{head}See a doctor on:\n{as_list(signs.doctor)}"
