"""A bad day: begun by the danger check (``recheck``), ended by one tap."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from spinewise.records.marks import end_bad_day
from spinewise.web.views.common import OWNER, go, person_or_404, today


@require_http_methods(["GET", "HEAD", "POST"])
def bad_day(request: HttpRequest, person: UUID) -> HttpResponse:
    """GET goes to the danger check, which then makes today a bad day; POST brings the usual day back."""
    person_or_404(person)
    if request.method != "POST":
        return go("recheck", person, note="bad-day")
    end_bad_day(person, today(), audit=OWNER)
    return go("week", person, note="bad-day-over")
