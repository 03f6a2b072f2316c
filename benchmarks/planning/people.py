"""Seeded random people with ordinary backs and their wishes, over whatever the knowledge base asks."""

import random
from collections.abc import Mapping

from spinewise.knowledge import Findings, KnowledgeBase, Value, read_closed
from spinewise.knowledge.records import Finding
from spinewise.knowledge.scales import BACKGROUND_PROBABILITY
from spinewise.planning import HOME_EQUIPMENT, Wishes, wishes_of

MINUTES_PER_DAY = (10, 15, 20, 20, 20, 30, 30, 45, 60)
MORE_EQUIPMENT = ("mat", "ball", "foam-roller", "resistance-band", "heat-pack", "cold-pack", "bath", "weights", "lumbar-roll")
REGIONS = ("low-back", "low-back", "low-back", "mid-back", "neck", "buttock")
SHARE_OF_BACKGROUND = 0.5


def person(seed: int, base: KnowledgeBase) -> tuple[Findings, Wishes]:
    """Somebody of an ordinary age with an ordinary complaint; what they do not tell is read as absent."""
    draw = random.Random(seed)
    values: dict[str, Value] = {}
    for finding in base.findings.values():
        value = _value(finding, draw)
        if value is not None:
            values[finding.id] = value
    values |= _frame(draw)
    findings = read_closed(Findings({key: value for key, value in values.items() if key in base.findings}), base)
    return findings, _wishes(findings, base, draw)


def _frame(draw: random.Random) -> Mapping[str, Value]:
    return {
        "age": float(draw.randint(18, 80)),
        "sex": draw.choice(("female", "male")),
        "complaint": draw.choice(("pain", "pain", "pain", "stiffness")),
        "regions": frozenset({draw.choice(REGIONS)}),
        "duration_days": float(draw.choice((3, 14, 60, 200, 1000))),
    }


def _value(finding: Finding, draw: random.Random) -> Value | None:
    """A yes/no as often as in ordinary backs; dangers do not occur here, since then there is no plan to measure."""
    if finding.type != "bool" or finding.derived is not None or finding.purpose == "danger":
        return None
    return draw.random() < SHARE_OF_BACKGROUND * BACKGROUND_PROBABILITY[finding.background]


def _wishes(findings: Findings, base: KnowledgeBase, draw: random.Random) -> Wishes:
    ids = sorted(base.interventions)
    more = draw.sample(MORE_EQUIPMENT, draw.randint(0, len(MORE_EQUIPMENT)))
    return wishes_of(
        findings,
        base,
        minutes_per_day=draw.choice(MINUTES_PER_DAY),
        equipment=HOME_EQUIPMENT | frozenset(more),
        avoid_positions=draw.choice((frozenset(), frozenset(), frozenset({"floor"}))),
        preferred=frozenset(draw.sample(ids, min(3, len(ids)))),
    )
