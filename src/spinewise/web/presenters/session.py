"""A session as its pages show it: before, during, and what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spinewise.coaching import Step, as_plain, picture_of
from spinewise.knowledge import KnowledgeBase
from spinewise.movement import movement_of
from spinewise.planning import Outcome
from spinewise.records.actions import Action, Kind, happened
from spinewise.web.alarms import MUCH_PAIN
from spinewise.web.middleware import end_of_day_ms
from spinewise.web.presenters.figures import FigureView, figure_address, figure_view
from spinewise.web.sessions import DaySession, Started

SIZE_NAMES = {"two": gettext_lazy("Two minutes"), "ten": gettext_lazy("Ten minutes"), "full": gettext_lazy("All of today")}
OUTCOME_NAMES = {
    Outcome.DONE: gettext_lazy("done"),
    Outcome.PARTLY: gettext_lazy("partly done"),
    Outcome.SKIPPED: gettext_lazy("left out"),
    Outcome.STOPPED: gettext_lazy("stopped because it hurt"),
}
_TEXTS = {
    "ready": gettext_lazy("Get ready"),
    "rest": gettext_lazy("Rest"),
    "other": gettext_lazy("Other side"),
    "hold": gettext_lazy("Hold"),
    "in": gettext_lazy("Breathe in"),
    "out": gettext_lazy("Breathe out"),
    "still": gettext_lazy("Wait"),
    "of": gettext_lazy("of %(n)s"),
    "set": gettext_lazy("Set %(n)s of %(all)s"),
    "first": gettext_lazy("First side"),
    "again": gettext_lazy("Go on"),
    "pause": gettext_lazy("Pause"),
    "paused": gettext_lazy("Paused"),
    "waiting": gettext_lazy("Kept on this phone. It is sent when you are online again."),
    "slept": gettext_lazy("The phone was asleep, so the session waited for you."),
    "seconds": gettext_lazy("%(n)s seconds"),
    "times": gettext_lazy("%(n)s times"),
}
REST_SAYS = gettext_lazy("Rest. Breathe calmly.")
HARD_EFFORT = 7
MORE_PAIN = 2
"""A rise from here is one that people notice (see spinewise.web.trend)."""


@dataclass(frozen=True, slots=True)
class ThingView:
    """One thing of a session."""

    id: str
    name: str
    minutes: int
    says: str
    steps: tuple[str, ...]
    changes: tuple[str, ...]
    stop_signals: tuple[str, ...]
    figure: FigureView | None


@dataclass(frozen=True, slots=True)
class StartView:
    """The page before. ``key`` is that of the session that begins with its form."""

    key: UUID
    size: str
    size_name: str
    sizes: tuple[tuple[str, str], ...]
    minutes: int
    things: tuple[ThingView, ...]
    left_out: tuple[str, ...] = ()
    """What stands in the week and has no form now that suits this person."""


@dataclass(frozen=True, slots=True)
class PlayerView:
    """The page of the session. ``until_ms`` is when the danger check of the day is over (since 1970)."""

    id: UUID
    things: tuple[ThingView, ...]
    data: SafeString
    checked: str
    until_ms: int


@dataclass(frozen=True, slots=True)
class DoneView:
    """The page after."""

    lead: str
    lines: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    look: bool


def start_view(today: DaySession, size: str, key: UUID, base: KnowledgeBase) -> StartView:
    """What is in the session."""
    minutes = max(1, round(today.session.duration_s / 60))
    sizes = tuple((one, str(name)) for one, name in SIZE_NAMES.items())
    left = tuple(base.interventions[name].name for name in today.session.left_out)
    return StartView(key, size, str(SIZE_NAMES[size]), sizes, minutes, _things(today, base), left)


def player_view(today: DaySession, started: Started, base: KnowledgeBase) -> PlayerView:
    """The session with all that its script needs."""
    until = end_of_day_ms()
    data: dict[str, Any] = {
        "session": str(started.id),
        "day": started.day.isoformat(),
        "until": until,
        "levels": dict(today.levels),
        "texts": {key: str(text) for key, text in _TEXTS.items()},
        "figures": _figures(today),
        "rest_says": str(REST_SAYS),
        **as_plain(today.session),
    }
    checked = timezone.localtime().strftime("%H:%M")
    return PlayerView(started.id, _things(today, base), json_script(data, "session-data"), checked, until)


def done_view(actions: Sequence[Action], started: Started, base: KnowledgeBase) -> DoneView:
    """What was done, and what it means for next time."""
    told = happened(actions)
    names = {one: base.interventions[one].name for one in {each.intervention for each in told} if one in base.interventions}
    lines = tuple((names[one.intervention], str(OUTCOME_NAMES[one.outcome])) for one in told if one.intervention in names)
    count = sum(one.outcome is Outcome.DONE for one in told)
    did = ngettext("You did %(n)s thing.", "You did %(n)s things.", count) % {"n": count}
    after = _last(actions, Kind.PAIN, "pain")
    words = _words(_last(actions, Kind.EFFORT, "effort") or 0, started.pain, after, actions)
    return DoneView(did if count else _("It is written down."), lines, tuple(words), (after or 0) >= MUCH_PAIN)


def _words(effort: int, before: int | None, after: int | None, actions: Sequence[Action]) -> Sequence[str]:
    words = []
    if any(one.kind is Kind.HURTS for one in actions):
        words.append(_("You stopped where it hurt. That was right. What hurt will be lighter next time, or not there."))
    if before is not None and after is not None and after - before >= MORE_PAIN:
        words.append(_("It hurts more than before. Often that settles by tomorrow. Tell us then how it is."))
    if effort >= HARD_EFFORT:
        words.append(_("It was hard. The next one will not be harder."))
    return words or [_("What you did counts, however small. Your next doses follow from it.")]


def _last(actions: Sequence[Action], kind: Kind, name: str) -> int | None:
    found = [one.body[name] for one in actions if one.kind is kind and name in one.body]
    return found[-1] if found else None


def _things(today: DaySession, base: KnowledgeBase) -> tuple[ThingView, ...]:
    by_name = {item.intervention: item for item in today.items}
    names = [name for name in today.session.interventions if name in by_name]
    return tuple(_thing(name, by_name[name].minutes, today, base) for name in names)


def _thing(name: str, minutes: int, today: DaySession, base: KnowledgeBase) -> ThingView:
    item, own = base.interventions[name], [step for step in today.session.steps if step.intervention == name]
    changes = tuple(dict.fromkeys(text for step in own for text in (*step.changes, *step.gone)))
    does = next((step.guide for step in own if step.guide), item.steps)
    return ThingView(name, item.name, minutes, item.summary, does, changes, item.stop_signals, _figure(name, own, today, base))


def _figure(name: str, steps: Sequence[Step], today: DaySession, base: KnowledgeBase) -> FigureView | None:
    """The picture of the whole as it is played: in the form that a change names, without what is left out."""
    whole, played = movement_of(base, name), [step.movement for step in steps]
    gone = {part.move for part in whole.parts if part.move not in played} if whole else set()
    shown = name if whole is None or whole.parts else played[0]
    return figure_view(shown, base, today.shape, gone.union(*(step.without for step in steps)))


def _figures(today: DaySession) -> Mapping[str, str]:
    lighter = (step for steps in today.session.easier.values() for step in steps)
    shown = {picture_of(step): step for step in (*today.session.steps, *lighter) if step.movement}
    return {name: figure_address(step.movement, today.shape, leaves_out=step.without) for name, step in sorted(shown.items())}
