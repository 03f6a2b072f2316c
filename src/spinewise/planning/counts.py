"""How often a week holds each thing: the exact optimum over the room of the whole week.

A grouped multiple-choice knapsack, solved by dynamic programming over room. It forgets that days have limits of
their own, so its optimum is a proven upper bound on every week (a relaxation: Kellerer, Pferschy, Pisinger,
Knapsack Problems, 2004, chapter 11). Room is minutes, or the price of minutes (see ``prices``).

Rows of the table: 0 nothing of the current category yet; 1 something of it, nothing of the current family;
2, 3, ... that many different things of the current family. Columns: room used at most.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from spinewise.planning import worth
from spinewise.planning.model import Candidate, Counts, WeekModel

Table = NDArray[np.int64]
NEVER = -(1 << 40)


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a single time takes for each number of minutes, and how much the week has."""

    of_minutes: Mapping[int, int]
    week: int


def room_of_minutes(model: WeekModel) -> Room:
    """Minutes as they are."""
    return Room({one.minutes: one.minutes for one in model.candidates}, worth.most_minutes_per_week(model.minutes_per_day))


@dataclass(frozen=True, slots=True)
class _ItemStep:
    """What each cell chose for one candidate: times a week, 0 when it did not choose it."""

    candidate: Candidate
    room: int
    times: NDArray[np.int8]
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
    steps: tuple[_ItemStep | _Merge, ...]

    def counts(self, room: int) -> Counts:
        """The counts that reach ``best[room]``."""
        row, column = 0, room
        found: dict[str, int] = {}
        for step in reversed(self.steps):
            if isinstance(step, _Merge):
                merges = row == 0 if step.ends_category else row == 1
                row = int(step.row[column]) if merges else row
                continue
            times = int(step.times[row - 2, column]) if row >= 2 else 0
            if times:
                found[step.candidate.id] = times
                column -= times * step.room
                row = 0 if row == 2 and step.opens_category[column] else row - 1
        return found

    def steps_down(self) -> list[int]:
        """The least room for each different worth, best first."""
        rises = np.flatnonzero(np.diff(self.best, prepend=NEVER))
        return [int(room) for room in rises[::-1]]


def count_table(model: WeekModel, room: Room) -> CountTable:
    """The table for a week with this much room."""
    columns = room.week + 1
    table = np.full((2, columns), NEVER, dtype=np.int64)
    table[0] = 0
    steps: list[_ItemStep | _Merge] = []
    for _, of_category in groupby(model.candidates, key=lambda one: one.category):
        for family, of_family in groupby(of_category, key=lambda one: one.family):
            table = _add_family(table, family, list(of_family), room, steps)
        steps.append(_Merge((table[1] > table[0]).astype(np.int8), ends_category=True))
        table[0] = np.maximum(table[0], table[1])
        table[1] = NEVER
    return CountTable(table[0], tuple(steps))


def _add_family(
    table: Table, family: str, candidates: list[Candidate], room: Room, steps: list[_ItemStep | _Merge]
) -> Table:
    rows = np.full((2 + worth.most_of_family(family), table.shape[1]), NEVER, dtype=np.int64)
    rows[:2] = table
    bonus = worth.CATEGORY_BONUS[candidates[0].category]
    for candidate in candidates:
        step = _add_item(rows, candidate, bonus, room.of_minutes[candidate.minutes])
        if step is not None:
            steps.append(step)
    came_from = rows[1:].argmax(axis=0)
    steps.append(_Merge((came_from + 1).astype(np.int8), ends_category=False))
    return np.stack((rows[0], rows[1:].max(axis=0)))


def _add_item(rows: Table, candidate: Candidate, bonus: int, room: int) -> _ItemStep | None:
    """Let every cell take the candidate some times, in place; ``None`` when no cell is better for it."""
    opened = rows[0] + bonus
    opens = opened > rows[1]
    before = rows[1:-1].copy()
    before[0] = np.maximum(opened, rows[1])
    times_chosen = np.zeros((before.shape[0], rows.shape[1]), dtype=np.int8)
    after = rows[2:]
    for times, value in _worthwhile(candidate):
        taken = times * room
        if taken >= rows.shape[1]:
            break
        gain = before[:, : rows.shape[1] - taken] + value
        better = gain > after[:, taken:]
        np.copyto(after[:, taken:], gain, where=better)
        times_chosen[:, taken:][better] = times
    return _ItemStep(candidate, room, times_chosen, opens) if times_chosen.any() else None


def _worthwhile(candidate: Candidate) -> list[tuple[int, int]]:
    """The numbers of times that are worth more than every smaller one."""
    found: list[tuple[int, int]] = []
    for times, value in sorted(candidate.worth.items()):
        if not found or value > found[-1][1]:
            found.append((times, value))
    return found
