"""What all views share."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from spinewise.records.audit import Audit
from spinewise.records.errors import NotThere
from spinewise.records.people import StoredPerson, get_person
from spinewise.web.emergency import emergency_number
from spinewise.web.knowledge import knowledge
from spinewise.web.present import Present, present_of
from spinewise.web.reading import Typed

OWNER = Audit("owner of this machine")
"""There is no login yet: whoever sits at this machine writes as its owner."""


def person_or_404(person: UUID) -> StoredPerson:
    """The person of the address; our own "not found" page for anybody else."""
    try:
        return get_person(person)
    except NotThere:
        raise Http404 from None


def present_or_404(person: UUID) -> Present:
    """The person of the address with where they stand today; our own "not found" page for anybody else."""
    try:
        return present_of(person, knowledge(), today())
    except NotThere:
        raise Http404 from None


def page(
    request: HttpRequest, template: str, person: StoredPerson | None = None, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page with what every page needs."""
    number = emergency_number(person.country if person else "")
    shared = {"person": person, "number": number, "section": "", "note": "", "bare": False, "own_search": False}
    return render(request, f"{template}.html", {**shared, **context}, status=status)


def go(name: str, *args: Any, note: str = "") -> HttpResponse:
    """To another page after a form, so that reloading sends nothing twice."""
    response = redirect(reverse(name, args=args) + (f"?note={note}" if note else ""))
    response.status_code = 303
    return response


def typed(request: HttpRequest) -> Typed:
    """The form as it was sent."""
    return {str(key): [str(value) for value in values] for key, values in request.POST.lists()}


def whole_number(request: HttpRequest, key: str) -> int:
    """A whole number of the form; -1 for anything else, which never matches."""
    text = request.POST.get(key, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def with_private(request: HttpRequest) -> bool:
    """Does somebody open the private answers on purpose?"""
    return request.GET.get("private") == "1"


def today() -> date:
    """The day on this machine's clock."""
    return timezone.localdate()
