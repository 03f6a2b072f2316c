"""The exact optimum of a week, or a better bound: branch and price to the end, then OR-Tools CP-SAT as an independent model."""

from dataclasses import replace
from typing import Any

from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.knowledge.records import Slot
from spinewise.planning import worth
from spinewise.planning.days import EVERY_DAY, HARD_LOAD, MODERATE_LOAD, MOST_WITH_REST, days_of, mask_of
from spinewise.planning.optimiser.choices import Choices, Place
from spinewise.planning.optimiser.dominance import without_dominated
from spinewise.planning.optimiser.model import Candidate, WeekModel, week_model
from spinewise.planning.optimiser.schedule import Schedule
from spinewise.planning.optimiser.solving import Solved, solve_further
from spinewise.planning.planner import checked, circumstances, seal
from spinewise.planning.records import DAYS_PER_WEEK, Plan
from spinewise.planning.wishes import Wishes

PROOF_SEED = 7
MOST_BRANCHES = 400
ROUNDING = 1e-6
Switch = Any
"""A yes/no variable of the solver."""


def prove(
    plan: Plan,
    findings: Findings,
    base: KnowledgeBase,
    *,
    disposition: Disposition,
    wishes: Wishes | None = None,
    seconds: float = 10.0,
) -> Plan:
    """The best week there is, or this one with a better bound when the time is too short.

    The plan must come from ``plan_week`` with the same arguments. One worker and a fixed seed: the same plan every
    time, unless the time runs out. The finished plan goes through the same check as every other.

    Raises:
        PlanningFault: when the plan breaks a rule for this person.
    """
    now = circumstances(findings, base, disposition=disposition, wishes=wishes, programme=plan.programme, doses=plan.doses)
    if checked(plan, now).proven:
        return plan
    model = week_model(now)
    start = _schedule_of(plan, model)
    solved = improve(model, start, round(plan.bound * worth.POINT), seconds)
    if solved.week is start:
        return replace(plan, bound=solved.bound / worth.POINT, proven=solved.bound <= start.objective)
    return seal(solved, now, plan.week)


def improve(model: WeekModel, start: Schedule, bound: int, seconds: float) -> Solved:
    """The best week found from a first one, and the bound that is proven: branches first, CP-SAT for what they leave open."""
    further = solve_further(model, MOST_BRANCHES)
    best = further.week if further.week.objective > start.objective else start
    known = Solved(best, max(min(bound, further.bound), best.objective))
    return known if known.bound == best.objective else by_solver(model, known, seconds)


def by_solver(model: WeekModel, known: Solved, seconds: float) -> Solved:
    """The best week that CP-SAT finds from a first one, and the bound that it proves."""
    from ortools.sat.python import cp_model  # noqa: PLC0415  importing it takes longer than a plan

    built = _Built(without_dominated(model), cp_model.CpModel())
    built.start_from(known.week)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = PROOF_SEED
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.linearization_level = 2
    status = solver.solve(built.cp)
    proven = min(known.bound, int(solver.best_objective_bound + ROUNDING))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE) or round(solver.objective_value) <= known.week.objective:
        return Solved(known.week, max(proven, known.week.objective))
    week = built.week_of(solver)
    return Solved(week, max(proven, week.objective))


def _schedule_of(plan: Plan, model: WeekModel) -> Schedule:
    week = Schedule(Choices(model))
    for name in sorted({item.intervention for item in plan.items}):
        items = [item for item in plan.items if item.intervention == name]
        week.put(model.by_id[name], Place(mask_of(item.day for item in items), items[0].slot))
    return week


class _Built:
    """The whole week as a CP-SAT model: days, times of day and counts at once."""

    def __init__(self, model: WeekModel, cp: Any) -> None:
        self.model = model
        self.cp = cp
        self.on = {(one.id, day): cp.new_bool_var("") for one in model.candidates for day in range(DAYS_PER_WEEK)}
        self.times = {(one.id, times): cp.new_bool_var("") for one in model.candidates for times in one.worth}
        self.in_slot = {(one.id, slot): cp.new_bool_var("") for one in model.candidates for slot in one.slots}
        self.met = {category: cp.new_bool_var("") for category in worth.CATEGORIES}
        for one in model.candidates:
            self._thing(one)
        self._families()
        self._jobs()
        for day in range(DAYS_PER_WEEK):
            self._day(day)
        self._slots()
        self._hard_days()
        self._maximise()

    def start_from(self, week: Schedule) -> None:
        """Give the solver a week that it must at least reach."""
        for (name, day), switch in self.on.items():
            self.cp.add_hint(switch, name in week.places and bool(week.places[name].days >> day & 1))
        for (name, times), switch in self.times.items():
            self.cp.add_hint(switch, name in week.places and week.places[name].times == times)
        for (name, slot), switch in self.in_slot.items():
            self.cp.add_hint(switch, name in week.places and week.places[name].slot == slot)

    def week_of(self, solver: Any) -> Schedule:
        """The week of a solution."""
        week = Schedule(Choices(self.model))
        for one in self.model.candidates:
            days = mask_of(day for day in range(DAYS_PER_WEEK) if solver.boolean_value(self.on[one.id, day]))
            if days:
                slot = next(slot for slot in one.slots if solver.boolean_value(self.in_slot[one.id, slot]))
                week.put(one, Place(days, slot))
        return week

    def _planned(self, one: Candidate) -> list[Switch]:
        return [self.times[one.id, times] for times in one.worth]

    def _thing(self, one: Candidate) -> None:
        days = [self.on[one.id, day] for day in range(DAYS_PER_WEEK)]
        self.cp.add_at_most_one(self._planned(one))
        self.cp.add(sum(days) == sum(times * self.times[one.id, times] for times in one.worth))
        self.cp.add(sum(self.in_slot[one.id, slot] for slot in one.slots) == sum(self._planned(one)))
        possible = mask_of(day for masks in one.masks for mask in masks for day in days_of(mask))
        for day in days_of(EVERY_DAY & ~possible):
            self.cp.add(self.on[one.id, day] == 0)
        if one.load >= MODERATE_LOAD:
            self._rest(one, days)

    def _rest(self, one: Candidate, days: list[Switch]) -> None:
        more = sum(self.times[one.id, times] for times in one.worth if times > MOST_WITH_REST)
        most = sum(self.times[one.id, times] for times in one.worth if times > MOST_WITH_REST + 1)
        for day in range(DAYS_PER_WEEK):
            two = days[day] + days[(day + 1) % DAYS_PER_WEEK]
            self.cp.add(two <= 1 + (0 if one.load >= HARD_LOAD else more))
            self.cp.add(two + days[(day + 2) % DAYS_PER_WEEK] <= 2 + most)

    def _families(self) -> None:
        for family in sorted({one.family for one in self.model.candidates}):
            chosen = [switch for one in self.model.candidates if one.family == family for switch in self._planned(one)]
            self.cp.add(sum(chosen) <= worth.most_of_family(family))
        for category, met in self.met.items():
            chosen = [switch for one in self.model.candidates if one.category == category for switch in self._planned(one)]
            self.cp.add(met <= sum(chosen))

    def _jobs(self) -> None:
        for job in sorted({one.job for one in self.model.candidates}):
            chosen = [switch for one in self.model.candidates if one.job == job for switch in self._planned(one)]
            self.cp.add_at_most_one(chosen)

    def _day(self, day: int) -> None:
        things = [(one.minutes, self.on[one.id, day]) for one in self.model.candidates]
        self.cp.add(sum(minutes * switch for minutes, switch in things) <= self.model.minutes_per_day)
        self.cp.add(sum(switch for _, switch in things) <= self.model.things_per_day)

    def _slots(self) -> None:
        for slot in sorted({slot for _, slot in self.in_slot}):
            ones = [one for one in self.model.candidates if slot in one.slots]
            for day in range(DAYS_PER_WEEK):
                self.cp.add(sum(self._in_slot_on(one, slot, day) for one in ones) <= worth.MOST_PER_SLOT)

    def _in_slot_on(self, one: Candidate, slot: Slot, day: int) -> Switch:
        if len(one.slots) == 1:
            return self.on[one.id, day]
        both = self.cp.new_bool_var("")
        self.cp.add(both >= self.on[one.id, day] + self.in_slot[one.id, slot] - 1)
        return both

    def _hard_days(self) -> None:
        hard = [self.cp.new_bool_var("") for _ in range(DAYS_PER_WEEK)]
        for one in self.model.candidates:
            if one.hard:
                for day, switch in enumerate(hard):
                    self.cp.add(self.on[one.id, day] <= switch)
        for day, switch in enumerate(hard):
            self.cp.add(switch + hard[(day + 1) % DAYS_PER_WEEK] <= 1)

    def _maximise(self) -> None:
        values = [one.worth[times] * self.times[one.id, times] for one in self.model.candidates for times in one.worth]
        bonuses = [worth.CATEGORY_BONUS[category] * met for category, met in self.met.items()]
        self.cp.maximize(sum(values) + sum(bonuses))
