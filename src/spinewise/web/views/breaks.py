"""Small breaks: a page that counts down to the next one, and shows it; without JavaScript the breaks with their pictures."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.web.knowledge import knowledge
from spinewise.web.middleware import left_of_day_ms
from spinewise.web.offers import offer_for
from spinewise.web.presenters.breaks import EVERY_MIN, LASTS_S, break_views
from spinewise.web.presenters.positions import groups
from spinewise.web.views.common import page, present_or_404


@require_safe
def breaks(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """Breaks of one minute, for anybody or for one person."""
    offer = offer_for(present_or_404(person) if person else None, knowledge())
    if offer.first:
        return page(request, "care-first", offer.person, first=offer.first)
    found = break_views(offer, knowledge())
    return page(
        request,
        "breaks",
        offer.person,
        breaks=found,
        every=EVERY_MIN,
        lasts_s=LASTS_S,
        left_ms=left_of_day_ms(),
        checked=offer.checked,
    )


@require_safe
def positions(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """Cards for sitting, standing, lying, lifting and carrying."""
    offer = offer_for(present_or_404(person) if person else None, knowledge())
    if offer.first:
        return page(request, "care-first", offer.person, first=offer.first)
    return page(request, "positions", offer.person, groups=groups(offer, knowledge()), checked=offer.checked)
