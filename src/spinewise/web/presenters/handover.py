"""The summary that a person shows or reads out to a doctor: short, in the order in which a doctor asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spinewise.interop.pdf import FIRST_TOLD
from spinewise.interop.private import shown_reasons, without_private
from spinewise.knowledge import Findings, FunctionLevel, KnowledgeBase, function_level
from spinewise.triage import Reason
from spinewise.web.account import Account
from spinewise.web.presenters.function import LEVEL_SHORT
from spinewise.web.presenters.words import AnswerView, answers, capital, value_words

LONGEST_LIST = 24


@dataclass(frozen=True, slots=True)
class HandoverView:
    """The parts of the summary."""

    name: str
    when: str
    asks_for: str
    concerns: tuple[str, ...]
    facts: tuple[AnswerView, ...]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    unsure: tuple[str, ...]
    tests: tuple[AnswerView, ...]
    withheld: bool
    """Is a private answer left out that counts?"""
    private: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What may be told: all of it, or all but what is private."""

    said: Findings
    reasons: tuple[Reason, ...]


def handover_view(
    name: str, when: datetime | None, account: Account, base: KnowledgeBase, *, private: bool = False
) -> HandoverView:
    """The summary of an account: only what the person said; private answers only when they were opened on purpose."""
    reasons = account.triage.reasons
    told = _Told(account.said, reasons) if private else _Told(without_private(account.said), shown_reasons(reasons))
    yes_no = dict(_yes_no(told, base))
    return HandoverView(
        name=name,
        when=date_format(timezone.localtime(when), "j F Y, H:i") if when else "",
        asks_for=base.disposition_text(account.disposition).name,
        concerns=_concerns(told, base),
        facts=_facts(told, base),
        present=tuple(capital(base.name_of(finding)) for finding, value in yes_no.items() if value)[:LONGEST_LIST],
        absent=_absent(yes_no, told, base),
        unsure=tuple(capital(base.name_of(finding)) for finding in sorted(told.said.unsure)),
        tests=_tests(account, base),
        withheld=len(told.reasons) < len(reasons),
        private=private,
    )


def _tests(account: Account, base: KnowledgeBase) -> tuple[AnswerView, ...]:
    levels = function_level(account.findings, base)
    done = [finding.id for finding in base.findings.values() if finding.on_request and account.said.known(finding.id)]
    words = [(name, value_words(name, account.said.get(name), base), levels.get(name, FunctionLevel.UNKNOWN)) for name in done]
    return tuple(
        AnswerView(base.question_of[name].title, f"{value} ({LEVEL_SHORT[level]})" if level in LEVEL_SHORT else value)
        for name, value, level in words
    )


def _facts(told: _Told, base: KnowledgeBase) -> tuple[AnswerView, ...]:
    """First what a doctor asks first, then every other answer that is no yes or no."""
    values = told.said.values
    first = [finding for finding in FIRST_TOLD if finding in values]
    rest = [key for key, value in values.items() if key not in first and not isinstance(value, bool) and _clinical(key, base)]
    lines = answers([(finding, values[finding]) for finding in (*first, *rest)], base)
    return tuple(one for one in lines if one.value not in (_("does not apply"), _("none of these")))


def _clinical(finding: str, base: KnowledgeBase) -> bool:
    """Is it about health rather than about the plan of the week?"""
    return base.findings[finding].purpose != "plan"


def _yes_no(told: _Told, base: KnowledgeBase) -> Iterator[tuple[str, bool]]:
    for finding in base.findings.values():
        value = told.said.get(finding.id)
        if isinstance(value, bool) and finding.derived is None and finding.purpose != "plan":
            yield finding.id, value


def _absent(yes_no: dict[str, bool], told: _Told, base: KnowledgeBase) -> tuple[str, ...]:
    """Danger signs that were asked and denied, the ones behind the reasons' rules first."""
    rules = {reason.rule for reason in told.reasons}
    named = {
        finding
        for rule in rules
        if rule in base.red_flags
        for level in base.red_flags[rule].levels
        for finding in level.when.findings()
    }
    denied = [finding for finding, value in yes_no.items() if not value and base.findings[finding].purpose == "danger"]
    denied.sort(key=lambda finding: finding not in named)
    return tuple(capital(base.name_of(finding)) for finding in denied[:LONGEST_LIST])


def _concerns(told: _Told, base: KnowledgeBase) -> tuple[str, ...]:
    """For each reason, the clinician's line with the answers behind it."""
    lines = []
    for reason in told.reasons:
        because = "; ".join(
            f"{base.name_of(one.finding)}: {value_words(one.finding, one.value, base)}" for one in reason.because
        )
        lines.append(f"{capital(reason.tell or reason.name).rstrip('.')} ({because})")
    return tuple(dict.fromkeys(lines))
