"""What people wish for their weeks, and the week as it stood after the last change."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from spinewise.records.audit import Audit, note
from spinewise.records.errors import Stale
from spinewise.records.models import PlanRecord

DAYS = 7


@dataclass(frozen=True, slots=True)
class KeptItem:
    """One thing of an earlier week plan: a place in the week, nothing that would vouch for its safety."""

    day: int
    slot: str
    intervention: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StoredWeek:
    """A week with its wishes. It is material for a new plan, never a plan to be shown as it is."""

    week: date
    minutes_per_day: int | None = None
    refused: frozenset[str] = frozenset()
    not_on: frozenset[tuple[int, str]] = frozenset()
    items: tuple[KeptItem, ...] = ()
    version: int = 0

    def rolled_to(self, today: date) -> "StoredWeek":
        """The same wishes in the week that holds ``today``; what was said about single days is over."""
        passed = (today - self.week).days // DAYS
        if passed == 0:
            return self
        return replace(self, week=self.week + timedelta(days=DAYS * passed), not_on=frozenset(), items=())


def week_of(person: UUID, today: date) -> StoredWeek:
    """The stored week, rolled on to today; a week that begins today when there is none."""
    row = PlanRecord.objects.filter(person=person).first()
    if row is None:
        return StoredWeek(week=today)
    return _read(row.week, row.wishes, row.items, row.version).rolled_to(today)


def _read(week: date, wishes: Mapping[str, Any], items: list[dict[str, Any]], version: int) -> StoredWeek:
    return StoredWeek(
        week=week,
        minutes_per_day=wishes.get("minutes_per_day"),
        refused=frozenset(wishes.get("refused", ())),
        not_on=frozenset((day, intervention) for day, intervention in wishes.get("not_on", ())),
        items=tuple(KeptItem(**item) for item in items),
        version=version,
    )


@transaction.atomic
def store_week(person: UUID, week: StoredWeek, action: str, *, audit: Audit) -> None:
    """Store a week that was made from version ``week.version``.

    Raises:
        Stale: when it was changed elsewhere meanwhile.
    """
    fields: dict[str, Any] = {"week": week.week, "wishes": _wishes(week), "items": [_plain(item) for item in week.items]}
    row, created = PlanRecord.objects.get_or_create(person_id=person, defaults={**fields, "version": 1})
    if not created:
        changed = PlanRecord.objects.filter(pk=row.pk, version=week.version).update(**fields, version=F("version") + 1)
        if not changed:
            raise Stale("this week has been changed elsewhere")
    note(audit, action, person)


def _wishes(week: StoredWeek) -> dict[str, Any]:
    return {
        "minutes_per_day": week.minutes_per_day,
        "refused": sorted(week.refused),
        "not_on": sorted([day, intervention] for day, intervention in week.not_on),
    }


def _plain(item: KeptItem) -> dict[str, Any]:
    return {"day": item.day, "slot": item.slot, "intervention": item.intervention, "minutes": item.minutes}
