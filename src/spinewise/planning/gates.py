"""When there is no plan at all: the disposition and the plan gates."""

from spinewise.knowledge import Disposition, Findings, KnowledgeBase
from spinewise.knowledge.records import PlanGate
from spinewise.planning.records import Refusal


def refusal(findings: Findings, base: KnowledgeBase, disposition: Disposition) -> Refusal | None:
    """Why this person gets no plan now, or ``None``. An open gate counts as closed: unknown is never safe."""
    if disposition >= Disposition.SAME_DAY:
        return _care_first(base, disposition)
    gates = base.plan_gates.values()
    for gate in gates:
        if gate.when.evaluate(findings) is True:
            return Refusal(gate.id, gate.says, gate.sources)
    for gate in gates:
        if gate.when.evaluate(findings) is None:
            return _ask_first(gate, findings, base)
    return None


def _care_first(base: KnowledgeBase, disposition: Disposition) -> Refusal:
    text = base.disposition_text(disposition)
    parts = (text.headline, text.how_soon, *text.do_now, "A plan for the week can wait until you have been seen")
    says = " ".join(part.rstrip(".") + "." for part in parts)
    return Refusal(disposition.word, says, text.sources)


def _ask_first(gate: PlanGate, findings: Findings, base: KnowledgeBase) -> Refusal:
    names = ", ".join(base.name_of(finding) for finding in sorted(gate.when.needs(findings)))
    says = f"Before we make a plan, we need to know more about: {names}. Answer this first, or ask a doctor or nurse."
    return Refusal(f"{gate.id}-unknown", says, gate.sources)
