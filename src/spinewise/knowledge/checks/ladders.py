"""Ladders of dose: each goes one way in small steps, every movement stands on one, and links lead somewhere."""

from collections.abc import Iterator
from itertools import pairwise

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.trust import JUDGEMENT
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.doses import DoseRule, usual_level, volume
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Demand, DoseCase, Family, Intervention, Ladder, LadderLevel

MOVING: tuple[Family, ...] = ("exercise", "stretch", "mobility", "aerobic", "mind-body", "water")
MOST_MORE = 0.5
"""No level asks for more than half as much again as the one before it, unless it is one minute or repetition more."""
SECONDS_PER_MINUTE = 60
STRAINS: frozenset[Demand] = frozenset(
    {
        "effort-moderate",
        "effort-hard",
        "load-moderate",
        "load-hard",
        "impact",
        "abdominal-strain",
        "flexion-loaded",
        "breath-hold",
        "single-leg",
    }
)
"""Demands that a harder version never drops: otherwise it would be safer for somebody than the easier one."""
MOST_UP = {DoseRule.RETURN.value: 2}
"""Rules that may lead up more than one level at a time: only back to what was held before."""
_TESTS = (DoseRule.TEST_UNKNOWN, DoseRule.TEST_BELOW, DoseRule.TEST_USUAL, DoseRule.TEST_ABOVE)


def movements_stand_on_one_ladder(base: KnowledgeBase) -> Iterator[Problem]:
    """Every intervention that moves the body stands on exactly one ladder, and nothing else does."""
    named = [rung.intervention for ladder in base.ladders.values() for rung in ladder.rungs]
    for item in base.interventions.values():
        times = named.count(item.id)
        if item.family in MOVING and times != 1:
            what = f"it stands on {times} ladders"
            yield problem(base, "intervention", item.id, "id", what, "Put it on one ladder, as it moves the body")
        elif item.family not in MOVING and times:
            what = f"it stands on a ladder, but the family {item.family!r} has none"
            yield problem(base, "intervention", item.id, "family", what, "Take it off the ladder")


def rungs_lead_somewhere(base: KnowledgeBase) -> Iterator[Problem]:
    """A rung and its versions are interventions, and an easier one names the harder one back."""
    rungs = {rung.intervention: rung for ladder in base.ladders.values() for rung in ladder.rungs}
    for ladder in base.ladders.values():
        for place, rung in enumerate(ladder.rungs):
            for name in filter(None, (rung.intervention, rung.easier, rung.harder)):
                if name not in base.interventions:
                    what = f"no intervention is called {name!r}"
                    yield _about(base, ladder, f"rungs[{place}]", what, "Correct the id, or take it out")
            for key, other, back in (("easier", rung.easier, "harder"), ("harder", rung.harder, "easier")):
                if other in rungs and getattr(rungs[other], back) != rung.intervention:
                    what = f"{other} does not name {rung.intervention} as its {back} version"
                    yield _about(base, ladder, f"rungs[{place}].{key}", what, "Let both name each other")


def versions_go_in_no_circle(base: KnowledgeBase) -> Iterator[Problem]:
    """Following the harder versions ends somewhere."""
    harder = {rung.intervention: rung.harder for ladder in base.ladders.values() for rung in ladder.rungs}
    for ladder in base.ladders.values():
        for place, rung in enumerate(ladder.rungs):
            met, name = {rung.intervention}, rung.harder
            while name and name not in met:
                met.add(name)
                name = harder.get(name, "")
            if name == rung.intervention:
                yield _about(base, ladder, f"rungs[{place}].harder", "the harder versions go in a circle", "Break it")


def a_harder_version_asks_more(base: KnowledgeBase) -> Iterator[Problem]:
    """A harder version has no less load and drops no strain, so that no safety rule lets it pass more easily."""
    for ladder in base.ladders.values():
        for place, rung in enumerate(ladder.rungs):
            item, harder = base.interventions.get(rung.intervention), base.interventions.get(rung.harder)
            if item is None or harder is None:
                continue
            dropped = sorted(STRAINS & set(item.demands) - set(harder.demands))
            if harder.load < item.load or dropped:
                what = f"{harder.id} asks less: load {harder.load} after {item.load}, without {', '.join(dropped) or 'more'}"
                yield _about(base, ladder, f"rungs[{place}].harder", what, "Exchange them, or name another version")


def levels_rise_in_small_steps(base: KnowledgeBase) -> Iterator[Problem]:
    """From level to level one thing rises, nothing takes fewer minutes, and it is never more than half as much again."""
    for ladder in base.ladders.values():
        for place, (before, after) in enumerate(pairwise(ladder.levels), start=1):
            for what, remedy in _step_faults(before, after):
                yield _about(base, ladder, f"levels[{place}]", what, remedy)


def levels_are_possible(base: KnowledgeBase) -> Iterator[Problem]:
    """The holds of a level fit into its minutes, and the usual dose of each intervention is one of the levels."""
    for ladder in base.ladders.values():
        for place, level in enumerate(ladder.levels):
            held_s = (level.sets or 1) * (level.repetitions or 1) * (level.hold_s or 0)
            if held_s > level.minutes * SECONDS_PER_MINUTE:
                what = f"the holds alone take {held_s:g} s, more than {level.minutes} min"
                yield _about(base, ladder, f"levels[{place}].minutes", what, "Give more minutes, or less to do")
        for item in _on(ladder, base):
            if usual_level(item, ladder) is None:
                what = f"the usual dose of {item.id} is none of the levels"
                yield _about(base, ladder, "levels", what, "Add it, or correct the dosage of the intervention")


def tests_have_norms(base: KnowledgeBase) -> Iterator[Problem]:
    """A test that decides where people begin has a norm."""
    known = {norm.finding for norm in base.norms.values()}
    for ladder in base.ladders.values():
        for name in ladder.tests:
            if name not in known:
                yield _about(base, ladder, "tests", f"there is no norm for {name!r}", "Correct it, or add the norm")


def dose_rules_are_all_there(base: KnowledgeBase) -> Iterator[Problem]:
    """Where there are ladders, each rule of the dosing has its item, and there is no other."""
    known = {rule.value for rule in DoseRule}
    for rule in sorted(known - base.dose_steps.keys()) if base.ladders else ():
        yield Problem("dose_steps", rule, "this rule of the dosing has no item", "Add an item with this id")
    for name in sorted(base.dose_steps.keys() - known):
        what = "no rule of the dosing is called this"
        yield problem(base, "dose-step", name, "id", what, f"Rules: {', '.join(sorted(known))}")


def dose_rules_are_careful(base: KnowledgeBase) -> Iterator[Problem]:
    """One level up at most, two on the way back, an unknown test never gives more than a low one, a group only holds down."""
    for step in base.dose_steps.values():
        most = MOST_UP.get(step.id, 1)
        if step.change > most:
            yield problem(base, "dose-step", step.id, "change", f"it goes up {step.change} levels", f"Go up {most} at most")
    tests = [base.dose_steps[rule].change for rule in _TESTS if rule in base.dose_steps]
    if tests != sorted(tests):
        what = "an unknown test gives more than a low one, or a low one more than a good one"
        yield Problem("dose_steps", "change", what, "Let unknown, below, usual and above rise")
    for group in base.dose_groups.values():
        if group.first is None and group.most is None:
            yield problem(base, "dose-group", group.id, "first", "it holds nothing down", "Give first or most")
        if group.first is not None and group.first > 0:
            yield problem(base, "dose-group", group.id, "first", "it begins above the usual dose", "Give 0 or less")


def dose_bases_have_their_source(base: KnowledgeBase) -> Iterator[Problem]:
    """What is said to come from a source names one; ``judgement`` alone is none."""
    for kind in ("ladder", "dose-group", "dose-step"):
        for item in base.items[kind].values():
            if item.basis != JUDGEMENT and not set(item.sources) - {JUDGEMENT}:
                what = f"basis is {item.basis!r}, but no source is named"
                yield problem(base, kind, item.id, "basis", what, "Name the source, or write 'basis: judgement'")


def dose_cases_can_be_played(base: KnowledgeBase) -> Iterator[Problem]:
    """A case is about an intervention on a ladder, ends after it began, and asks for something."""
    for case in base.dose_cases.values():
        for key, what, remedy in _case_faults(case, base):
            yield problem(base, "dose-case", case.id, key, what, remedy)


def _case_faults(case: DoseCase, base: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    if case.intervention not in base.ladder_of:
        yield "intervention", f"{case.intervention} stands on no ladder", "Name an intervention that moves the body"
    if any(day > case.today or day < 0 for row in case.history for day in row.days):
        yield "today", "something happens before day 0 or after today", "Put today after the last day"
    if case.expect.level is None and not case.expect.step and case.expect.at_most is None:
        yield "expect", "it expects nothing", "Give level, step or at_most"
    if case.expect.step and case.expect.step not in {rule.value for rule in DoseRule}:
        yield "expect.step", f"no rule is called {case.expect.step!r}", "Name one of dose_steps/"


def _step_faults(before: LadderLevel, after: LadderLevel) -> Iterator[tuple[str, str]]:
    shape, then = _shape(before), _shape(after)
    if shape != then:
        yield f"it counts {', '.join(then)} after {', '.join(shape)}", "Count the same things on every level"
        return
    rising = [key for key in shape if getattr(after, key) > getattr(before, key)]
    if len(rising) != 1 or volume(after) <= volume(before):
        yield f"what rises: {', '.join(rising) or 'nothing'}", "Let one thing rise at a time, and the whole with it"
    elif volume(after) > volume(before) * (1 + MOST_MORE) and volume(after) - volume(before) > 1:
        more = volume(after) / volume(before) - 1
        yield f"it asks for {more:.0%} more", f"Put a level between; {MOST_MORE:.0%} more at most"
    if after.minutes < before.minutes:
        yield f"it takes {after.minutes} min after {before.minutes} min", "Let the minutes rise or stay"


def _shape(level: LadderLevel) -> tuple[str, ...]:
    """What a level counts; minutes where it counts nothing else."""
    counted = tuple(key for key in ("sets", "repetitions", "hold_s") if getattr(level, key) is not None)
    return counted if set(counted) & {"repetitions", "hold_s"} else ("minutes",)


def _on(ladder: Ladder, base: KnowledgeBase) -> Iterator[Intervention]:
    return (base.interventions[rung.intervention] for rung in ladder.rungs if rung.intervention in base.interventions)


def _about(base: KnowledgeBase, ladder: Ladder, key: str, what: str, remedy: str) -> Problem:
    return problem(base, "ladder", ladder.id, key, what, remedy)


CHECKS = (
    movements_stand_on_one_ladder,
    rungs_lead_somewhere,
    versions_go_in_no_circle,
    a_harder_version_asks_more,
    levels_rise_in_small_steps,
    levels_are_possible,
    tests_have_norms,
    dose_rules_are_all_there,
    dose_rules_are_careful,
    dose_bases_have_their_source,
    dose_cases_can_be_played,
)
