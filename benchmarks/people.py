"""Seeded random people over the real knowledge base; anything may be answered, danger included."""

from random import Random

from spinewise.knowledge import Findings, KnowledgeBase, Value, complete, contradictions
from spinewise.knowledge.records import Finding

MOST_ANSWERS = 60


def random_value(finding: Finding, random: Random) -> Value:
    """A value that this finding can have, danger answered with yes as often as with no."""
    if finding.type == "bool":
        return random.random() < 0.5
    if finding.type == "choice":
        return random.choice(finding.option_values)
    if finding.type == "list":
        return frozenset(random.sample(finding.option_values, random.randint(0, min(3, len(finding.options)))))
    low, high = finding.min or 0.0, 100.0 if finding.max is None else finding.max
    return float(round(random.choice((random.uniform(low, high), random.uniform(low, min(high, low + 60))))))


def random_person(base: KnowledgeBase, random: Random, *, answers: int | None = None, yes: float | None = None) -> Findings:
    """Somebody who has answered some findings and contradicts nothing. ``yes`` is the share of yes answers."""
    wanted = random.randint(0, MOST_ANSWERS) if answers is None else answers
    person = Findings()
    for name in random.sample(list(base.findings), min(wanted, len(base.findings))):
        finding = base.findings[name]
        value = random_value(finding, random)
        if yes is not None and finding.type == "bool":
            value = random.random() < yes
        told = person.with_values({name: value})
        if not contradictions(complete(told, base), base):
            person = told
    return person
