"""Our own pages for what goes wrong."""

from django.http import HttpRequest, HttpResponse

from spinewise.web.views.common import page


def not_found(request: HttpRequest, *_why: object, **_more: object) -> HttpResponse:
    """There is no such page, or no such person (any more)."""
    return page(request, "errors/404", status=404, bare=True)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Something broke on our side. The page needs no database."""
    return page(request, "errors/500", status=500, bare=True)


def refused(request: HttpRequest, *_why: object, **_more: object) -> HttpResponse:
    """A request that no page of ours makes."""
    return page(request, "errors/400", status=400, bare=True)


def form_expired(request: HttpRequest, *_why: object, **_more: object) -> HttpResponse:
    """A form without its token: the page was open for very long, or it came from elsewhere."""
    return page(request, "errors/403", status=403, bare=True)
