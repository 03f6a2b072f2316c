"""Why there is no week now, and the next step out of it."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.planning import Refusal
from spinewise.web.account import Account
from spinewise.web.presenters.words import SourceView, capital, sources

MOST_TO_ANSWER = 5


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
    says = _urgent_words(account, base) if urgent else refusal.says
    return RefusalView(says, urgent, open_findings, sources(refusal.sources, base))


def _urgent_words(account: Account, base: KnowledgeBase) -> str:
    """The whole answer has its own page, so the refusal is short."""
    text = base.disposition_text(account.disposition)
    return _("%(headline)s. A plan for the week can wait until you have been seen.") % {"headline": text.headline}


def _open(account: Account, base: KnowledgeBase) -> tuple[ToAnswer, ...]:
    """What the plan gates still need, then what keeps interventions waiting."""
    gates = {name for gate in base.plan_gates.values() for name in gate.when.needs(account.cautious)}
    first = [ToAnswer(name, capital(base.name_of(name))) for name in sorted(gates) if name in base.question_of]
    return tuple(dict.fromkeys((*first, *worth_answering(account, base))))


def worth_answering(account: Account, base: KnowledgeBase) -> tuple[ToAnswer, ...]:
    """The findings that the most interventions wait for."""
    waiting = Counter(name for clearance in account.interventions.values() for name in clearance.needs)
    ranked = sorted((name for name in waiting if name in base.question_of), key=lambda name: (-waiting[name], name))
    return tuple(ToAnswer(name, capital(base.name_of(name))) for name in ranked[:MOST_TO_ANSWER])
