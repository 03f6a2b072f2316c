"""Where one person stands now: answers as of today, what stands from before, and what is due before the week."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import UUID

from spinewise.intake import Due, Interview, due, next_step
from spinewise.knowledge import Disposition, KnowledgeBase, complete
from spinewise.records.actions import actions_of
from spinewise.records.daily import StoredDay, days_of
from spinewise.records.events import History, Told, history_of
from spinewise.records.interviews import StoredInterview, latest_interview
from spinewise.records.marks import marks_of
from spinewise.records.people import StoredPerson, get_person
from spinewise.records.timeline import said_since
from spinewise.triage import Checked, Cleared, Occasion, Reason, Standing, Triage, standing_disposition
from spinewise.web.account import Account, Past, account_of, standing_with, today_of
from spinewise.web.alarms import last_alarm
from spinewise.web.bad_spell import LOOKED_BACK_DAYS, asks_for_a_look
from spinewise.web.solved import Lately
from spinewise.web.trend import TREND_DAYS, rose

PAIN_FROM = 3
"""From here the number of a day asks somebody whom nothing hurt what hurts now; below, it comes and goes in most backs."""
PEOPLE_KEPT = 32
_FINISHED: Lately[bool] = Lately(PEOPLE_KEPT)
_TODAY: Lately[Triage] = Lately(PEOPLE_KEPT)
_ACCOUNTS: Lately[Account] = Lately(PEOPLE_KEPT)


@dataclass(frozen=True)
class Present:
    """One person now. What takes time is worked out when a page first asks for it."""

    person: StoredPerson
    stored: StoredInterview
    history: History
    days: tuple[StoredDay, ...]
    base: KnowledgeBase
    today: date
    alarm_at: datetime | None = None
    """When something last hurt much, or felt new, in an exercise."""
    bad_days: frozenset[date] = frozenset()

    @cached_property
    def past(self) -> Past:
        """The events, and what was answered after each clearance."""
        return past_of(self.stored, self.history)

    @cached_property
    def begun(self) -> bool:
        """Is there anything to go by: an answer, or something that stands from before?"""
        return bool(self.stored.entries or self.history.told)

    @cached_property
    def finished(self) -> bool:
        """Is the check done?"""
        return _FINISHED.get(self._state, lambda: next_step(self.stored.interview, self.base) is None)

    @property
    def _state(self) -> Hashable:
        """What all that is worked out here depends on: the record as it stands, and the day."""
        return self.base, self.person.id, self.stored.key, self.stored.version, self.history.number, self.today

    @cached_property
    def today_alone(self) -> Triage:
        """What the answers of now ask for by themselves."""
        return _TODAY.get(self._state, lambda: today_of(self.stored.interview.findings, self.base, self.past))

    @cached_property
    def standing(self) -> Standing:
        """What stands, the answers of now counted in."""
        return standing_with(self.today_alone.reasons, self.past)

    @cached_property
    def due(self) -> Due:
        """What comes before the week; a number that rose clearly, or an alarm, asks for danger once more."""
        if self.stored.ages is None:
            return Due.NOTHING
        found = due(complete(self.stored.interview.findings, self.base), self.standing.disposition, self.stored.ages)
        if found in (Due.NOTHING, Due.TODAY) and (self.pain_began or self.bad_again):
            return Due.SHORT
        return Due.TODAY if found is Due.NOTHING and (self.alarmed or self._rose_since_look) else found

    @cached_property
    def alarmed(self) -> bool:
        """Did something hurt much, or feel new, after somebody last looked for danger?"""
        return self.alarm_at is not None and not self._looked_since(self.alarm_at)

    @property
    def _rose_since_look(self) -> bool:
        return rose(self.days) and not self._looked_since(self.days[-1].changed_at)

    @cached_property
    def pain_began(self) -> bool:
        """Does the number of a day say that something hurts, where the answers say that nothing does?"""
        last = self.days[-1] if self.stored.interview.findings.nothing_hurts and self.days else None
        return last is not None and last.pain >= PAIN_FROM and not self._looked_since(last.changed_at)

    @cached_property
    def bad_again(self) -> bool:
        """Were there so many bad days since the last short or whole check that a new look is due?"""
        if self.stored.ages is None:
            return False
        looked = self.today - timedelta(days=self.stored.ages.checked_days)
        return asks_for_a_look(self.bad_days, self.days, looked, self.today)

    def _looked_since(self, time: datetime) -> bool:
        """Was there a danger check, or the beginning of a whole check, since then?"""
        looks = [datetime.fromisoformat(str(entry["at"])) for entry in self.stored.entries if "at" in entry]
        begun = [self.stored.begun_at] if self.stored.begun_at else []
        return any(one >= time for one in (*looks, *begun))

    @cached_property
    def week_open(self) -> bool:
        """May the week be shown now?"""
        return self.finished and self.due is Due.NOTHING and self.standing.disposition < Disposition.SAME_DAY

    @cached_property
    def account(self) -> Account:
        """The whole account."""
        return _ACCOUNTS.get(self._state, lambda: account_of(self.stored.interview, self.base, self.past))


def present_of(person: UUID, base: KnowledgeBase, today: date) -> Present:
    """Everything that the pages of a person need. Raises ``NotThere``."""
    days = days_of(person, today - timedelta(days=TREND_DAYS - 1))
    alarm = last_alarm(actions_of(person, since=today - timedelta(days=1)))
    bad = marks_of(person, today - timedelta(days=LOOKED_BACK_DAYS)).bad
    interview, history = latest_interview(person, base, today), history_of(person)
    return Present(get_person(person), interview, history, days, base, today, alarm, bad)


def past_of(stored: StoredInterview, history: History) -> Past:
    """The events, and what was answered after each clearance."""
    said: dict[Cleared, frozenset[str]] = {}
    for told in history.told:
        if isinstance(told.event, Cleared):
            said[told.event] = said.get(told.event, frozenset()) | _said_after(told, stored)
    return Past(history.events, said)


def told_by(occasion: Occasion, before: Present, now: Interview) -> tuple[Told, ...]:
    """The event of these answers: of a recheck always, of a check when it is done or when it asks for more than stood.

    While a check goes on, only what cannot wait is recorded: the rest may still be changed freely.
    """
    done = next_step(now, before.base) is None
    found = today_of(now.findings, before.base, before.past).reasons
    reasons = found if done or occasion is Occasion.RECHECK else urgent(found)
    stood = {_sort_of(one) for one in standing_disposition(before.past.events).reasons}
    first = done and not before.finished
    if first or occasion is Occasion.RECHECK or not stood.issuperset(map(_sort_of, reasons)):
        return (Told(Checked(occasion, reasons), before.today),)
    return ()


def urgent(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Those that cannot wait until tomorrow."""
    return tuple(one for one in reasons if one.disposition >= Disposition.SAME_DAY)


def since(history: History, standing: Standing, today: date) -> date:
    """Since when what stands is as urgent as now; a clearance begins anew."""
    first: dict[tuple[str, Disposition], date] = {}
    for told in history.told:
        if isinstance(told.event, Cleared):
            first = {}
        else:
            for reason in told.event.reasons:
                first.setdefault(_sort_of(reason), told.day)
    top = [one for one in standing.reasons if one.disposition == standing.disposition]
    return min((first.get(_sort_of(one), today) for one in top), default=today)


def newest(history: History, standing: Standing, today: date) -> date:
    """The day on which the last of what stands came up; a clearance must not be older."""
    return max((since(history, Standing(one.disposition, (one,), ()), today) for one in standing.reasons), default=today)


def _sort_of(reason: Reason) -> tuple[str, Disposition]:
    return reason.rule, reason.disposition


def _said_after(told: Told, stored: StoredInterview) -> frozenset[str]:
    same = told.mark is not None and told.mark.interview == stored.key
    return said_since(stored.entries, told.mark.version if same and told.mark else -1)
