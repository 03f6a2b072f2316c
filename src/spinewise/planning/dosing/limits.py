"""Where a person begins on a ladder, and how high they may go: the lowest of all rules that are not known to be false.

What is unknown never gives the higher level.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

from spinewise.knowledge import DoseRule, Findings, FunctionLevel, KnowledgeBase, function_level, usual_level
from spinewise.knowledge.records import DoseGroup, Intervention, Ladder, Rung
from spinewise.planning.records import Why

_TEST_RULES: Mapping[FunctionLevel, DoseRule] = {
    FunctionLevel.BELOW: DoseRule.TEST_BELOW,
    FunctionLevel.UNKNOWN: DoseRule.TEST_UNKNOWN,
    FunctionLevel.USUAL: DoseRule.TEST_USUAL,
    FunctionLevel.ABOVE: DoseRule.TEST_ABOVE,
}


class Limits(NamedTuple):
    """Levels of one ladder for one person, with the reasons for each. ``rule`` set the first level."""

    first: int
    most: int
    rule: DoseRule
    first_why: tuple[Why, ...]
    most_why: tuple[Why, ...]


class Place(NamedTuple):
    """An intervention on its ladder: its rung, its usual level, and the groups that may hold it down."""

    ladder: Ladder
    rung: Rung
    usual: int
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of a person that limits their doses, looked up once for all ladders."""

    base: KnowledgeBase
    places: Mapping[str, Place]
    holding: Mapping[str, Why]
    """The groups to which this person may belong, with the reason."""
    unsure: frozenset[str]
    """Those of them of which nobody knows."""
    tests: Mapping[str, FunctionLevel]

    def of(self, name: str) -> Limits:
        """The limits of one intervention on its ladder."""
        place = self.places[name]
        holding = [self.base.dose_groups[group] for group in place.groups if group in self.holding]
        most, most_why = self._most(place, holding)
        rule = self._start(place.ladder.tests)
        begins = min((group.first for group in holding if group.first is not None), default=self._change(rule))
        first = min(begins, self._change(rule))
        binding = [group for group in holding if group.first == first]
        start = self._why_start(rule, place.ladder.tests) if self._change(rule) == first else None
        level = min(max(place.usual + first, 0), most)
        return Limits(level, most, rule, self._reasons(binding, start, rule), most_why)

    def _most(self, place: Place, holding: Sequence[DoseGroup]) -> tuple[int, tuple[Why, ...]]:
        top = len(place.ladder.levels) - 1
        most = min((group.most for group in holding if group.most is not None), default=None)
        if most is None or place.usual + most >= top:
            return top, ()
        why = self._reasons([group for group in holding if group.most == most], None, None)
        return max(place.usual + most, 0), why

    def _reasons(self, binding: Sequence[DoseGroup], start: Why | None, rule: DoseRule | None) -> tuple[Why, ...]:
        """What is known; only where nothing known holds the level, what is not known."""
        known = [self.holding[group.id] for group in binding if group.id not in self.unsure]
        if start is not None and rule is not DoseRule.TEST_UNKNOWN:
            known.append(start)
        unknown = [_not_known(binding, self.holding)] if binding else []
        return tuple(dict.fromkeys(known or [*unknown, *([start] if start is not None else [])]))

    def _start(self, tests: Iterable[str]) -> DoseRule:
        """The most careful rule of all tests of a ladder."""
        rules = [_TEST_RULES[self.tests.get(test, FunctionLevel.UNKNOWN)] for test in tests]
        return min(rules, key=self._change, default=DoseRule.USUAL_START)

    def _change(self, rule: DoseRule) -> int:
        return self.base.dose_steps[rule].change

    def _why_start(self, rule: DoseRule, tests: tuple[str, ...]) -> Why:
        step = self.base.dose_steps[rule]
        return Why(step.says, tests, step.sources)


def bounds(findings: Findings, base: KnowledgeBase) -> Bounds:
    """The limits of a person's doses."""
    truths = {group.id: group.when.evaluate(findings) for group in base.dose_groups.values()}
    held = [group for group in base.dose_groups.values() if truths[group.id] is not False]
    unsure = frozenset(group.id for group in held if truths[group.id] is None)
    holding = {group.id: _why(group, findings, known=group.id not in unsure) for group in held}
    return Bounds(base, _places(base), holding, unsure, function_level(findings, base))


def applies(group: DoseGroup, item: Intervention) -> bool:
    """Is the group about this intervention?"""
    named = not group.items or item.id in group.items
    of_family = not group.families or item.family in group.families
    return named and of_family and (not group.demands or not set(group.demands).isdisjoint(item.demands))


def _why(group: DoseGroup, findings: Findings, *, known: bool) -> Why:
    if known:
        return Why(group.because, tuple(dict.fromkeys(leaf.finding for leaf in group.when.reasons(findings))), group.sources)
    return Why(group.because, tuple(sorted(group.when.needs(findings))), group.sources)


def _not_known(groups: Sequence[DoseGroup], reasons: Mapping[str, Why]) -> Why:
    """All that nobody knows, in one sentence, with what to ask."""
    names = list(dict.fromkeys(group.name for group in groups))
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    findings = dict.fromkeys(name for group in groups for name in reasons[group.id].findings)
    sources = dict.fromkeys(source for group in groups for source in group.sources)
    return Why(f"We do not know yet {listed}, so we stay on the safe side.", tuple(findings), tuple(sources))


_PLACES: WeakKeyDictionary[KnowledgeBase, Mapping[str, Place]] = WeakKeyDictionary()


def _places(base: KnowledgeBase) -> Mapping[str, Place]:
    if base not in _PLACES:
        items = (item for item in base.interventions.values() if item.id in base.ladder_of)
        _PLACES[base] = {item.id: _place(item, base) for item in items}
    return _PLACES[base]


def _place(item: Intervention, base: KnowledgeBase) -> Place:
    ladder = base.ladder_of[item.id]
    groups = tuple(group.id for group in base.dose_groups.values() if applies(group, item))
    rung = next(rung for rung in ladder.rungs if rung.intervention == item.id)
    return Place(ladder, rung, usual_level(item, ladder) or 0, groups)
