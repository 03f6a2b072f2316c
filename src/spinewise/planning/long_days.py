"""A closer bound where something takes most of a day: what does not fit beside it has fewer days left.

On a day of fifteen minutes, four walks of fifteen minutes leave three days for everything else. The week is looked at once
for each number of long things; the best of these counts bounds every week, as each week has one of these numbers.
"""

from collections.abc import Mapping
from dataclasses import replace

from spinewise.planning.counts import CountTable, Room, count_table
from spinewise.planning.model import Candidate, WeekModel
from spinewise.planning.records import DAYS_PER_WEEK


def tables_by_long_days(model: WeekModel, room: Room, tolls: Mapping[str, int]) -> list[CountTable]:
    """The table for each number of long things, the best first; empty where nothing takes more than half a day."""
    lengths = [one.minutes for one in model.candidates if _is_long(one, model)]
    if not lengths:
        return []
    beside = model.minutes_per_day - min(lengths)
    models = [_with_long_days(model, days, beside) for days in range(DAYS_PER_WEEK + 1)]
    tables = [count_table(one, room, tolls) for one in models if one.candidates]
    return sorted(tables, key=lambda table: -int(table.best[-1]))


def _is_long(one: Candidate, model: WeekModel) -> bool:
    """Two long things never stand on one day."""
    return 2 * one.minutes > model.minutes_per_day


def _with_long_days(model: WeekModel, days: int, beside: int) -> WeekModel:
    """No long thing stands more often than that, and what is longer than the minutes beside it has the other days."""
    capped = [_capped(one, _most_times(one, model, days, beside)) for one in model.candidates]
    return replace(model, candidates=tuple(one for one in capped if one.worth))


def _most_times(one: Candidate, model: WeekModel, days: int, beside: int) -> int:
    if _is_long(one, model):
        return days
    return DAYS_PER_WEEK - days if one.minutes > beside else DAYS_PER_WEEK


def _capped(one: Candidate, most: int) -> Candidate:
    if most >= max(one.worth):
        return one
    return replace(one, worth={times: value for times, value in one.worth.items() if times <= most})
