"""The calendar behind a private address."""

from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from spinewise.interop.icalendar import Look, feed_of_weeks
from spinewise.interop.watch import watch_for
from spinewise.planning import Plan
from spinewise.records.feeds import Feed, feed_by_token
from spinewise.records.plans import DAYS, StoredWeek, week_of
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present
from spinewise.web.reminding import may_remind
from spinewise.web.views.common import present_or_404, today
from spinewise.web.weeks import plan_for


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """This week and the next as a calendar. It is empty while somebody should be seen first, or answers are too old."""
    found = feed_by_token(token)
    if found is None:
        raise Http404
    now = present_or_404(found.person)
    watch = watch_for(now.account.cautious, knowledge())
    text = feed_of_weeks(_weeks(now), knowledge(), watch, _look(request, found))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _look(request: HttpRequest, found: Feed) -> Look:
    """A calendar may lie on somebody else's machine, so that the address in it is the first page, not that of a person."""
    address = request.build_absolute_uri(reverse("welcome"))
    return Look(found.token, found.names, found.alarm_min, address, settings.TIME_ZONE, timezone.now())


def _weeks(now: Present) -> tuple[Plan, ...]:
    if not may_remind(now):
        return ()
    this = week_of(now.person.id, today())
    plans = (plan_for(stored, now.account, knowledge()) for stored in (this, _next(this)))
    return tuple(plan for plan in plans if isinstance(plan, Plan))


def _next(this: StoredWeek) -> StoredWeek:
    return replace(this.rolled_to(this.week + timedelta(days=DAYS)), today=this.today)
