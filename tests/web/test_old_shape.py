"""Questions get other names and other findings over the years. What was answered stays answered, and nothing is made up."""

from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest

from spinewise.assessment import interview_from_facts
from spinewise.intake import Interview
from spinewise.knowledge import Findings, KnowledgeBase, complete, load_knowledge
from spinewise.records.audit import Audit
from spinewise.records.interviews import latest_interview, store_interview
from spinewise.records.models import InterviewRecord
from spinewise.records.people import add_person
from spinewise.records.screens import Screen, regrouped, screen_of
from spinewise.records.timeline import dated, recheck_entry, retold
from spinewise.triage import disposition_of
from tests.people import random_person

TODAY = date(2026, 1, 5)
TODAY_AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
REAL = load_knowledge()


def _entry(findings: list[str], values: dict[str, Any], version: int = 1, question: str = "of-long-ago") -> Screen:
    return dated({"question": question, "findings": findings, "values": values, "purpose": "danger"}, TODAY, version)


def _as_it_was_once(interview: Interview, random: Random) -> list[Screen]:
    """The same answers on fewer screens, under names that no question has today."""
    old: list[Screen] = []
    for number, answered in enumerate(interview.answered, start=1):
        screen = screen_of(answered)
        if old and random.random() < 0.6:
            old[-1]["findings"] += screen["findings"]
            old[-1]["values"] |= screen["values"]
        else:
            old.append(_entry(screen["findings"], screen["values"], number, f"of-long-ago-{number}"))
    return old


def _told(entries: list[Screen], base: KnowledgeBase = REAL) -> Interview:
    return retold(regrouped(entries, base), base, TODAY).interview


@pytest.mark.parametrize("seed", range(25))
def test_an_old_interview_keeps_its_answers_and_is_never_lower(seed: int) -> None:
    random = Random(seed)
    before, _assessment = interview_from_facts(random_person(REAL, random, yes=0.1), REAL, closed=True)
    after = _told(_as_it_was_once(before, random))
    assert after.findings.unsure == before.findings.unsure
    assert {**after.findings.values} == {**before.findings.values}
    assert disposition_of(complete(after.findings, REAL), REAL) >= disposition_of(complete(before.findings, REAL), REAL)


def test_a_screen_is_sorted_to_the_questions_of_today() -> None:
    entry = _entry(["fever", "age", "sex"], {"fever": True, "age": 40.0}, version=3)
    sorted_now = regrouped([entry], REAL)
    assert [(one["findings"], one["values"], one["v"]) for one in sorted_now] == [
        (["fever"], {"fever": True}, 3),
        (["age", "sex"], {"age": 40.0}, 3),
    ]
    assert [one["question"] for one in sorted_now] == [REAL.question_of["fever"].id, REAL.question_of["age"].id]


def test_what_is_no_answered_screen_stays_as_it_is() -> None:
    look = dated(recheck_entry({"fever": False}, TODAY_AT, renews=False), TODAY, 2)
    assert regrouped([look], REAL) == (look,)


def test_what_nobody_asks_today_keeps_its_old_name_and_counts_for_nothing() -> None:
    entry = _entry(["gone", "age"], {"gone": 3.0, "age": 40.0})
    kept, age = regrouped([entry], REAL)
    assert (kept["question"], kept["values"]) == ("of-long-ago", {"gone": 3.0})
    assert age["values"] == {"age": 40.0}
    assert _told([entry]).findings == Findings().with_values({"age": 40.0})


def test_a_yes_that_came_after_the_no_to_its_broader_question_of_today_outweighs_it() -> None:
    denied = _entry(["leg_trouble"], {"leg_trouble": False}, version=1)
    yes = _entry(["leg_weakness"], {"leg_weakness": True}, version=2)
    told = _told([denied, yes]).findings
    assert told.get("leg_weakness") is True
    assert told.get("leg_trouble") is True
    assert not complete(told, REAL).known("foot_drop")


def test_a_broader_question_that_was_changed_to_no_later_still_takes_its_members_back() -> None:
    denied = _entry(["leg_trouble"], {"leg_trouble": False}, version=3)
    yes = _entry(["leg_weakness"], {"leg_weakness": True}, version=2)
    assert _told([denied, yes]).findings == Findings().with_values({"leg_trouble": False})


@pytest.mark.django_db
def test_the_first_new_answer_stores_the_shape_of_today(base: KnowledgeBase) -> None:
    audit = Audit("test")
    person = add_person("", audit=audit)
    InterviewRecord.objects.create(
        person_id=person.id, screens=[_entry(["age", "sex"], {"age": 42.0, "sex": "female"}, 0)], version=1
    )
    stored = latest_interview(person.id, base, TODAY)
    assert stored.interview.findings == Findings().with_values({"age": 42.0, "sex": "female"})
    assert stored.origins == (0, 1)
    store_interview(person.id, stored, stored.interview.back(), audit=audit)
    assert latest_interview(person.id, base, TODAY).interview.findings == Findings().with_values({"age": 42.0})
