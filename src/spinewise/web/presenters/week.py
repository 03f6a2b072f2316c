"""The week as the page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.records import SLOTS
from spinewise.movement import shape_for
from spinewise.planning import Plan, PlannedItem
from spinewise.records.plans import DAYS, StoredWeek
from spinewise.safety import Clearance
from spinewise.web.presenters.day import Ticks, TickView, also_done
from spinewise.web.presenters.doses import dose_reasons, planned_dose_words
from spinewise.web.presenters.figures import FigureView, figure_for
from spinewise.web.presenters.made import how_made
from spinewise.web.presenters.reference.lessons import lesson_of
from spinewise.web.presenters.reference.sections import Ref
from spinewise.web.presenters.words import AnswerView, SourceView, answers, how_sure, sources
from spinewise.web.sessions import over_on

SLOT_NAMES = {
    "morning": gettext_lazy("Morning"),
    "midday": gettext_lazy("Midday"),
    "evening": gettext_lazy("Evening"),
    "break": gettext_lazy("In breaks"),
}
MINUTES_TO_CHOOSE = (5, 10, 15, 20, 30, 45, 60)
WEEK_NOTES = {
    "swap": gettext_lazy("Done. This week has something else in its place."),
    "refuse": gettext_lazy("Done. We will not offer it again, unless you bring it back."),
    "not-today": gettext_lazy("Done. That day goes without it."),
    "restore": gettext_lazy("Done. It may come back into your week."),
    "minutes": gettext_lazy("Done. Your week now fits that time."),
    "moved-on": gettext_lazy("Your week has changed meanwhile, perhaps in another window. Here it is as it stands now."),
}


@dataclass(frozen=True, slots=True)
class WhyView:
    """A reason with the answers and sources behind it."""

    says: str
    because: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing of one day."""

    id: str
    name: str
    minutes: int
    summary: str
    steps: tuple[str, ...]
    dose: tuple[str, ...]
    dose_why: str
    whys: tuple[WhyView, ...]
    changes: tuple[str, ...]
    sure: str
    evidence: str
    stop_signals: tuple[str, ...]
    sources: tuple[SourceView, ...]
    lesson: Ref | None
    figure: FigureView | None
    slot: str
    tick: TickView | None


@dataclass(frozen=True, slots=True)
class SlotView:
    """A part of a day."""

    name: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One day."""

    number: int
    weekday: str
    label: str
    date_words: str
    today: bool
    chosen: bool
    minutes: int
    slots: tuple[SlotView, ...]
    left_minutes: int = 0
    """What of the day is still to do."""
    also: tuple[str, ...] = ()
    """What was done on it although it does not stand there (any more), by name."""

    @property
    def count(self) -> int:
        """How many things stand on it."""
        return sum(len(slot.items) for slot in self.slots)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was refused or swapped away, to bring back."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class WeekView:
    """The whole page."""

    days: tuple[DayView, ...]
    open_day: DayView
    minutes_per_day: int
    minutes_choices: tuple[int, ...]
    left_out: tuple[LeftOut, ...]
    version: int
    waiting: bool
    made: tuple[str, ...]
    bad: bool
    away: bool

    @property
    def different(self) -> tuple[ItemView, ...]:
        """Each thing of the week once, in the order in which it first comes."""
        items = (item for day in self.days for slot in day.slots for item in slot.items)
        return tuple({item.id: item for item in items}.values())


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page is made from, beside the plan. ``day`` is the one to open; ``None`` means today."""

    findings: Findings
    stored: StoredWeek
    today: date
    day: int | None
    minutes_per_day: int
    waiting: bool
    ticks: Ticks
    bad: bool = False
    away: bool = False
    cleared: Mapping[str, Clearance] | None = None
    """What safety says of everything, so that pictures agree with it."""


def week_view(plan: Plan, frame: Frame, base: KnowledgeBase) -> WeekView:
    """The page for a plan."""
    today = (frame.today - plan.week).days
    chosen = frame.day if frame.day is not None and 0 <= frame.day < DAYS else min(max(today, 0), DAYS - 1)
    items = {item: _item(item, plan, frame, base) for item in plan.items}
    bare = (_day(number, plan, items, frame, chosen) for number in range(DAYS))
    days = tuple(replace(day, also=also_done(plan, day.number, frame.ticks.outcomes, base)) for day in bare)
    minutes, stored = frame.minutes_per_day, frame.stored
    return WeekView(
        days=days,
        open_day=days[chosen],
        minutes_per_day=minutes,
        minutes_choices=tuple(sorted({*MINUTES_TO_CHOOSE, minutes})),
        left_out=left_out(stored, base),
        version=stored.version,
        waiting=frame.waiting,
        made=how_made(plan),
        bad=frame.bad,
        away=frame.away,
    )


def left_out(stored: StoredWeek, base: KnowledgeBase) -> tuple[LeftOut, ...]:
    """What the person does not want now, by name."""
    names = stored.refused | {name for _day, name in stored.not_on}
    found = [LeftOut(name, base.interventions[name].name) for name in names if name in base.interventions]
    return tuple(sorted(found, key=lambda one: one.name))


def _day(number: int, plan: Plan, views: Mapping[PlannedItem, ItemView], frame: Frame, chosen: int) -> DayView:
    when, items = plan.date_of(number), plan.on(number)
    today = (frame.today - plan.week).days
    slots = tuple(
        SlotView(str(SLOT_NAMES[slot]), tuple(views[item] for item in items if item.slot == slot))
        for slot in SLOTS
        if any(item.slot == slot for item in items)
    )
    date_words = date_format(when, "l j F")
    label = _("Today, %(date)s") % {"date": date_words} if number == today else date_words
    over = over_on(when, frame.stored.happened)
    return DayView(
        number=number,
        weekday=date_format(when, "l"),
        label=label,
        date_words=date_words,
        today=number == today,
        chosen=number == chosen,
        minutes=sum(item.minutes for item in items),
        slots=slots,
        left_minutes=sum(item.minutes for item in items if item.intervention not in over),
    )


def _item(item: PlannedItem, plan: Plan, frame: Frame, base: KnowledgeBase) -> ItemView:
    intervention = base.interventions[item.intervention]
    return ItemView(
        id=item.intervention,
        name=intervention.name,
        minutes=item.minutes,
        summary=intervention.summary,
        steps=intervention.steps,
        dose=planned_dose_words(item, plan),
        dose_why=dose_reasons(item),
        whys=_whys(item, plan, frame.findings, base),
        changes=plan.changes.get(item.intervention, ()),
        sure=how_sure(intervention.evidence),
        evidence=intervention.evidence.says,
        stop_signals=intervention.stop_signals,
        sources=sources((*(one for why in item.why for one in why.sources), *intervention.sources), base),
        lesson=lesson_of(intervention, base),
        figure=figure_for(item.intervention, base, shape_for(frame.findings), frame.cleared),
        slot=item.slot,
        tick=frame.ticks.of(item, plan.date_of(item.day)),
    )


def _whys(item: PlannedItem, plan: Plan, findings: Findings, base: KnowledgeBase) -> tuple[WhyView, ...]:
    """The reasons for this person; dose, evidence and changes have places of their own on the page."""
    intervention = base.interventions[item.intervention]
    changes = plan.changes.get(item.intervention, ())
    own = [why for why in item.why if why not in item.dose_why and intervention.evidence.says not in why.says]
    personal = [why for why in own if not why.says.startswith(changes)]
    return tuple(WhyView(why.says, _known(why.findings, findings, base)) for why in personal)


def _known(names: tuple[str, ...], findings: Findings, base: KnowledgeBase) -> tuple[AnswerView, ...]:
    return answers([(name, findings.get(name)) for name in names if findings.known(name)], base)
