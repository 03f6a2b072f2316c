"""How far a rule may be trusted: what its sources are, and how well they were looked at."""

from collections.abc import Iterable, Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Contraindication, Intervention, Precaution, SafetyRule

JUDGEMENT = "judgement"
"""The source of what nobody has looked up yet."""
_FROM_MEMORY = "from-memory"
_LOOK_UP = "Look one of its sources up and note what it says"


def danger_rules_were_looked_up(base: KnowledgeBase) -> Iterator[Problem]:
    """A danger rule rests on at least one source that somebody has read."""
    for rule in base.red_flags.values():
        if not _looked_up(rule.sources, base):
            what = f"the danger rule rests on memory or judgement alone: {', '.join(rule.sources)}"
            yield problem(base, "red-flag", rule.id, "sources", what, f"{_LOOK_UP}, or add one that was read")


def blocks_say_how_sure_they_are(base: KnowledgeBase) -> Iterator[Problem]:
    """A block that rests on memory alone says so with ``basis: judgement``."""
    for rule in base.safety_rules.values():
        if rule.verdict == "blocked" and rule.basis != JUDGEMENT and not _looked_up(rule.sources, base):
            what = f"it claims basis {rule.basis!r}, but its sources were not read: {', '.join(rule.sources)}"
            yield problem(base, "safety-rule", rule.id, "basis", what, f"{_LOOK_UP}, or write 'basis: judgement'")


def a_basis_has_its_source(base: KnowledgeBase) -> Iterator[Problem]:
    """What is said to come from a source names it; ``judgement`` as the only source is no such source."""
    for kind, item, key, rule in _based(base):
        if rule.basis != JUDGEMENT and not set(rule.sources) - {JUDGEMENT}:
            what = f"basis is {rule.basis!r}, but no source is named"
            yield problem(base, kind, item, key, what, "Name the source, or write 'basis: judgement'")


def _looked_up(sources: Iterable[str], base: KnowledgeBase) -> bool:
    read = [base.sources[name] for name in sources if name in base.sources and name != JUDGEMENT]
    return any(source.checked != _FROM_MEMORY for source in read)


def _based(base: KnowledgeBase) -> Iterator[tuple[str, str, str, SafetyRule | Contraindication | Precaution]]:
    for rule in base.safety_rules.values():
        yield "safety-rule", rule.id, "basis", rule
    for item in base.interventions.values():
        for key, own in _own_rules(item):
            yield "intervention", item.id, key, own


def _own_rules(item: Intervention) -> Iterator[tuple[str, Contraindication | Precaution]]:
    for place, block in enumerate(item.contraindications):
        yield f"contraindications[{place}].basis", block
    for place, care in enumerate(item.precautions):
        yield f"precautions[{place}].basis", care


CHECKS = (danger_rules_were_looked_up, blocks_say_how_sure_they_are, a_basis_has_its_source)
