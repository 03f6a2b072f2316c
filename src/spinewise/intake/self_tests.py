"""Trying it out: the self-test of a finding, for people for whom trying is safe."""

from spinewise.knowledge import Findings, KnowledgeBase, complete
from spinewise.knowledge.records import SelfTest


def self_test_for(finding: str, known: Findings, base: KnowledgeBase) -> SelfTest | None:
    """How this person can find it out; ``None`` when there is no test, or when it is not known to be safe for them."""
    found = base.findings[finding]
    if found.self_test is None:
        return None
    person = complete(known, base)
    conditions = (found.self_test.safe_if, found.ask_if)
    safe = all(condition is None or condition.evaluate(person) is True for condition in conditions)
    return found.self_test if safe else None
