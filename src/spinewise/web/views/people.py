"""Settings of a person, and what becomes of their data."""

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spinewise.records.export import export_of
from spinewise.records.people import change_person, delete_everybody, delete_person, everybody
from spinewise.web.emergency import CODES, COUNTRIES
from spinewise.web.views.common import OWNER, go, page, person_or_404
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
def export(_request: HttpRequest, person: UUID) -> HttpResponse:
    """Everything that is stored about a person, as one JSON file."""
    person_or_404(person)
    text = json.dumps(export_of(person), ensure_ascii=False, indent=2, sort_keys=True)
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
    return go("welcome", note="deleted")


@require_http_methods(["GET", "HEAD", "POST"])
def delete_all(request: HttpRequest) -> HttpResponse:
    """Everything on this machine, after a second look."""
    if request.method != "POST":
        return page(request, "delete-all", people=everybody(), bare=True)
    delete_everybody(audit=OWNER)
    return go("welcome", note="all-deleted")
