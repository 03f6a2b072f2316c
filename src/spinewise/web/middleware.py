"""Headers that keep health data out of caches and the page away from sensors that it does not use."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

_SENSORS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
_PERSONAL = ("/p/",)
Handler = Callable[[HttpRequest], HttpResponseBase]


def privacy_headers(get_response: Handler) -> Handler:
    """Every page says which sensors it leaves alone; personal pages are never stored by a browser or proxy."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _SENSORS)
        if request.path.startswith(_PERSONAL) or request.path == "/":
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware
