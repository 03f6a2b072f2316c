"""Since when somebody has been in each phase of their programmes."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from spinewise.records.audit import Audit, note
from spinewise.records.models import ProgrammeRecord


def phases_of(person: UUID) -> dict[str, date]:
    """The first day of each phase that counts now, by ``programme/phase``."""
    row = ProgrammeRecord.objects.filter(person=person).first()
    return {key: date.fromisoformat(day) for key, day in row.since.items()} if row else {}


@transaction.atomic
def keep_phases(person: UUID, since: Mapping[str, date], *, audit: Audit) -> bool:
    """Keep these days when they differ from those that are kept. Was there anything new?"""
    if phases_of(person) == since:
        return False
    plain = {key: day.isoformat() for key, day in sorted(since.items())}
    ProgrammeRecord.objects.update_or_create(person_id=person, defaults={"since": plain})
    note(audit, "phases of programmes kept", person)
    return True


def exported_phases(person: UUID) -> dict[str, str]:
    """The same as plain data."""
    return {key: day.isoformat() for key, day in phases_of(person).items()}
