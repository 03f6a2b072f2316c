"""A week as calendar events. The same week gives the same bytes: ids and times come from the plan, never from a clock."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from spinewise.interop.dose_words import as_list, dose_in_words
from spinewise.interop.files import write_whole
from spinewise.interop.times import timed_items
from spinewise.interop.watch import Watch
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.planning import Plan, PlannedItem


def write_calendar(plan: Plan, base: KnowledgeBase, watch: Watch, path: Path) -> None:
    """Write a week as a calendar file. Raises ``BadInput`` when the path cannot be written."""
    write_whole(path, calendar_of(plan, base, watch))


def calendar_of(plan: Plan, base: KnowledgeBase, watch: Watch) -> bytes:
    """A week as an iCalendar text; times are local to wherever it is read."""
    calendar = Calendar()
    calendar.add("prodid", "-//Spinewise//Week of self-care//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for item, begins in timed_items(plan):
        calendar.add_component(_event(item, begins, plan, watch, base))
    text: bytes = calendar.to_ical()
    return text


def _event(item: PlannedItem, begins: datetime, plan: Plan, watch: Watch, base: KnowledgeBase) -> Event:
    intervention = base.interventions[item.intervention]
    event = Event()
    event.add("uid", f"{plan.week.isoformat()}-{item.day}-{item.slot}-{item.intervention}@spinewise")
    event.add("dtstamp", datetime.combine(plan.week, time(), UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=item.minutes))
    event.add("summary", intervention.name)
    event.add("description", _description(intervention, item, plan, watch))
    event.add("categories", [intervention.family])
    event.add("transp", "TRANSPARENT")
    return event


def _description(intervention: Intervention, item: PlannedItem, plan: Plan, watch: Watch) -> str:
    changes, why = plan.changes.get(intervention.id, ()), " ".join(reason.says for reason in item.dose_why)
    parts = [
        intervention.summary,
        as_list(intervention.steps),
        f"How much: {dose_in_words(item.dose)}",
        f"Why so much: {why}" if why else "",
        f"For you, do this differently:\n{as_list(changes)}" if changes else "",
        f"Stop, and get advice, when you notice:\n{as_list(intervention.stop_signals)}",
        f"Get emergency help if you notice:\n{as_list(watch.emergency)}" if watch.emergency else "",
        f"See a doctor if you notice:\n{as_list(watch.doctor)}" if watch.doctor else "",
    ]
    return "\n\n".join(part for part in parts if part)
