"""The week for one person: refuse or choose, fill, seal."""

from dataclasses import dataclass, replace
from datetime import date

from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.planning import worth
from spinewise.planning.checking import check_plan
from spinewise.planning.choices import Choices
from spinewise.planning.counts import count_table, room_of_minutes
from spinewise.planning.days import days_of
from spinewise.planning.eligibility import Circumstances
from spinewise.planning.filling import Search, fill_days, ruin_and_recreate
from spinewise.planning.gates import refusal
from spinewise.planning.long_days import tables_by_long_days
from spinewise.planning.model import WeekModel, week_model
from spinewise.planning.prices import best_prices, market, priced_room, straight_prices, tolls_by_job
from spinewise.planning.records import Plan, PlannedItem, PlanningFault, Refusal, in_order
from spinewise.planning.schedule import Schedule
from spinewise.planning.wishes import Wishes, wishes_of
from spinewise.planning.words import changes_for, reasons_for
from spinewise.safety import clear

SEARCH_SEED = 7
TABLES_TRIED = 2
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Solved:
    """A filled week and a bound that no week can pass, in thousandths of a point."""

    week: Schedule
    bound: int


def plan_week(
    findings: Findings,
    base: KnowledgeBase,
    *,
    disposition: Disposition,
    week: date,
    wishes: Wishes | None = None,
) -> Plan | Refusal:
    """The week for this person with the reason of each thing, or why there is none.

    Raises:
        PlanningFault: when the finished plan breaks a rule; it is never shown then.
    """
    refused = refusal(findings, base, disposition)
    if refused is not None:
        return refused
    now = circumstances(findings, base, disposition=disposition, wishes=wishes)
    model = week_model(now)
    if not model.candidates:
        return _nothing_left(now)
    return seal(solve(model), now, week)


def circumstances(
    findings: Findings, base: KnowledgeBase, *, disposition: Disposition, wishes: Wishes | None = None
) -> Circumstances:
    """The person on the eve of the week, safety asked for every intervention."""
    known = wishes if wishes is not None else wishes_of(findings, base)
    return Circumstances(findings, base, disposition, known, clear(findings, base))


def solve(model: WeekModel) -> Solved:
    """Prices for the days, counts for the week at these prices, days from the counts; then search while it may pay."""
    places = market(model)
    tolled = places.with_tolls(straight_prices(places))
    prices = best_prices(tolled)
    again = places.with_tolls(prices)
    tolls, room = tolls_by_job(again, model), priced_room(places, prices, model)
    tables = [count_table(model, room, tolls)]
    plain = count_table(model, room_of_minutes(model), tolls)
    priced = min(tolled.bound(prices), again.bound(prices))
    bound = min(int(tables[0].best[-1]), int(plain.best[-1]), int(priced + ROUNDING))
    search = Search(Choices(model), places, prices, bound)
    week = fill_days(search, tables[0])
    closer = [] if search.close_enough(week) else tables_by_long_days(model, room_of_minutes(model), tolls)
    if closer:
        search = replace(search, bound=min(bound, int(closer[0].best[-1])))
        week = max(week, fill_days(search, closer[0]), key=lambda one: one.objective)
    return Solved(ruin_and_recreate(week, search, [*closer[:TABLES_TRIED], *tables], SEARCH_SEED), search.bound)


def seal(solved: Solved, now: Circumstances, week: date) -> Plan:
    """The plan in words. Every path ends here: safety and all other rules are checked last, in this one place."""
    names = sorted(solved.week.places)
    changes = {name: changes_for(now.clearances[name]) for name in names if changes_for(now.clearances[name])}
    plan = Plan(
        week=week,
        items=in_order([item for name in names for item in _items(name, solved.week, now)]),
        objective=solved.week.objective / worth.POINT,
        bound=solved.bound / worth.POINT,
        proven=solved.week.objective >= solved.bound,
        changes=changes,
    )
    return checked(plan, now)


def checked(plan: Plan, now: Circumstances) -> Plan:
    """The plan itself. Raises ``PlanningFault`` when it breaks a rule."""
    problems = check_plan(plan, now.findings, now.base, disposition=now.disposition, wishes=now.wishes)
    if problems:
        raise PlanningFault("\n".join(map(str, problems)))
    return plan


def _items(name: str, week: Schedule, now: Circumstances) -> list[PlannedItem]:
    place = week.places[name]
    item = now.base.interventions[name]
    why = reasons_for(item, now)
    return [PlannedItem(day, place.slot, name, item.dosage.minutes, why) for day in days_of(place.days)]


def _nothing_left(now: Circumstances) -> Refusal:
    open_findings = sorted({finding for one in now.clearances.values() for finding in one.needs})
    if open_findings:
        names = ", ".join(now.base.name_of(finding) for finding in open_findings[:6])
        return Refusal("more-to-ask", f"We cannot offer anything yet. First we need to know more about: {names}.")
    says = "Nothing that we know is both safe for you and fits your wishes. Try more minutes a day, or ask a physiotherapist."
    return Refusal("nothing-fits", says)


def swap(
    plan: Plan,
    day: int,
    intervention: str,
    findings: Findings,
    base: KnowledgeBase,
    *,
    disposition: Disposition,
    wishes: Wishes | None = None,
) -> Plan | Refusal:
    """The same week without an intervention on one day, everything else changed as little as possible."""
    known = wishes if wishes is not None else wishes_of(findings, base)
    kept = tuple(item for item in plan.items if (item.day, item.intervention) != (day, intervention))
    changed = replace(known, kept=kept, not_on=known.not_on | {(day, intervention)})
    return plan_week(findings, base, disposition=disposition, week=plan.week, wishes=changed)
