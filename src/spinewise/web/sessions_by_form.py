"""What somebody ticked on the plain page of a session, as actions. Sent twice they are the same actions."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from django.utils import timezone

from spinewise.records.actions import Action, Kind
from spinewise.web.sessions import Started, form_key

MOST_OF_SCALE = 10
TICKS = ("done", "partly", "skipped")
SKIPPED_WHYS = ("", "no-time", "pain", "tired", "not-for-me", "other")


def actions_from_form(
    form: Mapping[str, Any], started: Started, levels: Mapping[str, int], known: Container[str]
) -> tuple[Action, ...]:
    """For each known thing what was ticked; then effort and pain, and the end. What is no answer of ours is left out.

    What was done counts even when it would not be offered any more; only its level may be lacking then.
    """
    names = [key.removeprefix("tick.") for key in form if key.startswith("tick.")]
    told = (*_items(form, [name for name in names if name in known], levels), *_after(form), (Kind.SESSION_FINISHED, "", {}))
    return tuple(_action(started, kind, name, body) for kind, name, body in told)


_Told = tuple[Kind, str, dict[str, Any]]


def _items(form: Mapping[str, Any], names: Sequence[str], levels: Mapping[str, int]) -> Iterator[_Told]:
    for name in names:
        level: dict[str, Any] = {"level": levels[name]} if name in levels else {}
        tick, about = form.get(f"tick.{name}", ""), {"intervention": name, **level}
        hurt = _number(form.get(f"hurt.{name}", ""))
        if tick == "skipped":
            why = form.get(f"why.{name}", "")
            yield Kind.SKIPPED, name, {**about, "why": why if why in SKIPPED_WHYS else ""}
        elif tick in TICKS:
            yield Kind.ITEM_DONE, name, {**about, "outcome": tick}
        if tick == "stopped":
            yield Kind.HURTS, name, about if hurt is None else {**about, "pain": hurt}


def _after(form: Mapping[str, Any]) -> Iterator[_Told]:
    effort, pain = _number(form.get("effort", "")), _number(form.get("pain", ""))
    if effort is not None:
        yield Kind.EFFORT, "", {"effort": effort}
    if pain is not None:
        yield Kind.PAIN, "", {"when": "after", "pain": pain}


def _action(started: Started, kind: Kind, name: str, body: Mapping[str, Any]) -> Action:
    key = form_key(started.id, f"{kind.value} {name}")
    return Action(key, started.day, kind, {"session": str(started.id), **body}, timezone.now())


def _number(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else None
    return number if number is not None and number <= MOST_OF_SCALE else None
