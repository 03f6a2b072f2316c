"""Conditions that may be behind it: single signs, each once, on one side, and nothing impossible."""

from collections import Counter
from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.possible import settling_finding
from spinewise.knowledge.checks.walk import described, problem
from spinewise.knowledge.conditions import Condition, IsOneOf, IsYes
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import HealthCondition

LEAST_FACTOR = 0.0001


def signs_are_single(base: KnowledgeBase) -> Iterator[Problem]:
    """What speaks for a condition is one yes/no finding, or options of one choice or list."""
    for item in base.conditions.values():
        for place, sign in enumerate(item.speaks_for):
            if not isinstance(sign.when, (IsYes, IsOneOf)):
                what = "what speaks for a condition must be a single sign"
                remedy = "Write one yes/no finding or one option; circumstances belong under prior_by"
                yield problem(base, "condition", item.id, f"speaks_for[{place}]", what, remedy)


def signs_stand_once(base: KnowledgeBase) -> Iterator[Problem]:
    """No sign speaks twice for a condition, nor for it and against it."""
    for item in base.conditions.values():
        against = [one.when for one in item.speaks_against]
        for sign, times in Counter(one.when for one in item.speaks_for).items():
            if times > 1:
                what = f"the sign stands {times} times: {described(sign, base)}"
                yield problem(base, "condition", item.id, "speaks_for", what, "Keep one line")
            if sign in against:
                what = f"the sign speaks for it and against it: {described(sign, base)}"
                yield problem(base, "condition", item.id, "speaks_against", what, "Decide for one side")


def circumstances_are_possible(base: KnowledgeBase) -> Iterator[Problem]:
    """Nothing changes the odds of a condition that is impossible for the person anyway."""
    for item in base.conditions.values():
        for key, when in _circumstances(item):
            findings = when.findings() | (item.only_if.findings() if item.only_if else frozenset())
            if item.only_if is None or not findings <= base.findings.keys():
                continue
            if settling_finding((item.only_if, when), False, base) is not None:
                what = f"it can never be so while only_if holds: {described(item.only_if, base)}"
                yield problem(base, "condition", item.id, key, what, "Take the line out, or correct only_if")


def factors_change_something(base: KnowledgeBase) -> Iterator[Problem]:
    """A factor on the odds is not 1, and not beyond what the odds can carry."""
    for item in base.conditions.values():
        for place, change in enumerate(item.prior_by):
            if change.times == 1 or not LEAST_FACTOR <= change.times <= 1 / LEAST_FACTOR:
                what = f"the factor {change.times:g} says nothing or too much"
                remedy = "Give a factor from 0.0001 to 10000 other than 1"
                yield problem(base, "condition", item.id, f"prior_by[{place}].times", what, remedy)


def _circumstances(item: HealthCondition) -> Iterator[tuple[str, Condition]]:
    for place, change in enumerate(item.prior_by):
        yield f"prior_by[{place}]", change.when
    for place, against in enumerate(item.speaks_against):
        yield f"speaks_against[{place}]", against.when


CHECKS = (signs_are_single, signs_stand_once, circumstances_are_possible, factors_change_something)
