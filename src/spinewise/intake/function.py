"""Which of the small function tests are safe for a person and not done yet."""

from spinewise.intake.self_tests import self_test_for
from spinewise.knowledge import Findings, KnowledgeBase


def function_tests(known: Findings, base: KnowledgeBase) -> tuple[str, ...]:
    """The tests on request that are known to be safe for this person and that are not done yet."""
    wished = (finding.id for finding in base.findings.values() if finding.on_request)
    return tuple(name for name in wished if not known.settled(name) and self_test_for(name, known, base) is not None)
