"""People on this machine."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from spinewise.records.audit import Audit, note
from spinewise.records.errors import NotThere
from spinewise.records.models import AuditEntry, Person


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """A person as the other rooms see them. ``country`` is a two-letter code or empty."""

    id: UUID
    name: str
    country: str
    created_at: datetime


def _stored(row: Person) -> StoredPerson:
    return StoredPerson(row.id, row.name, row.country, row.created_at)


def everybody() -> tuple[StoredPerson, ...]:
    """All people, in the order in which they came."""
    return tuple(_stored(row) for row in Person.objects.all())


def get_person(person: UUID) -> StoredPerson:
    """One person. Raises ``NotThere``."""
    try:
        return _stored(Person.objects.get(pk=person))
    except Person.DoesNotExist:
        raise NotThere(f"no person {person}") from None


@transaction.atomic
def add_person(name: str, *, audit: Audit) -> StoredPerson:
    """A new person; the name may be empty."""
    row = Person.objects.create(name=name)
    note(audit, "person added", row.id)
    return _stored(row)


@transaction.atomic
def change_person(person: UUID, *, name: str, country: str, audit: Audit) -> StoredPerson:
    """Another name or country. Raises ``NotThere``."""
    if not Person.objects.filter(pk=person).update(name=name, country=country):
        raise NotThere(f"no person {person}")
    note(audit, "person changed", person)
    return get_person(person)


def delete_person(person: UUID, *, audit: Audit) -> None:
    """Take out everything that was stored about a person. Raises ``NotThere``."""
    with transaction.atomic():
        get_person(person)
        Person.objects.filter(pk=person).delete()
        note(audit, "person deleted", person)
    _forget_on_disk()


def delete_everybody(*, audit: Audit) -> None:
    """Take out all people and the trail; one entry says that it was done."""
    with transaction.atomic():
        Person.objects.all().delete()
        AuditEntry._base_manager.get_queryset()._raw_delete(using=connection.alias)
        note(audit, "everything deleted", None)
    _forget_on_disk()


def _forget_on_disk() -> None:
    """Deleted rows also leave the write-ahead log. SQLite overwrites them in the file (``secure_delete``)."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
