"""Beginning in one's own words: a text is read, what we understood is confirmed, and only that is kept."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from spinewise.knowledge import Disposition
from spinewise.records.errors import Stale
from spinewise.records.interviews import latest_interview, store_interview
from spinewise.web.account import account_of
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.own_words import own_words_view
from spinewise.web.statements import confirmed
from spinewise.web.views.common import OWNER, go, page, person_or_404, today, whole_number

_SAY = "say:"


@require_http_methods(["GET", "HEAD", "POST"])
def own_words(request: HttpRequest, person: UUID) -> HttpResponse:
    """What we understood of a text. It is read and forgotten; looking at the address without a text begins the check."""
    who = person_or_404(person)
    if request.method != "POST":
        return go("check", person)
    stored = latest_interview(person, knowledge())
    view = own_words_view(request.POST.get("text", ""), today(), knowledge())
    return page(request, "own-words", who, view=view, seen=stored.version, bare=True)


@require_POST
def confirm(request: HttpRequest, person: UUID) -> HttpResponse:
    """Keep the statements that were answered with yes, and go on with the check."""
    person_or_404(person)
    stored = latest_interview(person, knowledge())
    if whole_number(request, "seen") != stored.version:
        return go("check", person, note="moved-on")
    keys = [name.removeprefix(_SAY) for name, said in request.POST.items() if name.startswith(_SAY) and said == "yes"]
    values = confirmed(keys, knowledge())
    if not values:
        return go("check", person)
    now = stored.interview.volunteer(values, knowledge())
    try:
        store_interview(person, stored, now, audit=OWNER)
    except Stale:
        return go("check", person, note="moved-on")
    urgent = account_of(now, knowledge()).disposition is Disposition.EMERGENCY
    return go("result" if urgent else "check", person)
