"""Everything that is stored about a person, as plain data."""

from typing import Any
from uuid import UUID

from spinewise.records.actions import exported_actions
from spinewise.records.audit import trail_of
from spinewise.records.daily import exported_days
from spinewise.records.events import exported_events
from spinewise.records.interviews import past_interviews
from spinewise.records.marks import exported_marks
from spinewise.records.models import PlanRecord
from spinewise.records.people import get_person
from spinewise.records.programmes import exported_phases


def export_of(person: UUID) -> dict[str, Any]:
    """All records of one person. Raises ``NotThere``."""
    who = get_person(person)
    plan = PlanRecord.objects.filter(person=person).first()
    return {
        "format": "spinewise-person-1",
        "person": {"id": str(who.id), "name": who.name, "country": who.country, "since": who.created_at.isoformat()},
        "interviews": list(past_interviews(person)),
        "events": exported_events(person),
        "days": exported_days(person),
        "actions": exported_actions(person),
        "marked_days": exported_marks(person),
        "programmes": exported_phases(person),
        "week": {"begins": plan.week.isoformat(), "wishes": plan.wishes, "items": plan.items} if plan else None,
        "changes": [{"at": one.at.isoformat(), "by": one.actor, "what": one.action} for one in trail_of(person)],
    }
