"""Facts that come from outside become findings, or a clear account of what is wrong with them."""

import sys
from collections.abc import Mapping
from difflib import get_close_matches
from math import isnan
from pathlib import Path

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.conditions import NOT_APPLICABLE, Value
from spinewise.knowledge.errors import BadInput, Problem
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import Consistency, Finding
from spinewise.knowledge.yaml_reading import LARGEST_FILE_BYTES, decode, read_yaml, read_yaml_file

UNSURE = "unsure"
"""Value of a finding that was asked and answered with "not sure"."""


class _Wrong(ValueError):
    """A value that a finding cannot have; the message is the remedy's first half."""


def findings_from_file(path: str, base: KnowledgeBase) -> Findings:
    """Findings from a YAML or JSON file of facts; ``-`` is standard input.

    Raises:
        BadInput: with file, key, value and accepted values of everything that is wrong.
    """
    if path == "-":
        return findings_from_facts(read_yaml(decode(sys.stdin.buffer.read(LARGEST_FILE_BYTES + 1), "-"), "-"), base, "-")
    return findings_from_facts(read_yaml_file(Path(path)), base, path)


def findings_from_facts(facts: object, base: KnowledgeBase, place: str = "facts") -> Findings:
    """Findings from a mapping of finding ids to values; ``null`` is unknown, ``unsure`` is "not sure".

    Raises:
        BadInput: with every unknown id, wrong value and impossible combination.
    """
    if not isinstance(facts, Mapping):
        remedy = "Write one line per finding, such as 'age: 52'"
        raise BadInput((Problem(place, "", "is not a mapping of finding ids to values", remedy),))
    values: dict[str, Value] = {}
    unsure: list[str] = []
    problems: list[Problem] = []
    for key, given in facts.items():
        finding = base.findings.get(key) if isinstance(key, str) else None
        if finding is None:
            problems.append(_unknown(place, key, base))
        elif given == UNSURE and UNSURE not in finding.option_values:
            unsure.append(finding.id)
        elif given is not None:
            try:
                values |= _said(finding, given)
            except _Wrong as error:
                problems.append(Problem(place, finding.id, f"{given!r} is not accepted", str(error)))
    findings = Findings().with_values(values).with_unsure(unsure)
    clashes = [rule for rule in contradictions(findings, base) if rule.strength == "impossible"]
    problems += [_contradiction(rule, place) for rule in clashes]
    if problems:
        raise BadInput(tuple(problems))
    return findings


def contradictions(findings: Findings, base: KnowledgeBase) -> tuple[Consistency, ...]:
    """The rules about answers that cannot both be right which these answers break."""
    return tuple(rule for rule in base.consistency.values() if rule.when.evaluate(findings) is True)


def _contradiction(rule: Consistency, place: str) -> Problem:
    return Problem(place, " and ".join(sorted(rule.when.findings())), rule.says.rstrip("."), rule.remedy)


def _unknown(place: str, key: object, base: KnowledgeBase) -> Problem:
    close = get_close_matches(str(key), base.findings, n=3)
    remedy = f"Did you mean {' or '.join(close)}?" if close else "`spinewise knowledge list --kind finding` names them all"
    return Problem(place, str(key), "is no finding id", remedy)


def _said(finding: Finding, given: object) -> dict[str, Value]:
    if finding.id == "complaint" and isinstance(given, (list, tuple)) and given:
        return _complaints(finding, given)
    return {finding.id: read_value(finding, given)}


def _complaints(finding: Finding, given: list[object] | tuple[object, ...]) -> dict[str, Value]:
    """The first complaint is the main one, the others stand beside it."""
    main = [read_value(finding, one) for one in given]
    others = frozenset(str(one) for one in main[1:])
    return {"complaint": main[0]} | ({"other_complaints": others} if others else {})


def read_value(finding: Finding, given: object) -> Value:
    """A given value as this finding's value. Raises ``ValueError`` with what is accepted."""
    if finding.type == "bool":
        return _bool(given)
    readers = {"number": _number, "choice": _choice, "list": _list}
    return readers[finding.type](finding, given)


def _bool(given: object) -> Value:
    if isinstance(given, bool):
        return given
    raise _Wrong("Accepted: true, false")


def _number(finding: Finding, given: object) -> Value:
    if given == NOT_APPLICABLE and finding.unstated == NOT_APPLICABLE:
        return NOT_APPLICABLE
    if isinstance(given, bool) or not isinstance(given, (int, float)) or isnan(given):
        raise _Wrong(f"Accepted: a number {_range(finding)}")
    if (finding.min is not None and given < finding.min) or (finding.max is not None and given > finding.max):
        raise _Wrong(f"Accepted: {_range(finding)}")
    return float(given)


def _range(finding: Finding) -> str:
    unit = f" {finding.unit}" if finding.unit else ""
    low = "no lower limit" if finding.min is None else f"{finding.min:g}"
    high = "no upper limit" if finding.max is None else f"{finding.max:g}"
    return f"from {low} to {high}{unit}"


def _choice(finding: Finding, given: object) -> Value:
    one = given[0] if isinstance(given, (list, tuple)) and len(given) == 1 else given
    if isinstance(one, str) and (one in finding.option_values or one == finding.unstated == NOT_APPLICABLE):
        return one
    raise _Wrong(f"Accepted: one of {', '.join(finding.option_values)}")


def _list(finding: Finding, given: object) -> Value:
    several = given if isinstance(given, (list, tuple)) else [given]
    if all(isinstance(one, str) and one in finding.option_values for one in several):
        return frozenset(str(one) for one in several)
    raise _Wrong(f"Accepted: one or more of {', '.join(finding.option_values)}")
