"""Ticks: done, partly or left out, by a plain form, and taken back."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from spinewise.records.actions import Action, BadAction, add_actions, read_action
from spinewise.records.plans import DAYS
from spinewise.web.knowledge import knowledge
from spinewise.web.views.common import OWNER, go, person_or_404, today

UNTICK = "untick"


@require_POST
def tick(request: HttpRequest, person: UUID) -> HttpResponse:
    """What became of one thing on one day. The same form sent twice counts once."""
    person_or_404(person)
    action = _action(request)
    if action is None:
        return go("week", person, note="moved-on")
    add_actions(person, [action], audit=OWNER)
    note = UNTICK if action.kind.value == UNTICK else f"tick-{action.body['outcome']}"
    where = f"{note}&on={action.day.isoformat()}"
    return go("week", person, note=where)


def _action(request: HttpRequest) -> Action | None:
    """The tick in the form; ``None`` for one that no page of ours sends."""
    sent = {name: request.POST.get(name, "") for name in ("intervention", "slot", "outcome", "why", "level", "day", "key")}
    if sent["intervention"] not in knowledge().interventions:
        return None
    body: dict[str, object] = {"intervention": sent["intervention"], "slot": sent["slot"]}
    if sent["outcome"] != UNTICK:
        body |= {"outcome": sent["outcome"], "why": sent["why"], "level": _level(sent["level"])}
    try:
        key = uuid5(UUID(sent["key"]), sent["outcome"] + sent["why"])
        kind = UNTICK if sent["outcome"] == UNTICK else "tick"
        action = read_action({"key": str(key), "day": sent["day"], "kind": kind, "body": body})
    except (BadAction, ValueError):
        return None
    return Action(action.key, action.day, action.kind, action.body, timezone.now()) if _of_now(action.day) else None


def _level(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _of_now(day: date) -> bool:
    return today() - timedelta(days=DAYS) < day <= today()
