"""What came of each exercise on each day, read from the actions: one account for the next doses.

A session that broke off still counts for what was done in it. Pain and "too much" are never outvoted by a later tick.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from spinewise.planning import Happened, Outcome
from spinewise.records.deeds import Action, Kind

_ITEM_KINDS = frozenset(
    {Kind.STEP_DONE, Kind.ITEM_DONE, Kind.TOO_MUCH, Kind.EASIER, Kind.SKIPPED, Kind.HURTS, Kind.TICK, Kind.UNTICK}
)
_MOST_DONE_FIRST = (Outcome.DONE, Outcome.PARTLY, Outcome.SKIPPED)


@dataclass(slots=True)
class _Day:
    """What is gathered for one exercise on one day."""

    sessions: dict[str, Outcome] = field(default_factory=dict)
    ticks: dict[str, Outcome] = field(default_factory=dict)
    level: int | None = None
    pain_during: int | None = None
    too_much: bool = False
    why: str = ""


def happened(actions: Sequence[Action], numbers: Mapping[date, int] | None = None) -> tuple[Happened, ...]:
    """One account for each exercise and day, oldest first. ``numbers`` are the stored numbers of the days, if at hand."""
    days: dict[tuple[date, str], _Day] = {}
    for one in actions:
        if one.kind in _ITEM_KINDS:
            _take(days.setdefault((one.day, one.body["intervention"]), _Day()), one)
    around = _Around(actions, numbers or {})
    told = [_told(day, name, gathered, around) for (day, name), gathered in sorted(days.items(), key=lambda one: one[0])]
    return tuple(one for one in told if one is not None)


def _take(day: _Day, action: Action) -> None:
    body, session = action.body, action.body.get("session", "")
    day.level = body.get("level", day.level)
    day.why = body.get("why") or day.why
    if action.kind is Kind.TICK:
        day.ticks[body.get("slot", "")] = Outcome(body["outcome"])
    elif action.kind is Kind.UNTICK:
        day.ticks.pop(body.get("slot", ""), None)
    elif action.kind is Kind.HURTS:
        day.sessions[session] = Outcome.STOPPED
        day.pain_during = _most((day.pain_during, body.get("pain")))
    elif day.sessions.get(session) is not Outcome.STOPPED:
        day.sessions[session] = _outcome(action, day.sessions.get(session))
    day.too_much = day.too_much or action.kind is Kind.TOO_MUCH


def _outcome(action: Action, before: Outcome | None) -> Outcome:
    """The outcome in a session after one more action; an exercise that was begun and never ended is partly done."""
    if action.kind is Kind.ITEM_DONE:
        return Outcome(action.body["outcome"])
    if action.kind is Kind.SKIPPED:
        return Outcome.PARTLY if before in (Outcome.PARTLY, Outcome.DONE) else Outcome.SKIPPED
    return before if before in (Outcome.DONE, Outcome.SKIPPED) else Outcome.PARTLY


class _Around:
    """What was said about a session or a day as a whole."""

    def __init__(self, actions: Sequence[Action], numbers: Mapping[date, int]) -> None:
        self._numbers = numbers
        self._actions = tuple(one for one in actions if one.kind in (Kind.SESSION_STARTED, Kind.EFFORT, Kind.PAIN))

    def cut(self, sessions: Iterable[str], name: str) -> bool:
        """Was there less of this exercise in all these sessions, because they were short?"""
        asked = set(sessions)
        starts = [one for one in self._actions if one.kind is Kind.SESSION_STARTED and one.body.get("session") in asked]
        return bool(starts) and all(name in one.body.get("cut", ()) for one in starts)

    def before(self, sessions: Iterable[str]) -> int | None:
        """The pain with which these sessions began."""
        asked = set(sessions)
        starts = (one for one in self._actions if one.body.get("session") in asked)
        return _most(one.body.get("pain") for one in starts if one.kind is Kind.SESSION_STARTED or _when(one, "before"))

    def during(self, sessions: Iterable[str], name: str) -> int | None:
        """The pain that was told for this exercise, or for a whole session."""
        asked = set(sessions)
        told = (one for one in self._actions if _when(one, "during") and one.body.get("session", "") in asked)
        return _most(one.body["pain"] for one in told if one.body.get("intervention", name) == name)

    def effort(self, sessions: Iterable[str]) -> int | None:
        """How hard these sessions were."""
        asked = set(sessions)
        return _most(one.body["effort"] for one in self._actions if one.kind is Kind.EFFORT and one.body["session"] in asked)

    def next_day(self, day: date) -> int | None:
        """The number of the day after, or the pain with which its first session began."""
        after = day + timedelta(days=1)
        told = [one.body["pain"] for one in self._actions if one.day == after and _tells_morning(one)]
        said = [one.body["pain"] for one in self._actions if one.day == after and _when(one, "next-day")]
        return _most((self._numbers.get(after), *said, *told[:1]))


def _when(action: Action, when: str) -> bool:
    return action.kind is Kind.PAIN and action.body["when"] == when


def _tells_morning(action: Action) -> bool:
    return "pain" in action.body and (action.kind is Kind.SESSION_STARTED or _when(action, "before"))


def _told(day: date, name: str, gathered: _Day, around: _Around) -> Happened | None:
    outcome = _settled(gathered)
    if outcome is None:
        return None
    return Happened(
        on=day,
        intervention=name,
        outcome=outcome,
        level=gathered.level,
        effort=around.effort(gathered.sessions),
        pain_before=around.before(gathered.sessions),
        pain_during=_most((gathered.pain_during, around.during(gathered.sessions, name))),
        pain_next_day=around.next_day(day),
        too_much=gathered.too_much,
        why=gathered.why,
        cut=not gathered.ticks and around.cut(gathered.sessions, name),
    )


def _settled(gathered: _Day) -> Outcome | None:
    """A stop outranks all, then what was ticked by hand, then what the sessions saw."""
    told = [*gathered.sessions.values(), *gathered.ticks.values()]
    if Outcome.STOPPED in told:
        return Outcome.STOPPED
    return min(gathered.ticks.values() or gathered.sessions.values(), key=_MOST_DONE_FIRST.index, default=None)


def _most(values: Iterable[int | None]) -> int | None:
    return max((one for one in values if one is not None), default=None)
