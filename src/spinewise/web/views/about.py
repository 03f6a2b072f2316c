"""What Spinewise is, how far it can be trusted, and what it keeps."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.safety_case import load_safety_case
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.about import size_of
from spinewise.web.presenters.safety_file import safety_file_view
from spinewise.web.views.common import page


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What it is, evidence and limits, privacy."""
    return page(request, "about", size=size_of(knowledge()))


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """What it is for, its limits, and what can go wrong."""
    return page(request, "about-safety", view=safety_file_view(load_safety_case()))
