"""What takes the place of something too hard in a session obeys the plan: nothing left out, kept for later, or closed today."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from spinewise.knowledge import Disposition, usual_dose
from spinewise.planning import Plan, Why, eases
from spinewise.records.audit import Audit
from spinewise.records.marks import mark_bad_day
from spinewise.records.plans import StoredWeek, week_of
from spinewise.web import sessions
from spinewise.web.account import Account
from spinewise.web.present import Present, present_of
from spinewise.web.sessions import session_of_today
from spinewise.web.views import common
from spinewise.web.weeks import fit_for_today, plan_for
from tests.web.conftest import Clock
from tests.web.real import real_base, told
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")
ALL = tuple(real_base().interventions)


@pytest.fixture
def now(alice: Visitor, clock: Clock) -> Present:
    """Alice with an ordinary backache, on a morning that stands still."""
    told(alice)
    return _now(alice)


def _now(alice: Visitor) -> Present:
    assert alice.person is not None
    return present_of(alice.person, real_base(), common.today())


def _week(now: Present) -> tuple[StoredWeek, Plan]:
    stored = week_of(now.person.id, now.today)
    plan = plan_for(stored, now.account, real_base())
    assert isinstance(plan, Plan)
    return stored, plan


def _fit(now: Present, stored: StoredWeek, plan: Plan, account: Account | None = None) -> frozenset[str]:
    return fit_for_today(ALL, plan, stored, account or now.account, real_base())


def test_what_was_refused_or_is_not_for_today_does_not_fit(now: Present) -> None:
    stored, plan = _week(now)
    one, two = sorted(_fit(now, stored, plan))[:2]
    changed = replace(stored, refused=frozenset({one}), not_on=frozenset({((now.today - stored.week).days, two)}))
    assert _fit(now, stored, plan) - _fit(now, changed, plan) == {one, two}


def test_what_a_programme_keeps_for_later_does_not_fit(now: Present) -> None:
    stored, plan = _week(now)
    assert plan.programme is not None
    one = min(_fit(now, stored, plan))
    held = MappingProxyType({**plan.programme.held, one: Why("It comes later.")})
    later = replace(plan, programme=replace(plan.programme, held=held))
    assert _fit(now, stored, plan) - _fit(now, stored, later) == {one}


def test_while_somebody_waits_for_a_doctor_only_what_eases_the_wait_fits(now: Present) -> None:
    stored, plan = _week(now)
    waiting = replace(now.account.triage, disposition=Disposition.WITHIN_DAYS)
    account = replace(now.account, triage=waiting)
    before, after = _fit(now, stored, plan), _fit(now, stored, plan, account)
    assert before - after
    assert all(real_base().interventions[name].while_waiting for name in after)


def test_on_a_bad_day_only_ease_fits(now: Present, alice: Visitor) -> None:
    assert not all(eases(real_base().interventions[name]) for name in _fit(now, *_week(now)))
    mark_bad_day(now.person.id, now.today, audit=Audit("test"))
    bad = _fit(now, *_week(_now(alice)))
    assert bad
    assert all(eases(real_base().interventions[name]) for name in bad)


def _brought(now: Present) -> Mapping[str, set[str]]:
    """The other exercises to which the things of the session lead."""
    found = session_of_today(now, "full", real_base())
    assert found is not None
    used = {name: {step.intervention for step in steps} - {name} for name, steps in found.session.easier.items()}
    return {name: others for name, others in used.items() if others}


def _offered_instead(now: Present, patch: pytest.MonkeyPatch) -> Iterator[str]:
    """The exercises that a session brings in place of something when a ladder leads to them."""
    for name in sorted(_fit(now, *_week(now))):
        dose = replace(usual_dose(real_base().interventions[name]), minutes=1)
        patch.setattr(sessions, "_lighter", lambda *_about, dose=dose: dose)
        if _brought(now):
            yield name


def test_the_session_brings_what_fits_and_not_what_was_refused(
    now: Present, alice: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = next(_offered_instead(now, monkeypatch))
    alice.mine("week/")
    alice.change_week("refuse", intervention=name)
    assert _brought(_now(alice)) == {}


def test_a_day_later_than_the_week_began_is_the_day_that_counts(now: Present, alice: Visitor, clock: Clock) -> None:
    stored, plan = _week(now)
    one = min(_fit(now, stored, plan))
    tomorrow = replace(stored, today=now.today + timedelta(days=1), not_on=frozenset({(0, one)}))
    assert one in _fit(now, tomorrow, plan)
