"""What stands: a clinician's word on it, an answer taken back, and the record of all that."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.records.daily import days_of
from spinewise.records.errors import Stale
from spinewise.records.events import Mark, Told, add_events
from spinewise.records.history import happened_to
from spinewise.records.interviews import store_entries
from spinewise.records.marks import marks_of
from spinewise.records.timeline import correction_entry, dated, retold
from spinewise.triage import Checked, Cleared, Occasion
from spinewise.web.account import once_for_each_rule, today_of
from spinewise.web.correcting import Doubt, corrections, doubt_of, said_again
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present, newest
from spinewise.web.presenters.again import again_view
from spinewise.web.presenters.record import Lived, days_view
from spinewise.web.presenters.standing import record_lines, rests_on, standing_view
from spinewise.web.views.common import OWNER, go, page, present_or_404, today, typed, whole_number

LONGEST_WHO, LONGEST_NOTE = 120, 1000


@dataclass(frozen=True, slots=True)
class _Form:
    """What was typed about a clinician's look, with what is missing, by field."""

    who: str = ""
    on: str = ""
    said: str = ""

    def errors(self, earliest: date, latest: date) -> dict[str, str]:
        """What to mend."""
        found = {}
        if not self.who or len(self.who) > LONGEST_WHO:
            found["who"] = _("Write who looked at you, such as a name or “the doctor at the hospital”.")
        day = self.day()
        if day is None or not earliest <= day <= latest:
            found["on"] = _("Choose a day after our advice began, up to today.")
        if not self.said or len(self.said) > LONGEST_NOTE:
            found["said"] = _("Write in a few words what they said.")
        return found

    def day(self) -> date | None:
        """The day, where it is one."""
        try:
            return date.fromisoformat(self.on)
        except ValueError:
            return None


@require_http_methods(["GET", "HEAD", "POST"])
def cleared(request: HttpRequest, person: UUID) -> HttpResponse:
    """Who looked at it, when, and what they said."""
    now = present_or_404(person)
    if not now.standing.reasons:
        return go("result" if now.begun else "home", person)
    if request.method != "POST":
        return _show_form(request, now, _Form(), {})
    if whole_number(request, "seen") != now.history.number or whole_number(request, "version") != now.stored.version:
        return go("result", person, note="moved-on")
    form = _Form(*(request.POST.get(key, "").strip() for key in ("who", "on", "said")))
    errors = form.errors(newest(now.history, now.standing, now.today), now.today)
    return _show_form(request, now, form, errors) if errors else _clear(now, form)


def _clear(now: Present, form: _Form) -> HttpResponse:
    """What stands is recorded first, so that the clearance says in full what it clears."""
    person, day = now.person.id, form.day() or now.today
    standing = Told(Checked(Occasion.CHECK, once_for_each_rule(now.standing.reasons)), now.today)
    mark = Mark(now.stored.key, now.stored.version) if now.stored.key is not None else None
    clearance = Told(Cleared(form.who, day, form.said), now.today, mark=mark)
    try:
        add_events(person, now.history.number, (standing, clearance), audit=OWNER)
    except Stale:
        return go("result", person, note="moved-on")
    return go("result", person, note="cleared")


def _show_form(request: HttpRequest, now: Present, form: _Form, errors: dict[str, str]) -> HttpResponse:
    view = standing_view(now, knowledge())
    seen = {"seen": now.history.number, "version": now.stored.version}
    return page(request, "cleared", now.person, view=view, typed=form, errors=errors, section="result", **seen)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, person: UUID, finding: str) -> HttpResponse:
    """An answer behind what stands, asked once more in other words."""
    now = present_or_404(person)
    if finding not in knowledge().question_of or not rests_on(now.standing.reasons, finding):
        raise Http404
    doubt = _doubt(now, finding)
    if doubt is None:
        return go("more", person, finding)
    if request.method != "POST":
        return _ask(request, now, doubt)
    if whole_number(request, "version") != now.stored.version:
        return go("result", person, note="moved-on")
    again = said_again([doubt], typed(request))
    return _ask(request, now, doubt, missing=True) if again is None else _correct(now, doubt, again[finding])


def _doubt(now: Present, finding: str) -> Doubt | None:
    """The second question; none where the answer itself has to be changed first."""
    said = now.stored.interview.findings
    values = [one.value for reason in now.standing.reasons for one in reason.because if one.finding == finding]
    before = values[0]
    if knowledge().findings[finding].type == "bool" and before is not False:
        return doubt_of(finding, before, False, knowledge())
    return None if said.get(finding) in (before, None) else doubt_of(finding, before, said.get(finding), knowledge())


def _correct(now: Present, doubt: Doubt, again: bool | None) -> HttpResponse:
    person, entries = now.person.id, now.stored.entries
    confirmed = again is False
    if confirmed and doubt.now is False and now.stored.interview.findings.get(doubt.finding) is not False:
        entries = (*entries, dated(correction_entry(doubt.finding), today(), now.stored.version + 1))
    after = retold(entries, knowledge(), today()).interview
    reasons = today_of(after.findings, knowledge(), now.past).reasons if confirmed else ()
    stood = Told(Checked(Occasion.CHECK, once_for_each_rule(now.standing.reasons)), now.today)
    events = (stood, *corrections([doubt], {doubt.finding: again}, reasons, today()))
    try:
        store_entries(
            person, now.stored, entries, audit=OWNER, events=events, action="answer corrected" if confirmed else "kept"
        )
    except Stale:
        return go("result", person, note="moved-on")
    return go("result", person, note="corrected" if confirmed else "kept")


def _ask(request: HttpRequest, now: Present, doubt: Doubt, *, missing: bool = False) -> HttpResponse:
    view = again_view((doubt,), knowledge(), missing=missing)
    hidden = (("version", str(now.stored.version)),)
    return page(request, "again", now.person, view=view, hidden=hidden, back=0, bare=True)


@require_safe
def record(request: HttpRequest, person: UUID) -> HttpResponse:
    """The days, and everything that counted for how soon somebody should be seen; newest first."""
    now = present_or_404(person)
    since = date.min
    lived = Lived(now.today, happened_to(person), days_of(person, since), marks_of(person, since))
    days, lines = days_view(lived, knowledge()), record_lines(now.history.told, knowledge())
    return page(request, "record", now.person, days=days, lines=lines, section="settings")
