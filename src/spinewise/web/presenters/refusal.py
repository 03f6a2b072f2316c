"""Why there is no week now, and the next step out of it."""

from dataclasses import dataclass

from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.planning import Refusal
from spinewise.web.account import Account
from spinewise.web.presenters.words import SourceView, capital, sources


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A finding to answer, so that more can be offered."""

    finding: str
    name: str


@dataclass(frozen=True, slots=True)
class RefusalView:
    """The refusal with its next steps. ``urgent`` leads back to the answer."""

    says: str
    urgent: bool
    to_answer: tuple[ToAnswer, ...]
    sources: tuple[SourceView, ...]


def refusal_view(refusal: Refusal, account: Account, base: KnowledgeBase) -> RefusalView:
    """The page for a refusal."""
    urgent = account.disposition >= Disposition.SAME_DAY
    open_findings = () if urgent else _open(account, base)
    return RefusalView(refusal.says, urgent, open_findings, sources(refusal.sources, base))


def _open(account: Account, base: KnowledgeBase) -> tuple[ToAnswer, ...]:
    """What the plan gates still need, and what keeps interventions waiting."""
    needs = {name for gate in base.plan_gates.values() for name in gate.when.needs(account.cautious)}
    needs |= {name for clearance in account.interventions.values() for name in clearance.needs}
    asked = [name for name in sorted(needs) if name in base.question_of]
    return tuple(ToAnswer(name, capital(base.name_of(name))) for name in asked)
