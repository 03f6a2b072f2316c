"""The interview: one screen a page."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.intake import LONGEST_TEXT, Interview
from spinewise.knowledge.records import Consistency
from spinewise.records.errors import Stale
from spinewise.records.interviews import StoredInterview, latest_interview, store_interview
from spinewise.records.people import StoredPerson
from spinewise.web.account import account_of, urgent_so_far
from spinewise.web.conversation import Place, after, new_clashes, place_at, place_for, place_now, screen_number
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.answers import answers_view
from spinewise.web.presenters.clash import clash_views
from spinewise.web.presenters.home import CHECK_NOTES
from spinewise.web.presenters.screen import Sent, screen_view, typed_of
from spinewise.web.reading import Reading, Typed, read_screen
from spinewise.web.views.common import OWNER, go, page, person_or_404, typed, whole_number


@dataclass(frozen=True, slots=True)
class _Visit:
    """One person on one screen of their interview."""

    person: StoredPerson
    stored: StoredInterview
    place: Place


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, person: UUID) -> HttpResponse:
    """The screen that is open now."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    place = place_now(stored.interview, knowledge())
    if place is None:
        return go("result", person)
    return _screen(request, _Visit(who, stored, place))


@require_http_methods(["GET", "HEAD", "POST"])
def earlier(request: HttpRequest, person: UUID, number: int) -> HttpResponse:
    """An earlier screen, to look at or to change."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    place = place_at(stored.interview, number, knowledge())
    if place is None:
        if request.method == "POST":
            return go("check", person, note="moved-on")
        raise Http404
    return _screen(request, _Visit(who, stored, place))


@require_http_methods(["GET", "HEAD", "POST"])
def more(request: HttpRequest, person: UUID, finding: str) -> HttpResponse:
    """A question that the check left out and that something waits for; an answered one is shown to be changed."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    number = screen_number(stored.interview, finding)
    if number is not None:
        return go("earlier", person, number)
    place = place_for(stored.interview, finding, knowledge())
    if place is None:
        raise Http404
    return _screen(request, _Visit(who, stored, place))


@require_safe
def answers(request: HttpRequest, person: UUID) -> HttpResponse:
    """All answers, each with a way to change it."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    account = account_of(stored.interview, knowledge())
    return page(request, "answers", who, view=answers_view(stored.interview, account, knowledge()), section="result")


def _screen(request: HttpRequest, visit: _Visit) -> HttpResponse:
    if request.method == "POST":
        return _answer(request, visit)
    before = typed_of(visit.place.earlier, knowledge()) if visit.place.earlier else {}
    return _show(request, visit, before)


def _answer(request: HttpRequest, visit: _Visit) -> HttpResponse:
    if not _fits(request, visit):
        return go("check", visit.person.id, note="moved-on")
    form = typed(request)
    reading = read_screen(visit.place.step, form, knowledge())
    if not reading.done:
        return _show(request, visit, form, reading)
    now = after(visit.stored.interview, visit.place, reading.values, knowledge())
    clashes = new_clashes(visit.stored.interview, now, knowledge())
    if clashes and "keep" not in form:
        return _show(request, visit, form, reading, clashes=clashes, now=now)
    return _store(visit, now)


def _fits(request: HttpRequest, visit: _Visit) -> bool:
    """Was the form made for this screen and these answers?"""
    same = whole_number(request, "version") == visit.stored.version
    return same and request.POST.get("question") == visit.place.step.question.id


def _store(visit: _Visit, now: Interview) -> HttpResponse:
    try:
        store_interview(visit.person.id, visit.stored, now, audit=OWNER)
    except Stale:
        return go("check", visit.person.id, note="moved-on")
    return go("check", visit.person.id)


def _show(
    request: HttpRequest,
    visit: _Visit,
    form: Typed,
    reading: Reading | None = None,
    *,
    clashes: tuple[Consistency, ...] = (),
    now: Interview | None = None,
) -> HttpResponse:
    place = visit.place
    sent = Sent(form, reading or Reading())
    view = screen_view(place, visit.stored.furthest, sent, visit.stored.interview.findings, knowledge())
    return page(
        request,
        "screen",
        visit.person,
        view=view,
        version=visit.stored.version,
        back=place.number - 1,
        own_words=not visit.stored.interview.answered,
        longest=LONGEST_TEXT,
        so_far=urgent_so_far(visit.stored.interview, knowledge()),
        clashes=clash_views(clashes, now, place, knowledge()) if now else (),
        note=CHECK_NOTES.get(request.GET.get("note", ""), ""),
        bare=True,
    )
