"""Days that are not like the others: bad days, and days away from home."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from spinewise.planning import Away
from spinewise.records.audit import Audit, note
from spinewise.records.models import MarkedDayRecord

BAD, AWAY = "bad", "away"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked days of a person."""

    bad: frozenset[date] = frozenset()
    away: Mapping[date, Away] = field(default_factory=dict)


NO_MARKS = Marks()


def marks_of(person: UUID, since: date) -> Marks:
    """The marked days from a day on."""
    rows = list(MarkedDayRecord.objects.filter(person=person, day__gte=since))
    away = {row.day: _away(row.body) for row in rows if row.kind == AWAY}
    return Marks(frozenset(row.day for row in rows if row.kind == BAD), away)


@transaction.atomic
def mark_bad_day(person: UUID, day: date, *, audit: Audit) -> None:
    """This day is a bad one. Saying so twice changes nothing."""
    _row, new = MarkedDayRecord.objects.get_or_create(person_id=person, day=day, kind=BAD)
    if new:
        note(audit, "bad day begun", person)


@transaction.atomic
def end_bad_day(person: UUID, day: date, *, audit: Audit) -> None:
    """The day is a usual one after all; the trail keeps that it was marked."""
    gone, _each = MarkedDayRecord.objects.filter(person=person, day=day, kind=BAD).delete()
    if gone:
        note(audit, "bad day ended", person)


@transaction.atomic
def mark_away(person: UUID, days: Iterable[date], away: Away, *, audit: Audit) -> None:
    """These days are spent away, with this at hand; what was said of them before is replaced."""
    body = {"equipment": sorted(away.equipment), "avoid_positions": sorted(away.avoid_positions)}
    for day in days:
        MarkedDayRecord.objects.update_or_create(person_id=person, day=day, kind=AWAY, defaults={"body": body})
    note(audit, "days away stored", person)


@transaction.atomic
def end_away(person: UUID, since: date, *, audit: Audit) -> None:
    """Home again: no day away from this one on."""
    gone, _each = MarkedDayRecord.objects.filter(person=person, day__gte=since, kind=AWAY).delete()
    if gone:
        note(audit, "days away ended", person)


def exported_marks(person: UUID) -> list[dict[str, Any]]:
    """All marked days as plain data."""
    rows = MarkedDayRecord.objects.filter(person=person)
    return [{"day": row.day.isoformat(), "kind": row.kind, **row.body} for row in rows]


def _away(body: Mapping[str, Any]) -> Away:
    return Away(frozenset(body.get("equipment", ())), frozenset(body.get("avoid_positions", ())))
