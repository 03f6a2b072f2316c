"""Why something does not stand in a week: the rule that keeps it out, or what it would cost."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from spinewise.knowledge import BadInput, Disposition, Findings, KnowledgeBase, Problem
from spinewise.planning import worth
from spinewise.planning.eligibility import Circumstances, barrier
from spinewise.planning.gates import refusal
from spinewise.planning.optimiser.model import Candidate, WeekModel, week_model
from spinewise.planning.optimiser.solving import solve
from spinewise.planning.planner import circumstances
from spinewise.planning.records import Plan, Why
from spinewise.planning.wishes import Wishes

WANTED_ABOVE_ALL = 1_000_000
"""Thousandths of a point: more than any week is worth."""


def why_not(
    intervention: str,
    plan: Plan,
    findings: Findings,
    base: KnowledgeBase,
    *,
    disposition: Disposition,
    wishes: Wishes | None = None,
) -> Why:
    """The rule that keeps an intervention out of this plan, or what would have to go for it.

    Raises:
        BadInput: when there is no such intervention.
    """
    item = base.interventions.get(intervention)
    if item is None:
        raise BadInput((_stranger(intervention, base),))
    refused = refusal(findings, base, disposition)
    if refused is not None:
        return Why(refused.says, (), refused.sources)
    now = circumstances(findings, base, disposition=disposition, wishes=wishes, programme=plan.programme, doses=plan.doses)
    return barrier(item, now) or _price(intervention, plan, now)


def may_stand(
    names: Iterable[str], plan: Plan, findings: Findings, base: KnowledgeBase, *, disposition: Disposition, wishes: Wishes
) -> frozenset[str]:
    """Those of these interventions that no rule of the planner keeps out of this plan."""
    now = circumstances(findings, base, disposition=disposition, wishes=wishes, programme=plan.programme, doses=plan.doses)
    return frozenset(name for name in names if barrier(base.interventions[name], now) is None)


def _stranger(name: str, base: KnowledgeBase) -> Problem:
    close = get_close_matches(name, base.interventions, n=3)
    remedy = f"Did you mean {' or '.join(close)}?" if close else "`spinewise knowledge list --kind intervention` names them"
    return Problem("why-not", name, "is no intervention", remedy)


def _price(name: str, plan: Plan, now: Circumstances) -> Why:
    days = sum(item.intervention == name for item in plan.items)
    if days:
        return Why(f"It is in your plan, on {days} of 7 days.")
    with_it = _week_with(name, now)
    if with_it is None:
        return Why("It does not fit into a day beside its rest days and the limits of your day.")
    less = _displaced(plan, with_it, now.base)
    twin = _same_job(name, plan, now.base)
    cost = f"The week with it would be worth {_share_lost(plan, with_it)} less for you, as far as we can tell"
    says = f"{cost}. To make room for it, we would leave out or shorten: {', '.join(less)}." if less else f"{cost}."
    says = f"{twin} does the same job and is in your plan already. {says}" if twin else says
    return Why(says, (), now.base.interventions[name].sources)


def _week_with(name: str, now: Circumstances) -> tuple[dict[str, int], int] | None:
    """Counts and worth of the best week found that holds it; ``None`` when none does."""
    model = week_model(now)
    week = solve(_wanting(name, model)).week
    if name not in week.places:
        return None
    return dict(week.counts), model.objective(week.counts)


def _wanting(name: str, model: WeekModel) -> WeekModel:
    candidates = [_wanted(one) if one.id == name else one for one in model.candidates]
    return replace(model, candidates=tuple(candidates))


def _wanted(one: Candidate) -> Candidate:
    return replace(one, worth={times: value + WANTED_ABOVE_ALL for times, value in one.worth.items()})


def _same_job(name: str, plan: Plan, base: KnowledgeBase) -> str:
    """The name of what stands in the plan for the same job; empty when nothing does."""
    kin = base.interventions[name].kin
    planned = [base.interventions[item.intervention] for item in plan.items]
    return next((item.name for item in planned if kin is not None and item.kin == kin), "")


def _displaced(plan: Plan, with_it: tuple[dict[str, int], int], base: KnowledgeBase) -> list[str]:
    counts, _ = with_it
    before = [item.intervention for item in plan.items]
    fewer = sorted({name for name in before if counts.get(name, 0) < before.count(name)})
    return [base.interventions[name].name for name in fewer]


def _share_lost(plan: Plan, with_it: tuple[dict[str, int], int]) -> str:
    lost = plan.objective - with_it[1] / worth.POINT
    share = round(100 * lost / plan.objective) if plan.objective > 0 else 0
    return f"{share} %" if share >= 1 else "hardly anything"
