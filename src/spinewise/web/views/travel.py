"""Days away from home: what is at hand there, so that the week fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spinewise.planning import HOME_EQUIPMENT, Away
from spinewise.records.marks import end_away, mark_away, marks_of
from spinewise.web.views.common import OWNER, go, page, person_or_404, today

MOST_DAYS = 14
LATEST_START = timedelta(days=60)
LITTLE = frozenset({"chair", "wall"})
NOT_SEATED = frozenset({"floor", "lying-on-back", "lying-on-front", "hands-and-knees", "kneeling", "standing-long"})


@dataclass(frozen=True, slots=True)
class _Form:
    """The days and what is there, as typed."""

    first: str
    last: str
    little: bool = False
    no_floor: bool = False
    seated: bool = False

    def days(self) -> tuple[date, ...]:
        """The days from first to last; none when they are no days, or too many, or past."""
        try:
            first, last = date.fromisoformat(self.first), date.fromisoformat(self.last)
        except ValueError:
            return ()
        number = (last - first).days + 1
        fits = 0 < number <= MOST_DAYS and today() <= first <= today() + LATEST_START
        return tuple(first + timedelta(days=day) for day in range(number)) if fits else ()

    def away(self) -> Away:
        """What is at hand."""
        avoid = NOT_SEATED if self.seated else frozenset({"floor"}) if self.no_floor else frozenset()
        return Away(LITTLE if self.little else HOME_EQUIPMENT, avoid)


@require_http_methods(["GET", "HEAD", "POST"])
def travel(request: HttpRequest, person: UUID) -> HttpResponse:
    """The form, and what is stored."""
    who = person_or_404(person)
    if request.method != "POST":
        form = _Form(today().isoformat(), (today() + timedelta(days=2)).isoformat())
        return _show(request, person, form, "")
    if "home" in request.POST:
        end_away(who.id, today(), audit=OWNER)
        return go("week", person, note="home-again")
    form = _typed(request)
    days = form.days()
    if not days:
        error = _("Choose a first day from today on, and a last day at most %(n)s days later.") % {"n": MOST_DAYS - 1}
        return _show(request, person, form, error)
    mark_away(person, days, form.away(), audit=OWNER)
    return go("week", person, note="away")


def _typed(request: HttpRequest) -> _Form:
    first, last = (request.POST.get(name, "") for name in ("first", "last"))
    little, no_floor, seated = (name in request.POST for name in ("little", "no_floor", "seated"))
    return _Form(first, last, little, no_floor, seated)


def _show(request: HttpRequest, person: UUID, form: _Form, error: str) -> HttpResponse:
    who = person_or_404(person)
    stored = _span(sorted(marks_of(person, today()).away))
    return page(request, "travel", who, typed=form, error=error, stored=stored, section="week")


def _span(days: Sequence[date]) -> str:
    """The days away in words; empty without any."""
    if not days:
        return ""
    first, last = (date_format(day, "l j F") for day in (days[0], days[-1]))
    return _("From %(first)s to %(last)s.") % {"first": first, "last": last} if first != last else f"{first}."
