"""Timers for breathing, relaxation and meditation."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.knowledge.records import Pacer
from spinewise.web.knowledge import knowledge
from spinewise.web.offers import Offer, offer_for
from spinewise.web.presenters.timer import pacer_shelves, pacer_view
from spinewise.web.views.common import page, present_or_404


@require_safe
def timers(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """What there is, for anybody or for one person."""
    return _list(request, offer_for(present_or_404(person) if person else None, knowledge()))


def _list(request: HttpRequest, offer: Offer, gone: Pacer | None = None) -> HttpResponse:
    """The list; ``gone`` is a timer that was asked for and may not be offered here."""
    if offer.first:
        return page(request, "care-first", offer.person, first=offer.first)
    shelves = pacer_shelves(offer, knowledge())
    return page(request, "timers", offer.person, shelves=shelves, checked=offer.checked, gone=gone)


@require_safe
def timer(request: HttpRequest, pacer: str, person: UUID | None = None) -> HttpResponse:
    """One timer with its circle; the list in place of one that may not be offered here."""
    offer = offer_for(present_or_404(person) if person else None, knowledge())
    found = knowledge().pacers.get(pacer)
    if found is None:
        raise Http404
    if not offer.allows(found.intervention):
        return _list(request, offer, found)
    view = pacer_view(found, offer, knowledge(), _minutes(request))
    return page(request, "timer", offer.person, view=view, checked=offer.checked)


def _minutes(request: HttpRequest) -> int:
    text = request.GET.get("minutes", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
