"""A year of one person: triage, programme, doses, week, checks; then the week is lived."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.year.checking import Track, dose_breaches, phase_breaches, plan_breaches, remember
from benchmarks.year.life import life_of
from spinewise.knowledge import Findings, KnowledgeBase, read_closed
from spinewise.planning import Happened, Plan, Refusal, doses_for, familiar, plan_week, since_now, standing_in, wishes_of
from spinewise.triage import triage

FIRST_MONDAY = date(2026, 1, 5)
MOST_BREACHES_KEPT = 20


@dataclass
class Tally:
    """What was counted over many weeks."""

    people: int = 0
    weeks: int = 0
    plans: int = 0
    proven: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)
    phases: set[str] = field(default_factory=set)
    moves: int = 0
    moves_back: int = 0
    rises: int = 0
    steps_back: int = 0
    overdue: int = 0

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        for name in ("people", "weeks", "plans", "proven", "moves", "moves_back", "rises", "steps_back", "overdue"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.refusals += other.refusals
        self.breaches += other.breaches
        self.phases |= other.phases
        self.examples = [*self.examples, *other.examples][:MOST_BREACHES_KEPT]

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        counted = {"refusals": dict(self.refusals), "breaches": dict(self.breaches)}
        return vars(self) | counted | {"phases": sorted(self.phases), "broken": self.broken}

    @property
    def broken(self) -> int:
        """How often something that must hold did not."""
        return self.breaches.total()


@dataclass
class _Records:
    """What would stand in the records of one person."""

    history: list[Happened] = field(default_factory=list)
    since: dict[str, date] = field(default_factory=dict)
    track: Track = field(default_factory=Track)


def year(group: str, number: int, seed: int, weeks: int, base: KnowledgeBase) -> Tally:
    """Live through the weeks of one person, and count."""
    life, tally, records = life_of(group, number, seed), Tally(people=1), _Records()
    track = records.track
    for week in range(weeks):
        monday = FIRST_MONDAY + timedelta(weeks=week)
        known = read_closed(life.answers(week), base)
        broken, plan = _week(known, monday, records, base, tally)
        tally.breaches.update(text.split(":")[0] for text in broken)
        tally.examples += [f"{group} {number}, week {week}, {text}" for text in broken]
        happened = life.live(week, monday, plan)
        records.history += happened
        remember(happened, track)
    tally.moves, tally.moves_back, tally.overdue = track.moves, track.moves_back, track.overdue
    tally.rises, tally.steps_back = track.rises, track.steps_back
    tally.examples = tally.examples[:MOST_BREACHES_KEPT]
    return tally


def _week(
    known: Findings, monday: date, records: _Records, base: KnowledgeBase, tally: Tally
) -> tuple[tuple[str, ...], Plan | None]:
    """Make one week; what must hold in it and does not, and the plan."""
    standing = standing_in(known, base, records.since, monday)
    doses = doses_for(known, base, records.history, monday)
    disposition = triage(known, base).disposition
    wishes = wishes_of(known, base, familiar=familiar(records.history, base, monday))
    made = plan_week(known, base, disposition=disposition, week=monday, wishes=wishes, programme=standing, doses=doses)
    records.since = since_now(standing, records.since)
    tally.weeks += 1
    tally.phases |= {place.key for place in standing.places}
    plan = made if isinstance(made, Plan) else None
    if isinstance(made, Refusal):
        tally.refusals[made.reason] += 1
    else:
        tally.plans += 1
        tally.proven += made.proven
    broken = (
        *plan_breaches(made, known, base, standing),
        *dose_breaches(made, doses, base, records.track),
        *phase_breaches(standing, known, monday, records.track),
    )
    return broken, plan
