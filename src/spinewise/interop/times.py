"""When on a day the slots of a plan begin, for the formats that need a time."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from spinewise.knowledge.records import Slot
from spinewise.planning import Plan, PlannedItem

SLOT_BEGINS: Mapping[Slot, time] = {"morning": time(8), "break": time(10, 30), "midday": time(12, 30), "evening": time(19)}
SLOT_NAMES: Mapping[Slot, str] = {"morning": "Morning", "break": "In a break", "midday": "Midday", "evening": "Evening"}
DAYS = 7


def timed_items(plan: Plan) -> Iterator[tuple[PlannedItem, datetime]]:
    """Every item with its beginning in local time, through the week in the order of the day.

    What stands in the same slot follows one after the other.
    """
    for day in range(DAYS):
        for slot, begins in SLOT_BEGINS.items():
            at = datetime.combine(plan.date_of(day), begins)
            for item in plan.on(day):
                if item.slot == slot:
                    yield item, at
                    at += timedelta(minutes=item.minutes)


def long_date(day: date) -> str:
    """A date as it is said, in English whatever the machine speaks: Monday 23 November 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
