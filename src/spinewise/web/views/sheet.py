"""A sheet of exercises to print, as a page and as a PDF."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.interop.pdf import shared_stops, sheet_pdf
from spinewise.web.knowledge import knowledge
from spinewise.web.offers import Offer, offer_for
from spinewise.web.presenters.sheet import MOST_ITEMS, choices, chosen_of, not_for_now, pdf_items, sheet_rows, whose
from spinewise.web.views.common import page, present_or_404, today


@require_safe
def sheet(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """The exercises ``?item=`` (several), else those of the week, ready to print; with a form to choose others."""
    offer = offer_for(present_or_404(person) if person else None, knowledge())
    if offer.first:
        return page(request, "care-first", offer.person, first=offer.first)
    names = _chosen(request, offer)
    gone = not_for_now(_asked(request), offer, knowledge())
    return page(
        request,
        "sheet",
        offer.person,
        rows=sheet_rows(names, offer, knowledge()),
        shared=shared_stops(names, knowledge()),
        choices=choices(names, offer, knowledge()),
        query="&".join(f"item={name}" for name in names),
        gone=gone,
        whose=whose(offer, today()),
        checked=offer.checked,
        most=MOST_ITEMS,
        section="library",
    )


@require_safe
def sheet_file(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """The same exercises as a PDF."""
    offer = offer_for(present_or_404(person) if person else None, knowledge())
    if offer.first:
        return page(request, "care-first", offer.person, first=offer.first)
    content = sheet_pdf(pdf_items(_chosen(request, offer), offer, knowledge()), knowledge(), today(), whose(offer, today()))
    headers = {"Content-Disposition": 'inline; filename="exercises.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _chosen(request: HttpRequest, offer: Offer) -> tuple[str, ...]:
    return chosen_of(_asked(request), offer, knowledge())


def _asked(request: HttpRequest) -> list[str]:
    return request.GET.getlist("item")[:MOST_ITEMS]
