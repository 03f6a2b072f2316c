"""How often a week holds each thing: the exact optimum over the room of the whole week.

A grouped multiple-choice knapsack (one choice for each job: which thing, and how often), solved by dynamic programming
over room. It forgets that days have limits of their own, and knows only by a toll that things of two families may share a
job. So its optimum is a proven upper bound on every week (a relaxation: Kellerer, Pferschy, Pisinger, Knapsack Problems,
2004, chapter 11). Room is minutes, or the price of minutes (see ``prices``).

Rows of the table: 0 nothing of the current category yet; 1 something of it, nothing of the current family;
2, 3, ... that many different things of the current family. Columns: room used at most.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from spinewise.planning import worth
from spinewise.planning.model import Candidate, Counts, WeekModel

Table = NDArray[np.int64]
NEVER = -(1 << 40)
NO_TOLLS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a single time takes for each number of minutes, and how much the week has."""

    of_minutes: Mapping[int, int]
    week: int


Costs = tuple[Room, Mapping[str, int]]
"""Room, and the tolls by job."""


def room_of_minutes(model: WeekModel) -> Room:
    """Minutes as they are."""
    return Room({one.minutes: one.minutes for one in model.candidates}, worth.most_minutes_per_week(model.minutes_per_day))


class _Offer(NamedTuple):
    """A candidate some times a week: the room it takes, and what it is worth."""

    name: str
    times: int
    taken: int
    value: int


@dataclass(frozen=True, slots=True)
class _JobStep:
    """What each cell chose for one job: which of the offers, counted from 1; 0 when none."""

    offers: tuple[_Offer, ...]
    chosen: NDArray[np.int8]
    opens_category: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Merge:
    """Which row each column came from where a family or a category ends."""

    row: NDArray[np.int8]
    ends_category: bool


@dataclass(frozen=True, slots=True)
class CountTable:
    """The best worth for every amount of room, and the way back to the counts."""

    best: Table
    steps: tuple[_JobStep | _Merge, ...]

    def counts(self, room: int) -> Counts:
        """The counts that reach ``best[room]``."""
        row, column = 0, room
        found: dict[str, int] = {}
        for step in reversed(self.steps):
            if isinstance(step, _Merge):
                merges = row == 0 if step.ends_category else row == 1
                row = int(step.row[column]) if merges else row
                continue
            chosen = int(step.chosen[row - 2, column]) if row >= 2 else 0
            if chosen:
                offer = step.offers[chosen - 1]
                found[offer.name] = offer.times
                column -= offer.taken
                row = 0 if row == 2 and step.opens_category[column] else row - 1
        return found

    def steps_down(self) -> list[int]:
        """The least room for each different worth, best first."""
        rises = np.flatnonzero(np.diff(self.best, prepend=NEVER))
        return [int(room) for room in rises[::-1]]


def count_table(model: WeekModel, room: Room, tolls: Mapping[str, int] = NO_TOLLS) -> CountTable:
    """The table for a week with this much room. A thing pays the toll of its job; what is paid in all is given back."""
    columns = room.week + 1
    table = np.full((2, columns), NEVER, dtype=np.int64)
    table[0] = 0
    steps: list[_JobStep | _Merge] = []
    for _, of_category in groupby(model.candidates, key=lambda one: one.category):
        for family, of_family in groupby(of_category, key=lambda one: one.family):
            table = _add_family(table, family, list(of_family), (room, tolls), steps)
        steps.append(_Merge((table[1] > table[0]).astype(np.int8), ends_category=True))
        table[0] = np.maximum(table[0], table[1])
        table[1] = NEVER
    return CountTable(table[0] + sum(tolls.values()), tuple(steps))


def _add_family(table: Table, family: str, candidates: list[Candidate], costs: Costs, steps: list[_JobStep | _Merge]) -> Table:
    rows = np.full((2 + worth.most_of_family(family), table.shape[1]), NEVER, dtype=np.int64)
    rows[:2] = table
    bonus = worth.CATEGORY_BONUS[candidates[0].category]
    for job, of_job in groupby(candidates, key=lambda one: one.job):
        room, tolls = costs
        offers = _offers(of_job, room, tolls.get(job, 0))
        if offers:
            steps.append(_add_job(rows, offers, bonus))
    came_from = rows[1:].argmax(axis=0)
    steps.append(_Merge((came_from + 1).astype(np.int8), ends_category=False))
    return np.stack((rows[0], rows[1:].max(axis=0)))


def _add_job(rows: Table, offers: tuple[_Offer, ...], bonus: int) -> _JobStep:
    """Let every cell take one of the offers, in place."""
    opened = rows[0] + bonus
    opens = opened > rows[1]
    before = rows[1:-1].copy()
    before[0] = np.maximum(opened, rows[1])
    chosen = np.zeros((before.shape[0], rows.shape[1]), dtype=np.int8)
    after = rows[2:]
    for number, offer in enumerate(offers, start=1):
        gain = before[:, : rows.shape[1] - offer.taken] + offer.value
        better = gain > after[:, offer.taken :]
        np.copyto(after[:, offer.taken :], gain, where=better)
        chosen[:, offer.taken :][better] = number
    return _JobStep(offers, chosen, opens)


def _offers(candidates: Iterable[Candidate], room: Room, toll: int) -> tuple[_Offer, ...]:
    """The things of a job and their times that are worth more than all that take less room, and fit into the week."""
    possible = [
        _Offer(one.id, times, times * room.of_minutes[one.minutes], value - toll)
        for one in candidates
        for times, value in one.worth.items()
    ]
    found: list[_Offer] = []
    for offer in sorted(possible, key=lambda one: (one.taken, -one.value, one.times, one.name)):
        if offer.taken <= room.week and (not found or offer.value > found[-1].value):
            found.append(offer)
    return tuple(found)
