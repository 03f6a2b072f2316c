"""The pictures of the movements, drawn when they are asked for."""

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from spinewise.movement import figure_svg, is_shape, without
from spinewise.web.knowledge import knowledge

ONE_DAY_S = 86_400


@require_safe
@gzip_page
@cache_control(public=True, max_age=ONE_DAY_S)
@csp_replace({"default-src": [NONE], "style-src": [UNSAFE_INLINE]})  # type: ignore[arg-type] # typed for views without arguments
def figure(request: HttpRequest, movement: str) -> HttpResponse:
    """A picture as SVG: moving or, with ``?steps=1``, its key poses. No person is named.

    ``?shape=`` names the body, ``?without=`` what is left out of it.
    """
    base, shape, leaves_out = knowledge(), request.GET.get("shape", ""), request.GET.get("without", "").split()
    if movement not in base.movements or not (shape == "" or is_shape(shape)):
        raise Http404
    if without(base.movements[movement], leaves_out) is None:
        raise Http404
    picture = figure_svg(base, movement, steps="steps" in request.GET, shape=shape, leaves_out=leaves_out)
    return HttpResponse(picture, content_type="image/svg+xml; charset=utf-8")
