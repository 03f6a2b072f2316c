"""A way out: a page about something else, for somebody who must not be seen with this one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def weather(request: HttpRequest) -> HttpResponse:
    """Clouds and weather. It names neither the person nor this system, and leads nowhere."""
    return render(request, "weather.html")
