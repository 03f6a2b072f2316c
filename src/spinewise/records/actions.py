"""Stored actions: each key of a person once, however often it is sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from spinewise.records.audit import Audit, note
from spinewise.records.deeds import Action, BadAction, Kind, read_action
from spinewise.records.happenings import happened
from spinewise.records.models import ActionRecord

__all__ = ["Action", "BadAction", "Kept", "Kind", "actions_of", "add_actions", "exported_actions", "happened", "read_action"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of actions that were sent: ``new`` were stored now, ``known`` were there before."""

    new: frozenset[UUID]
    known: frozenset[UUID]


@transaction.atomic
def add_actions(person: UUID, actions: Sequence[Action], *, audit: Audit) -> Kept:
    """Store each key once; the first one that came with a key counts. The person must be there."""
    sent = {one.key: one for one in reversed(actions)}
    known = _known(person, sent)
    fresh = [sent[key] for key in dict.fromkeys(one.key for one in actions) if key not in known]
    ActionRecord.objects.bulk_create([_row(person, one) for one in fresh], ignore_conflicts=True)
    if fresh:
        note(audit, f"{len(fresh)} actions stored", person)
    return Kept(frozenset(one.key for one in fresh), known)


def actions_of(person: UUID, since: date | None = None) -> tuple[Action, ...]:
    """The actions of a person in the order in which they happened, from a day on."""
    rows = ActionRecord.objects.filter(person=person)
    if since is not None:
        rows = rows.filter(day__gte=since)
    return tuple(_read(row) for row in rows)


def exported_actions(person: UUID) -> list[dict[str, Any]]:
    """All actions as plain data."""
    rows = ActionRecord.objects.filter(person=person)
    return [
        {"key": str(row.key), "day": row.day.isoformat(), "kind": row.kind, "at": row.at.isoformat(), **row.body}
        for row in rows
    ]


def _known(person: UUID, keys: Iterable[UUID]) -> frozenset[UUID]:
    rows = ActionRecord.objects.filter(person=person, key__in=list(keys))
    return frozenset(rows.values_list("key", flat=True))


def _row(person: UUID, action: Action) -> ActionRecord:
    return ActionRecord(
        person_id=person,
        key=action.key,
        day=action.day,
        kind=action.kind.value,
        body=dict(action.body),
        at=action.at or timezone.now(),
    )


def _read(row: ActionRecord) -> Action:
    return Action(row.key, row.day, Kind(row.kind), row.body, row.at)
