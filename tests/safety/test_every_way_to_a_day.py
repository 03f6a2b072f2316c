"""Bad days, days away, missed days, short days and sessions: on each way only what safety offers, and nothing held back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

import pytest
from benchmarks.people import random_person

from spinewise.assessment import Assessment, assess
from spinewise.coaching import session_of
from spinewise.knowledge import load_knowledge
from spinewise.planning import (
    Away,
    Plan,
    PlannedItem,
    Wishes,
    adapted,
    closed_by_bad_days,
    closed_by_travel,
    days_of_ease,
    missed,
    only_ease,
    plan_week,
    shortened,
    wishes_of,
)
from spinewise.safety import clear

BASE = load_knowledge()
WEEK = date(2026, 11, 30)
PEOPLE, DAYS, TODAY = 8, 7, 2
AWAY = Away(frozenset({"chair"}), frozenset({"floor"}))


@dataclass(frozen=True, slots=True)
class Somebody:
    """A made-up person with their usual week."""

    told: Assessment
    wishes: Wishes
    usual: Plan

    def week(self, wishes: Wishes) -> Plan | None:
        """The week for other wishes."""
        made = plan_week(self.told.findings, BASE, disposition=self.told.triage.disposition, week=WEEK, wishes=wishes)
        return made if isinstance(made, Plan) else None


def people(seed: str) -> Iterator[Somebody]:
    """People who have a week, with dangers and limits of every kind among their answers."""
    random = Random(seed)
    while True:
        told = assess(random_person(BASE, random, yes=0.05), BASE, closed=True)
        wishes = wishes_of(told.findings, BASE)
        usual = plan_week(told.findings, BASE, disposition=told.triage.disposition, week=WEEK, wishes=wishes)
        if isinstance(usual, Plan):
            yield Somebody(told, wishes, usual)


def bad_day(one: Somebody) -> Plan | None:
    easy = one.week(only_ease(one.usual, one.wishes, BASE))
    eased = [item for day in days_of_ease([TODAY]) for item in easy.on(day)] if easy else []
    return one.week(adapted(one.usual, eased, closed_by_bad_days([TODAY], BASE), one.wishes, TODAY, BASE))


def away(one: Somebody) -> Plan | None:
    closed = closed_by_travel({TODAY: AWAY, TODAY + 1: AWAY}, BASE)
    return one.week(adapted(one.usual, (), closed, one.wishes, TODAY, BASE))


def left_out(one: Somebody) -> Plan | None:
    first = one.usual.items[0]
    outcomes = {(WEEK + timedelta(days=first.day), first.intervention): "skipped"}
    closed = missed(one.usual.items, outcomes, WEEK, WEEK + timedelta(days=DAYS - 1))
    return one.week(adapted(one.usual, (), closed, one.wishes, TODAY, BASE))


WAYS: Mapping[str, Callable[[Somebody], Plan | None]] = {"bad day": bad_day, "away": away, "missed": left_out}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_changed_week_holds_only_what_safety_offers_and_no_programme_holds_back(way: str) -> None:
    weeks = 0
    for one in islice(people(way), PEOPLE):
        offered = {name for name, clearance in clear(one.told.findings, BASE).items() if clearance.offered}
        after = WAYS[way](one)
        if after is None:
            continue
        weeks += 1
        held = set(after.programme.held) if after.programme else set()
        planned = {item.intervention for item in after.items}
        assert planned <= offered - held
    assert weeks


def _days(one: Somebody) -> Iterator[tuple[PlannedItem, ...]]:
    yield from (one.usual.on(day) for day in range(DAYS))


@pytest.mark.parametrize("minutes", [2, 10])
def test_a_short_session_holds_only_what_its_day_holds_with_every_change(minutes: int) -> None:
    for one in islice(people(f"short {minutes}"), PEOPLE):
        cleared = clear(one.told.findings, BASE)
        for day in _days(one):
            short = shortened(day, minutes, BASE)
            session = session_of([item.dose for item in short], BASE, clearances=cleared)
            assert {item.intervention for item in short} <= {item.intervention for item in day}
            assert session.left_out == ()
            for step in session.steps:
                assert set(cleared[step.intervention].changes) <= set(step.changes)
