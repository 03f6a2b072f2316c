"""What pages send about sessions and ticks, as JSON; sent twice it is stored once."""

import json
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spinewise.records.actions import Action, BadAction, add_actions, read_action
from spinewise.web.views.common import OWNER, person_or_404, today

MOST_BYTES = 100_000
MOST_ACTIONS = 200
KEPT_BACK_DAYS = 60
"""So old may be what a phone kept while it had no connection."""


@require_http_methods(["GET", "POST"])
def actions(request: HttpRequest, person: UUID) -> JsonResponse:
    """GET gives a token for the form guard; POST stores a list of actions and says which keys are stored."""
    person_or_404(person)
    if request.method != "POST":
        return JsonResponse({"token": get_token(request)})
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return _refused(_("This is too much at once. Send at most %(most)s actions.") % {"most": MOST_ACTIONS})
    try:
        sent = json.loads(request.body)
    except ValueError:
        return _refused(_("This is not JSON."))
    if not isinstance(sent, list) or len(sent) > MOST_ACTIONS:
        return _refused(_("Send a list of at most %(most)s actions.") % {"most": MOST_ACTIONS})
    return _stored(person, sent)


def _stored(person: UUID, sent: Sequence[object]) -> JsonResponse:
    read: list[Action] = []
    for plain in sent:
        try:
            read.append(_readable(person, plain))
        except BadAction as bad:
            return _refused(str(bad), str(plain.get("key", ""))[:64] if isinstance(plain, dict) else "")
    kept = add_actions(person, read, audit=OWNER)
    return JsonResponse({"stored": sorted(str(key) for key in kept.new | kept.known)})


def _readable(person: UUID, plain: object) -> Action:
    if isinstance(plain, dict) and plain.get("person", str(person)) != str(person):
        raise BadAction("this belongs to somebody else")
    action = read_action(plain)
    if not today() - timedelta(days=KEPT_BACK_DAYS) <= action.day <= today() + timedelta(days=1):
        raise BadAction("day is too far from today")
    now = timezone.now()
    at = min(action.at or now, now)
    return Action(action.key, action.day, action.kind, action.body, at)


def _refused(says: str, key: str = "") -> JsonResponse:
    return JsonResponse({"says": says, "key": key}, status=400)
