"""The programme of a person, and the picture of any programme."""

from uuid import UUID

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from spinewise.knowledge import Disposition
from spinewise.knowledge.describe import programme_svg
from spinewise.records.plans import week_of
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.programme import programme_view
from spinewise.web.programmes import standing_kept
from spinewise.web.views.common import OWNER, go, page, present_or_404
from spinewise.web.views.figures import ONE_DAY_S


@require_safe
def programme(request: HttpRequest, person: UUID) -> HttpResponse:
    """Where this person is, what this time is for, and what comes next. What cannot wait comes first."""
    now = present_or_404(person)
    if now.standing.disposition >= Disposition.SAME_DAY:
        return go("result", person)
    if not now.begun or not now.finished:
        return go("check", person)
    standing = standing_kept(now, week_of(person, now.today), knowledge(), audit=OWNER)
    view = programme_view(standing, person, now.account.cautious, knowledge())
    if view is None:
        raise Http404
    waiting = now.standing.disposition == Disposition.WITHIN_DAYS
    return page(request, "programme", now.person, view=view, waiting=waiting, section="week")


@require_safe
@cache_control(public=True, max_age=ONE_DAY_S)
@csp_replace({"default-src": [NONE], "style-src": [UNSAFE_INLINE]})  # type: ignore[arg-type] # typed for views without arguments
def picture(_request: HttpRequest, programme: str) -> HttpResponse:
    """The phases of a programme as SVG. It says nothing of any person."""
    base = knowledge()
    if programme not in base.programmes:
        raise Http404
    svg = programme_svg(base.programmes[programme], base)
    return HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
