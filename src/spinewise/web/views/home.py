"""Welcome, and the first page of a person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from spinewise.planning import Plan
from spinewise.records.daily import MOST_PAIN, store_day
from spinewise.records.interviews import begin_again
from spinewise.records.people import add_person, everybody
from spinewise.records.plans import week_of
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present
from spinewise.web.presenters.home import HOME_NOTES, NOTES, DayNow, home_view
from spinewise.web.presenters.standing import standing_view
from spinewise.web.programmes import programme_line
from spinewise.web.trend import rose
from spinewise.web.views.common import OWNER, go, page, person_or_404, present_or_404, today, whole_number
from spinewise.web.weeks import bad_today, plan_for

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
    now = present_or_404(person)
    view = home_view(now, _day(now), knowledge())
    standing = standing_view(now, knowledge()) if now.begun else None
    line = programme_line(now, week_of(now.person.id, now.today), knowledge()) if now.begun else None
    note = HOME_NOTES.get(request.GET.get("note", ""), "")
    return page(request, "home", now.person, view=view, standing=standing, note=note, programme=line, section="home")


def _day(now: Present) -> DayNow:
    stored = week_of(now.person.id, now.today)
    plan = plan_for(stored, now.account, knowledge()) if now.week_open else None
    return DayNow(plan if isinstance(plan, Plan) else None, stored.happened, bad_today(stored))


@require_POST
def number(request: HttpRequest, person: UUID) -> HttpResponse:
    """How it is today, from 0 to 10; one that rose clearly leads to the danger check."""
    person_or_404(person)
    pain = whole_number(request, "pain")
    if not 0 <= pain <= MOST_PAIN:
        return go("home", person)
    store_day(person, today(), pain, audit=OWNER)
    now = present_or_404(person)
    if now.pain_began:
        return go("recheck", person)
    if now.begun and now.finished and rose(now.days):
        return go("recheck", person, note="rose")
    return go("home", person, note="day")


@require_POST
def new_check(_request: HttpRequest, person: UUID) -> HttpResponse:
    """Something new or worse: a fresh interview."""
    person_or_404(person)
    begin_again(person, audit=OWNER)
    return go("check", person)
