"""What no best week needs: things that others of their family can always stand in for.

One thing can stand in for another where each number of times is worth at least as much, takes no more minutes, asks no
more rest, and may stand on all the same days and at all the same times of day. A week that holds the weaker thing is then
worth no less with the stronger one in its place. The stronger one may be there already, so where they do different jobs
there must be as many of them as the family may hold; one is then still free (dominance in multiple-choice knapsacks:
Kellerer, Pferschy, Pisinger, Knapsack Problems, 2004, chapter 11). A job that also another family could do does not
count, as the other family may have taken it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from spinewise.planning import worth
from spinewise.planning.days import MODERATE_LOAD
from spinewise.planning.optimiser.model import Candidate, WeekModel


def without_dominated(model: WeekModel) -> WeekModel:
    """The model without candidates and numbers of times that no best week needs; what was kept always stays."""
    useful = tuple(one for one in map(_useful_times, model.candidates) if one.worth)
    families = _families_by_job(useful)
    kept: list[Candidate] = []
    for _, of_family in groupby(useful, key=lambda one: (one.category, one.family)):
        kept.extend(_of_family(list(of_family), families))
    return replace(model, candidates=tuple(kept))


def _useful_times(one: Candidate) -> Candidate:
    """Without numbers of times that gain nothing, or no more than fewer times do.

    Of most sets of days every part is allowed as well. Not so at a moderate load: four days may hold neighbours, three not.
    """
    least, found = -worth.CATEGORY_BONUS[one.category], {}
    for times in sorted(one.worth):
        if one.worth[times] > least:
            found[times] = one.worth[times]
            least = least if one.load == MODERATE_LOAD else one.worth[times]
    return one if len(found) == len(one.worth) else replace(one, worth=found)


def _families_by_job(candidates: Iterable[Candidate]) -> Mapping[str, set[str]]:
    families: dict[str, set[str]] = defaultdict(set)
    for one in candidates:
        families[one.job].add(one.family)
    return families


def _of_family(ones: list[Candidate], families: Mapping[str, set[str]]) -> list[Candidate]:
    return [one for index, one in enumerate(ones) if not _is_dominated(index, ones, families)]


def _is_dominated(index: int, ones: list[Candidate], families: Mapping[str, set[str]]) -> bool:
    weaker, most = ones[index], worth.most_of_family(ones[index].family)
    jobs: set[str] = set()
    for place, stronger in enumerate(ones):
        if place == index or not _stands_in(stronger, weaker, first=place < index):
            continue
        if stronger.job == weaker.job:
            return True
        if len(families[stronger.job]) == 1:
            jobs.add(stronger.job)
    return len(jobs) >= most


def _stands_in(stronger: Candidate, weaker: Candidate, *, first: bool) -> bool:
    """Can the stronger one take the weaker one's place in any week? Of two equals, the first."""
    if weaker.kept_days or stronger.kept_days or stronger.minutes > weaker.minutes or stronger.hard > weaker.hard:
        return False
    if not set(weaker.slots) <= set(stronger.slots):
        return False
    values = [(stronger.worth.get(times), value, times) for times, value in weaker.worth.items()]
    if any(ours is None or ours < theirs or not _same_days(stronger, weaker, times) for ours, theirs, times in values):
        return False
    return first or not _equal(stronger, weaker)


def _same_days(stronger: Candidate, weaker: Candidate, times: int) -> bool:
    mine, theirs = stronger.masks[times], weaker.masks[times]
    return mine is theirs or set(theirs) <= set(mine)


def _equal(one: Candidate, other: Candidate) -> bool:
    """Could each stand in for the other?"""
    return _stands_in(one, other, first=True) and _stands_in(other, one, first=True)
