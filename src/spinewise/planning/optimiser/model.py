"""The week as a problem of choice: candidates with a worth for each number of times, and the limits of the days."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spinewise.knowledge.records import Intervention, Slot
from spinewise.planning import worth
from spinewise.planning.days import HARD_LOAD, mask_of, masks_by_count
from spinewise.planning.dosing import outgrown, version_rule
from spinewise.planning.eligibility import Circumstances, aimed, barrier, best_help, open_days, possible_counts
from spinewise.planning.programmes import programme_terms
from spinewise.planning.records import DAYS_PER_WEEK
from spinewise.planning.wishes import Wishes

Counts = Mapping[str, int]
"""Times a week by intervention; what is missing is not done."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An intervention that may be planned."""

    id: str
    family: str
    job: str
    """What it is for: its kin, or its own id. A week holds one thing for a job at most."""
    category: str
    minutes: int
    load: int
    slots: tuple[Slot, ...]
    """Usable times of day, the habitual one first."""
    worth: Mapping[int, int]
    """Thousandths of a point for each possible number of times a week."""
    masks: tuple[tuple[int, ...], ...]
    """Allowed sets of days by number of times."""
    kept_days: int
    """Days of an earlier plan of this week, as bits."""

    @property
    def hard(self) -> bool:
        """Does it need a free day before the next hard thing?"""
        return self.load >= HARD_LOAD


@dataclass(frozen=True)
class WeekModel:
    """Candidates by category, family, job and id, and the limits that each day keeps."""

    candidates: tuple[Candidate, ...]
    minutes_per_day: int
    things_per_day: int

    @cached_property
    def by_id(self) -> Mapping[str, Candidate]:
        """Candidates by intervention."""
        return {candidate.id: candidate for candidate in self.candidates}

    def objective(self, counts: Counts) -> int:
        """What a week with these counts is worth, in thousandths of a point."""
        chosen = [self.by_id[name] for name in counts]
        met = {candidate.category for candidate in chosen}
        return sum(one.worth[counts[one.id]] for one in chosen) + sum(worth.CATEGORY_BONUS[name] for name in met)


def week_model(now: Circumstances) -> WeekModel:
    """The model of a person's week: only what no rule keeps out becomes a candidate."""
    items = [item for item in now.base.interventions.values() if barrier(item, now) is None]
    candidates = [_candidate(item, now) for item in items]
    candidates.sort(key=lambda one: (worth.CATEGORIES.index(one.category), one.family, one.job, one.id))
    wishes = now.wishes
    things = worth.most_per_day(wishes.minutes_per_day, len(wishes.slots))
    return WeekModel(tuple(candidates), wishes.minutes_per_day, things)


def _candidate(item: Intervention, now: Circumstances) -> Candidate:
    kept = [planned for planned in now.wishes.kept if planned.intervention == item.id]
    return Candidate(
        id=item.id,
        family=item.family,
        job=item.kin or item.id,
        category=worth.CATEGORY_OF[item.family],
        minutes=now.doses[item.id].dose.minutes,
        load=item.load,
        slots=_usable_slots(item, now.wishes, tuple(planned.slot for planned in kept)),
        worth=_worth(item, now, len(kept)),
        masks=masks_by_count(item.load, open_days(item.id, now.wishes)),
        kept_days=mask_of(planned.day for planned in kept),
    )


def _usable_slots(item: Intervention, wishes: Wishes, kept: tuple[Slot, ...]) -> tuple[Slot, ...]:
    usable = [slot for slot in item.slots if slot in wishes.slots]
    return tuple(sorted(usable, key=lambda slot: slot not in kept))


def _worth(item: Intervention, now: Circumstances, kept: int) -> dict[int, int]:
    line = best_help(item, now)
    points = worth.weight(line.benefit, item.evidence) * worth.POINT if line else 0.0
    wished = (worth.PREFERRED if item.id in now.wishes.preferred else 0) + programme_terms(item, now.programme)
    wished += worth.VERSION_WORTH.get(version_rule(item, now.doses), 0)
    wished += worth.FAMILIAR if item.id in now.wishes.familiar and not outgrown(item, now.doses) else 0
    wished += worth.EASES_A_BAD_DAY if item.id in now.wishes.eases else 0
    usual, minutes = min(item.dosage.frequency_per_week.usual, DAYS_PER_WEEK), now.doses[item.id].dose.minutes
    return {
        times: round(points * worth.share_of_benefit(times, usual))
        + wished
        + (worth.worth_of_keeping(times, kept) if now.wishes.kept else 0)
        + worth.worth_of_activity(item.family, times, minutes)
        - worth.burden(times, minutes, aimed=line is not None and aimed(line, now))
        for times in possible_counts(item, now.wishes)
    }
