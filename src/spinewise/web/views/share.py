"""The week to take along: as a page for paper, plain text, a calendar file, or a FHIR CarePlan."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from spinewise.interop.fhir import care_plan_of
from spinewise.interop.icalendar import calendar_of
from spinewise.interop.pdf import week_pdf
from spinewise.interop.text import week_text
from spinewise.interop.watch import Watch, watch_for
from spinewise.planning import Plan
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present


@dataclass(frozen=True, slots=True)
class _Format:
    """How a week becomes a file. ``address`` is that of the week on this Spinewise."""

    content_type: str
    file_name: str
    make: Callable[[Plan, Watch, str], bytes | str]


FORMATS: Mapping[str, _Format] = {
    "pdf": _Format("application/pdf", "week.pdf", lambda plan, watch, at: week_pdf(plan, knowledge(), watch, at)),
    "txt": _Format("text/plain; charset=utf-8", "week.txt", lambda plan, watch, _at: week_text(plan, knowledge(), watch)),
    "ics": _Format("text/calendar; charset=utf-8", "week.ics", lambda plan, watch, _at: calendar_of(plan, knowledge(), watch)),
    "fhir": _Format("application/fhir+json", "week.fhir.json", lambda plan, watch, _at: _fhir(plan, watch)),
}


def as_file(request: HttpRequest, now: Present, plan: Plan, name: str) -> HttpResponse:
    """The week in one of the formats."""
    wanted = FORMATS[name]
    address = request.build_absolute_uri(reverse("week", args=[now.person.id]))
    made = wanted.make(plan, watch_for(now.account.cautious, knowledge()), address)
    response = HttpResponse(made, content_type=wanted.content_type)
    kind = "inline" if name == "txt" else "attachment"
    response["Content-Disposition"] = f'{kind}; filename="{wanted.file_name}"'
    return response


def _fhir(plan: Plan, watch: Watch) -> str:
    return json.dumps(care_plan_of(plan, knowledge(), watch), ensure_ascii=False, indent=2) + "\n"
