"""Reminders: a private calendar address, and messages of this browser while it is open."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.records.feeds import ALARMS_MIN, Feed, close_feed, feed_of, open_feed
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.feed import MESSAGES, REMINDER_NOTES, feed_view
from spinewise.web.reminding import call_now
from spinewise.web.views.common import OWNER, go, page, person_or_404, present_or_404, whole_number


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest, person: UUID) -> HttpResponse:
    """The page; a form opens the address, changes how the calendar looks, or takes the address back."""
    who = person_or_404(person)
    if request.method == "POST":
        return go("reminders", person, note=_done(request, person))
    feed = feed_of(person)
    note = REMINDER_NOTES.get(request.GET.get("note", ""), "")
    view = feed_view(feed, _address(request, feed))
    return page(request, "reminders", who, view=view, note=note, section="settings")


@require_safe
def reminder_now(_request: HttpRequest, person: UUID) -> JsonResponse:
    """What a message of this browser may say at this moment; nothing while something else comes first."""
    return JsonResponse({"body": str(MESSAGES[call_now(present_or_404(person), knowledge())])})


def _done(request: HttpRequest, person: UUID) -> str:
    if "close" in request.POST:
        close_feed(person, audit=OWNER)
        return "closed"
    was_open = feed_of(person) is not None
    alarm = whole_number(request, "alarm")
    open_feed(person, names="names" in request.POST, alarm_min=alarm if alarm in ALARMS_MIN else None, audit=OWNER)
    return "changed" if was_open else "opened"


def _address(request: HttpRequest, feed: Feed | None) -> str:
    return request.build_absolute_uri(reverse("feed", args=[feed.token])) if feed else ""
