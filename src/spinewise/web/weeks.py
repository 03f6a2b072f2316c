"""Making the week of a person: always from the answers of now, through the planner, checked last."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from spinewise.knowledge import KnowledgeBase, usual_dose
from spinewise.knowledge.records import SLOTS
from spinewise.planning import (
    Closed,
    Happened,
    InProgramme,
    Plan,
    PlannedDose,
    PlannedItem,
    Refusal,
    Wishes,
    adapted,
    closed_by_bad_days,
    closed_by_travel,
    days_of_ease,
    doses_for,
    familiar,
    may_stand,
    missed,
    only_ease,
    plan_week,
    prove,
    read_lately,
    standing_in,
    wishes_of,
)
from spinewise.records.history import before
from spinewise.records.plans import DAYS, StoredWeek
from spinewise.web.account import Account
from spinewise.web.proving import PROVER
from spinewise.web.solved import Lately, content_of

WEEKS_KEPT = 64
_WEEKS: Lately[Plan | Refusal] = Lately(WEEKS_KEPT)
_DOSES: Lately[Mapping[str, PlannedDose]] = Lately(WEEKS_KEPT)


def wishes_for(stored: StoredWeek, account: Account, base: KnowledgeBase) -> Wishes:
    """What the planner must keep to: the answers, then what was chosen on the page."""
    wishes = wishes_of(account.cautious, base)
    return replace(
        wishes,
        minutes_per_day=stored.minutes_per_day or wishes.minutes_per_day,
        refused=frozenset(name for name in stored.refused if name in base.interventions),
        not_on=frozenset((day, name) for day, name in stored.not_on if name in base.interventions),
        familiar=familiar(stored.happened, base, stored.week),
        heard=read_lately(stored.happened, account.cautious, base, stored.week),
        kept=_kept(stored, base),
    )


def plan_for(stored: StoredWeek, account: Account, base: KnowledgeBase) -> Plan | Refusal:
    """The week as it is safe now. A stored week only says where things stood, it vouches for nothing.

    First comes the week as its first day saw it. What has come since, such as a bad day, a missed day or another dose, changes
    it as little as possible.
    """
    wishes, first = wishes_for(stored, account, base), _on_the_first_day(stored, account, base)
    today = stored.today or stored.week
    now = replace(first, happened=stored.happened, today=today)
    usual = first.week(wishes)
    if isinstance(usual, Refusal):
        return now.week(wishes)
    closed = _closed(stored, usual, base)
    if not closed and first.doses() == now.doses():
        return usual
    changed = now.week(adapted(usual, _eases(stored, usual, wishes, now), closed, wishes, (today - stored.week).days, base))
    return changed if isinstance(changed, Plan) else _rest(usual)


def _rest(usual: Plan) -> Plan:
    """A week in which nothing is left to do: rest, rather than a word that nothing fits."""
    return replace(usual, items=(), changes={}, objective=0.0, bound=0.0, proven=True)


def usual_week(stored: StoredWeek, account: Account, base: KnowledgeBase) -> Plan | Refusal:
    """The week as its first day saw it. What somebody changes for good is changed here, so that a bad day leaves no trace."""
    return _on_the_first_day(stored, account, base).week(wishes_for(stored, account, base))


def _on_the_first_day(stored: StoredWeek, account: Account, base: KnowledgeBase) -> "_Maker":
    earlier = before(stored.happened, stored.week)
    return _Maker(account, base, stored.week, programme_for(stored, account, base), earlier, stored.week)


def fit_for_today(
    names: Iterable[str], plan: Plan, stored: StoredWeek, account: Account, base: KnowledgeBase
) -> frozenset[str]:
    """Those of these things that might stand in today: nothing that is left out, held back, or closed on this day."""
    wishes = wishes_for(stored, account, base)
    may = may_stand(names, plan, account.cautious, base, disposition=account.disposition, wishes=wishes)
    today = ((stored.today or stored.week) - stored.week).days
    closed = wishes.not_on | _closed_days(stored, base)
    return frozenset(name for name in may if (today, name) not in closed)


def programme_for(stored: StoredWeek, account: Account, base: KnowledgeBase) -> InProgramme:
    """Where the person stands in their programmes today."""
    return standing_in(account.cautious, base, stored.phases, stored.today or stored.week)


def doses_now(stored: StoredWeek, account: Account, base: KnowledgeBase) -> Mapping[str, PlannedDose]:
    """The dose of each thing today, from what happened until now."""
    return doses_for(account.cautious, base, stored.happened, stored.today or stored.week)


def bad_today(stored: StoredWeek) -> bool:
    """Is today a bad day?"""
    return stored.today is not None and stored.today in stored.marks.bad


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes weeks for one person as of a day, each once."""

    account: Account
    base: KnowledgeBase
    first: date
    programme: InProgramme
    happened: tuple[Happened, ...]
    today: date

    def week(self, wishes: Wishes) -> Plan | Refusal:
        """The week for these wishes, from memory where nothing has changed."""
        phases = tuple((place.key, place.stepped_back is not None) for place in self.programme.places)
        key = (self._person(), self.account.disposition, self.first, phases, wishes)
        plan = _WEEKS.get(key, lambda: self._solved(wishes))
        return PROVER.nearer(key, plan, lambda: self._proven(plan, wishes)) if isinstance(plan, Plan) else plan

    def doses(self) -> Mapping[str, PlannedDose]:
        """How much of each thing, from what happened."""
        return _DOSES.get(self._person(), lambda: doses_for(self.account.cautious, self.base, self.happened, self.today))

    def _person(self) -> Hashable:
        return self.base, content_of(self.account.cautious), self.happened, self.today

    def _proven(self, plan: Plan, wishes: Wishes) -> Plan:
        return prove(plan, self.account.cautious, self.base, disposition=self.account.disposition, wishes=wishes)

    def _solved(self, wishes: Wishes) -> Plan | Refusal:
        return plan_week(
            self.account.cautious,
            self.base,
            disposition=self.account.disposition,
            week=self.first,
            wishes=wishes,
            programme=self.programme,
            doses=self.doses(),
        )


def _closed(stored: StoredWeek, usual: Plan, base: KnowledgeBase) -> Closed:
    """The days and things that a bad day, a journey or a missed day takes out of the usual week."""
    today = stored.today or stored.week
    outcomes = {(one.on, one.intervention): one.outcome.value for one in stored.happened if one.on >= stored.week}
    return _closed_days(stored, base) | missed(usual.items, outcomes, stored.week, today)


def _closed_days(stored: StoredWeek, base: KnowledgeBase) -> Closed:
    """What a bad day or a journey closes, whatever stands in the week."""
    away = {(day - stored.week).days: one for day, one in stored.marks.away.items()}
    bad = ((day - stored.week).days for day in stored.marks.bad)
    return closed_by_bad_days(bad, base) | closed_by_travel({day: one for day, one in away.items() if 0 <= day < DAYS}, base)


def _eases(stored: StoredWeek, usual: Plan, wishes: Wishes, maker: _Maker) -> tuple[PlannedItem, ...]:
    """What a week of nothing but ease would hold on the bad days of this week, and soon after."""
    days = days_of_ease((day - stored.week).days for day in stored.marks.bad)
    easy = maker.week(only_ease(usual, wishes, maker.base)) if days else None
    return tuple(item for day in days for item in easy.on(day)) if isinstance(easy, Plan) else ()


def _kept(stored: StoredWeek, base: KnowledgeBase) -> tuple[PlannedItem, ...]:
    known = [item for item in stored.items if item.intervention in base.interventions]
    return tuple(
        PlannedItem(item.day, slot, item.intervention, usual_dose(base.interventions[item.intervention]))
        for item in known
        for slot in SLOTS
        if slot == item.slot
    )
