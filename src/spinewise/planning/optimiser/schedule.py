"""A week being filled: what stands on which days, and how much room is left."""

from collections import Counter

import numpy as np

from spinewise.planning import worth
from spinewise.planning.optimiser.choices import Amounts, Choices, Place, Ways, use_of
from spinewise.planning.optimiser.model import Candidate, Counts

STEPS_TO_SETTLE = 4
STEPS_TO_RETURN = 2
_OVERFLOW = 1 << 32
"""More than every other cost of a place."""


class Schedule:
    """Places by intervention and what they take of each day. It can be changed and copied."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.model = choices.model
        self.places: dict[str, Place] = {}
        self.families: Counter[str] = Counter()
        self.jobs: set[str] = set()
        self.categories: Counter[str] = Counter()
        self.load: Amounts = np.zeros_like(choices.limits)

    def copy(self) -> "Schedule":
        """The same week, to be changed apart from this one."""
        twin = Schedule(self.choices)
        twin.places = dict(self.places)
        twin.families = self.families.copy()
        twin.jobs = self.jobs.copy()
        twin.categories = self.categories.copy()
        twin.load = self.load.copy()
        return twin

    @property
    def counts(self) -> Counts:
        """Times a week by intervention."""
        return {name: place.times for name, place in self.places.items()}

    @property
    def objective(self) -> int:
        """What the week is worth, in thousandths of a point."""
        return self.model.objective(self.counts)

    @property
    def overflow(self) -> int:
        """How much too much stands on the days; 0 in a week that can be shown."""
        return int(np.maximum(self.load - self.choices.limits, 0) @ self.choices.overflow_weight)

    def crowding(self) -> set[str]:
        """What stands where it overflows."""
        crowded = self.load > self.choices.limits
        return {name for name in self.places if self._standing(name)[0][crowded].any()}

    def takes(self, candidate: Candidate) -> bool:
        """Is its job still open, and is there room for one more thing of its family?"""
        return candidate.job not in self.jobs and self.families[candidate.family] < worth.most_of_family(candidate.family)

    def place(self, candidate: Candidate, times: int, *, overflowing: bool = False) -> bool:
        """Put it where it fits best; False when it fits nowhere and must not overflow."""
        ways = self.choices.ways(candidate, times)
        if not ways.places:
            return False
        overflow = np.maximum(ways.uses + (self.load - self.choices.limits), 0) @ self.choices.overflow_weight
        crowding = ways.uses @ (self.load * self.choices.crowding_weight)
        best = int((overflow * _OVERFLOW + ways.cost + crowding).argmin())
        if overflow[best] and not overflowing:
            return False
        self.put(candidate, ways.places[best], ways.uses[best])
        return True

    def place_on(self, candidate: Candidate, days: int) -> bool:
        """Put it on just these days, at the time of day that fits best; False when none fits."""
        ways = self.choices.ways(candidate, days.bit_count())
        room = self.choices.limits - self.load
        fitting = [row for row, place in enumerate(ways.places) if place.days == days and (ways.uses[row] <= room).all()]
        if not fitting:
            return False
        row = min(fitting, key=lambda row: (float(ways.uses[row] @ (self.load * self.choices.crowding_weight)), row))
        self.put(candidate, ways.places[row], ways.uses[row])
        return True

    def put(self, candidate: Candidate, place: Place, use: Amounts | None = None) -> None:
        """Put it just there."""
        self.places[candidate.id] = place
        self.families[candidate.family] += 1
        self.jobs.add(candidate.job)
        self.categories[candidate.category] += 1
        self.load += use_of(candidate.minutes, place) if use is None else use

    def remove(self, name: str) -> Place:
        """Take it out of every day."""
        place = self.places.pop(name)
        candidate = self.model.by_id[name]
        self.families[candidate.family] -= 1
        self.jobs.remove(candidate.job)
        self.categories[candidate.category] -= 1
        self.load -= use_of(candidate.minutes, place)
        return place

    def return_to_kept(self) -> None:
        """Move what stood in an earlier plan back to its days, where they are free."""
        for _ in range(STEPS_TO_RETURN):
            for name in [name for name in self.places if self.model.by_id[name].kept_days]:
                times = self.remove(name).times
                self.place(self.model.by_id[name], times)

    def settle(self) -> bool:
        """Move one thing after another to other days until nothing overflows; False when that does not succeed."""
        last, overflow = "", self.overflow
        for _ in range(STEPS_TO_SETTLE):
            name, row = self._best_move(last)
            if not name:
                return False
            candidate, times = self.model.by_id[name], self.places[name].times
            self.remove(name)
            ways = self.choices.ways(candidate, times)
            self.put(candidate, ways.places[row], ways.uses[row])
            before, overflow, last = overflow, self.overflow, name
            if overflow == 0:
                return True
            if overflow > before:
                return False
        return False

    def _best_move(self, last: str) -> tuple[str, int]:
        """The thing and the way to place it that leave least overflow, among all that stand where it overflows."""
        over = self.load - self.choices.limits
        crowded = over > 0
        movable = [
            (name, use, ways)
            for name, use, ways in ((name, *self._standing(name)) for name in self.places if name != last)
            if len(ways.places) > 1 and use[crowded].any()
        ]
        if not movable:
            return "", 0
        costs = [
            np.maximum(ways.uses + (over - use), 0) @ self.choices.overflow_weight * _OVERFLOW + ways.cost
            for _, use, ways in movable
        ]
        rows = [int(cost.argmin()) for cost in costs]
        best = min(range(len(rows)), key=lambda index: (costs[index][rows[index]], index))
        return movable[best][0], rows[best]

    def _standing(self, name: str) -> tuple[Amounts, Ways]:
        """What a placed thing takes, and the ways in which it could stand."""
        candidate, place = self.model.by_id[name], self.places[name]
        return use_of(candidate.minutes, place), self.choices.ways(candidate, place.times)
