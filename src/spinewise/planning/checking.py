"""An independent look at a finished week: every hard rule again, written apart from the optimiser.

It shares no code with the choice of the week on purpose, only the numbers that are policy (how many of a family, of a
day, of a time of day).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spinewise.knowledge import Disposition, Findings, KnowledgeBase, Problem
from spinewise.knowledge.records import HeldBack, Intervention
from spinewise.planning import worth
from spinewise.planning.dosing import PlannedDose
from spinewise.planning.dosing.checking import dose_faults
from spinewise.planning.programmes import NO_PROGRAMME, InProgramme
from spinewise.planning.records import Plan, PlannedItem
from spinewise.planning.wishes import Wishes
from spinewise.safety import clear_one

_REMEDY = "This is our fault: report it and do not use the plan"


@dataclass(frozen=True, slots=True)
class _Case:
    plan: Plan
    findings: Findings
    base: KnowledgeBase
    disposition: Disposition
    wishes: Wishes
    programme: InProgramme
    doses: Mapping[str, PlannedDose] | None

    def days_of(self, name: str) -> list[int]:
        return [item.day for item in self.plan.items if item.intervention == name]


def check_plan(
    plan: Plan,
    findings: Findings,
    base: KnowledgeBase,
    *,
    disposition: Disposition,
    wishes: Wishes,
    programme: InProgramme = NO_PROGRAMME,
    doses: Mapping[str, PlannedDose] | None = None,
) -> tuple[Problem, ...]:
    """Every hard rule that the plan breaks; none when it may be shown. Without ``doses`` no dose may be above the first."""
    case = _Case(plan, findings, base, disposition, wishes, programme, doses)
    found: list[Problem] = [*_no_plan_allowed(case)]
    names = sorted({item.intervention for item in plan.items})
    for name in names:
        if name not in base.interventions:
            found.append(_problem(name, "is no intervention"))
            continue
        item = base.interventions[name]
        looks = (*_safe(item, case), *_wished(item, case), *_spread(item, case), *_dosed(item, case))
        found += [_problem(name, what) for what in looks]
    for item_planned in plan.items:
        found += [_problem(item_planned.intervention, what) for what in _well_placed(item_planned, case)]
    found += [_problem(f"day {day}", what) for day in range(7) for what in _day_holds(day, case)]
    found += [_problem("week", what) for what in _week_holds(case)]
    return tuple(found)


def _problem(place: str, what: str) -> Problem:
    return Problem("plan", place, what, _REMEDY)


def _no_plan_allowed(case: _Case) -> Iterator[Problem]:
    if not case.plan.items:
        return
    if case.disposition in (Disposition.SAME_DAY, Disposition.EMERGENCY):
        yield _problem("week", f"is planned although the disposition is {case.disposition.word}")
    for gate in case.base.plan_gates.values():
        if gate.when.evaluate(case.findings) is not False:
            yield _problem("week", f"is planned although the gate {gate.id} is not ruled out")


def _safe(item: Intervention, case: _Case) -> Iterator[str]:
    clearance = clear_one(item, case.findings, case.base)
    if not clearance.offered:
        yield f"is {clearance.verdict.value}"
    changes = {ground.change for ground in clearance.grounds if ground.change}
    if changes - set(case.plan.changes.get(item.id, ())):
        yield "lacks a change that safety asks for"
    if item.evidence.direction == "harms":
        yield "is planned although research speaks against it"
    if case.disposition == Disposition.WITHIN_DAYS and not item.while_waiting:
        yield "is planned while the person waits for a doctor"
    if any(_is_held(item, place.programme.hold_back + place.phase.hold_back, case) for place in case.programme.places):
        yield "is planned although a programme holds it back"
    if not any(line.when.evaluate(case.findings) is True for line in item.helps):
        yield "is planned although none of its lines is known to be true"


def _is_held(item: Intervention, rules: tuple[HeldBack, ...], case: _Case) -> bool:
    open_rules = [rule for rule in rules if rule.unless is None or rule.unless.evaluate(case.findings) is not True]
    return any(
        item.id in rule.items or item.family in rule.families or not set(rule.demands).isdisjoint(item.demands)
        for rule in open_rules
    )


def _wished(item: Intervention, case: _Case) -> Iterator[str]:
    if item.id in case.wishes.refused:
        yield "was refused"
    if item.id in case.wishes.heard:
        yield "was read not long ago"
    if not set(item.equipment) <= case.wishes.equipment:
        yield "needs equipment that is not there"
    avoided = case.wishes.avoid_positions
    if item.position in avoided or _needs(item) & avoided:
        yield "needs a position to avoid"


def _needs(item: Intervention) -> set[str]:
    """The positions that an intervention asks for by its demands and its position."""
    demands = set(item.demands)
    pairs = {
        "supine": "lying-on-back",
        "prone": "lying-on-front",
        "hands-knees": "hands-and-knees",
        "kneeling": "kneeling",
        "floor-transfer": "floor",
        "long-standing": "standing-long",
        "long-sitting": "sitting-long",
    }
    floor = {"floor"} if item.position in ("hands-and-knees", "kneeling", "floor-sitting") else set()
    return {position for demand, position in pairs.items() if demand in demands} | floor


def _dosed(item: Intervention, case: _Case) -> Iterator[str]:
    for dose in dict.fromkeys(one.dose for one in case.plan.items if one.intervention == item.id):
        yield from dose_faults(dose, item, case.findings, case.base, case.doses)


def _spread(item: Intervention, case: _Case) -> Iterator[str]:
    days = case.days_of(item.id)
    frequency = item.dosage.frequency_per_week
    least = 1 if item.id in case.wishes.eases else frequency.min
    if not least <= len(days) <= frequency.max:
        yield f"stands {len(days)} times, its dose is {least} to {frequency.max}"
    if len(set(days)) < len(days) and not all(one.slot == "break" for one in case.plan.items if one.intervention == item.id):
        yield "stands twice on a day"
    if len({one.slot for one in case.plan.items if one.intervention == item.id}) > 1:
        yield "has more than one habitual time of day"
    if not _rested(item.load, set(days)):
        yield "lacks its rest days"


def _rested(load: int, days: set[int]) -> bool:
    pairs = sum((day + 1) % 7 in days for day in days)
    threes = sum({(day + 1) % 7, (day + 2) % 7} <= days for day in days)
    if load == 3:
        return pairs == 0
    if load == 2 and len(days) <= 3:
        return pairs == 0
    return not (load == 2 and len(days) == 4 and threes > 0)


def _well_placed(planned: PlannedItem, case: _Case) -> Iterator[str]:
    item = case.base.interventions.get(planned.intervention)
    if item is None:
        return
    if planned.day not in range(7):
        yield f"stands on day {planned.day}, which no week has"
    if planned.slot not in case.wishes.slots or planned.slot not in item.slots:
        yield f"stands in the slot {planned.slot}"
    if (planned.day, item.id) in case.wishes.not_on:
        yield f"stands on day {planned.day} although it was put off"


def _day_holds(day: int, case: _Case) -> Iterator[str]:
    items = case.plan.on(day)
    minutes = sum(item.minutes for item in items)
    if minutes > case.wishes.minutes_per_day:
        yield f"takes {minutes} of {case.wishes.minutes_per_day} minutes"
    if len(items) > worth.most_per_day(case.wishes.minutes_per_day, len(case.wishes.slots)):
        yield f"holds {len(items)} things"
    for slot, things in Counter(item.slot for item in items).items():
        if things > worth.MOST_PER_SLOT:
            yield f"holds {things} things in the slot {slot}"


def _week_holds(case: _Case) -> Iterator[str]:
    known = {name for name in (item.intervention for item in case.plan.items) if name in case.base.interventions}
    items = [case.base.interventions[name] for name in known]
    for family, things in sorted(Counter(item.family for item in items).items()):
        if things > worth.most_of_family(family):
            yield f"holds {things} things of the family {family}"
    for kin, things in sorted(Counter(item.kin for item in items if item.kin).items()):
        if things > 1:
            yield f"holds {things} things for the same job, {kin}"
    hard = {day for item in items if item.load == 3 for day in case.days_of(item.id)}
    if any((day + 1) % 7 in hard for day in hard):
        yield "has hard things on neighbouring days"
