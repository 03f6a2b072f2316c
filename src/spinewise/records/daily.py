"""The number of each day, from 0 to 10."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from spinewise.records.audit import Audit, note
from spinewise.records.models import DayRecord

MOST_PAIN = 10


@dataclass(frozen=True, slots=True)
class StoredDay:
    """One day with its number."""

    day: date
    pain: int
    changed_at: datetime


def days_of(person: UUID, since: date) -> tuple[StoredDay, ...]:
    """The days with a number, from a day on, oldest first."""
    rows = DayRecord.objects.filter(person=person, day__gte=since)
    return tuple(StoredDay(row.day, row.pain, row.changed_at) for row in rows)


@transaction.atomic
def store_day(person: UUID, day: date, pain: int, *, audit: Audit) -> None:
    """Keep the number of a day; the last one counts. Raises ``ValueError`` beyond 0 to 10."""
    if not 0 <= pain <= MOST_PAIN:
        raise ValueError("the number of a day is from 0 to 10")
    DayRecord.objects.update_or_create(person_id=person, day=day, defaults={"pain": pain})
    note(audit, "number of the day stored", person)


def exported_days(person: UUID) -> list[dict[str, object]]:
    """All numbers as plain data."""
    return [{"day": row.day.isoformat(), "pain": row.pain} for row in DayRecord.objects.filter(person=person)]
