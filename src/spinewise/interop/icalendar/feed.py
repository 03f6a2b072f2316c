"""A person's calendar to subscribe to: what comes when, with as little in it as they like.

By default an event says "Back care: 10 minutes" and no more. How to do a thing is not in it at all: the page asks for signs
of danger first. Ids come from the address, the day and the time of day, so that a changed plan changes the event that is there.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from spinewise.interop.dose_words import as_list
from spinewise.interop.times import DAYS, SLOT_BEGINS
from spinewise.interop.watch import Watch
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Slot
from spinewise.planning import Plan, PlannedItem

READ_AGAIN_AFTER = timedelta(hours=6)
PRIVATE_NAME = "Back care"


@dataclass(frozen=True, slots=True)
class Look:
    """How a calendar looks: whose it is (a secret), names or not, alarms or not, where the page is, and when it was made."""

    secret: str
    names: bool
    alarm_min: int | None
    address: str
    time_zone: str
    made: datetime


def feed_of_weeks(plans: Sequence[Plan], base: KnowledgeBase, watch: Watch, look: Look) -> bytes:
    """The weeks as a calendar; without a week, one that is empty."""
    calendar = Calendar()
    calendar.add("prodid", "-//Spinewise//Calendar of self-care//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", PRIVATE_NAME)
    calendar.add("x-wr-timezone", look.time_zone)
    calendar.add("refresh-interval", READ_AGAIN_AFTER, {"VALUE": "DURATION"})
    for plan in plans:
        for event in _events(plan, base, watch, look):
            calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text


def _events(plan: Plan, base: KnowledgeBase, watch: Watch, look: Look) -> Iterator[Event]:
    """One event for each time of day on which something stands."""
    for day in range(DAYS):
        for slot, at in SLOT_BEGINS.items():
            items = [item for item in plan.on(day) if item.slot == slot]
            if items:
                yield _event(items, datetime.combine(plan.date_of(day), at), slot, _Told(base, watch, look))


@dataclass(frozen=True, slots=True)
class _Told:
    base: KnowledgeBase
    watch: Watch
    look: Look


def _event(items: list[PlannedItem], begins: datetime, slot: Slot, told: _Told) -> Event:
    minutes, look = sum(item.minutes for item in items), told.look
    event = Event()
    event.add("uid", _uid(look.secret, begins, slot))
    event.add("dtstamp", look.made)
    event.add("last-modified", look.made)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=minutes))
    event.add("summary", _summary(items, minutes, told))
    event.add("description", _description(items, told))
    event.add("url", look.address)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if look.alarm_min is not None:
        event.add_component(_alarm(look.alarm_min, minutes))
    return event


def _uid(secret: str, begins: datetime, slot: Slot) -> str:
    digest = hashlib.blake2b(f"{secret} {begins.date()} {slot}".encode(), digest_size=12).hexdigest()
    return f"{digest}@spinewise"


def _summary(items: list[PlannedItem], minutes: int, told: _Told) -> str:
    if not told.look.names:
        return f"{PRIVATE_NAME}: {_minutes(minutes)}"
    return f"{', '.join(told.base.interventions[item.intervention].name for item in items)}: {_minutes(minutes)}"


def _description(items: list[PlannedItem], told: _Told) -> str:
    first = f"Open {told.look.address} to begin. A short look at your day comes first."
    if not told.look.names:
        return first
    lines = [f"{told.base.interventions[item.intervention].name}: {_minutes(item.minutes)}" for item in items]
    watch = told.watch
    return "\n\n".join(
        [
            as_list(lines),
            first,
            *([f"Get emergency help if you notice:\n{as_list(watch.emergency)}"] if watch.emergency else []),
            *([f"See a doctor if you notice:\n{as_list(watch.doctor)}"] if watch.doctor else []),
        ]
    )


def _minutes(number: int) -> str:
    return f"{number} minute{'' if number == 1 else 's'}"


def _alarm(before_min: int, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{PRIVATE_NAME}: {_minutes(minutes)}")
    alarm.add("trigger", timedelta(minutes=-before_min))
    return alarm
