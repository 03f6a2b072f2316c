"""How fast weeks are made, and how far they are from the best ones."""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from benchmarks.planning.greedy import greedy_objective
from benchmarks.planning.people import person
from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.planning import Plan, Wishes, plan_week, prove
from spinewise.planning.model import week_model
from spinewise.planning.planner import circumstances

WEEK = date(2026, 1, 5)
DISPOSITION = Disposition.SELF_CARE


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle and the far end of some numbers."""

    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured. Gaps are shares of the bound or of the optimum."""

    people: int
    refused: int
    interventions: int
    candidates: Spread
    milliseconds: Spread
    gap_to_bound: Spread
    exact_sample: int
    exact_proven: int
    exact_seconds: Spread
    gap_to_exact: Spread
    gap_of_exact_to_first_bound: Spread
    greedy_gap_to_bound: Spread
    things_per_day: Spread

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Case:
    findings: Findings
    wishes: Wishes
    plan: Plan
    milliseconds: float
    candidates: int
    greedy_gap: float


@dataclass(frozen=True, slots=True)
class _Exact:
    plan: Plan
    best: Plan
    seconds: float


def measure(base: KnowledgeBase, people: int, exact: int, seconds: float) -> Report:
    """Plan for seeded people; prove the first ``exact`` of them within ``seconds`` each."""
    cases = [case for seed in range(people) if (case := _case(seed, base)) is not None]
    proofs = [_prove(case, base, seconds) for case in cases[:exact]]
    return Report(
        people=people,
        refused=people - len(cases),
        interventions=len(base.interventions),
        candidates=spread([case.candidates for case in cases]),
        milliseconds=spread([case.milliseconds for case in cases]),
        gap_to_bound=spread([case.plan.gap for case in cases]),
        exact_sample=len(proofs),
        exact_proven=sum(one.best.proven for one in proofs),
        exact_seconds=spread([one.seconds for one in proofs]),
        gap_to_exact=spread([_share(one.plan.objective, one.best.objective) for one in proofs]),
        gap_of_exact_to_first_bound=spread([_share(one.best.objective, one.plan.bound) for one in proofs]),
        greedy_gap_to_bound=spread([case.greedy_gap for case in cases]),
        things_per_day=spread([len(case.plan.on(day)) for case in cases for day in range(7)]),
    )


def spread(values: Sequence[float]) -> Spread:
    """Median and 95th percentile; zero of nothing."""
    ordered = sorted(values) or [0.0]
    return Spread(ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))])


def _case(seed: int, base: KnowledgeBase) -> _Case | None:
    findings, wishes = person(seed, base)
    start = time.perf_counter()
    plan = plan_week(findings, base, disposition=DISPOSITION, week=WEEK, wishes=wishes)
    milliseconds = (time.perf_counter() - start) * 1000
    if not isinstance(plan, Plan):
        return None
    model = week_model(circumstances(findings, base, disposition=DISPOSITION, wishes=wishes))
    greedy_gap = _share(greedy_objective(model), plan.bound)
    return _Case(findings, wishes, plan, milliseconds, len(model.candidates), greedy_gap)


def _prove(case: _Case, base: KnowledgeBase, seconds: float) -> _Exact:
    start = time.perf_counter()
    best = prove(case.plan, case.findings, base, disposition=DISPOSITION, wishes=case.wishes, seconds=seconds)
    return _Exact(case.plan, best, time.perf_counter() - start)


def _share(reached: float, best: float) -> float:
    return (best - reached) / best if best > 0 else 0.0
