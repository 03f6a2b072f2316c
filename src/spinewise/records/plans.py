"""What people wish for their weeks, the week as it stood after the last change, and all else that a week depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from spinewise.planning import Happened
from spinewise.records.audit import Audit, note
from spinewise.records.errors import Stale
from spinewise.records.history import happened_to
from spinewise.records.marks import NO_MARKS, Marks, marks_of
from spinewise.records.models import EventRecord, PlanRecord
from spinewise.records.programmes import phases_of
from spinewise.triage import Occasion

DAYS = 7
DAYS_LOOKED_BACK = 7
"""A bad day of last week may still ease the first days of this one."""


@dataclass(frozen=True, slots=True)
class KeptItem:
    """One thing of an earlier week plan: a place in the week, nothing that would vouch for its safety."""

    day: int
    slot: str
    intervention: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StoredWeek:
    """A week with its wishes, and what happened. It is material for a new plan, never a plan to be shown as it is."""

    week: date
    minutes_per_day: int | None = None
    refused: frozenset[str] = frozenset()
    not_on: frozenset[tuple[int, str]] = frozenset()
    items: tuple[KeptItem, ...] = ()
    version: int = 0
    today: date | None = None
    marks: Marks = field(default=NO_MARKS)
    happened: tuple[Happened, ...] = ()
    phases: Mapping[str, date] = field(default_factory=dict)
    """The first day of each phase of a programme."""

    def rolled_to(self, today: date) -> "StoredWeek":
        """The same wishes in the week that holds ``today``; what was said about single days is over."""
        passed = (today - self.week).days // DAYS
        if passed == 0:
            return self
        return replace(self, week=self.week + timedelta(days=DAYS * passed), not_on=frozenset(), items=())


def week_of(person: UUID, today: date) -> StoredWeek:
    """The stored week, rolled on to today. When there is none, weeks are counted from the day of the first check."""
    row = PlanRecord.objects.filter(person=person).first()
    week = _read(row.week, row.wishes, row.items, row.version) if row else StoredWeek(week=_first_check(person) or today)
    marks = marks_of(person, today - timedelta(days=DAYS + DAYS_LOOKED_BACK))
    rolled = week.rolled_to(today)
    return replace(rolled, today=today, marks=marks, happened=happened_to(person), phases=phases_of(person))


def _first_check(person: UUID) -> date | None:
    done = EventRecord.objects.filter(person=person, kind=Occasion.CHECK.value)
    return done.values_list("day", flat=True).first()


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
