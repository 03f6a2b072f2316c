"""Settings of a person, and what becomes of their data."""

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.interop.private import document_without_private
from spinewise.records.export import export_of
from spinewise.records.people import change_person, delete_everybody, delete_person, everybody
from spinewise.web.emergency import CODES, COUNTRIES
from spinewise.web.presenters.export import export_preview
from spinewise.web.solved import forget_everybody
from spinewise.web.views.common import OWNER, go, page, person_or_404, with_private
from spinewise.web.views.home import LONGEST_NAME


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, person: UUID) -> HttpResponse:
    """Name and country."""
    who = person_or_404(person)
    if request.method != "POST":
        note = _("Saved.") if request.GET.get("note") == "saved" else ""
        return page(request, "settings", who, countries=COUNTRIES, typed=who, error="", note=note, section="settings")
    name, country = request.POST.get("name", "").strip(), request.POST.get("country", "")
    error = _problem(name, country)
    if error:
        typed = {"name": name[: 2 * LONGEST_NAME], "country": country}
        return page(request, "settings", who, countries=COUNTRIES, typed=typed, error=error, section="settings", status=422)
    change_person(person, name=name, country=country, audit=OWNER)
    return go("settings", person, note="saved")


def _problem(name: str, country: str) -> str:
    if len(name) > LONGEST_NAME:
        return _("The name is too long. Use at most %(most)s letters.") % {"most": LONGEST_NAME}
    if country and country not in CODES:
        return _("Choose a country from the list, or leave it open.")
    return ""


@require_safe
def export_choice(request: HttpRequest, person: UUID) -> HttpResponse:
    """What the file holds, and the choice whether private answers go along."""
    who = person_or_404(person)
    view = export_preview(document_without_private(export_of(person)))
    return page(request, "export", who, view=view, section="settings")


@require_safe
def export(request: HttpRequest, person: UUID) -> HttpResponse:
    """What is stored about a person, as one JSON file; private answers only when they are asked for on purpose."""
    person_or_404(person)
    whole = export_of(person)
    document = whole if with_private(request) else document_without_private(whole)
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="spinewise.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, person: UUID) -> HttpResponse:
    """Everything of one person, after a second look."""
    who = person_or_404(person)
    if request.method != "POST":
        return page(request, "delete", who, section="settings")
    delete_person(person, audit=OWNER)
    forget_everybody()
    return go("welcome", note="deleted")


@require_http_methods(["GET", "HEAD", "POST"])
def delete_all(request: HttpRequest) -> HttpResponse:
    """Everything on this machine, after a second look."""
    if request.method != "POST":
        return page(request, "delete-all", people=everybody(), bare=True)
    delete_everybody(audit=OWNER)
    forget_everybody()
    response = go("welcome", note="all-deleted")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
