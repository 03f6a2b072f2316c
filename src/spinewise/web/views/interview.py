"""The interview: one screen a page."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.intake import LONGEST_TEXT, Due, Interview
from spinewise.knowledge.records import Consistency
from spinewise.records.errors import Stale
from spinewise.records.events import Told
from spinewise.records.interviews import StoredInterview, store_entries
from spinewise.records.people import StoredPerson
from spinewise.records.screens import Screen
from spinewise.triage import Occasion
from spinewise.web.account import today_of, urgent_so_far
from spinewise.web.conversation import After, Place, after, new_clashes, place_at, place_for, place_now, screen_number
from spinewise.web.correcting import Doubt, corrections, doubts, said_again
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present, told_by
from spinewise.web.presenters.again import again_view, hidden_fields
from spinewise.web.presenters.answers import answers_view
from spinewise.web.presenters.clash import clash_views
from spinewise.web.presenters.home import CHECK_NOTES, RESULT_NOTES
from spinewise.web.presenters.screen import Sent, screen_view, typed_of
from spinewise.web.reading import Reading, Typed, read_screen
from spinewise.web.views.common import OWNER, go, page, present_or_404, today, typed, whole_number, with_private


@dataclass(frozen=True, slots=True)
class _Visit:
    """One person on one screen of their interview."""

    present: Present
    place: Place

    @property
    def person(self) -> StoredPerson:
        """Who."""
        return self.present.person

    @property
    def stored(self) -> StoredInterview:
        """Their interview."""
        return self.present.stored


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, person: UUID) -> HttpResponse:
    """The screen that is open now."""
    now = present_or_404(person)
    if now.due is Due.NEW:
        return go("home", person)
    place = place_now(now.stored.interview, knowledge())
    if place is None:
        return go("result", person, note=note if (note := request.GET.get("note", "")) in RESULT_NOTES else "")
    return _screen(request, _Visit(now, place))


@require_http_methods(["GET", "HEAD", "POST"])
def earlier(request: HttpRequest, person: UUID, number: int) -> HttpResponse:
    """An earlier screen, to look at or to change."""
    now = present_or_404(person)
    place = place_at(now.stored.interview, number, knowledge())
    if place is None:
        if request.method == "POST":
            return go("check", person, note="moved-on")
        raise Http404
    return _screen(request, _Visit(now, place))


@require_http_methods(["GET", "HEAD", "POST"])
def more(request: HttpRequest, person: UUID, finding: str) -> HttpResponse:
    """A question that the check left out and that something waits for; an answered one is shown to be changed."""
    now = present_or_404(person)
    number = screen_number(now.stored.interview, finding)
    if number is not None:
        return go("earlier", person, number)
    place = place_for(now.stored.interview, finding, knowledge())
    if place is None:
        raise Http404
    return _screen(request, _Visit(now, place))


@require_safe
def answers(request: HttpRequest, person: UUID) -> HttpResponse:
    """All answers, each with a way to change it."""
    now = present_or_404(person)
    view = answers_view(now.stored.interview, now.account, knowledge(), private=with_private(request))
    return page(request, "answers", now.person, view=view, section="result")


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
    now = after(visit.stored, visit.place, reading.values, knowledge(), today())
    clashes = new_clashes(visit.stored.interview, now.interview, knowledge())
    if clashes and "keep" not in form:
        return _show(request, visit, form, reading, clashes=clashes, now=now.interview)
    return _weigh(request, visit, now)


def _fits(request: HttpRequest, visit: _Visit) -> bool:
    """Was the form made for this screen and these answers?"""
    same = whole_number(request, "version") == visit.stored.version
    return same and request.POST.get("question") == visit.place.step.question.id


def _weigh(request: HttpRequest, visit: _Visit, now: After) -> HttpResponse:
    """Store the answer; a changed one that takes back something urgent is asked once more first."""
    before, base = visit.present, knowledge()
    stood = told_by(Occasion.CHECK, before, before.stored.interview)
    told = (*stood, *told_by(Occasion.CHECK, before, now.interview))
    if visit.place.earlier is None:
        return _store(visit, now.entries, told)
    past = (*before.past.events, *(one.event for one in stood))
    reasons = today_of(now.interview.findings, base, before.past).reasons
    asked = doubts(past, before.stored.interview.findings, now.interview.findings, reasons, base)
    again = said_again(asked, typed(request))
    if again is None:
        return _ask_again(request, visit, asked)
    if all(answer is False for answer in again.values()):
        return _store(visit, now.entries, (*stood, *corrections(asked, again, reasons, today()), *told[len(stood) :]))
    return _store(visit, before.stored.entries, (*stood, *corrections(asked, again, (), today())), note="kept")


def _ask_again(request: HttpRequest, visit: _Visit, asked: tuple[Doubt, ...]) -> HttpResponse:
    hidden = hidden_fields(typed(request))
    view = again_view(asked, knowledge(), missing="again" in request.POST)
    return page(request, "again", visit.person, view=view, hidden=hidden, back=visit.place.number, bare=True)


def _store(visit: _Visit, entries: tuple[Screen, ...], events: tuple[Told, ...], note: str = "") -> HttpResponse:
    try:
        store_entries(visit.person.id, visit.stored, entries, audit=OWNER, events=events)
    except Stale:
        return go("check", visit.person.id, note="moved-on")
    return go("check", visit.person.id, note=note)


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
        so_far=urgent_so_far(visit.stored.interview, knowledge(), visit.present.past),
        clashes=clash_views(clashes, now, place, knowledge()) if now else (),
        note=CHECK_NOTES.get(request.GET.get("note", ""), ""),
        bare=True,
    )
