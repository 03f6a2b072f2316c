"""The slow plain twin: every week of a tiny model, one after the other."""

from collections.abc import Iterator
from itertools import combinations

from spinewise.knowledge.records import Slot
from spinewise.planning import worth
from spinewise.planning.optimiser.model import Candidate, WeekModel

Way = tuple[tuple[int, ...], Slot]


def best_week(model: WeekModel) -> int:
    """The optimum in thousandths of a point, by trying everything."""
    return max(_value(model, chosen) for chosen in _weeks(model, {}, list(model.candidates)))


def _weeks(model: WeekModel, chosen: dict[str, Way], left: list[Candidate]) -> Iterator[dict[str, Way]]:
    if not left:
        yield chosen
        return
    one, *others = left
    yield from _weeks(model, chosen, others)
    for way in _ways(one):
        week = {**chosen, one.id: way}
        if _holds(model, week):
            yield from _weeks(model, week, others)


def _ways(one: Candidate) -> Iterator[Way]:
    possible = {day for masks in one.masks for mask in masks for day in range(7) if mask >> day & 1}
    for times in one.worth:
        for days in combinations(sorted(possible), times):
            if _rests(days, one.load):
                yield from ((days, slot) for slot in one.slots)


def _rests(days: tuple[int, ...], load: int) -> bool:
    neighbours = [day for day in days if (day + 1) % 7 in days]
    if load == 3 or (load == 2 and len(days) <= 3):
        return not neighbours
    three = [day for day in neighbours if (day + 2) % 7 in days]
    return not (load == 2 and len(days) == 4 and three)


def _holds(model: WeekModel, week: dict[str, Way]) -> bool:
    by_id = model.by_id
    families = [by_id[name].family for name in week]
    if any(families.count(family) > worth.most_of_family(family) for family in families):
        return False
    jobs = [by_id[name].job for name in week]
    if len(set(jobs)) < len(jobs):
        return False
    hard = {day for name, (days, _) in week.items() if by_id[name].load == 3 for day in days}
    return not any((day + 1) % 7 in hard for day in hard) and all(_day_holds(model, week, day) for day in range(7))


def _day_holds(model: WeekModel, week: dict[str, Way], day: int) -> bool:
    here = [(model.by_id[name], slot) for name, (days, slot) in week.items() if day in days]
    slots = [slot for _, slot in here]
    if any(slots.count(slot) > worth.MOST_PER_SLOT for slot in slots):
        return False
    return sum(one.minutes for one, _ in here) <= model.minutes_per_day and len(here) <= model.things_per_day


def _value(model: WeekModel, week: dict[str, Way]) -> int:
    return model.objective({name: len(days) for name, (days, _) in week.items()})
