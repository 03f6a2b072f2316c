"""What Spinewise is, how far it can be trusted, and what it keeps."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.about import size_of, source_shelves
from spinewise.web.views.common import page


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What it is, evidence and limits, privacy."""
    return page(request, "about", size=size_of(knowledge()))


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """All sources, by kind."""
    return page(request, "sources", shelves=source_shelves(knowledge()))
