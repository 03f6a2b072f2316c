"""The events that decide how soon somebody should be seen, oldest first. They are added, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from spinewise.knowledge import Value
from spinewise.records.audit import Audit, note
from spinewise.records.errors import Stale
from spinewise.records.models import EventRecord
from spinewise.records.reasons import plain_reason, plain_value, read_plain, read_reason
from spinewise.triage import Checked, Cleared, Corrected, Event, Occasion

CORRECTION, CLEARANCE = "correction", "clearance"


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the answers went when a clinician cleared them: the interview and its version."""

    interview: int
    version: int


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its day. A correction keeps both answers, a clearance its mark."""

    event: Event
    day: date
    before: Value | None = None
    now: Value | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class History:
    """All events of a person. ``number`` is that of the last one: what was made from it is stale when there is another."""

    told: tuple[Told, ...] = ()
    number: int = 0

    @property
    def events(self) -> tuple[Event, ...]:
        """Without days and marks."""
        return tuple(one.event for one in self.told)


def history_of(person: UUID) -> History:
    """All events of a person."""
    rows = list(EventRecord.objects.filter(person=person))
    return History(tuple(_read(row) for row in rows), rows[-1].number if rows else 0)


@transaction.atomic
def add_events(person: UUID, seen: int, events: Sequence[Told], *, audit: Audit) -> None:
    """Add events that were made from the history up to number ``seen``.

    Raises:
        Stale: when another event was added meanwhile.
    """
    if last_number(person) != seen:
        raise Stale("something was recorded meanwhile")
    append_events(person, events, audit=audit)


def append_events(person: UUID, events: Sequence[Told], *, audit: Audit) -> None:
    """Add events behind whatever is there; the caller has made sure that nothing else moved. Raises ``Stale``."""
    first = last_number(person) + 1
    for number, told in enumerate(events, start=first):
        kind, body = _plain(told)
        try:
            with transaction.atomic():
                EventRecord.objects.create(person_id=person, number=number, kind=kind, day=told.day, body=body)
        except IntegrityError:
            raise Stale("something was recorded meanwhile") from None
        note(audit, f"{kind} recorded", person)


def last_number(person: UUID) -> int:
    """The number of the last event; 0 before the first."""
    return EventRecord.objects.filter(person=person).aggregate(last=Max("number"))["last"] or 0


def exported_events(person: UUID) -> list[dict[str, Any]]:
    """All events as plain data."""
    rows = EventRecord.objects.filter(person=person)
    return [
        {"number": row.number, "what": row.kind, "day": row.day.isoformat(), "at": _local(row.at), **row.body} for row in rows
    ]


def _local(at: datetime) -> str:
    return timezone.localtime(at).isoformat()


def _plain(told: Told) -> tuple[str, dict[str, Any]]:
    event = told.event
    if isinstance(event, Checked):
        return event.occasion.value, {"reasons": [plain_reason(one) for one in event.reasons]}
    if isinstance(event, Corrected):
        answers = {"before": plain_value(told.before), "now": plain_value(told.now), "said_again": event.said_again}
        return CORRECTION, {"finding": event.finding, **answers, "reasons": [plain_reason(one) for one in event.reasons]}
    words = {"clinician": event.clinician, "on": event.on.isoformat(), "note": event.note}
    mark = {"interview": told.mark.interview, "version": told.mark.version} if told.mark else {}
    return CLEARANCE, words | mark


def _read(row: EventRecord) -> Told:
    body: dict[str, Any] = row.body
    reasons = tuple(read_reason(one) for one in body.get("reasons", ()))
    if row.kind == CLEARANCE:
        cleared = Cleared(body["clinician"], date.fromisoformat(body["on"]), body["note"])
        mark = Mark(body["interview"], body["version"]) if "interview" in body else None
        return Told(cleared, row.day, mark=mark)
    if row.kind == CORRECTION:
        corrected = Corrected(body["finding"], body["said_again"], reasons)
        return Told(corrected, row.day, read_plain(body["before"]), read_plain(body["now"]))
    return Told(Checked(Occasion(row.kind), reasons), row.day)
