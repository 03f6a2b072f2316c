"""Welcome, and the first page of a person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from spinewise.records.interviews import begin_again, latest_interview
from spinewise.records.people import add_person, everybody
from spinewise.web.account import account_of
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.home import NOTES, home_view
from spinewise.web.views.common import OWNER, go, page, person_or_404

LONGEST_NAME = 80


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """One sentence, one button, and who is here."""
    note = NOTES.get(request.GET.get("note", ""), "")
    return page(request, "welcome", people=everybody(), note=note, bare=True)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """A new person, straight into the interview."""
    person = add_person(request.POST.get("name", "").strip()[:LONGEST_NAME], audit=OWNER)
    return go("check", person.id)


@require_safe
def home(request: HttpRequest, person: UUID) -> HttpResponse:
    """Where this person stands, and the next thing to do."""
    who = person_or_404(person)
    stored = latest_interview(person, knowledge())
    account = account_of(stored.interview, knowledge()) if stored.interview.answered else None
    return page(request, "home", who, view=home_view(stored, account, knowledge()), section="home")


@require_POST
def new_check(_request: HttpRequest, person: UUID) -> HttpResponse:
    """Something new or worse: a fresh interview."""
    person_or_404(person)
    begin_again(person, audit=OWNER)
    return go("check", person)
