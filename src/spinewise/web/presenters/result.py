"""The answer: what to do and how soon, why, what may be behind it, what is still open, what to watch for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from spinewise.differential import Contribution, Explanation
from spinewise.differential.differential import Fit
from spinewise.interop.private import PRIVATE
from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.triage import Reason
from spinewise.web.account import Account
from spinewise.web.presenters.nets import NetsView, nets_for
from spinewise.web.presenters.words import AnswerView, SourceView, answers, capital, sources

MOST_EXPLANATIONS = 5
MOST_SIGNS = 5
SHORTEST_BAR = 3
LONGEST_LIST = 12
MOST_FIRST_REASONS = 2


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why the disposition is at least this."""

    name: str
    says: str
    because: tuple[AnswerView, ...]
    sources: tuple[SourceView, ...]
    private: bool
    """Does it rest on a private answer, so that it is shown folded?"""


@dataclass(frozen=True, slots=True)
class ExplanationView:
    """Something that may be behind it. ``bar`` is a length from 0 to 100, shown beside the word, never as a number."""

    id: str
    name: str
    plain: str
    summary: str
    fit: str
    fit_words: str
    bar: int
    serious: bool
    speaks_for: tuple[AnswerView, ...]
    speaks_against: tuple[AnswerView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class OpenView:
    """A finding that is still open, and how far it could raise the answer."""

    name: str
    could_mean: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """The whole page. ``level`` is the disposition's word."""

    level: str
    headline: str
    how_soon: str
    who: str
    do_now: tuple[str, ...]
    do_not: tuple[str, ...]
    sources: tuple[SourceView, ...]
    finished: bool
    urgent: bool
    week_open: bool
    first_reasons: tuple[ReasonView, ...]
    """The ones that are said on top, in full."""
    further_reasons: tuple[ReasonView, ...]
    """As urgent as the first ones."""
    other_reasons: tuple[ReasonView, ...]
    nothing_to_explain: bool
    """Does nothing hurt, so that nothing is named as a cause?"""
    explanations: tuple[ExplanationView, ...]
    still_open: tuple[OpenView, ...]
    unsure: tuple[str, ...]
    clashes: tuple[str, ...]
    nets: NetsView


def result_view(account: Account, base: KnowledgeBase) -> ResultView:
    """The page of an account."""
    disposition = account.disposition
    text = base.disposition_text(disposition, account.findings)
    reasons = account.triage.reasons
    top = [_reason(one, base) for one in reasons if one.disposition == disposition]
    return ResultView(
        level=disposition.word,
        headline=text.headline,
        how_soon=text.how_soon,
        who=text.who,
        do_now=text.do_now,
        do_not=text.do_not,
        sources=sources(text.sources, base),
        finished=account.finished,
        urgent=disposition >= Disposition.SAME_DAY,
        week_open=disposition < Disposition.SAME_DAY,
        first_reasons=tuple(top[:MOST_FIRST_REASONS]),
        further_reasons=tuple(top[MOST_FIRST_REASONS:]),
        other_reasons=tuple(_reason(one, base) for one in reasons if one.disposition < disposition),
        nothing_to_explain=account.findings.nothing_hurts,
        explanations=explanations(account.differential, base),
        still_open=_still_open(account, base),
        unsure=tuple(capital(base.name_of(finding)) for finding in sorted(account.said.unsure - PRIVATE)),
        clashes=tuple(rule.says for rule in account.clashes if PRIVATE.isdisjoint(rule.when.findings())),
        nets=nets_for(account.findings, base),
    )


def _reason(reason: Reason, base: KnowledgeBase) -> ReasonView:
    because = answers([(one.finding, one.value) for one in reason.because], base)
    private = len(because) < len(reason.because)
    return ReasonView(capital(reason.name), reason.says, because, sources(reason.sources, base), private)


def explanations(found: tuple[Explanation, ...], base: KnowledgeBase) -> tuple[ExplanationView, ...]:
    """What fits at all, best first; nothing that is unlikely."""
    shown = [one for one in found if one.fit is not Fit.UNLIKELY][:MOST_EXPLANATIONS]
    return tuple(_explanation(one, base) for one in shown)


def _explanation(one: Explanation, base: KnowledgeBase) -> ExplanationView:
    condition = base.conditions[one.condition]
    return ExplanationView(
        id=one.condition,
        name=one.name,
        plain=condition.plain,
        summary=condition.summary,
        fit=one.fit.value,
        fit_words={Fit.LIKELY: _("likely"), Fit.POSSIBLE: _("possible")}.get(one.fit, _("unlikely")),
        bar=max(SHORTEST_BAR, round(100 * one.probability)),
        serious=condition.serious,
        speaks_for=_signs([part for part in one.because if part.weight > 0], base),
        speaks_against=_signs([part for part in one.because if part.weight < 0], base),
        sources=sources(one.sources, base),
    )


def _signs(parts: list[Contribution], base: KnowledgeBase) -> tuple[AnswerView, ...]:
    """The weightiest answers on one side; what nobody said is left out."""
    told = [(part.finding, part.value) for part in parts if part.value is not None]
    return answers(told[:MOST_SIGNS], base)


def _still_open(account: Account, base: KnowledgeBase) -> tuple[OpenView, ...]:
    reach: dict[str, Disposition] = {}
    for one in account.triage.undecided:
        if one.finding in PRIVATE:
            continue
        reach[one.finding] = max(one.could_raise_to, reach.get(one.finding, one.could_raise_to))
    first = sorted(reach.items(), key=lambda pair: -pair[1])[:LONGEST_LIST]
    return tuple(OpenView(capital(base.name_of(name)), base.disposition_text(level).name) for name, level in first)
