"""Every reference resolves: sources, findings, options, questions' findings, members, things at hand."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import conditions_in, parts_of, problem, values_in
from spinewise.knowledge.conditions import Compares, IsOneOf, IsYes, Leaf
from spinewise.knowledge.errors import Problem
from spinewise.knowledge.records import Finding

EQUIPMENT_FINDING = "equipment_available"
_TYPES = {IsYes: ("bool",), Compares: ("number",), IsOneOf: ("choice", "list")}
_HOW = {
    "bool": "write the finding alone",
    "number": "compare it with a number, such as 'age >= 50'",
    "choice": "write 'finding is option'",
    "list": "write 'finding include option'",
}


def sources_exist(base: KnowledgeBase) -> Iterator[Problem]:
    """Every source that an item names is one of the sources."""
    for kind, item in base.everything():
        for key, value in values_in(item):
            name = key.rpartition(".")[2]
            if (name.startswith("sources[") or name == "source") and value not in base.sources:
                yield problem(base, kind, item.id, key, f"no source is called {value!r}", _meant(value, base.sources))


def findings_exist(base: KnowledgeBase) -> Iterator[Problem]:
    """Every finding in a condition, a question or a list of members is one of the findings."""
    for kind, item, key, name in _findings_named(base):
        if name not in base.findings:
            yield problem(base, kind, item, key, f"no finding is called {name!r}", _meant(name, base.findings))


def _findings_named(base: KnowledgeBase) -> Iterator[tuple[str, str, str, str]]:
    for kind, item, key, condition in conditions_in(base):
        named = {part.finding for part in parts_of(condition) if isinstance(part, Leaf)}
        yield from ((kind, item, key, name) for name in sorted(named))
    for question in base.questions.values():
        yield from (("question", question.id, "findings", name) for name in question.findings)
    for recheck in base.rechecks.values():
        yield from (("recheck", recheck.id, "findings", name) for name in recheck.findings)
    for finding in base.findings.values():
        yield from (("finding", finding.id, "members", name) for name in finding.members)


def sentences_fit(base: KnowledgeBase) -> Iterator[Problem]:
    """A sentence fits the type of its finding and names only its options."""
    for kind, item, key, condition in conditions_in(base):
        for leaf in parts_of(condition):
            finding = base.findings.get(leaf.finding) if isinstance(leaf, Leaf) else None
            if isinstance(leaf, Leaf) and finding is not None:
                for what, remedy in _misfits(leaf, finding):
                    yield problem(base, kind, item, key, what, remedy)


def lessons_exist(base: KnowledgeBase) -> Iterator[Problem]:
    """The lesson that an intervention names is one of the lessons."""
    for item in base.interventions.values():
        if item.lesson and item.lesson not in base.lessons:
            what = f"no lesson is called {item.lesson!r}"
            yield problem(base, "intervention", item.id, "lesson", what, _meant(item.lesson, base.lessons))


def things_at_hand_can_be_told(base: KnowledgeBase) -> Iterator[Problem]:
    """A thing that an intervention needs is an option of the question about things at hand."""
    finding = base.findings.get(EQUIPMENT_FINDING)
    if finding is None:
        return
    for item in base.interventions.values():
        for thing in item.equipment:
            if thing not in finding.option_values:
                what = f"nobody can say that they have {thing!r}"
                remedy = f"Add it to the options of {EQUIPMENT_FINDING}, or need something else"
                yield problem(base, "intervention", item.id, "equipment", what, remedy)


def _misfits(leaf: Leaf, finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.type not in _TYPES.get(type(leaf), ()):
        yield f"{finding.id} is a {finding.type} finding and cannot be asked about like this", f"Better {_HOW[finding.type]}"
    elif isinstance(leaf, IsOneOf):
        accepted = {*finding.option_values, *([finding.unstated] if finding.type == "choice" else [])}
        for option in leaf.options:
            if option not in accepted:
                yield f"{finding.id} has no option {option!r}", f"Accepted: {', '.join(finding.option_values)}"


def _meant(name: object, known: Iterable[str]) -> str:
    close = get_close_matches(str(name), list(known), n=3)
    return f"Did you mean {' or '.join(close)}?" if close else "Correct the id, or add the item"


CHECKS = (sources_exist, findings_exist, sentences_fit, lessons_exist, things_at_hand_can_be_told)
