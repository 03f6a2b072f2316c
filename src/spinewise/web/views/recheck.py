"""The short danger check: once a day before the week, after some weeks, and when something is new or worse."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from spinewise.intake import Due
from spinewise.knowledge import Disposition
from spinewise.records.errors import Stale
from spinewise.records.interviews import store_entries
from spinewise.records.marks import mark_bad_day
from spinewise.records.timeline import dated, recheck_entry, retold
from spinewise.triage import Occasion
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present, told_by
from spinewise.web.presenters.recheck import BEFORE_SESSION, WHY_NOW, recheck_step, recheck_view
from spinewise.web.presenters.screen import Sent
from spinewise.web.reading import Reading, read_screen
from spinewise.web.views.common import OWNER, go, page, present_or_404, today, typed, whole_number


@require_http_methods(["GET", "HEAD", "POST"])
def recheck(request: HttpRequest, person: UUID) -> HttpResponse:
    """The one screen."""
    now = present_or_404(person)
    if now.due is Due.NEW:
        return go("home", person)
    if now.stored.ages is None or not (now.finished or now.due is Due.SHORT):
        return go("check", person)
    if request.method != "POST":
        return _show(request, now, Sent({}, Reading()), request.GET.get("note", ""))
    occasion = request.POST.get("occasion", "")
    if whole_number(request, "version") != now.stored.version:
        return go("recheck", person, note="moved-on")
    step, _check = recheck_step(now.stored.interview.findings, knowledge())
    sent = Sent(typed(request), read_screen(step, typed(request), knowledge()))
    return _store(now, step.findings, sent.reading, occasion) if sent.reading.done else _show(request, now, sent, occasion)


def _store(now: Present, asked: tuple[str, ...], reading: Reading, occasion: str) -> HttpResponse:
    person, version = now.person.id, now.stored.version + 1
    answers = {name: None if reading.values.get(name) is None else reading.values[name] is True for name in asked}
    entry = recheck_entry(answers, timezone.now(), renews=now.due is Due.SHORT)
    entries = (*now.stored.entries, dated(entry, today(), version))
    after = retold(entries, knowledge(), today()).interview
    try:
        store_entries(
            person, now.stored, entries, audit=OWNER, events=told_by(Occasion.RECHECK, now, after), action="danger check stored"
        )
    except Stale:
        return go("recheck", person, note="moved-on")
    if occasion == "bad-day":
        mark_bad_day(person, today(), audit=OWNER)
    return _onward(now, occasion)


def _onward(before: Present, occasion: str) -> HttpResponse:
    """To what comes next: the answer when it became urgent, more questions where something was opened, else the week."""
    person = before.person.id
    now = present_or_404(person)
    if now.standing.disposition > before.standing.disposition and now.standing.disposition >= Disposition.SAME_DAY:
        return go("result", person, note="risen")
    if not now.finished:
        return go("check", person, note="recheck")
    if now.standing.disposition > before.standing.disposition:
        return go("result", person)
    if occasion == "new" and now.stored.interview.findings.nothing_hurts:
        return go("more", person, "complaint")
    return _where_from(person, occasion)


def _where_from(person: UUID, occasion: str) -> HttpResponse:
    """Nothing was found: to where somebody wanted to go."""
    if occasion in WHY_NOW and occasion.startswith(BEFORE_SESSION):
        return go("session", person, note=f"checked&size={occasion.removeprefix(BEFORE_SESSION)}")
    if occasion == "bad-day":
        return go("week", person, note="bad-day")
    return go("home", person, note="nothing-new") if occasion in ("new", "rose", "hurts") else go("week", person)


def _show(request: HttpRequest, now: Present, sent: Sent, occasion: str) -> HttpResponse:
    view = recheck_view(now, sent, occasion, knowledge())
    known = occasion if occasion in WHY_NOW else ""
    return page(request, "recheck", now.person, view=view, version=now.stored.version, occasion=known, bare=True)
