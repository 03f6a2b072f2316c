"""Which rule, if any, keeps an intervention out of a person's week. Safety speaks first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.knowledge.records import Help, Intervention
from spinewise.knowledge.scales import BENEFIT_POINTS
from spinewise.planning.days import EVERY_DAY, masks_by_count
from spinewise.planning.dosing import PlannedDose
from spinewise.planning.programmes import NO_PROGRAMME, InProgramme, held_back
from spinewise.planning.records import DAYS_PER_WEEK, Why
from spinewise.planning.wishes import Wishes
from spinewise.safety import Clearance, Verdict

ON_THE_FLOOR = frozenset({"hands-and-knees", "kneeling", "floor-sitting"})
ABOUT_THE_PERSON = frozenset({"about-you", "your-week", "women", "men"})
"""Themes of findings that are no trouble in themselves."""
DEMANDS_OF_POSITION: Mapping[str, frozenset[str]] = {
    "floor": frozenset({"floor-transfer"}),
    "lying-on-back": frozenset({"supine"}),
    "lying-on-front": frozenset({"prone"}),
    "hands-and-knees": frozenset({"hands-knees"}),
    "kneeling": frozenset({"kneeling"}),
    "standing-long": frozenset({"long-standing"}),
    "sitting-long": frozenset({"long-sitting"}),
}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """One person on the eve of a week: what is known, what safety says, what they wish."""

    findings: Findings
    base: KnowledgeBase
    disposition: Disposition
    wishes: Wishes
    clearances: Mapping[str, Clearance]
    doses: Mapping[str, PlannedDose]
    programme: InProgramme = NO_PROGRAMME


def barrier(item: Intervention, now: Circumstances) -> Why | None:
    """The first rule that keeps it out, in words; ``None`` when it may be planned."""
    return next(_barriers(item, now), None)


def best_help(item: Intervention, now: Circumstances) -> Help | None:
    """The line with the largest benefit that is true, one that is aimed at the trouble first; unknown does not count."""
    true = [line for line in item.helps if line.when.evaluate(now.findings) is True]
    return max(true, key=lambda line: (BENEFIT_POINTS[line.benefit], aimed(line, now)), default=None)


def aimed(line: Help, now: Circumstances) -> bool:
    """Is it true because of the trouble that the person came with, and not only of their age, sex or work?"""
    themes = {now.base.findings[leaf.finding].theme for leaf in line.when.reasons(now.findings)}
    return not themes <= ABOUT_THE_PERSON


def positions_avoided(item: Intervention, avoided: frozenset[str]) -> frozenset[str]:
    """The positions to avoid that this intervention needs."""
    met = {one for one in avoided if one == item.position or DEMANDS_OF_POSITION[one] & set(item.demands)}
    return frozenset(met | ({"floor"} & avoided if item.position in ON_THE_FLOOR else set()))


def open_days(item: str, wishes: Wishes) -> int:
    """The days on which the person has not said "not today", as bits."""
    return EVERY_DAY & ~_closed_days(wishes.not_on).get(item, 0)


@lru_cache(maxsize=64)
def _closed_days(not_on: frozenset[tuple[int, str]]) -> Mapping[str, int]:
    """The closed days of each intervention, as bits."""
    days: dict[str, int] = {}
    for day, name in not_on:
        days[name] = days.get(name, 0) | 1 << day
    return days


def possible_counts(item: Intervention, wishes: Wishes) -> tuple[int, ...]:
    """The times a week that its dose, its load and the open days allow."""
    masks = masks_by_count(item.load, open_days(item.id, wishes))
    frequency = item.dosage.frequency_per_week
    least = 1 if item.id in wishes.eases else frequency.min
    return tuple(times for times in range(least, min(frequency.max, DAYS_PER_WEEK) + 1) if masks[times])


def _barriers(item: Intervention, now: Circumstances) -> Iterator[Why]:
    yield from _unsafe(now.clearances[item.id], now.base)
    yield from _not_now(item, now)
    yield from filter(None, [held_back(item, now.programme)])
    yield from _not_wished(item, now.wishes)
    yield from _does_not_fit(item, now)


def _unsafe(clearance: Clearance, base: KnowledgeBase) -> Iterator[Why]:
    if clearance.offered:
        return
    because = " ".join(dict.fromkeys(ground.because for ground in clearance.grounds))
    findings = tuple(dict.fromkeys(finding for ground in clearance.grounds for finding in ground.findings))
    sources = tuple(dict.fromkeys(source for ground in clearance.grounds for source in ground.sources))
    if clearance.verdict is Verdict.BLOCKED:
        yield Why(f"It is not safe for you now. {because}", findings, sources)
    names = ", ".join(base.name_of(finding) for finding in clearance.needs)
    yield Why(f"We cannot tell yet whether it is safe for you. First we need to know: {names}. {because}", findings, sources)


def _not_now(item: Intervention, now: Circumstances) -> Iterator[Why]:
    if now.disposition >= Disposition.WITHIN_DAYS and not item.while_waiting:
        yield Why("Someone should look at your back first. Until then we only offer things that ease the wait.")
    if item.evidence.direction == "harms":
        yield Why(f"Research speaks against it. {item.evidence.says}", (), item.evidence.sources)
    if not any(line.when.evaluate(now.findings) is True for line in item.helps):
        findings = sorted({finding for line in item.helps for finding in line.when.findings()})
        yield Why("It is meant for other complaints than the ones you told us about.", tuple(findings), item.sources)


def _not_wished(item: Intervention, wishes: Wishes) -> Iterator[Why]:
    if item.id in wishes.refused:
        yield Why("You asked us not to offer it.")
    if item.id in wishes.heard:
        yield Why("You read it not long ago, so that other lessons come first.")
    missing = sorted(set(item.equipment) - wishes.equipment)
    if missing:
        yield Why(f"You need something for it that you do not have at hand: {_listed(missing)}.", ("equipment_available",))
    avoided = sorted(positions_avoided(item, wishes.avoid_positions))
    if avoided:
        yield Why(f"It needs a position that you want to avoid: {_listed(avoided)}.", ("positions_to_avoid",))


def _listed(words: Sequence[str]) -> str:
    return ", ".join(word.replace("-", " ") for word in words)


def _does_not_fit(item: Intervention, now: Circumstances) -> Iterator[Why]:
    wishes = now.wishes
    minutes = now.doses[item.id].dose.minutes
    if not set(item.slots) & set(wishes.slots):
        yield Why("It belongs to a time of day that you have not set aside.", ("times_of_day",))
    if minutes > wishes.minutes_per_day:
        says = f"It takes {minutes} minutes, and you have {wishes.minutes_per_day} minutes a day."
        yield Why(says, ("minutes_per_day",))
    if not possible_counts(item, wishes):
        yield Why("It needs more days, or more rest days between, than the week leaves free for it.")
