"""Headers that keep health data out of caches and the page away from sensors that it does not use."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

_SENSORS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
_PERSONAL = ("/p/",)
UNTIL = "Spinewise-Until"
"""When the danger check of today is over, in milliseconds since 1970: no kept copy of a page may be shown after it."""
Handler = Callable[[HttpRequest], HttpResponseBase]


def privacy_headers(get_response: Handler) -> Handler:
    """Every page says which sensors it leaves alone; personal pages are never stored by a browser or proxy.

    The service worker may keep a few of them on purpose (see ``sw.js``); each says until when it may be shown.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _SENSORS)
        if request.path.startswith(_PERSONAL) or request.path == "/":
            response.headers["Cache-Control"] = "no-store"
        if request.path.startswith(_PERSONAL):
            response.headers[UNTIL] = str(end_of_day_ms())
        return response

    return middleware


def end_of_day_ms() -> int:
    """The next midnight on this machine."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return round(timezone.make_aware(datetime.combine(tomorrow, time.min)).timestamp() * 1000)


def left_of_day_ms() -> int:
    """How long the danger check of today still holds. For a page that stays open, whatever the clock of its machine says."""
    return end_of_day_ms() - round(timezone.now().timestamp() * 1000)
