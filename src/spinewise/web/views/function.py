"""The small tests: a list, and one screen for each. Nobody needs them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.records.errors import Stale
from spinewise.records.interviews import store_interview
from spinewise.triage import Occasion
from spinewise.web.function_tests import may_test, open_tests, step_of
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present, told_by
from spinewise.web.presenters.function import NOTES, doing_view, tests_view
from spinewise.web.reading import Reading, read_screen
from spinewise.web.views.common import OWNER, go, page, present_or_404, today, typed, whole_number


@require_safe
def tests(request: HttpRequest, person: UUID) -> HttpResponse:
    """The tests and what was reached; or why not now."""
    visit = present_or_404(person)
    if not visit.finished:
        return go("check", person)
    view = tests_view(visit.stored.interview, visit.account, knowledge())
    note = NOTES.get(request.GET.get("note", ""), "")
    return page(request, "tests", visit.person, view=view, allowed=may_test(visit), note=note, section="week")


@require_http_methods(["GET", "HEAD", "POST"])
def test(request: HttpRequest, person: UUID, finding: str) -> HttpResponse:
    """One test: how to do it, when to stop, and what came out."""
    visit = present_or_404(person)
    if finding not in knowledge().findings or not knowledge().findings[finding].on_request:
        raise Http404
    if not may_test(visit) or finding not in open_tests(visit.account, knowledge()):
        return go("tests", person)
    if request.method == "POST":
        return _take(request, visit, finding)
    return _show(request, visit, finding, Reading())


def _take(request: HttpRequest, visit: Present, finding: str) -> HttpResponse:
    if whole_number(request, "version") != visit.stored.version:
        return go("check", visit.person.id, note="moved-on")
    step = step_of(finding, knowledge())
    reading = read_screen(step, typed(request), knowledge())
    if not reading.values:
        return _show(request, visit, finding, reading)
    now = visit.stored.interview.answer(step, reading.values, today())
    try:
        store_interview(visit.person.id, visit.stored, now, audit=OWNER, events=told_by(Occasion.CHECK, visit, now))
    except Stale:
        return go("check", visit.person.id, note="moved-on")
    view = doing_view(finding, visit.account, {}, Reading(), knowledge())
    if view is not None and view.following:
        return go("test", visit.person.id, view.following)
    return go("tests", visit.person.id, note="saved")


def _show(request: HttpRequest, visit: Present, finding: str, reading: Reading) -> HttpResponse:
    view = doing_view(finding, visit.account, typed(request), reading, knowledge())
    return page(request, "test", visit.person, view=view, version=visit.stored.version, bare=True)
