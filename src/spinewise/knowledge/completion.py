"""What follows from the answers without asking: derived findings, findings that cannot apply, the closed reading."""

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.conditions import NOT_APPLICABLE, Value
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import Finding

UNKNOWN = "unknown"


def complete(findings: Findings, base: KnowledgeBase) -> Findings:
    """The findings with all that follows from them; what nobody said stays unknown."""
    values: dict[str, Value] = {}
    for finding in base.findings.values():
        if findings.known(finding.id):
            continue
        value = _follows(finding, findings)
        if value is not None:
            values[finding.id] = value
    return findings.with_values(values) if values else findings


def read_closed(findings: Findings, base: KnowledgeBase) -> Findings:
    """As published stories are read: what is not told is absent, where silence can mean that."""
    completed = complete(findings, base)
    silence: dict[str, Value] = {}
    for finding in base.findings.values():
        if not completed.settled(finding.id):
            value = _unstated(finding)
            if value is not None:
                silence[finding.id] = value
    return complete(completed.with_assumed(silence), base)


def applies(finding: Finding, findings: Findings) -> bool:
    """May this finding be asked of this person? False only when it certainly does not apply."""
    return finding.ask_if is None or finding.ask_if.evaluate(findings) is not False


def _follows(finding: Finding, findings: Findings) -> Value | None:
    if finding.derived is not None:
        truth = finding.derived.evaluate(findings)
        if truth is not None:
            return truth
    return None if applies(finding, findings) else _absent(finding)


def _absent(finding: Finding) -> Value | None:
    """The value of a finding that cannot apply to this person."""
    if finding.type == "bool":
        return False
    if finding.type == "list":
        return frozenset()
    if finding.type == "number" and finding.unstated not in (None, UNKNOWN, NOT_APPLICABLE):
        return float(str(finding.unstated))
    return NOT_APPLICABLE


def _unstated(finding: Finding) -> Value | None:
    if finding.unstated is None:
        return False if finding.type == "bool" else None
    if finding.unstated == UNKNOWN:
        return None
    if finding.unstated == "no":
        return _absent(finding)
    return finding.unstated if isinstance(finding.unstated, str) else float(finding.unstated)
