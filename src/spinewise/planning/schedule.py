"""A week being filled: what stands on which days, and how much room is left."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spinewise.knowledge.records import SLOTS, Slot
from spinewise.planning import worth
from spinewise.planning.days import EVERY_DAY, UNEVENNESS, days_of, masks_by_count, restful
from spinewise.planning.model import Candidate, Counts, WeekModel
from spinewise.planning.records import DAYS_PER_WEEK

_FREE_CHOICE = masks_by_count(0, EVERY_DAY)


@dataclass(frozen=True, slots=True)
class Place:
    """The days (as bits) and the time of day of one thing."""

    days: int
    slot: Slot

    @property
    def times(self) -> int:
        """Times a week."""
        return self.days.bit_count()


class Schedule:
    """Places by intervention, never more on a day than it holds. It can be changed and copied."""

    def __init__(self, model: WeekModel) -> None:
        self.model = model
        self.places: dict[str, Place] = {}
        self.families: Counter[str] = Counter()
        self.categories: Counter[str] = Counter()
        self._minutes = [0] * DAYS_PER_WEEK
        self._things = [0] * DAYS_PER_WEEK
        self._in_slot: dict[Slot, list[int]] = {slot: [0] * DAYS_PER_WEEK for slot in SLOTS}

    def copy(self) -> "Schedule":
        """The same week, to be changed apart from this one."""
        twin = Schedule(self.model)
        twin.places = dict(self.places)
        twin.families = self.families.copy()
        twin.categories = self.categories.copy()
        twin._minutes = list(self._minutes)
        twin._things = list(self._things)
        twin._in_slot = {slot: list(counts) for slot, counts in self._in_slot.items()}
        return twin

    @property
    def counts(self) -> Counts:
        """Times a week by intervention."""
        return {name: place.times for name, place in self.places.items()}

    @property
    def objective(self) -> int:
        """What the week is worth, in thousandths of a point."""
        return self.model.objective(self.counts)

    def roomy_days(self, minutes: int) -> int:
        """The days that take one more thing of this length, as bits."""
        longest = self.model.minutes_per_day - minutes
        most = self.model.things_per_day
        return sum(
            1 << day for day in range(DAYS_PER_WEEK) if self._minutes[day] <= longest and self._things[day] < most
        )

    def takes_family(self, candidate: Candidate) -> bool:
        """Is there room for one more thing of its family?"""
        return self.families[candidate.family] < worth.most_of_family(candidate.family)

    def place(self, candidate: Candidate, times: int) -> bool:
        """Put it where it fits best; False when it fits nowhere."""
        best = min(self._fitting(candidate, times), default=None)
        if best is None:
            return False
        self._put(candidate, Place(best[-2], candidate.slots[best[-1]]))
        return True

    def remove(self, name: str) -> Place:
        """Take it out of every day."""
        place = self.places.pop(name)
        candidate = self.model.by_id[name]
        self._count(candidate, place, -1)
        return place

    def restore(self, candidate: Candidate, place: Place) -> None:
        """Put it back where it stood."""
        self._put(candidate, place)

    def _put(self, candidate: Candidate, place: Place) -> None:
        self.places[candidate.id] = place
        self._count(candidate, place, 1)

    def _count(self, candidate: Candidate, place: Place, change: int) -> None:
        self.families[candidate.family] += change
        self.categories[candidate.category] += change
        for day in days_of(place.days):
            self._minutes[day] += change * candidate.minutes
            self._things[day] += change
            self._in_slot[place.slot][day] += change

    def _fitting(self, candidate: Candidate, times: int) -> Iterator[tuple[int, int, int, int]]:
        """Days changed against an earlier plan; crowding and unevenness; the days; the rank of the slot."""
        roomy = self.roomy_days(candidate.minutes)
        hard = self._hard_days() if candidate.hard else 0
        for rank, slot in enumerate(candidate.slots):
            shut = EVERY_DAY & ~(roomy & self._free_days(slot))
            for mask in candidate.masks[times]:
                if mask & shut == 0 and (not candidate.hard or restful(mask | hard)):
                    yield self._moved(candidate, mask), self._crowding(mask, times), mask, rank

    def _free_days(self, slot: Slot) -> int:
        return sum(1 << day for day, things in enumerate(self._in_slot[slot]) if things < worth.MOST_PER_SLOT)

    def _hard_days(self) -> int:
        by_id = self.model.by_id
        days = 0
        for name, place in self.places.items():
            days |= place.days if by_id[name].hard else 0
        return days

    def _moved(self, candidate: Candidate, mask: int) -> int:
        return (candidate.kept_days & ~mask).bit_count()

    def _crowding(self, mask: int, times: int) -> int:
        uneven = UNEVENNESS[mask] - UNEVENNESS[_FREE_CHOICE[times][0]]
        return uneven * self.model.minutes_per_day // 4 + sum(self._minutes[day] for day in days_of(mask))
