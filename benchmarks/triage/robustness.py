"""``python -m benchmarks.triage.robustness --cases FILE [--json]``: does an urgent answer hang on one word or one rule?

Three things are left out in turn: each stated fact, the rules that decided, and the general net. The general net is
every rule of ``red_flags/unexplained.yaml``: it names no disease and adds up kinds of signs.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Share, share
from benchmarks.triage.cases import Case, read_cases
from benchmarks.triage.documents import plain_of
from benchmarks.triage.rates import Answer, Rates, rates_of
from spinewise.knowledge import BadInput, Disposition, Findings, KnowledgeBase, findings_from_facts, load_knowledge, read_closed
from spinewise.triage import Reason, disposition_of, triage

_NET_FILE = "unexplained.yaml"


@dataclass(frozen=True, slots=True)
class Robustness:
    """What is left when something is left out. Urgent cases: every accepted answer asks for somebody today or sooner."""

    cases: int
    urgent: int
    """Urgent cases that are answered high enough as they are; only these are tried."""
    facts_dropped: Share
    """Tries with one stated fact less (it then reads as absent) that ended too low."""
    hang_on_a_fact: Share
    """Urgent cases with at least one such fact."""
    facts_that_count: tuple[str, ...]
    """The tries that ended too low, as case: fact."""
    without_deciding_rules: Share
    """Urgent cases that stay high enough without the disease rules that fire at the top level."""
    within_days_without_deciding_rules: Share
    """Urgent cases that are then still sent to a doctor within days or sooner."""
    fall_to_home: tuple[str, ...]
    """Urgent cases that would then stay at home or wait weeks."""
    without_net: Rates
    """All cases by the disease rules alone."""


@dataclass(frozen=True, slots=True)
class _Tried:
    """One case as it stands and with things left out."""

    case: Case
    answer: Answer
    too_low_without: tuple[str, ...]
    facts: int
    without_deciding_rules: Disposition
    without_net: Disposition

    @property
    def held(self) -> bool:
        """Urgent, and answered high enough as it stands."""
        return self.answer.urgent and not self.answer.under


def robustness_of(cases: Iterable[Case], base: KnowledgeBase) -> Robustness:
    """Leave things out of every case. Raises ``BadInput`` for facts that cannot be used."""
    net = general_net(base)
    tried = [_try(case, findings_from_facts(case.facts, base, case.id), base, net) for case in cases]
    held = [one for one in tried if one.held]
    lost = [f"{one.case.id}: {fact}" for one in held for fact in one.too_low_without]
    home = [one for one in held if one.without_deciding_rules < Disposition.WITHIN_DAYS]
    return Robustness(
        cases=len(tried),
        urgent=len(held),
        facts_dropped=Share(len(lost), sum(one.facts for one in held)),
        hang_on_a_fact=share(held, lambda one: bool(one.too_low_without)),
        facts_that_count=tuple(lost),
        without_deciding_rules=share(held, lambda one: one.without_deciding_rules >= min(one.answer.accepted)),
        within_days_without_deciding_rules=Share(len(held) - len(home), len(held)),
        fall_to_home=tuple(one.case.id for one in home),
        without_net=rates_of([Answer(one.without_net, one.answer.expected, one.answer.accepted) for one in tried]),
    )


def general_net(base: KnowledgeBase) -> frozenset[str]:
    """The rules that name no disease."""
    return frozenset(rule for rule in base.red_flags if base.place_of("red-flag", rule).endswith(_NET_FILE))


def left_without_deciding_rules(reasons: Sequence[Reason], net: frozenset[str]) -> Disposition:
    """What is reached without the rules that fire at the top level; the general net stays."""
    top = highest(reasons)
    return highest([reason for reason in reasons if reason.rule in net or reason.disposition < top])


def highest(reasons: Iterable[Reason]) -> Disposition:
    """The most urgent of some reasons."""
    return max((reason.disposition for reason in reasons), default=Disposition.SELF_CARE)


def _try(case: Case, findings: Findings, base: KnowledgeBase, net: frozenset[str]) -> _Tried:
    answer = triage(read_closed(findings, base), base)
    low = min(case.expected.accepted)
    facts = sorted(findings.values)
    return _Tried(
        case=case,
        answer=Answer(answer.disposition, case.expected.best, case.expected.accepted),
        too_low_without=tuple(fact for fact in facts if _without(fact, findings, base) < low),
        facts=len(facts),
        without_deciding_rules=left_without_deciding_rules(answer.reasons, net),
        without_net=highest(reason for reason in answer.reasons if reason.rule not in net),
    )


def _without(fact: str, findings: Findings, base: KnowledgeBase) -> Disposition:
    return disposition_of(read_closed(findings.without([fact]), base), base)


def main(arguments: list[str] | None = None) -> int:
    """Print what is left when something is left out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.triage.robustness", description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, help="a file in the form of the case bank")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    options = parser.parse_args(arguments)
    try:
        found = robustness_of(read_cases(options.cases), load_knowledge())
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(plain_of(found)) if options.json else "\n".join(_lines(found)))
    return 0


def _lines(found: Robustness) -> list[str]:
    net = found.without_net
    return [
        f"{found.cases} cases, of which {found.urgent} are urgent and answered high enough",
        f"one stated fact dropped: too low in        {found.facts_dropped}",
        *(f"    {one}" for one in found.facts_that_count),
        f"urgent cases that hang on one fact         {found.hang_on_a_fact}",
        f"without the rules that decided: still held {found.without_deciding_rules}",
        f"    within days or sooner                  {found.within_days_without_deciding_rules}",
        f"    at home or in weeks                    {' '.join(found.fall_to_home) or 'none'}",
        f"without the general net: unsafe            {net.unsafe}",
        f"    under-triage                           {net.under}",
        f"    over-triage                            {net.over}",
        f"    acceptable                             {net.acceptable}",
    ]


if __name__ == "__main__":
    sys.exit(main())
