"""Stored interviews: the answered screens, replayed against the knowledge base of today."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from spinewise.intake import Interview
from spinewise.knowledge import KnowledgeBase
from spinewise.records.audit import Audit, note
from spinewise.records.errors import Stale
from spinewise.records.models import InterviewRecord
from spinewise.records.screens import replay, screen_of


@dataclass(frozen=True, slots=True)
class StoredInterview:
    """An interview with what the storage knows of it. ``furthest`` is the most screens it ever had."""

    key: int | None
    interview: Interview
    version: int
    furthest: int
    begun_at: datetime | None
    changed_at: datetime | None


NOT_BEGUN = StoredInterview(None, Interview(), 0, 0, None, None)


def latest_interview(person: UUID, base: KnowledgeBase) -> StoredInterview:
    """The interview that counts now; an empty one before the first answer."""
    row = InterviewRecord.objects.filter(person=person).last()
    if row is None:
        return NOT_BEGUN
    return StoredInterview(row.pk, replay(row.screens, base), row.version, row.furthest, row.begun_at, row.changed_at)


@transaction.atomic
def store_interview(person: UUID, seen: StoredInterview, interview: Interview, *, audit: Audit) -> None:
    """Store the answers that were given on top of ``seen``.

    Raises:
        Stale: when something else was stored since ``seen`` was read.
    """
    key = _key(person, seen)
    screens = [screen_of(answered) for answered in interview.answered]
    changed = InterviewRecord.objects.filter(pk=key, version=seen.version).update(
        screens=screens,
        version=F("version") + 1,
        furthest=Greatest(F("furthest"), len(screens)),
        changed_at=timezone.now(),
    )
    if not changed:
        raise Stale("this interview has moved on")
    note(audit, "answers stored", person)


def _key(person: UUID, seen: StoredInterview) -> int:
    if seen.key is not None:
        return seen.key
    if InterviewRecord.objects.filter(person=person).exists():
        raise Stale("this interview has begun elsewhere")
    return InterviewRecord.objects.create(person_id=person).pk


@transaction.atomic
def begin_again(person: UUID, *, audit: Audit) -> None:
    """A fresh interview; the earlier ones stay in the record."""
    InterviewRecord.objects.create(person_id=person)
    note(audit, "new check begun", person)


def past_interviews(person: UUID) -> tuple[dict[str, object], ...]:
    """All stored interviews as plain data, for the export."""
    rows = InterviewRecord.objects.filter(person=person)
    return tuple(
        {"begun_at": row.begun_at.isoformat(), "changed_at": row.changed_at.isoformat(), "screens": row.screens} for row in rows
    )
