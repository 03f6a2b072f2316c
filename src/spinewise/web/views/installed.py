"""What makes the pages stay on a phone: the service worker, and the page for when there is no connection."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from spinewise.web.jinja import hashed_static
from spinewise.web.views.common import page

SHELL_FILES = (
    "spinewise/spinewise.css",
    "spinewise/session.css",
    "spinewise/icon.svg",
    "spinewise/focus.js",
    "spinewise/queue.js",
    "spinewise/keep.js",
    "django_htmx/htmx-2.min.js",
)
"""The same for everybody; kept as soon as the worker is there."""
SESSION_PARTS = ("clock", "change", "picture", "sound", "record", "screen")
"""The parts of the session's script, each before what uses it; ``session.js`` comes last."""
ONE_YEAR_S = 31_536_000


@require_safe
@cache_control(no_cache=True)
def worker(_request: HttpRequest) -> HttpResponse:
    """The service worker, with the addresses of this build; another build has other addresses and another worker."""
    return HttpResponse(worker_text(), content_type="text/javascript; charset=utf-8")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What to read when there is no connection and nothing was kept."""
    return page(request, "offline", bare=True)


@require_safe
@cache_control(public=True, max_age=ONE_YEAR_S, immutable=True)
def session_script(_request: HttpRequest) -> HttpResponse:
    """The script of a session in one piece: a slow phone waits once instead of seven times."""
    return HttpResponse(session_script_text(), content_type="text/javascript; charset=utf-8")


def session_script_address() -> str:
    """Where it is served, with a hash of its content."""
    return f"{reverse('session-script')}?v={_digest(session_script_text())}"


@cache
def session_script_text() -> str:
    """All parts, one after the other."""
    return "\n".join(_read(name) for name in (*(f"session-{part}.js" for part in SESSION_PARTS), "session.js"))


def _read(name: str) -> str:
    return Path(str(finders.find(f"spinewise/{name}"))).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


@cache
def worker_text() -> str:
    """The worker's code behind the list of what it keeps."""
    shell = [*map(hashed_static, SHELL_FILES), session_script_address(), reverse("offline"), reverse("emergency")]
    code = _read("sw.js")
    build = _digest("".join([*shell, code]))
    return f"const BUILD = {json.dumps(build)};\nconst SHELL = {json.dumps(shell)};\n{code}"
