"""The letter to the doctor as a PDF."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from spinewise.interop.pdf import Letter, letter_pdf
from spinewise.records.interviews import StoredInterview
from spinewise.web.function_tests import results
from spinewise.web.knowledge import knowledge
from spinewise.web.views.common import go, present_or_404, with_private


@require_safe
def letter(request: HttpRequest, person: UUID) -> HttpResponse:
    """What a doctor needs to know, on one page where it fits."""
    now = present_or_404(person)
    if not now.begun:
        return go("check", person)
    told = Letter(
        said=now.account.said,
        triage=now.account.triage,
        on=timezone.localdate(now.stored.changed_at) if now.stored.changed_at else None,
        name=now.person.name,
        private=with_private(request),
        tested_on=_tested_on(now.stored),
    )
    response = HttpResponse(letter_pdf(told, knowledge()), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return response


def _tested_on(stored: StoredInterview) -> dict[str, date]:
    return {one.finding: one.on for one in results(stored.interview, knowledge()) if one.on}
