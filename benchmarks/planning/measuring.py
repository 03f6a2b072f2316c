"""How fast weeks are made, and how far they are from the best ones."""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from benchmarks.planning.greedy import greedy_objective
from benchmarks.planning.people import person
from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.planning import Plan, plan_week
from spinewise.planning.optimiser.model import week_model
from spinewise.planning.optimiser.proof import improve
from spinewise.planning.optimiser.solving import solve
from spinewise.planning.planner import circumstances
from spinewise.planning.worth import POINT

WEEK = date(2026, 1, 5)
DISPOSITION = Disposition.SELF_CARE


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the far ends of some numbers."""

    median: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured. Gaps are shares of the bound or of the optimum; milliseconds are of processor time."""

    people: int
    refused: int
    interventions: int
    candidates: Spread
    things_per_day: Spread
    milliseconds: Spread
    milliseconds_of_first_half: Spread
    milliseconds_of_second_half: Spread
    gap_to_bound: Spread
    proven_at_once: int
    greedy_gap_to_bound: Spread
    exact_sample: int
    exact_proven: int
    exact_seconds: Spread
    gap_to_exact: Spread
    greedy_gap_to_exact: Spread
    gap_of_exact_to_first_bound: Spread

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Case:
    seed: int
    objective: float
    bound: float
    proven: bool
    greedy: float
    milliseconds: float
    candidates: int
    things: tuple[int, ...]

    @property
    def gap(self) -> float:
        return _share(self.objective, self.bound)

    @property
    def greedy_gap(self) -> float:
        return _share(self.greedy, self.bound)


@dataclass(frozen=True, slots=True)
class _Exact:
    case: _Case
    objective: float
    proven: bool
    seconds: float


def measure(base: KnowledgeBase, people: int, exact: int, seconds: float) -> Report:
    """Plan for seeded people; prove the first ``exact`` of them within ``seconds`` each."""
    cases = [case for seed in range(people) if (case := _case(seed, base)) is not None]
    proofs = [_prove(case, base, seconds) for case in cases[:exact]]
    half = len(cases) // 2
    return Report(
        people=people,
        refused=people - len(cases),
        interventions=len(base.interventions),
        candidates=spread([case.candidates for case in cases]),
        things_per_day=spread([things for case in cases for things in case.things]),
        milliseconds=spread([case.milliseconds for case in cases]),
        milliseconds_of_first_half=spread([case.milliseconds for case in cases[:half]]),
        milliseconds_of_second_half=spread([case.milliseconds for case in cases[half:]]),
        gap_to_bound=spread([case.gap for case in cases]),
        proven_at_once=sum(case.proven for case in cases),
        greedy_gap_to_bound=spread([case.greedy_gap for case in cases]),
        exact_sample=len(proofs),
        exact_proven=sum(one.proven for one in proofs),
        exact_seconds=spread([one.seconds for one in proofs]),
        gap_to_exact=spread([_share(one.case.objective, one.objective) for one in proofs]),
        greedy_gap_to_exact=spread([_share(one.case.greedy, one.objective) for one in proofs]),
        gap_of_exact_to_first_bound=spread([_share(one.objective, one.case.bound) for one in proofs]),
    )


def spread(values: Sequence[float]) -> Spread:
    """Median, 95th and 99th percentile; zero of nothing."""
    ordered = sorted(values) or [0.0]

    def at(share: float) -> float:
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    return Spread(at(0.5), at(0.95), at(0.99))


def _case(seed: int, base: KnowledgeBase) -> _Case | None:
    findings, wishes = person(seed, base)
    start = time.process_time()
    plan = plan_week(findings, base, disposition=DISPOSITION, week=WEEK, wishes=wishes)
    milliseconds = (time.process_time() - start) * 1000
    if not isinstance(plan, Plan):
        return None
    model = week_model(circumstances(findings, base, disposition=DISPOSITION, wishes=wishes))
    things = tuple(len(plan.on(day)) for day in range(7))
    greedy = greedy_objective(model)
    return _Case(seed, plan.objective, plan.bound, plan.proven, greedy, milliseconds, len(model.candidates), things)


def _prove(case: _Case, base: KnowledgeBase, seconds: float) -> _Exact:
    """Make the plan anew and prove it; every case is measured, those that were proven at once too."""
    findings, wishes = person(case.seed, base)
    model = week_model(circumstances(findings, base, disposition=DISPOSITION, wishes=wishes))
    first = solve(model)
    start = time.process_time()
    best = improve(model, first.week, first.bound, seconds)
    worth = best.week.objective / POINT
    return _Exact(case, worth, best.bound == best.week.objective, time.process_time() - start)


def _share(reached: float, best: float) -> float:
    return (best - reached) / best if best > 0 else 0.0
