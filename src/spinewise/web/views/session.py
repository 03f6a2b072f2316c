"""A guided session: danger first, then how it is now, the session itself, and what was done."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.records.actions import Action, actions_of, add_actions
from spinewise.records.daily import MOST_PAIN, store_day
from spinewise.web.alarms import is_alarm
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present
from spinewise.web.presenters.session import done_view, player_view, start_view
from spinewise.web.sessions import (
    SIZES,
    DaySession,
    Started,
    first_of_all,
    much_today,
    of_session,
    session_of_today,
    start_action,
    started_in,
)
from spinewise.web.sessions_by_form import actions_from_form
from spinewise.web.views.common import OWNER, go, page, present_or_404, today, whole_number
from spinewise.web.views.installed import session_script_address

NO_NUMBER = "none"
MUCH = "much"
"""The note of the choice that comes before a session with much pain."""


@require_http_methods(["GET", "HEAD", "POST"])
def session(request: HttpRequest, person: UUID) -> HttpResponse:
    """What is in the session, and how it is now; the number begins it."""
    now = present_or_404(person)
    size = _size(request)
    first = _first(now, size)
    if first is not None:
        return first
    today_now = session_of_today(now, size, knowledge())
    if today_now is None or not today_now.items:
        return page(request, "session-none", now.person, section="week", refused=today_now is None)
    if request.method == "POST":
        return _begin(request, now, size)
    much = much_today(now) if request.GET.get("note") == MUCH else None
    if much is not None:
        return page(request, "session-much", now.person, much=much, size=size, key=uuid4(), bare=True)
    view = start_view(today_now, size, uuid4(), knowledge())
    return page(request, "session-start", now.person, view=view, bare=True)


def _begin(request: HttpRequest, now: Present, size: str) -> HttpResponse:
    key, pain = _uuid(request.POST.get("key", "")), whole_number(request, "pain")
    told = 0 <= pain <= MOST_PAIN
    if key is None or not (told or request.POST.get("pain") == NO_NUMBER):
        return go("session", now.person.id, note=f"again&size={size}")
    if told:
        store_day(now.person.id, today(), pain, audit=OWNER)
    now = present_or_404(now.person.id)
    if not now.week_open:
        return go("recheck", now.person.id, note=f"session-{size}")
    much = much_today(now)
    if much is not None and not (much.usual and "usual" in request.POST):
        return go("session", now.person.id, note=f"{MUCH}&size={size}")
    begun = session_of_today(now, size, knowledge())
    cut = begun.cut if begun is not None else frozenset()
    add_actions(now.person.id, [start_action(key, today(), size, pain if told else None, cut)], audit=OWNER)
    return go("session-player", now.person.id, key)


@require_http_methods(["GET", "HEAD", "POST"])
def player(request: HttpRequest, person: UUID, session: UUID) -> HttpResponse:
    """The session as a guide through its steps; without JavaScript as a page of steps with a form."""
    now = present_or_404(person)
    started = started_in(actions_of(person, since=today()), session)
    if started is None:
        return go("session", person)
    if request.method == "POST":
        return _by_form(request, now, started)
    first = _first(now, started.size)
    if first is not None:
        return first
    today_now = session_of_today(now, started.size, knowledge(), started)
    if today_now is None or not today_now.items:
        return page(request, "session-none", now.person, section="week", refused=today_now is None)
    view = player_view(today_now, started, knowledge())
    return page(request, "session", now.person, view=view, script=session_script_address(), bare=True)


def _by_form(request: HttpRequest, now: Present, started: Started) -> HttpResponse:
    """What was ticked on the plain page. It is kept whatever stands now: it has happened."""
    levels = _levels(session_of_today(now, started.size, knowledge(), started))
    sent = actions_from_form(request.POST, started, levels, knowledge().interventions)
    add_actions(now.person.id, sent, audit=OWNER)
    return _after(now.person.id, started.id, sent)


def _levels(today_now: DaySession | None) -> dict[str, int]:
    return dict(today_now.levels) if today_now else {}


def _after(person: UUID, session: UUID, sent: tuple[Action, ...]) -> HttpResponse:
    if any(is_alarm(one) for one in sent):
        return go("recheck", person, note="hurts")
    return go("session-done", person, session)


@require_safe
def done(request: HttpRequest, person: UUID, session: UUID) -> HttpResponse:
    """What was done, how it was, and what comes next."""
    now = present_or_404(person)
    actions = actions_of(person)
    started = started_in(actions, session)
    if started is None:
        return go("home", person)
    view = done_view(of_session(actions, session), started, knowledge())
    return page(request, "session-done", now.person, view=view, section="week")


def _first(now: Present, size: str) -> HttpResponse | None:
    where = first_of_all(now)
    notes: dict[str, Any] = {"recheck": {"note": f"session-{size}"}}
    return go(where, now.person.id, **notes.get(where, {})) if where else None


def _size(request: HttpRequest) -> str:
    size = request.GET.get("size", "ten")
    return size if size in SIZES else "ten"


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
