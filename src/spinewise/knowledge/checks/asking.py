"""Every finding can be asked, in one place, in a way that can be answered."""

from collections import Counter
from collections.abc import Iterator

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.conditions import NOT_APPLICABLE
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Finding

_MANY = 1000
_OPTIONS = {"bool": (0, 0), "number": (0, 0), "choice": (2, _MANY), "list": (1, _MANY)}
"""The least and the most options of each type."""


def asked_once(base: KnowledgeBase) -> Iterator[Problem]:
    """A finding stands in exactly one question; one that is always worked out may stand in none."""
    asked = Counter(name for question in base.questions.values() for name in question.findings)
    for finding in base.findings.values():
        worked_out = finding.derived is not None and finding.id not in finding.derived.findings()
        if asked[finding.id] == 0 and not worked_out:
            yield problem(base, "finding", finding.id, "id", "no question asks it", "Add it to a question of its theme")
        if asked[finding.id] > 1:
            where = ", ".join(question.id for question in base.questions.values() if finding.id in question.findings)
            what = f"it is asked {asked[finding.id]} times: {where}"
            yield problem(base, "finding", finding.id, "id", what, "Keep it in one question")


def groups_are_of_one_kind(base: KnowledgeBase) -> Iterator[Problem]:
    """Yes/no findings stand together, and so do numbers, choices and lists: one tap answers all of the first kind."""
    for question in base.questions.values():
        asked = [base.findings[name] for name in question.findings if name in base.findings]
        others = [finding for finding in asked if finding.type != "bool"]
        for finding in others if len(others) < len(asked) else ():
            what = f"{finding.id} is a {finding.type} finding among yes/no findings"
            yield problem(base, "question", question.id, "findings", what, f"Move {finding.id} to a question of its own kind")


def choices_have_options(base: KnowledgeBase) -> Iterator[Problem]:
    """A choice has at least two options, a list at least one, the others none; each option stands once."""
    for finding in base.findings.values():
        least, most = _OPTIONS[finding.type]
        if not least <= len(finding.options) <= most:
            what = f"a {finding.type} finding has {len(finding.options)} options"
            remedy = "Give a choice two or more, a list one or more, others none"
            yield problem(base, "finding", finding.id, "options", what, remedy)
        for value, times in Counter(finding.option_values).items():
            if times > 1:
                what = f"the option {value!r} stands {times} times"
                yield problem(base, "finding", finding.id, "options", what, "Keep one of them")


def silence_fits(base: KnowledgeBase) -> Iterator[Problem]:
    """What silence means is a value that the finding can have."""
    for finding in base.findings.values():
        accepted = _silences(finding)
        if finding.unstated is not None and finding.unstated not in accepted and not _in_range(finding):
            what = f"{finding.unstated!r} is no value of this finding"
            yield problem(base, "finding", finding.id, "unstated", what, f"Accepted: {', '.join(accepted)}")


def only_yes_no_is_worked_out(base: KnowledgeBase) -> Iterator[Problem]:
    """``derived``, ``members`` and ``if_unsure`` belong to yes/no findings, and ``members`` hold them."""
    for finding in base.findings.values():
        given = {"derived": finding.derived, "members": finding.members, "if_unsure": finding.if_unsure}
        for key, value in given.items():
            if value and finding.type != "bool":
                what = f"a {finding.type} finding cannot be answered like this"
                yield problem(base, "finding", finding.id, key, what, f"Take {key} out, or make it a bool finding")


def one_broader_question_each(base: KnowledgeBase) -> Iterator[Problem]:
    """A finding belongs to at most one broader question, and not to itself."""
    broader = Counter(member for finding in base.findings.values() for member in finding.members)
    for name, times in broader.items():
        if times > 1 and name in base.findings:
            owners = ", ".join(finding.id for finding in base.findings.values() if name in finding.members)
            what = f"it is a member of {times} broader questions: {owners}"
            yield problem(base, "finding", name, "members", what, "Keep it under one of them")


def _silences(finding: Finding) -> tuple[str, ...]:
    if finding.type == "number":
        return ("unknown", NOT_APPLICABLE)
    if finding.type == "choice":
        return ("no", "unknown", NOT_APPLICABLE, *finding.option_values)
    return ("no", "unknown")


def _in_range(finding: Finding) -> bool:
    if finding.type != "number" or not isinstance(finding.unstated, (int, float)):
        return False
    low = -float("inf") if finding.min is None else finding.min
    high = float("inf") if finding.max is None else finding.max
    return low <= finding.unstated <= high


CHECKS = (
    asked_once,
    groups_are_of_one_kind,
    choices_have_options,
    silence_fits,
    only_yes_no_is_worked_out,
    one_broader_question_each,
)
