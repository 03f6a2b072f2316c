"""The private address of a calendar. Who knows it can read the week, nothing else; it can be taken back at any time.

The token stands in the table as it is, so that the address can be shown again for a second device. Whoever can read the table
can read the whole record of the person anyway, so a hash would hide nothing from them (docs/adr/0013-private-calendar.md).
"""

import secrets
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from spinewise.records.audit import Audit, note
from spinewise.records.models import FeedRecord

TOKEN_BYTES = 32
ALARMS_MIN = (0, 5, 10, 30)


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar. ``names`` shows what is planned by name; ``alarm_min`` is minutes before the start, ``None`` for none."""

    person: UUID
    token: str
    names: bool
    alarm_min: int | None


def feed_of(person: UUID) -> Feed | None:
    """The calendar of a person, where one is open."""
    row = FeedRecord.objects.filter(person=person).first()
    return _feed(row) if row else None


def feed_by_token(token: str) -> Feed | None:
    """The calendar behind an address; ``None`` for an address that never was or was taken back."""
    row = FeedRecord.objects.filter(token=token).first()
    return _feed(row) if row else None


@transaction.atomic
def open_feed(person: UUID, *, names: bool, alarm_min: int | None, audit: Audit) -> Feed:
    """Open a calendar, or change how the open one looks; the address stays. Raises ``ValueError`` for an odd alarm."""
    if alarm_min is not None and alarm_min not in ALARMS_MIN:
        raise ValueError(f"an alarm comes {', '.join(map(str, ALARMS_MIN))} minutes before")
    looks = {"names": names, "alarm_min": alarm_min}
    row, _new = FeedRecord.objects.update_or_create(
        person_id=person, defaults=looks, create_defaults={**looks, "token": secrets.token_urlsafe(TOKEN_BYTES)}
    )
    note(audit, "calendar address opened", person)
    return _feed(row)


@transaction.atomic
def close_feed(person: UUID, *, audit: Audit) -> None:
    """Take the address back. A new one never equals it."""
    gone, _each = FeedRecord.objects.filter(person=person).delete()
    if gone:
        note(audit, "calendar address taken back", person)


def _feed(row: FeedRecord) -> Feed:
    return Feed(row.person_id, row.token, row.names, row.alarm_min)
