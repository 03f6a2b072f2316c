"""What to watch for: said to everybody, and more to those to whom more applies."""

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import SafetyNet


def safety_nets(findings: Findings, base: KnowledgeBase) -> tuple[SafetyNet, ...]:
    """The nets that apply or may apply to this person; one that is unknown is shown."""
    return tuple(net for net in base.safety_nets.values() if net.when is None or net.when.evaluate(findings) is not False)
