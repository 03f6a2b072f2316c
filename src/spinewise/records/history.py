"""What happened so far, told once for each state of the record: reading a year of small actions anew for each page is slow."""

from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Max

from spinewise.planning import Happened
from spinewise.records.actions import actions_of, happened
from spinewise.records.models import ActionRecord, DayRecord

Stamp = tuple[object, ...]
PEOPLE_KEPT = 32


class Told(tuple[Happened, ...]):
    """What happened, as a key that is worked out once however long it is."""

    _hash: int

    def __hash__(self) -> int:
        if not hasattr(self, "_hash"):
            self._hash = super().__hash__()
        return self._hash


def happened_to(person: UUID) -> tuple[Happened, ...]:
    """What came of each thing on each day, oldest first."""
    return _told(person, _stamp(person))


@lru_cache(maxsize=PEOPLE_KEPT)
def before(happened: tuple[Happened, ...], day: date) -> tuple[Happened, ...]:
    """What had happened when a day began."""
    return Told(one for one in happened if one.on < day)


def forget_what_happened() -> None:
    """Nothing about anybody stays in the memory of this process."""
    _told.cache_clear()
    before.cache_clear()


def _stamp(person: UUID) -> Stamp:
    """What changes whenever something is added or taken out."""
    acted = ActionRecord.objects.filter(person=person).aggregate(last=Max("pk"), number=Count("pk"))
    days = DayRecord.objects.filter(person=person).aggregate(last=Max("changed_at"), number=Count("pk"))
    return acted["last"], acted["number"], days["last"], days["number"]


@lru_cache(maxsize=PEOPLE_KEPT)
def _told(person: UUID, _stamp: Stamp) -> tuple[Happened, ...]:
    numbers = {row.day: row.pain for row in DayRecord.objects.filter(person=person)}
    return Told(happened(actions_of(person), numbers))
