"""The first page of a person: how is it today, something new or worse, the week in one line, the trend."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spinewise.intake import Due
from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.planning import TEN_MINUTES, Happened, Outcome, Plan, PlannedItem
from spinewise.records.daily import MOST_PAIN, StoredDay
from spinewise.records.plans import DAYS
from spinewise.web.present import Present
from spinewise.web.presenters.day import streak_words
from spinewise.web.presenters.recheck import due_words
from spinewise.web.sessions import over_on
from spinewise.web.trend import TREND_DAYS, Direction, trend_of

NOTES = {
    "deleted": gettext_lazy("Done. Everything about this person is gone."),
    "all-deleted": gettext_lazy("Done. Everything on this machine is gone."),
}
HOME_NOTES = {
    "day": gettext_lazy("Noted for today."),
    "nothing-new": gettext_lazy(
        "Thank you. None of these is a sign of danger. If something else is new or worse, begin a new check below."
    ),
}
CHECK_NOTES = {
    "moved-on": gettext_lazy(
        "This check has moved on, perhaps in another window. Nothing is lost. Here is the question that is open now."
    ),
    "recheck": gettext_lazy("Thank you. Because of what you said, a few more questions come first."),
    "kept": gettext_lazy("Your earlier answer stays, because the second answer did not confirm the change."),
}
"""Short notes that a page may carry over a redirect, by their key in the address."""
RESULT_NOTES = {
    "risen": gettext_lazy("Your last answers make this more urgent than before. Your week waits until you have been seen."),
    "kept": CHECK_NOTES["kept"],
    "corrected": gettext_lazy("Done. You took this answer back. Both answers stay in the record."),
    "cleared": gettext_lazy("Done. We wrote down who looked at it, when, and what they said."),
    "moved-on": gettext_lazy("Something was recorded meanwhile, perhaps in another window. Here is how it stands now."),
}
STEP_X, STEP_Y, EDGE = 40, 8, 10
TREND_WORDS = {
    Direction.LOWER: gettext_lazy("Lower over %(days)s days"),
    Direction.SAME: gettext_lazy("About the same over %(days)s days"),
    Direction.HIGHER: gettext_lazy("Higher over %(days)s days"),
}


@dataclass(frozen=True, slots=True)
class TrendView:
    """The trend as words and as a line of points."""

    words: str
    points: tuple[tuple[int, int], ...]
    numbers: str

    @property
    def line(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x},{y}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class SizeView:
    """One of the buttons that begin a session."""

    size: str
    words: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """One day of the week in small: its letter, how many things stand on it, and whether something was done."""

    letter: str
    words: str
    today: bool
    done: bool


@dataclass(frozen=True, slots=True)
class DayNow:
    """The day of today with all that was done so far; ``bad`` is a bad day."""

    plan: Plan | None = None
    happened: tuple[Happened, ...] = ()
    bad: bool = False

    def left(self, today: date) -> tuple[PlannedItem, ...]:
        """What of today is still to do."""
        over = over_on(today, self.happened)
        return tuple(item for item in self.planned(today) if item.intervention not in over)

    def planned(self, today: date) -> tuple[PlannedItem, ...]:
        """All that stands on today."""
        return self.plan.on((today - self.plan.week).days) if self.plan else ()


@dataclass(frozen=True, slots=True)
class HomeView:
    """``stage``: fresh, going, done, short (a short check is due) or new (a whole one is due)."""

    stage: str
    headline: str
    answered: int
    why_due: str
    week_open: bool
    urgent: bool
    emergency: bool
    waiting: bool
    week_line: str
    number_today: int | None
    trend: TrendView
    sizes: tuple[SizeView, ...]
    marks: tuple[MarkView, ...]
    streak: str
    bad: bool


def home_view(present: Present, day: DayNow, base: KnowledgeBase) -> HomeView:
    """What comes next for this person. The plan of the day is there where one may be shown now."""
    plan = day.plan
    stage = _stage(present)
    urgent = stage != "fresh" and present.standing.disposition >= Disposition.SAME_DAY
    today = [one.pain for one in present.days if one.day == present.today]
    return HomeView(
        stage=stage,
        headline=_headline(stage, present, base, urgent=urgent),
        answered=len(present.stored.interview.answered),
        why_due=due_words(present, base) if stage in ("short", "new") else "",
        week_open=stage == "done" and not urgent,
        urgent=urgent,
        emergency=stage != "fresh" and present.standing.disposition >= Disposition.EMERGENCY,
        waiting=stage != "fresh" and present.standing.disposition >= Disposition.WITHIN_DAYS,
        week_line=week_line(day, present.today) if plan else "",
        number_today=today[-1] if today else None,
        trend=trend_view(present.days, present.today),
        sizes=sizes(day, present.today) if stage == "done" and not urgent else (),
        marks=week_marks(plan, day.happened, present.today) if plan else (),
        streak=streak_words(day.happened, base, present.today),
        bad=day.bad,
    )


def _stage(present: Present) -> str:
    if not present.begun:
        return "fresh"
    if present.due in (Due.SHORT, Due.NEW):
        return present.due.value
    if present.finished and present.alarmed:
        return Due.SHORT.value
    return "done" if present.finished else "going"


def _headline(stage: str, present: Present, base: KnowledgeBase, *, urgent: bool) -> str:
    if stage == "fresh":
        return _("Let us find out what your back needs.")
    if stage == "going" and not urgent:
        return _("You have begun the check. It goes on where you stopped.")
    return base.disposition_text(present.standing.disposition, present.stored.interview.findings).headline


def week_line(day: DayNow, today: date) -> str:
    """The day of today in one line: all of it, or what is left."""
    planned, left = day.planned(today), day.left(today)
    if not planned:
        return _("Today nothing is planned. Rest belongs to it.")
    if not left:
        return _("All of today is done. Rest belongs to it.")
    words = {"n": len(left), "minutes": sum(item.minutes for item in left)}
    if len(left) < len(planned):
        some = ngettext(
            "Left today: %(n)s thing, %(minutes)s minutes.", "Left today: %(n)s things, %(minutes)s minutes.", len(left)
        )
        return some % words
    return ngettext("Today: %(n)s thing, %(minutes)s minutes.", "Today: %(n)s things, %(minutes)s minutes.", len(left)) % words


def sizes(day: DayNow, today: date) -> tuple[SizeView, ...]:
    """Two minutes, ten, or all that is left. Before the danger check of the day nobody knows how long all of it is."""
    plan, left = day.plan, day.left(today)
    minutes = sum(item.minutes for item in left)
    if plan and not left:
        return ()
    whole = ngettext("All: %(n)s minute", "All: %(n)s minutes", minutes) % {"n": minutes} if plan else _("All of it")
    found = [SizeView("two", _("2 minutes"))]
    if plan is None or minutes > TEN_MINUTES:
        found.append(SizeView("ten", _("10 minutes")))
    return (*found, SizeView("full", whole))


def week_marks(plan: Plan, happened: tuple[Happened, ...], today: date) -> tuple[MarkView, ...]:
    """The seven days in small."""
    did = {one.on for one in happened if one.outcome in (Outcome.DONE, Outcome.PARTLY)}
    return tuple(_mark(plan, day, today, did) for day in range(DAYS))


def _mark(plan: Plan, day: int, today: date, did: set[date]) -> MarkView:
    on, number = plan.date_of(day), len(plan.on(day))
    planned = ngettext("%(n)s thing", "%(n)s things", number) % {"n": number} if number else _("nothing planned")
    words = f"{date_format(on, 'l')}: {planned}" + (f", {_('something done')}" if on in did else "")
    return MarkView(date_format(on, "D"), words, on == today, on in did)


def trend_view(days: tuple[StoredDay, ...], today: date) -> TrendView:
    """The numbers of the last seven days."""
    trend = trend_of(days, today)
    words = str(TREND_WORDS.get(trend.direction, _("Tap a number each day. After three days you see where it goes.")))
    points = tuple(_point(one, today) for one in trend.days)
    return TrendView(words % {"days": TREND_DAYS}, points, ", ".join(str(one.pain) for one in trend.days))


def _point(one: StoredDay, today: date) -> tuple[int, int]:
    place = TREND_DAYS - 1 - (today - one.day).days
    return EDGE + STEP_X * place, EDGE + STEP_Y * (MOST_PAIN - one.pain)
