"""What must hold in every week, looked at apart from what made it: plain loops over the knowledge base."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from spinewise.knowledge import DoseRule, Findings, KnowledgeBase
from spinewise.knowledge.records import Phase, Programme
from spinewise.planning import Happened, InProgramme, Outcome, Plan, PlannedDose, Refusal
from spinewise.safety import clear_one

NO_CARE_NEEDED = ("nothing-fits", "more-to-ask")
"""Refusals that leave somebody who may care for themselves with nothing."""
SLACK_DAYS = 7
WAY_BACK = timedelta(days=42 + SLACK_DAYS)
"""What is older than six weeks, and the week in which it was done, is no level to come back to."""


@dataclass
class Track:
    """What earlier weeks of one person left behind for the checks."""

    phases: dict[str, tuple[str, date]] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    done: dict[str, list[tuple[date, int]]] = field(default_factory=dict)
    """What was done on which day at which level, by intervention; what was only left out is there without a day."""
    moves: int = 0
    moves_back: int = 0
    rises: int = 0
    steps_back: int = 0
    overdue: int = 0


def plan_breaches(made: Plan | Refusal, known: Findings, base: KnowledgeBase, standing: InProgramme) -> Iterator[str]:
    """Nothing withheld or held back is planned; who may care for themselves has something to do."""
    if isinstance(made, Refusal):
        if made.reason in NO_CARE_NEEDED:
            yield f"empty: {made.reason}"
        return
    if not made.items:
        yield "empty: a plan without anything"
    for name in sorted({item.intervention for item in made.items}):
        if not clear_one(base.interventions[name], known, base).offered:
            yield f"blocked: {name}"
        if name in standing.held:
            yield f"held back: {name}"


def dose_breaches(made: Plan | Refusal, doses: Mapping[str, PlannedDose], base: KnowledgeBase, track: Track) -> Iterator[str]:
    """No planned dose above its ceiling, and none more than its documented step above that of the week before."""
    planned = {item.intervention: item.dose.level for item in made.items} if isinstance(made, Plan) else {}
    for name, level in planned.items():
        allowed = doses[name]
        if level > allowed.most:
            yield f"dose: {name} at {level}, ceiling {allowed.most}"
        before = track.levels.get(name)
        if name not in track.done and level > allowed.first:
            yield f"dose: {name} begins at {level}, first is {allowed.first}"
        if name in track.done and before is not None and level > _most_after(before, made, allowed, base, track):
            yield f"dose: {name} rose from {before} to {level}"
        if before is not None and name in track.done:
            track.rises += level > before
            track.steps_back += level < before
    track.levels.update({name: dose.dose.level for name, dose in doses.items()} | planned)


def _most_after(before: int, made: Plan | Refusal, allowed: PlannedDose, base: KnowledgeBase, track: Track) -> int:
    """One step above last week or the first dose; on the way back two, to what was really done within six weeks."""
    usual = max(before, allowed.first) + base.dose_steps[DoseRule.ROSE].change
    if allowed.rule is not DoseRule.RETURN or not isinstance(made, Plan):
        return usual
    lately = [level for on, level in track.done[allowed.dose.intervention] if on >= made.week - WAY_BACK]
    return max(usual, min(before + base.dose_steps[DoseRule.RETURN].change, max(lately, default=0)))


def remember(happened: list[Happened], track: Track) -> None:
    """What was planned and came to its day has a history from now on."""
    for one in happened:
        days = track.done.setdefault(one.intervention, [])
        if one.level is not None and one.outcome in (Outcome.DONE, Outcome.PARTLY):
            days.append((one.on, one.level))


def phase_breaches(standing: InProgramme, known: Findings, today: date, track: Track) -> Iterator[str]:
    """No phase left before its time or without its condition, and none that goes on for ever unsaid."""
    now: dict[str, tuple[str, date]] = {}
    for place in standing.places:
        programme, phase = place.programme, place.phase
        before = track.phases.get(programme.id)
        if before is None or before[0] == phase.id:
            now[programme.id] = (phase.id, before[1] if before else today)
        else:
            now[programme.id] = (phase.id, today)
            yield from _moved(programme, before, phase, known, today, track)
        yield from _lasted(programme, phase, (today - now[programme.id][1]).days, place.overdue)
        track.overdue += place.overdue
    track.phases = now


def _moved(
    programme: Programme, before: tuple[str, date], phase: Phase, known: Findings, today: date, track: Track
) -> Iterator[str]:
    names = [one.id for one in programme.phases]
    forwards = names.index(phase.id) > names.index(before[0])
    days = (today - before[1]).days
    track.moves += forwards
    track.moves_back += not forwards
    reached = _reachable(programme, before[0], days, known)
    if forwards and phase.id not in reached:
        yield f"phase: {programme.id} left {before[0]} for {phase.id} after {days} days, too early"
    if not forwards and not any(_leads_back(programme, name, phase.id, known) for name in reached):
        yield f"phase: {programme.id} fell from {before[0]} to {phase.id} for no reason"


def _reachable(programme: Programme, start: str, days: int, known: Findings) -> set[str]:
    """The phases to which open ways lead. A phase entered today has lasted no day yet."""
    phases = {one.id: one for one in programme.phases}
    reached, to_look = {start}, [(start, days)]
    while to_look:
        name, lasted = to_look.pop()
        for to in _ways_on(programme, phases[name], lasted, known):
            if to not in reached:
                reached.add(to)
                to_look.append((to, 0))
    return reached


def _ways_on(programme: Programme, phase: Phase, days: int, known: Findings) -> Iterator[str]:
    for way in phase.leave:
        if (way.after_days is None or days >= way.after_days) and (way.when is None or way.when.evaluate(known) is True):
            yield way.to
    place = programme.phases.index(phase)
    last = place + 1 == len(programme.phases)
    if phase.longest is not None and phase.longest.then == "next" and days >= phase.longest.days and not last:
        yield programme.phases[place + 1].id


def _leads_back(programme: Programme, start: str, to: str, known: Findings) -> bool:
    """Do ways back lead there, each with its condition true?"""
    phases = {one.id: one for one in programme.phases}
    steps = [step for step in phases[start].back if step.when.evaluate(known) is True]
    return any(step.to == to or _leads_back(programme, step.to, to, known) for step in steps)


def _lasted(programme: Programme, phase: Phase, days: int, said: bool) -> Iterator[str]:
    if phase.longest is None:
        if not phase.lasting:
            yield f"phase: {programme.id}/{phase.id} has no end"
        return
    if days > phase.longest.days + SLACK_DAYS and not said:
        yield f"phase: {programme.id}/{phase.id} for {days} days, and nobody was told"
