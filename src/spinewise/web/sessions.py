"""The session of a day: when it may begin, what is in it, and how it went."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from django.utils import timezone

from spinewise.coaching import Session, session_of
from spinewise.intake import Due
from spinewise.knowledge import Disposition, Dose, KnowledgeBase, dose_at
from spinewise.movement import shape_for
from spinewise.planning import Happened, Outcome, Plan, PlannedDose, PlannedItem, shortened
from spinewise.records.actions import Action, Kind, actions_of, happened
from spinewise.records.plans import week_of
from spinewise.web.alarms import MUCH_PAIN
from spinewise.web.present import Present
from spinewise.web.trend import as_usual
from spinewise.web.weeks import bad_today, doses_now, fit_for_today, plan_for

SIZES: Mapping[str, int | None] = {"two": 2, "ten": 10, "full": None}
"""How many minutes a session may take; ``None`` is the whole day."""


@dataclass(frozen=True, slots=True)
class Started:
    """A session that somebody began."""

    id: UUID
    day: date
    size: str
    pain: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Much:
    """Much pain before a session; ``usual`` where the days before were no better."""

    pain: int
    usual: bool


@dataclass(frozen=True, slots=True)
class DaySession:
    """What is done in a session, with the levels of its doses."""

    items: tuple[PlannedItem, ...]
    session: Session
    shape: str = ""
    """Whose body the pictures show."""
    cut: frozenset[str] = frozenset()
    """What has less than its dose, because the session is short."""

    @property
    def levels(self) -> Mapping[str, int]:
        """The level of each thing, by intervention."""
        return {item.intervention: item.dose.level for item in self.items}


def first_of_all(now: Present) -> str:
    """The page that comes before any session now; empty when one may begin. Unknown never lets anybody through."""
    if now.stored.ages is None or (not now.finished and now.due in (Due.NOTHING, Due.TODAY)):
        return "check"
    if now.standing.disposition >= Disposition.SAME_DAY:
        return "result"
    if now.due in (Due.SHORT, Due.NEW):
        return "week"
    if now.due is not Due.NOTHING:
        return "recheck"
    return "" if now.week_open else "check"


def much_today(now: Present) -> Much | None:
    """Much pain by the number of today, which asks for a choice before a session; ``None`` otherwise.

    On a day that is marked as a bad one the choice is made already.
    """
    today = [one.pain for one in now.days if one.day == now.today]
    if not today or today[-1] < MUCH_PAIN or bad_today(week_of(now.person.id, now.today)):
        return None
    return Much(today[-1], as_usual(now.days, now.today))


def session_of_today(now: Present, size: str, base: KnowledgeBase, started: Started | None = None) -> DaySession | None:
    """The session of this size, made from the answers of now; ``None`` when there is no week.

    The day's things and doses are those with which it began, so that a session does not change while it runs. What was done
    before it, or stopped because it hurt, is left out: a second session goes on where the first one ended.
    """
    stored = week_of(now.person.id, now.today)
    morning = replace(stored, happened=tuple(one for one in stored.happened if one.on < now.today))
    plan = plan_for(morning, now.account, base)
    if not isinstance(plan, Plan):
        return None
    before = [one for one in actions_of(now.person.id, since=now.today) if started is None or _earlier(one, started)]
    over = over_on(now.today, happened(before))
    items = tuple(item for item in plan.on((now.today - plan.week).days) if item.intervention not in over)
    minutes = SIZES[size]
    chosen = items if minutes is None else shortened(items, minutes, base)
    once = tuple({item.intervention: item for item in chosen}.values())
    doses = doses_now(morning, now.account, base)
    lighter = {item.intervention: dose for item in once if (dose := _lighter(item, doses, base)) is not None}
    may = fit_for_today({dose.intervention for dose in lighter.values()}, plan, morning, now.account, base)
    steps = session_of(
        [item.dose for item in once],
        base,
        clearances=now.account.interventions,
        easier={name: dose for name, dose in lighter.items() if dose.intervention == name or dose.intervention in may},
    )
    offered = tuple(item for item in once if item.intervention not in steps.left_out)
    whole = {item.intervention: item.dose for item in items}
    cut = frozenset(item.intervention for item in offered if item.dose != whole[item.intervention])
    return DaySession(offered, steps, shape_for(now.account.findings), cut)


def over_on(day: date, happened: Iterable[Happened]) -> frozenset[str]:
    """What is done for this day, or better left alone until the next."""
    return frozenset(one.intervention for one in happened if one.on == day and _is_over(one))


def _is_over(one: Happened) -> bool:
    return one.outcome in (Outcome.DONE, Outcome.STOPPED) or one.too_much


def _lighter(item: PlannedItem, doses: Mapping[str, PlannedDose], base: KnowledgeBase) -> Dose | None:
    """One level down on its ladder; from the lowest level the easier version, where there is one."""
    name = item.intervention
    if item.dose.level > 0 and name in base.ladder_of:
        return dose_at(base.interventions[name], base.ladder_of[name], item.dose.level - 1)
    easier = doses[name].easier
    return doses[easier].dose if easier else None


def _earlier(action: Action, started: Started) -> bool:
    return action.body.get("session") != str(started.id) and action.at is not None and action.at < started.at


def start_action(session: UUID, day: date, size: str, pain: int | None, cut: Collection[str] = ()) -> Action:
    """The beginning of a session. Its key is that of the session, so that a form sent twice begins one session."""
    told: dict[str, object] = {} if pain is None else {"pain": pain}
    told |= {"cut": sorted(cut)} if cut else {}
    return Action(session, day, Kind.SESSION_STARTED, {"session": str(session), "size": size, **told}, timezone.now())


def started_in(actions: Sequence[Action], session: UUID) -> Started | None:
    """The beginning of this session, when it is recorded."""
    for one in actions:
        if one.kind is Kind.SESSION_STARTED and one.key == session and one.at is not None:
            return Started(session, one.day, one.body.get("size", "full"), one.body.get("pain"), one.at)
    return None


def of_session(actions: Sequence[Action], session: UUID) -> tuple[Action, ...]:
    """The actions that belong to a session."""
    return tuple(one for one in actions if one.body.get("session") == str(session))


def form_key(session: UUID, what: str) -> UUID:
    """The key of an action that a form of this session sends: the same each time."""
    return uuid5(session, what)
