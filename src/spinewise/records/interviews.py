"""Stored interviews: what was told, told again against the knowledge base and the day of today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from spinewise.intake import Ages, Interview
from spinewise.knowledge import KnowledgeBase
from spinewise.records.audit import Audit, note
from spinewise.records.errors import Stale
from spinewise.records.events import Told, append_events
from spinewise.records.models import InterviewRecord
from spinewise.records.screens import Screen, regrouped, screen_of
from spinewise.records.timeline import dated, retold, with_days


@dataclass(frozen=True, slots=True)
class StoredInterview:
    """An interview with what the storage knows of it. ``furthest`` is the most screens it ever had.

    ``interview`` is what ``entries`` tell as of today; ``origins`` holds the entry of each of its screens.
    """

    key: int | None
    interview: Interview
    version: int
    furthest: int
    begun_at: datetime | None
    changed_at: datetime | None
    entries: tuple[Screen, ...] = ()
    origins: tuple[int, ...] = ()
    ages: Ages | None = None


NOT_BEGUN = StoredInterview(None, Interview(), 0, 0, None, None)


def latest_interview(person: UUID, base: KnowledgeBase, today: date | None = None) -> StoredInterview:
    """The interview that counts now, its answers as they stand today; an empty one before the first answer."""
    row = InterviewRecord.objects.filter(person=person).last()
    if row is None:
        return NOT_BEGUN
    entries = regrouped(with_days(row.screens, timezone.localdate(row.begun_at)), base)
    told = retold(entries, base, today or timezone.localdate())
    return StoredInterview(
        key=row.pk,
        interview=told.interview,
        version=row.version,
        furthest=row.furthest,
        begun_at=row.begun_at,
        changed_at=row.changed_at,
        entries=entries,
        origins=told.origins,
        ages=told.ages,
    )


def store_interview(
    person: UUID, seen: StoredInterview, interview: Interview, *, audit: Audit, events: Sequence[Told] = ()
) -> None:
    """Store the answers that were given on top of ``seen``.

    Raises:
        Stale: when something else was stored since ``seen`` was read.
    """
    store_entries(person, seen, entries_with(seen, interview), audit=audit, events=events)


def entries_with(seen: StoredInterview, interview: Interview) -> tuple[Screen, ...]:
    """The entries of ``seen`` as far as the interview still has them, and its new screens with the day of today."""
    before, after = seen.interview.answered, interview.answered
    differ = (n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
    same = next(differ, min(len(before), len(after)))
    kept = seen.entries if same == len(before) else seen.entries[: seen.origins[same]]
    return (*kept, *(dated(screen_of(one), timezone.localdate(), seen.version + 1) for one in after[same:]))


@transaction.atomic
def store_entries(
    person: UUID,
    seen: StoredInterview,
    entries: Sequence[Screen],
    *,
    audit: Audit,
    events: Sequence[Told] = (),
    action: str = "answers stored",
) -> None:
    """Store what was told, with the events that come of it.

    Raises:
        Stale: when something else was stored since ``seen`` was read.
    """
    changed = InterviewRecord.objects.filter(pk=_key(person, seen), version=seen.version).update(
        screens=list(entries),
        version=F("version") + 1,
        furthest=Greatest(F("furthest"), len(entries)),
        changed_at=timezone.now(),
    )
    if not changed:
        raise Stale("this interview has moved on")
    note(audit, action, person)
    append_events(person, events, audit=audit)


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
