"""The reference: search over everything, a list of each kind, a page for each item."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from spinewise.records.search import Query, search
from spinewise.records.search.documents import KINDS
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.reference.kinds import kind_text
from spinewise.web.presenters.reference.lists import kind_shelves, kinds_with_counts
from spinewise.web.presenters.reference.pages import item_page
from spinewise.web.presenters.search import search_form, search_view
from spinewise.web.views import library
from spinewise.web.views.common import page, person_or_404
from spinewise.web.views.reader import reader_of

MOST_AT_ONCE = 40
MOST_AT_ALL = 5000


@require_safe
def reference(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """What there is, and the search over all of it."""
    reader = reader_of(person)
    query, most = _query(request), _most(request)
    asked = query != Query()
    found = search(query, knowledge(), most) if asked else None
    clearances = reader.account.interventions if reader.account else None
    return page(
        request,
        "reference",
        reader.person,
        form=search_form(query, knowledge()),
        found=search_view(query, found, knowledge(), clearances, most) if found else None,
        kinds=kinds_with_counts(knowledge()),
        shelf="",
        section="library",
        own_search=True,
    )


def _query(request: HttpRequest) -> Query:
    def given(key: str) -> str:
        return request.GET.get(key, "").replace("\0", "").strip()[: library.LONGEST_SEARCH]

    kind = given("kind")
    return Query(given("q"), kind if kind in KINDS else "", given("complaint"), given("group"), given("certainty"))


def _most(request: HttpRequest) -> int:
    text = request.GET.get("most", "")
    return min(int(text), MOST_AT_ALL) if text.isascii() and text.isdigit() and len(text) < 6 else MOST_AT_ONCE


@require_safe
def kind_list(request: HttpRequest, kind: str, person: UUID | None = None) -> HttpResponse:
    """All items of a kind under their headings. A search among them is a search of everything, in this kind."""
    if kind not in KINDS or not knowledge().items[kind]:
        raise Http404
    if kind == library.KIND:
        return library.things(request, person)
    if request.GET.get("q"):
        return redirect(f"{_address('reference', person)}?{_with_kind(request, kind)}")
    return page(
        request,
        "kind",
        person_or_404(person) if person else None,
        text=kind_text(kind),
        shelves=kind_shelves(kind, knowledge()),
        form=search_form(Query(kind=kind), knowledge()),
        shelf=kind,
        section="library",
        own_search=True,
    )


def _with_kind(request: HttpRequest, kind: str) -> str:
    fields = request.GET.copy()
    fields["kind"] = kind
    return fields.urlencode()


@require_safe
def item(request: HttpRequest, kind: str, item: str, person: UUID | None = None) -> HttpResponse:
    """One item with everything that is known of it."""
    if kind == library.KIND and item in knowledge().interventions:
        return library.intervention(request, knowledge().interventions[item], person)
    view = item_page(kind, item, knowledge()) if kind in KINDS else None
    if view is None:
        raise Http404
    who = person_or_404(person) if person else None
    return page(request, "item", who, view=view, text=kind_text(kind), section="library")


@require_safe
def moved(request: HttpRequest, *, kind: str, item: str = "", person: UUID | None = None) -> HttpResponse:
    """From an address of the first library to the page that holds the same now."""
    if item and item not in knowledge().items[kind]:
        raise Http404
    address = _address("item", person, kind, item) if item else _address("kind", person, kind)
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def _address(name: str, person: UUID | None, *args: Any) -> str:
    return reverse(f"{name}-for", args=(person, *args)) if person else reverse(name, args=args)
