"""How much each question is worth for finding danger: it can rule dangers out, or it can bring one to light."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spinewise.differential import Suspicion, suspicion
from spinewise.intake.asking import Askable
from spinewise.intake.screens import shown
from spinewise.knowledge import TRUE, UNKNOWN, Disposition, Findings, KnowledgeBase, Node, Truths, Value, harmless
from spinewise.knowledge.records import Finding
from spinewise.knowledge.scales import Background
from spinewise.triage import DangerLevel, danger_levels

_WEIGHT = {
    Disposition.EMERGENCY: 27.0,
    Disposition.SAME_DAY: 9.0,
    Disposition.WITHIN_DAYS: 3.0,
    Disposition.ROUTINE: 1.0,
}
_CLOSED = 1.0
_TOUCHED_BUT_NOT_CLOSED = 0.15
_ANSWER_NOT_FORESEEN = 0.5
_BROUGHT_TO_LIGHT = 0.3
_BROUGHT_TO_LIGHT_AFTER_YES = 8.0
"""A danger that this screen alone can bring to light counts more once its broader question was answered with yes."""
_EVEN_WHEN_UNLIKELY = 0.1
"""Part of its worth that a screen keeps when no serious illness makes a yes on it likely."""
_A_NUMBER_OR_CHOICE_TELLS = 0.4
"""The chance of a telling answer where the answer is not yes or no."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The next screen of a question, and what it is worth."""

    findings: tuple[str, ...]
    worth: float


@dataclass(frozen=True, slots=True)
class _OpenLevel:
    """A danger level that could still raise the disposition, and what to ask about it now."""

    node: Node
    weight: float
    findings: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Foreseen:
    """What would be known after a screen, if the person answers as most do, and if they say yes to all of it."""

    after_likely: Truths | None
    after_yes: Truths | None
    light: float

    def worth(self, level: _OpenLevel) -> float:
        """How much the screen does for one danger that is still open."""
        if self.after_likely is None:
            closes = _ANSWER_NOT_FORESEEN
        else:
            closes = _TOUCHED_BUT_NOT_CLOSED if level.node.evaluate(self.after_likely) == UNKNOWN else _CLOSED
        reveals = self.after_yes is not None and level.node.evaluate(self.after_yes) == TRUE
        return level.weight * (closes + self.light if reveals else closes)


def danger_screens(known: Findings, base: KnowledgeBase, disposition: Disposition, can_ask: Askable) -> Mapping[str, Screen]:
    """For each question, its next screen and the worth of that for the levels that could still raise the disposition."""
    suspected, dangers = suspicion(known, base), danger_levels(base)  # first, since they may add sentences to the sheet
    truths = base.sheet.truths(known.values)
    about: dict[str, list[_OpenLevel]] = {}
    wanted: dict[str, float] = {}
    for level in _open_levels(dangers, truths, base, disposition, can_ask):
        for name in level.findings:
            wanted[name] = wanted.get(name, 0.0) + level.weight
        for question in {base.question_of[name].id for name in level.findings}:
            about.setdefault(question, []).append(level)
    wanted = {name: weight * _chance_to_tell((name,), suspected, base) for name, weight in wanted.items()}
    screens: dict[str, Screen] = {}
    for question, touched in about.items():
        findings = shown(base.questions[question], can_ask, base, wanted)
        foreseen = _foreseen(findings, known, truths, base)
        worth = sum(foreseen.worth(level) for level in touched)
        screens[question] = Screen(findings, worth * _chance_to_tell(findings, suspected, base))
    return screens


def _chance_to_tell(findings: tuple[str, ...], suspected: Suspicion, base: KnowledgeBase) -> float:
    """How likely it is that somebody who is seriously ill says yes to one of them; never nothing."""
    if any(base.findings[name].type != "bool" for name in findings):
        return _EVEN_WHEN_UNLIKELY + _A_NUMBER_OR_CHOICE_TELLS
    return _EVEN_WHEN_UNLIKELY + suspected.chance_of_any(findings)


def _open_levels(
    dangers: Iterable[DangerLevel], truths: Truths, base: KnowledgeBase, above: Disposition, can_ask: Askable
) -> Iterator[_OpenLevel]:
    known_ways: dict[str, frozenset[str]] = {}
    for one in dangers:
        if one.disposition <= above or one.node.evaluate(truths) != UNKNOWN:
            continue
        needs = base.sheet.needs(one.node, truths)
        for name in needs - known_ways.keys():
            known_ways[name] = can_ask.asked_for(name)
        yield _OpenLevel(one.node, _WEIGHT[one.disposition], frozenset().union(*(known_ways[name] for name in needs)))


def _foreseen(findings: tuple[str, ...], known: Findings, truths: Truths, base: KnowledgeBase) -> _Foreseen:
    asked = [base.findings[name] for name in findings]
    if any(finding.type != "bool" for finding in asked):
        return _Foreseen(None, None, 0.0)
    after_yes = truths.copy()
    base.sheet.write(after_yes, {finding.id: True for finding in asked})
    after_likely = truths.copy()
    base.sheet.write(after_likely, _likely_answers(asked, base))
    opened = any(known.get(base.gateway_of.get(finding.id, "")) is True for finding in asked)
    return _Foreseen(after_likely, after_yes, _BROUGHT_TO_LIGHT_AFTER_YES if opened else _BROUGHT_TO_LIGHT)


def _likely_answers(asked: list[Finding], base: KnowledgeBase) -> dict[str, Value]:
    """The answers that most people give, mostly "no", with all that follows for the members of broader questions."""
    answers: dict[str, Value] = {}
    for finding in asked:
        answers[finding.id] = finding.background is Background.MOST
        answers |= {member: harmless(base.findings[member]) for member in finding.members}
    return answers
