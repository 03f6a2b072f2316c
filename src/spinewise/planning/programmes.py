"""Where a person stands in their programmes, what belongs to this time, and what is not for it yet.

A programme never lifts a block: it prefers among what safety offers, and holds back more. What is unknown frees nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from msgspec.structs import replace

from spinewise.knowledge import Findings, KnowledgeBase, reached_by
from spinewise.knowledge.records import HeldBack, Intervention, Leave, Phase, Preferred, Programme, StepBack
from spinewise.planning.records import Why
from spinewise.planning.worth import MOST_CORE, PROGRAMME_WORTH

Since = Mapping[str, date]
"""The day on which a phase began for this person, by ``programme/phase``."""


@dataclass(frozen=True, slots=True)
class Place:
    """One programme with the phase of now. ``since`` is the day on which the phase began, as far as records tell."""

    programme: Programme
    phase: Phase
    since: date
    days: int
    """Days in this phase, today not counted."""
    stepped_back: StepBack | None = None

    @property
    def key(self) -> str:
        """The name under which records keep the day."""
        return key_of(self.programme, self.phase)

    @property
    def overdue(self) -> bool:
        """Has it lasted as long as it should at most?"""
        longest = self.phase.longest
        return longest is not None and self.days >= longest.days

    @property
    def ways_on(self) -> tuple[Leave, ...]:
        """The ways to later phases."""
        return self.phase.leave


@dataclass(frozen=True, slots=True)
class InProgramme:
    """All programmes that apply, the lead first; what they hold back, and what they prefer, by intervention."""

    places: tuple[Place, ...] = ()
    held: Mapping[str, Why] = field(default_factory=lambda: MappingProxyType({}))
    preferred: Mapping[str, Preferred] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def lead(self) -> Place | None:
        """The one that leads; there is one in every base that has a programme for everybody."""
        return self.places[0] if self.places else None


NO_PROGRAMME = InProgramme()


def key_of(programme: Programme, phase: Phase) -> str:
    """The name of a phase in records."""
    return f"{programme.id}/{phase.id}"


def standing_in(findings: Findings, base: KnowledgeBase, since: Since | None, today: date) -> InProgramme:
    """The programmes that apply to a person, each in its phase. ``since`` comes from records and may be left out.

    A gate that is unknown opens nothing, and a phase is left only by what is known: the earlier phase is the careful one.
    """
    places = tuple(_place(programme, findings, since or {}, today) for programme in _applying(findings, base))
    held: dict[str, Why] = {}
    for place in places:
        for rule in (*place.programme.hold_back, *place.phase.hold_back):
            _hold(rule, place, findings, base, held)
    return InProgramme(places, MappingProxyType(held), MappingProxyType(_preferred(places, held, base)))


def held_back(item: Intervention, standing: InProgramme) -> Why | None:
    """Why a programme keeps an intervention for later; ``None`` when it does not."""
    return standing.held.get(item.id)


def preference(item: Intervention, standing: InProgramme) -> Preferred | None:
    """What makes an intervention belong to this time, if anything does."""
    return standing.preferred.get(item.id)


def programme_terms(item: Intervention, standing: InProgramme) -> int:
    """What it is worth, in thousandths of a point, that an intervention belongs to this time."""
    line = preference(item, standing)
    return PROGRAMME_WORTH[line.weight] if line else 0


def since_now(standing: InProgramme, since: Since | None) -> dict[str, date]:
    """The days to keep: those of the phases of now and before. What a step back or an end has undone begins anew."""
    known = since or {}
    kept: dict[str, date] = {}
    for place in standing.places:
        phases = place.programme.phases
        for phase in phases[: phases.index(place.phase)]:
            key = key_of(place.programme, phase)
            if key in known:
                kept[key] = known[key]
        kept[place.key] = place.since
    return kept


def open_findings(standing: InProgramme, findings: Findings, base: KnowledgeBase) -> tuple[str, ...]:
    """The unknown findings that could lead on from the phases of now, then those that could open another programme."""
    ways = [way.when for place in standing.places for way in place.phase.leave if way.when is not None]
    programmes = sorted(base.programmes.values(), key=lambda one: (-one.priority, one.id))
    alone = any(place.programme.alone for place in standing.places)
    gates = [one.gate for one in programmes if one.gate is not None and not alone]
    return tuple(dict.fromkeys(name for when in (*ways, *gates) for name in sorted(when.needs(findings))))


def _applying(findings: Findings, base: KnowledgeBase) -> tuple[Programme, ...]:
    """Highest priority first; one that stands alone hides those after it. A fallback is there for whom nothing else is."""
    meant = [one for one in base.programmes.values() if _is_for(one, findings)]
    open_ones = meant or [one for one in base.programmes.values() if one.fallback]
    open_ones.sort(key=lambda one: (-one.priority, one.id))
    alone = next((place for place, one in enumerate(open_ones, start=1) if one.alone), len(open_ones))
    return tuple(open_ones[:alone])


def _is_for(programme: Programme, findings: Findings) -> bool:
    gate, unless = programme.gate, programme.unless
    return (gate is None or gate.evaluate(findings) is True) and (unless is None or unless.evaluate(findings) is not True)


def _place(programme: Programme, findings: Findings, since: Since, today: date) -> Place:
    number = _furthest(programme, since)
    while (on := _next(programme, number, findings, since, today)) is not None:
        number = on
    phase = programme.phases[number]
    step = next((one for one in phase.back if _leads_back(one, findings)), None)
    phase = phase_named(programme, step.to) if step is not None else phase
    began = _began(programme, phase, since, today)
    return Place(programme, phase, began, max(0, (today - began).days), step)


def _leads_back(step: StepBack, findings: Findings) -> bool:
    spared = step.unless is not None and step.unless.evaluate(findings) is True
    return step.when.evaluate(findings) is True and not spared


def _furthest(programme: Programme, since: Since) -> int:
    """The number of the last phase that was begun: what was left for good reason is not asked about again."""
    return max((number for number, phase in enumerate(programme.phases) if key_of(programme, phase) in since), default=0)


def _began(programme: Programme, phase: Phase, since: Since, today: date) -> date:
    """A phase to which somebody falls back from a later one begins anew."""
    later = programme.phases[programme.phases.index(phase) + 1 :]
    fallen = any(key_of(programme, one) in since for one in later)
    return today if fallen else since.get(key_of(programme, phase), today)


def phase_named(programme: Programme, name: str) -> Phase:
    """The phase with this id."""
    return next(phase for phase in programme.phases if phase.id == name)


def _next(programme: Programme, number: int, findings: Findings, since: Since, today: date) -> int | None:
    """The number of the phase to go on to; ``None`` to stay. Ways lead only forwards, so that it always ends."""
    phase = programme.phases[number]
    days = max(0, (today - since.get(key_of(programme, phase), today)).days)
    for way in phase.leave:
        ripe = way.after_days is None or days >= way.after_days
        if ripe and (way.when is None or way.when.evaluate(findings) is True):
            return programme.phases.index(phase_named(programme, way.to))
    longest = phase.longest
    more = number + 1 < len(programme.phases)
    return number + 1 if more and longest is not None and longest.then == "next" and days >= longest.days else None


def _hold(rule: HeldBack, place: Place, findings: Findings, base: KnowledgeBase, held: dict[str, Why]) -> None:
    if rule.unless is not None and rule.unless.evaluate(findings) is True:
        return
    says = f"It is not for this part of your programme, “{place.programme.name}: {place.phase.name}”. {rule.because}"
    why = Why(says, tuple(sorted(rule.unless.findings())) if rule.unless else (), rule.sources)
    for name in _reached(base)[id(rule)]:
        held.setdefault(name, why)


def _preferred(places: tuple[Place, ...], held: Mapping[str, Why], base: KnowledgeBase) -> dict[str, Preferred]:
    """The strongest line for each intervention; of equals that of the lead."""
    found: dict[str, Preferred] = {}
    for place in places:
        for line in place.phase.prefer:
            for name in sorted(_reached(base)[id(line)]):
                if name not in found or PROGRAMME_WORTH[line.weight] > PROGRAMME_WORTH[found[name].weight]:
                    found[name] = line
    core = [name for name, line in found.items() if line.weight == "core" and name not in held]
    return found | {name: replace(found[name], weight="moderate") for name in core[MOST_CORE:]}


@lru_cache(maxsize=4)
def _reached(base: KnowledgeBase) -> Mapping[int, frozenset[str]]:
    """The interventions that each line of each programme speaks of, by the identity of the line."""
    return {id(line): reached_by(line, base) for line in _lines(base)}


def _lines(base: KnowledgeBase) -> Iterator[HeldBack | Preferred]:
    for programme in base.programmes.values():
        yield from programme.hold_back
        for phase in programme.phases:
            yield from phase.hold_back
            yield from phase.prefer
