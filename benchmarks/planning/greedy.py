"""The baseline: take what gains most per minute, as often as usual, as long as it fits somewhere."""

from spinewise.planning import worth
from spinewise.planning.optimiser.choices import Choices
from spinewise.planning.optimiser.model import Candidate, WeekModel
from spinewise.planning.optimiser.schedule import Schedule


def greedy_objective(model: WeekModel) -> float:
    """What the greedy week is worth, in points."""
    week = Schedule(Choices(model))
    for candidate in sorted(model.candidates, key=_best_per_minute):
        _place(week, candidate)
    return week.objective / worth.POINT


def _best_per_minute(candidate: Candidate) -> tuple[float, str]:
    best = max(value / (times * candidate.minutes) for times, value in candidate.worth.items())
    return -best, candidate.id


def _place(week: Schedule, candidate: Candidate) -> None:
    bonus = 0 if week.categories[candidate.category] else worth.CATEGORY_BONUS[candidate.category]
    if not week.takes(candidate):
        return
    for times, value in sorted(candidate.worth.items(), key=lambda pair: -pair[1]):
        if value + bonus > 0 and week.place(candidate, times):
            return
