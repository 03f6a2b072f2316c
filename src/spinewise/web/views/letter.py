"""The letter to the doctor as a PDF."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from spinewise.interop.pdf import Letter, letter_pdf
from spinewise.records.interviews import StoredInterview, latest_interview
from spinewise.web.account import account_of
from spinewise.web.function_tests import results
from spinewise.web.knowledge import knowledge
from spinewise.web.views.common import go, person_or_404, with_private


@require_safe
def letter(request: HttpRequest, person: UUID) -> HttpResponse:
    """What a doctor needs to know, on one page where it fits."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    if not stored.interview.answered:
        return go("check", person)
    account = account_of(stored.interview, knowledge())
    told = Letter(
        said=account.said,
        triage=account.triage,
        on=timezone.localdate(stored.changed_at) if stored.changed_at else None,
        name=who.name,
        private=with_private(request),
        tested_on=_tested_on(stored),
    )
    response = HttpResponse(letter_pdf(told, knowledge()), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return response


def _tested_on(stored: StoredInterview) -> dict[str, date]:
    return {one.finding: one.on for one in results(stored.interview, knowledge()) if one.on}
