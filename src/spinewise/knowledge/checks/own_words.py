"""Phrases of everyday language: each means one thing, and only what can be meant has one."""

from collections import defaultdict
from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.completion import complete
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import Finding
from spinewise.knowledge.scales import DispositionWord

_URGENT = (DispositionWord.SAME_DAY, DispositionWord.EMERGENCY)


def a_phrase_means_one_thing(base: KnowledgeBase) -> Iterator[Problem]:
    """No phrase stands for two yes/no findings, or for two options of a finding, or twice."""
    meant: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for finding in base.findings.values():
        for phrase in (*finding.phrases, *finding.phrases_for_yes):
            meant["", phrase].append((finding.id, "yes"))
        for option in finding.options:
            for phrase in option.phrases:
                meant[finding.id, phrase].append((finding.id, option.value))
    for (_, phrase), values in meant.items():
        if len(values) > 1:
            owners = ", ".join(f"{finding}: {value}" for finding, value in values)
            what = f"the phrase {phrase!r} stands for {owners}"
            yield problem(base, "finding", values[1][0], "phrases", what, "Keep it where it is meant")


def only_what_can_be_said_has_phrases(base: KnowledgeBase) -> Iterator[Problem]:
    """``phrases`` and ``phrases_for_yes`` belong to yes/no findings; those of a choice or list stand at its options."""
    for finding in base.findings.values():
        for key in ("phrases", "phrases_for_yes"):
            if getattr(finding, key) and finding.type != "bool":
                what = f"a {finding.type} finding has no {key}"
                yield problem(base, "finding", finding.id, key, what, "Give them to its options, or take them out")


def a_broader_no_is_not_guessed(base: KnowledgeBase) -> Iterator[Problem]:
    """A phrase cannot say no to a broader question, because that would answer all its members."""
    for finding in base.findings.values():
        if finding.members and finding.phrases:
            what = "a phrase would answer all members with its no"
            yield problem(base, "finding", finding.id, "phrases", what, "Move it to phrases_for_yes")


def the_second_question_differs(base: KnowledgeBase) -> Iterator[Problem]:
    """What alone brings somebody to a doctor today is asked in other words before it is taken back."""
    for finding in base.findings.values():
        if finding.again and finding.type != "bool":
            what = f"a {finding.type} finding is not asked again"
            yield problem(base, "finding", finding.id, "again", what, "Take it out, or make it a bool finding")
        elif _key(finding.again) == _key(finding.question):
            what = "it is the same question once more"
            yield problem(base, "finding", finding.id, "again", what, "Ask it in other words")


def strong_signs_are_asked_again(base: KnowledgeBase) -> Iterator[Problem]:
    """A yes/no finding that alone asks for a doctor today, or sooner, has a second question."""
    for finding in base.findings.values():
        if not finding.again and urgent_alone(finding, base):
            what = "it alone asks for a doctor today, and has no second question"
            yield problem(base, "finding", finding.id, "again", what, "Write the question in other words")


def urgent_alone(finding: Finding, base: KnowledgeBase) -> bool:
    """Does a yes, and nothing else, ask for a doctor today or sooner?"""
    if finding.type != "bool":
        return False
    person = complete(Findings().with_values({finding.id: True}), base)
    levels = (level for rule in base.red_flags.values() for level in rule.levels)
    return any(level.disposition in _URGENT and level.when.evaluate(person) is True for level in levels)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


CHECKS = (
    a_phrase_means_one_thing,
    only_what_can_be_said_has_phrases,
    a_broader_no_is_not_guessed,
    the_second_question_differs,
    strong_signs_are_asked_again,
)
