"""The week: shown from the answers of now, and changed by small forms."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from spinewise.intake import Due
from spinewise.knowledge import Disposition
from spinewise.planning import Plan
from spinewise.records.errors import Stale
from spinewise.records.people import StoredPerson
from spinewise.records.plans import StoredWeek, store_week, week_of
from spinewise.web.account import Account
from spinewise.web.changing import Asked, Change, changed, with_plan
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present
from spinewise.web.presenters.day import OFFLINE_WORDS, SKIP_REASONS, TICK_NOTES, Ticks, outcomes_of
from spinewise.web.presenters.recheck import due_words
from spinewise.web.presenters.refusal import refusal_view, worth_answering
from spinewise.web.presenters.standing import clearances
from spinewise.web.presenters.week import MINUTES_TO_CHOOSE, WEEK_NOTES, Frame, left_out, week_view
from spinewise.web.programmes import programme_line, standing_kept
from spinewise.web.views.common import OWNER, go, page, present_or_404, today, whole_number
from spinewise.web.views.share import FORMATS, as_file
from spinewise.web.weeks import bad_today, plan_for, usual_week, wishes_for


@dataclass(frozen=True, slots=True)
class _Visit:
    present: Present
    stored: StoredWeek

    @property
    def person(self) -> StoredPerson:
        """Who."""
        return self.present.person

    @property
    def account(self) -> Account:
        """Their account."""
        return self.present.account


def _before_the_week(request: HttpRequest, now: Present) -> HttpResponse | None:
    """What comes first: the check, the danger check of the day, or a page that says why a new look is due."""
    if now.due in (Due.SHORT, Due.NEW):
        view = due_words(now, knowledge())
        return page(request, "week-due", now.person, why=view, new=now.due is Due.NEW, section="week")
    if not now.finished:
        return go("check", now.person.id)
    urgent = now.standing.disposition >= Disposition.SAME_DAY
    return None if urgent or now.due is Due.NOTHING else go("recheck", now.person.id)


@require_safe
def week(request: HttpRequest, person: UUID) -> HttpResponse:
    """The week, or why there is none."""
    now = present_or_404(person)
    first = _before_the_week(request, now)
    if first is not None:
        return first
    visit = _Visit(now, week_of(person, today()))
    standing_kept(now, visit.stored, knowledge(), audit=OWNER)
    plan = plan_for(visit.stored, visit.account, knowledge())
    notes = {**WEEK_NOTES, **TICK_NOTES}
    shared: dict[str, Any] = {"note": notes.get(request.GET.get("note", ""), ""), "section": "week"}
    shared |= {"skip_reasons": SKIP_REASONS, "offline_words": OFFLINE_WORDS}
    shared["clearances"] = clearances(now.history.told)
    shared["programme"] = programme_line(now, visit.stored, knowledge())
    if isinstance(plan, Plan) and request.GET.get("format") in FORMATS:
        return as_file(request, now, plan, request.GET["format"])
    if isinstance(plan, Plan):
        template = "week-print" if "print" in request.GET else "week"
        view = week_view(plan, _frame(request, visit), knowledge())
        more = worth_answering(visit.account, knowledge())
        return page(request, template, visit.person, view=view, more=more, **shared)
    refused = refusal_view(plan, visit.account, knowledge())
    gone = left_out(visit.stored, knowledge())
    return page(request, "week-refused", visit.person, view=refused, left_out=gone, version=visit.stored.version, **shared)


def _frame(request: HttpRequest, visit: _Visit) -> Frame:
    day = _day(request, visit.stored)
    wishes = wishes_for(visit.stored, visit.account, knowledge())
    return Frame(
        findings=visit.account.findings,
        stored=visit.stored,
        today=today(),
        day=int(day) if day in {"0", "1", "2", "3", "4", "5", "6"} else None,
        ticks=Ticks(outcomes_of(visit.stored.happened, visit.stored.week), today(), uuid4()),
        bad=bad_today(visit.stored),
        away=bool(visit.stored.marks.away) and max(visit.stored.marks.away) >= today(),
        minutes_per_day=wishes.minutes_per_day,
        waiting=visit.account.disposition == Disposition.WITHIN_DAYS,
        cleared=visit.account.interventions,
    )


def _day(request: HttpRequest, stored: StoredWeek) -> str:
    """The day to open: by its number, or, after a tick, by its date."""
    try:
        on = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return request.GET.get("day", "")
    return str((on - stored.week).days)


@require_POST
def change(request: HttpRequest, person: UUID) -> HttpResponse:
    """Swap, refuse, leave out for a day, bring back, or other minutes."""
    now = present_or_404(person)
    visit, asked = _Visit(now, week_of(person, today())), _asked(request)
    if not now.week_open or asked is None or whole_number(request, "version") != visit.stored.version:
        return go("week", person, note="moved-on")
    wished = changed(visit.stored, asked, usual_week(visit.stored, visit.account, knowledge()))
    after = usual_week(wished, visit.account, knowledge())
    try:
        store_week(person, with_plan(wished, after), f"week: {asked.change.value}", audit=OWNER)
    except Stale:
        return go("week", person, note="moved-on")
    return go("week", person, note=f"{asked.change.value}&day={asked.day}")


def _asked(request: HttpRequest) -> Asked | None:
    """The change in the form; ``None`` for one that no page of ours sends."""
    word, name = request.POST.get("action", ""), request.POST.get("intervention", "")
    day, minutes = whole_number(request, "day"), whole_number(request, "minutes")
    if word == Change.MINUTES.value:
        return Asked(Change.MINUTES, minutes=minutes, day=max(day, 0)) if minutes in MINUTES_TO_CHOOSE else None
    if word not in set(Change) or name not in knowledge().interventions or day not in range(7):
        return None
    return Asked(Change(word), name, day)
