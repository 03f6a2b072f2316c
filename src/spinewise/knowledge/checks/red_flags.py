"""Danger rules: their levels differ, and their worked examples come out as they say."""

from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.completion import read_closed
from spinewise.knowledge.errors import BadInput, Problem
from spinewise.knowledge.facts import findings_from_facts
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import RedFlag
from spinewise.knowledge.scales import Disposition

NEAR_MISS = "none"


def levels_differ(base: KnowledgeBase) -> Iterator[Problem]:
    """No two levels have the same condition, and none asks for self-care only."""
    for rule in base.red_flags.values():
        conditions = [level.when for level in rule.levels]
        for place, level in enumerate(rule.levels):
            if level.when in conditions[:place]:
                what = "an earlier level has the same condition"
                yield problem(base, "red-flag", rule.id, f"levels[{place}]", what, "Give it another one, or take it out")
            if level.disposition == "self-care":
                what = "a danger rule cannot ask for self-care"
                yield problem(base, "red-flag", rule.id, f"levels[{place}]", what, "Raise the disposition, or take it out")


def levels_have_examples(base: KnowledgeBase) -> Iterator[Problem]:
    """Each disposition of a rule has an example that reaches it, and there is one near miss."""
    for rule in base.red_flags.values():
        shown = {example.expect for example in rule.examples}
        for wanted in dict.fromkeys([*(level.disposition.value for level in rule.levels), NEAR_MISS]):
            if wanted not in shown:
                remedy = "Add the facts of somebody for whom it is so"
                yield problem(base, "red-flag", rule.id, "examples", f"no example expects {wanted!r}", remedy)


def examples_come_out(base: KnowledgeBase) -> Iterator[Problem]:
    """Every example, read closed, reaches just the level that it expects."""
    for rule in base.red_flags.values():
        for place, example in enumerate(rule.examples):
            key = f"examples[{place}]"
            try:
                person = findings_from_facts(example.facts, base, key)
            except BadInput as error:
                for bad in error.problems:
                    yield problem(base, "red-flag", rule.id, f"{key}.facts.{bad.key}", bad.what, bad.remedy)
                continue
            reached = _reached(rule, read_closed(person, base))
            if reached != example.expect:
                what = f"expects {example.expect!r} and reaches {reached!r}"
                yield problem(base, "red-flag", rule.id, key, what, "Correct the level's condition or the example")


def _reached(rule: RedFlag, person: Findings) -> str:
    true = [Disposition.of(level.disposition) for level in rule.levels if level.when.evaluate(person) is True]
    return max(true).word if true else NEAR_MISS


CHECKS = (levels_differ, levels_have_examples, examples_come_out)
