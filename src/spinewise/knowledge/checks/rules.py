"""Rules can fire, and safety rules and demands belong together."""

from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.possible import settling_finding
from spinewise.knowledge.checks.walk import conditions_in, problem
from spinewise.knowledge.errors import Problem

HARMLESS = "quiet"
"""The demand of rest, breathing and information, to which no safety rule belongs."""


def conditions_can_go_both_ways(base: KnowledgeBase) -> Iterator[Problem]:
    """No condition is true, or false, for everybody."""
    for kind, item, key, condition in conditions_in(base):
        if not condition.findings() <= base.findings.keys():
            continue
        for truth, word in ((False, "never"), (True, "always")):
            finding = settling_finding((condition,), truth, base)
            if finding is not None:
                what = f"the condition is {word} true, whatever {finding} is"
                yield problem(base, kind, item, key, what, "Correct the values in it")


def a_change_says_what_to_change(base: KnowledgeBase) -> Iterator[Problem]:
    """A rule that changes says how; a rule that blocks has nothing to change."""
    for rule in base.safety_rules.values():
        if rule.verdict == "changed" and not rule.change.strip():
            what = "it changes an intervention without saying how"
            yield problem(base, "safety-rule", rule.id, "change", what, "Say what to do differently, or block it")
        if rule.verdict == "blocked" and rule.change:
            what = "it blocks an intervention and also changes it"
            yield problem(base, "safety-rule", rule.id, "change", what, "Take the change out, or make it 'verdict: changed'")


def every_demand_is_guarded(base: KnowledgeBase) -> Iterator[Problem]:
    """A demand of an intervention has at least one safety rule, or it is harmless."""
    guarded = {demand for rule in base.safety_rules.values() for demand in rule.demands} | {HARMLESS}
    for item in base.interventions.values():
        for demand in item.demands:
            if demand not in guarded:
                what = f"no safety rule says whom {demand!r} may harm"
                yield problem(base, "intervention", item.id, "demands", what, "Write a safety rule for it")


CHECKS = (conditions_can_go_both_ways, a_change_says_what_to_change, every_demand_is_guarded)
