"""Ticks: what became of each planned thing, in words, and the forms that say so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spinewise.knowledge import KnowledgeBase
from spinewise.planning import Happened, Outcome, Plan, PlannedItem, Streak, moved_days, streak

OUTCOME_WORDS = {
    Outcome.DONE: gettext_lazy("Done"),
    Outcome.PARTLY: gettext_lazy("Partly done"),
    Outcome.SKIPPED: gettext_lazy("Left out"),
    Outcome.STOPPED: gettext_lazy("Stopped"),
}
SKIP_REASONS = (
    ("no-time", gettext_lazy("No time")),
    ("pain", gettext_lazy("It hurt")),
    ("tired", gettext_lazy("Too tired")),
    ("forgot", gettext_lazy("Forgot it")),
    ("not-for-me", gettext_lazy("Not for me")),
    ("other", gettext_lazy("Something else")),
)
TICK_NOTES = {
    "tick-done": gettext_lazy("Noted: done."),
    "tick-partly": gettext_lazy("Noted: partly done. That counts too."),
    "tick-skipped": gettext_lazy("Noted. The days to come are set out anew where it helps."),
    "untick": gettext_lazy("Taken back."),
    "bad-day": gettext_lazy("Today is for ease only. The next days come back step by step."),
    "bad-day-over": gettext_lazy("Good. Your usual day is back."),
    "away": gettext_lazy("Done. These days now fit what you have there."),
    "home-again": gettext_lazy("Done. Your usual days are back."),
}
OFFLINE_WORDS = (
    ("done", gettext_lazy("Done. It is kept on this phone and sent later.")),
    ("partly", gettext_lazy("Partly done. It is kept on this phone and sent later.")),
    ("skipped", gettext_lazy("Left out. It is kept on this phone and sent later.")),
    ("untick", gettext_lazy("Taken back. It is kept on this phone and sent later.")),
)
_SOME = (Outcome.DONE, Outcome.PARTLY)
Outcomes = Mapping[tuple[date, str], Outcome]


@dataclass(frozen=True, slots=True)
class TickView:
    """What became of one thing on one day; ``words`` is empty while nothing was said. ``key`` makes the form count once."""

    day: str
    words: str
    outcome: str
    key: str
    level: int


@dataclass(frozen=True, slots=True)
class Ticks:
    """All that the forms of a page need."""

    outcomes: Outcomes
    today: date
    seed: UUID

    def of(self, item: PlannedItem, on: date) -> TickView | None:
        """The tick of a thing; ``None`` for a day that is still to come."""
        if on > self.today:
            return None
        outcome = self.outcomes.get((on, item.intervention))
        key = uuid5(self.seed, f"{on} {item.intervention} {item.slot}")
        words = str(OUTCOME_WORDS[outcome]) if outcome else ""
        return TickView(on.isoformat(), words, outcome.value if outcome else "", str(key), item.dose.level)


def outcomes_of(happened: Iterable[Happened], since: date) -> Outcomes:
    """What is known of each day and thing."""
    return {(one.on, one.intervention): one.outcome for one in happened if one.on >= since}


def also_done(plan: Plan, day: int, outcomes: Outcomes, base: KnowledgeBase) -> tuple[str, ...]:
    """What was done on a day although it does not stand there (any more), by name."""
    planned = {item.intervention for item in plan.on(day)}
    told = [name for (on, name), outcome in outcomes.items() if on == plan.date_of(day) and outcome in _SOME]
    return tuple(sorted(base.interventions[name].name for name in told if name in base.interventions and name not in planned))


def streak_words(happened: Iterable[Happened], base: KnowledgeBase, today: date) -> str:
    """The days moved, and the weeks in a row; empty while there is nothing to tell. It never blames."""
    found = streak(moved_days(happened, base), today)
    return " ".join(part for part in (_days(found), _weeks(found)) if part)


def _days(found: Streak) -> str:
    if not found.this_week:
        return ""
    words = ngettext("You moved on %(n)s of the last 7 days.", "You moved on %(n)s of the last 7 days.", found.this_week)
    return words % {"n": found.this_week}


def _weeks(found: Streak) -> str:
    if found.weeks < 2:
        return ""
    return _("That makes %(n)s good weeks in a row. A missed day breaks nothing.") % {"n": found.weeks}
