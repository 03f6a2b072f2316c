"""``python -m benchmarks.triage.ordinary [--people N] [--seed N] [--factor F ...] [--json]``: a smoke alarm.

Made-up people with ordinary back trouble: how many are sent to a doctor? What is assumed:

- Age 18 to 85 evenly; mostly pain; a usual place, start, length and strength; a small knock in seven of a hundred.
- Every other harmless yes/no sign comes by itself, as often as its ``background`` word says times the factor. That
  word is an estimate. In real people signs go together, so a factor of 1 gives more odd mixtures than there are.
- Of people who leak or are slow to pass water, nine in ten had it before the back trouble: it is common at any time and
  seldom begins in the same weeks. Our estimate; the interview asks each of them.
- Signs that ask for a doctor by themselves (``NOT_ORDINARY``) and rare signs do not occur.

Nobody knows the right shares, so this finds only changes: a jump of the urgent shares is a reason to look. Two figures
help to judge a factor: how many signs a person has, and how many people have at least one classic red flag. In primary
care 80.4 % had one (Henschke et al. 2009, see ``classic_flags``).
"""

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.arguments import positive
from benchmarks.figures import Share, share
from benchmarks.triage.classic_flags import flags_of
from benchmarks.triage.documents import plain_of
from spinewise.knowledge import (
    BadKnowledge,
    Disposition,
    Findings,
    KnowledgeBase,
    Value,
    complete,
    contradictions,
    load_knowledge,
    read_closed,
)
from spinewise.knowledge.records import Finding
from spinewise.knowledge.scales import BACKGROUND_PROBABILITY, Background
from spinewise.triage import Triage, triage

THEMES = frozenset(
    (
        *("about-you", "bladder-and-legs", "chest-and-belly", "complaint", "course", "head-and-neck", "kidney-and-bladder"),
        *("medicines", "mind-and-safety", "muscles-and-heat", "past-illness", "skin", "what-changes-it", "women", "your-week"),
    )
)
NOT_ORDINARY = frozenset(
    (
        *("leg_weakness", "unsafe_at_home", "safeguarding_concern", "self_harm_thoughts"),
        *("vomiting", "contractions", "breathless", "chest_pain"),
    )
)
SLOW_TO_COME = ("urinary_incontinence", "urinary_hesitancy", "bowel_change")
OLD = "bladder_bowel_trouble_old"
SHARE_OF_OLD = 0.9
TOO_RARE = (Background.RARE, Background.VERY_RARE)
PLACES = (
    ("low-back",),
    ("low-back", "buttock"),
    ("low-back", "leg"),
    ("mid-back",),
    ("upper-back", "shoulder-blade"),
    ("neck",),
    ("neck", "shoulder"),
)
DAYS = (1, 3, 7, 14, 30, 60, 120, 400, 1500)
MOST_RULES_TOLD = 12


@dataclass(frozen=True, slots=True)
class Ordinary:
    """What ordinary people were told."""

    factor: float
    signs: float
    """Mean number of yes answers."""
    with_a_classic_flag: Share
    dispositions: dict[str, Share]
    rules_of_the_urgent: dict[str, int]
    """Rules that sent somebody to a doctor today or sooner, the most frequent first."""


def ordinary_people(base: KnowledgeBase, people: int, *, seed: int, factor: float) -> Ordinary:
    """Triage for so many seeded people."""
    random, signs = Random(seed), ordinary_signs(base)
    told = [_somebody(random, signs, factor, base) for _ in range(people)]
    answers = [triage(read_closed(one, base), base) for one in told]
    levels = Counter(answer.disposition for answer in answers)
    rules = Counter(rule for answer in answers for rule in _urgent_rules(answer))
    return Ordinary(
        factor=factor,
        signs=sum(value is True for one in told for value in one.values.values()) / people,
        with_a_classic_flag=share(told, lambda one: bool(flags_of(one))),
        dispositions={level.word: Share(levels[level], people) for level in Disposition},
        rules_of_the_urgent=dict(rules.most_common(MOST_RULES_TOLD)),
    )


def ordinary_signs(base: KnowledgeBase) -> tuple[Finding, ...]:
    """The yes/no findings that somebody with ordinary back trouble may well have."""
    return tuple(finding for finding in base.findings.values() if _ordinary(finding))


def _ordinary(finding: Finding) -> bool:
    told_by_person = finding.type == "bool" and not finding.members and finding.theme in THEMES and finding.id != OLD
    return told_by_person and finding.background not in TOO_RARE and finding.id not in NOT_ORDINARY


def _urgent_rules(answer: Triage) -> list[str]:
    if answer.disposition < Disposition.SAME_DAY:
        return []
    return [reason.rule for reason in answer.reasons if reason.disposition == answer.disposition]


def _somebody(random: Random, signs: tuple[Finding, ...], factor: float, base: KnowledgeBase) -> Findings:
    """Drawn until nothing contradicts itself."""
    while True:
        frame = complete(Findings().with_values(_frame(random)), base)
        said = {one.id: True for one in signs if _has(one, frame, random, factor)}
        old = random.random() < SHARE_OF_OLD
        if not said.keys().isdisjoint(SLOW_TO_COME):
            said[OLD] = old
        person = frame.with_values(said)
        if not contradictions(complete(person, base), base):
            return person


def _has(finding: Finding, frame: Findings, random: Random, factor: float) -> bool:
    drawn = random.random() < factor * BACKGROUND_PROBABILITY[finding.background]
    return drawn and (finding.ask_if is None or finding.ask_if.evaluate(frame) is not False)


def _frame(random: Random) -> dict[str, Value]:
    return {
        "age": float(random.randint(18, 85)),
        "sex": random.choice(("female", "male")),
        "complaint": random.choices(("pain", "numbness", "cramp", "skin-pain"), (85, 7, 5, 3))[0],
        "regions": frozenset(random.choice(PLACES)),
        "onset": random.choices(("sudden", "hours", "days", "gradual", "recurrent"), (15, 10, 20, 35, 20))[0],
        "duration_days": float(random.choice(DAYS)),
        "pain_nrs": float(random.choices(range(1, 10), (1, 3, 4, 5, 6, 5, 4, 2, 1))[0]),
        "trauma": random.choices(("none", "minor"), (93, 7))[0],
    }


def main(arguments: list[str] | None = None) -> int:
    """Print the shares of dispositions at each factor."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.triage.ordinary", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=positive, default=2000, help="how many people at each factor (default 2000)")
    parser.add_argument("--seed", type=int, default=5, help="which people (default 5)")
    parser.add_argument("--factor", type=float, action="append", help="may be repeated (default 0.25, 0.5 and 1)")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    options = parser.parse_args(arguments)
    try:
        base = load_knowledge()
    except BadKnowledge as error:
        print(error, file=sys.stderr)
        return 2
    found = [
        ordinary_people(base, options.people, seed=options.seed, factor=factor) for factor in options.factor or (0.25, 0.5, 1.0)
    ]
    told: Any = [plain_of(one) for one in found]
    print(json.dumps(told) if options.json else "\n".join(line for one in found for line in _lines(one)))
    return 0


def _lines(found: Ordinary) -> list[str]:
    shares = [f"  {level:<12}{share}" for level, share in found.dispositions.items()]
    rules = ", ".join(f"{rule} {count}" for rule, count in found.rules_of_the_urgent.items())
    head = f"factor {found.factor:g}: {found.signs:.1f} signs each; with a classic flag {found.with_a_classic_flag}"
    return [head, *shares, f"  today or sooner by: {rules or 'no rule'}"]


if __name__ == "__main__":
    sys.exit(main())
