"""The week for one person: refuse or choose, fill, seal."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.planning import worth
from spinewise.planning.checking import check_plan
from spinewise.planning.days import days_of
from spinewise.planning.dosing import PlannedDose, felt, first_doses, fitting
from spinewise.planning.eligibility import Circumstances
from spinewise.planning.gates import refusal
from spinewise.planning.optimiser.model import week_model
from spinewise.planning.optimiser.schedule import Schedule
from spinewise.planning.optimiser.solving import Solved, solve
from spinewise.planning.programmes import InProgramme, standing_in
from spinewise.planning.records import Plan, PlannedItem, PlanningFault, Refusal, in_order
from spinewise.planning.wishes import Wishes, wishes_of
from spinewise.planning.words import changes_for, reasons_for
from spinewise.safety import clear


def plan_week(
    findings: Findings,
    base: KnowledgeBase,
    *,
    disposition: Disposition,
    week: date,
    wishes: Wishes | None = None,
    programme: InProgramme | None = None,
    doses: Mapping[str, PlannedDose] | None = None,
) -> Plan | Refusal:
    """The week for this person with the reason of each thing, or why there is none.

    ``doses`` come from ``doses_for``; without them everybody has first doses.

    Raises:
        PlanningFault: when the finished plan breaks a rule; it is never shown then.
    """
    refused = refusal(findings, base, disposition)
    if refused is not None:
        return refused
    now = circumstances(findings, base, disposition=disposition, wishes=wishes, programme=programme, doses=doses)
    model = week_model(now)
    if not model.candidates:
        return _nothing_left(now)
    return seal(solve(model), now, week)


def circumstances(
    findings: Findings,
    base: KnowledgeBase,
    *,
    disposition: Disposition,
    wishes: Wishes | None = None,
    programme: InProgramme | None = None,
    doses: Mapping[str, PlannedDose] | None = None,
) -> Circumstances:
    """The person on the eve of the week, safety asked for every intervention.

    Without a programme: its first days. Without doses: the first ones. A dose that the day has no room for is shortened.
    """
    known = wishes if wishes is not None else wishes_of(findings, base)
    standing = programme if programme is not None else standing_in(findings, base, None, date.min)
    asked = doses if doses is not None else first_doses(findings, base)
    fitted = {name: felt(fitting(dose, known.minutes_per_day, base), findings, base) for name, dose in asked.items()}
    return Circumstances(findings, base, disposition, known, clear(findings, base), fitted, standing)


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
        programme=now.programme,
        doses=now.doses,
    )
    return checked(plan, now)


def checked(plan: Plan, now: Circumstances) -> Plan:
    """The plan itself. Raises ``PlanningFault`` when it breaks a rule."""
    problems = check_plan(
        plan, now.findings, now.base, disposition=now.disposition, wishes=now.wishes, programme=now.programme, doses=now.doses
    )
    if problems:
        raise PlanningFault("\n".join(map(str, problems)))
    return plan


def _items(name: str, week: Schedule, now: Circumstances) -> list[PlannedItem]:
    place = week.places[name]
    item = now.base.interventions[name]
    why, dose = reasons_for(item, now), now.doses[name]
    return [PlannedItem(day, place.slot, name, dose.dose, why, dose.why) for day in days_of(place.days)]


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
    return plan_week(
        findings,
        base,
        disposition=disposition,
        week=plan.week,
        wishes=changed,
        programme=plan.programme,
        doses=plan.doses,
    )
