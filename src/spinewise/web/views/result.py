"""The answer, and the summary for a doctor."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.knowledge import Disposition, Findings, complete
from spinewise.records.interviews import latest_interview
from spinewise.web.account import account_of
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.handover import handover_view
from spinewise.web.presenters.nets import nets_for
from spinewise.web.presenters.result import result_view
from spinewise.web.views.common import go, page, person_or_404


@require_safe
def result(request: HttpRequest, person: UUID) -> HttpResponse:
    """The answer; before the check is done only when it is already urgent."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    account = account_of(stored.interview, knowledge())
    if not account.finished and account.disposition < Disposition.SAME_DAY:
        return go("check", person)
    view = result_view(account, knowledge())
    summary = handover_view(who.name, stored.changed_at, account, knowledge())
    return page(request, "result", who, view=view, summary=summary, section="result")


@require_safe
def handover(request: HttpRequest, person: UUID) -> HttpResponse:
    """The summary alone, large, to show or print."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    account = account_of(stored.interview, knowledge())
    if not stored.interview.answered:
        return go("check", person)
    summary = handover_view(who.name, stored.changed_at, account, knowledge())
    return page(request, "handover", who, summary=summary, section="result")


@require_safe
def emergency(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """What to watch for, with the number to call; with answers, only what may apply."""
    who = person_or_404(person) if person else None
    findings = complete(latest_interview(person, knowledge()).interview.findings, knowledge()) if person else Findings()
    return page(request, "emergency", who, nets=nets_for(findings, knowledge()))
