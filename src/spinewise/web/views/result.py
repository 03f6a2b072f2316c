"""The answer, and the summary for a doctor."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.intake import Due
from spinewise.knowledge import Disposition, Findings, complete
from spinewise.records.interviews import latest_interview
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.handover import handover_view
from spinewise.web.presenters.home import RESULT_NOTES
from spinewise.web.presenters.nets import nets_for
from spinewise.web.presenters.result import result_view
from spinewise.web.presenters.standing import standing_view
from spinewise.web.views.common import go, page, person_or_404, present_or_404, with_private


@require_safe
def result(request: HttpRequest, person: UUID) -> HttpResponse:
    """The answer; before the check is done only when it is already urgent."""
    now = present_or_404(person)
    if not now.begun or (not now.finished and now.standing.disposition < Disposition.SAME_DAY):
        return go("home" if now.due in (Due.SHORT, Due.NEW) else "check", person)
    view = result_view(now.account, knowledge())
    summary = handover_view(now.person.name, now.stored.changed_at, now.account, knowledge(), private=with_private(request))
    standing = standing_view(now, knowledge())
    note = RESULT_NOTES.get(request.GET.get("note", ""), "")
    return page(request, "result", now.person, view=view, summary=summary, standing=standing, note=note, section="result")


@require_safe
def handover(request: HttpRequest, person: UUID) -> HttpResponse:
    """The summary alone, large, to show or print."""
    now = present_or_404(person)
    if not now.begun:
        return go("check", person)
    summary = handover_view(now.person.name, now.stored.changed_at, now.account, knowledge(), private=with_private(request))
    return page(request, "handover", now.person, summary=summary, section="result")


@require_safe
def emergency(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """What to watch for, with the number to call; with answers, only what may apply."""
    who = person_or_404(person) if person else None
    findings = complete(latest_interview(person, knowledge()).interview.findings, knowledge()) if person else Findings()
    return page(request, "emergency", who, nets=nets_for(findings, knowledge()))
