"""Beginning in one's own words: a text is read, what we understood is confirmed, and only that is kept."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from spinewise.knowledge import Disposition
from spinewise.records.errors import Stale
from spinewise.records.interviews import store_interview
from spinewise.triage import Occasion
from spinewise.web.account import today_of
from spinewise.web.knowledge import knowledge
from spinewise.web.present import told_by
from spinewise.web.presenters.own_words import own_words_view
from spinewise.web.statements import confirmed
from spinewise.web.views.common import OWNER, go, page, present_or_404, today, whole_number

_SAY = "say:"


@require_http_methods(["GET", "HEAD", "POST"])
def own_words(request: HttpRequest, person: UUID) -> HttpResponse:
    """What we understood of a text. It is read and forgotten; looking at the address without a text begins the check."""
    now = present_or_404(person)
    if request.method != "POST":
        return go("check", person)
    view = own_words_view(request.POST.get("text", ""), today(), knowledge())
    return page(request, "own-words", now.person, view=view, seen=now.stored.version, bare=True)


@require_POST
def confirm(request: HttpRequest, person: UUID) -> HttpResponse:
    """Keep the statements that were answered with yes, and go on with the check."""
    before = present_or_404(person)
    if whole_number(request, "seen") != before.stored.version:
        return go("check", person, note="moved-on")
    keys = [name.removeprefix(_SAY) for name, said in request.POST.items() if name.startswith(_SAY) and said == "yes"]
    values = confirmed(keys, knowledge())
    if not values:
        return go("check", person)
    now = before.stored.interview.volunteer(values, knowledge())
    try:
        store_interview(person, before.stored, now, audit=OWNER, events=told_by(Occasion.CHECK, before, now))
    except Stale:
        return go("check", person, note="moved-on")
    asked = today_of(now.findings, knowledge(), before.past)
    return go("result" if asked.disposition is Disposition.EMERGENCY else "check", person)
