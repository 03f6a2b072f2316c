"""The records: nothing is written without an actor, the trail only grows, stored screens are read with care."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command

from spinewise.intake import Interview, next_step
from spinewise.knowledge import KnowledgeBase, Value
from spinewise.records.audit import Audit, note, trail_of
from spinewise.records.errors import NotThere
from spinewise.records.interviews import latest_interview, store_interview
from spinewise.records.models import AuditEntry, InterviewRecord
from spinewise.records.people import add_person, change_person, delete_person, get_person
from spinewise.records.screens import regrouped, screen_of
from spinewise.records.timeline import dated, retold

SOMEBODY = Audit("somebody")
TODAY = date(2026, 1, 5)


@pytest.mark.parametrize("actor", ["", "  "])
def test_there_is_no_audit_without_an_actor(actor: str) -> None:
    with pytest.raises(ValueError, match="needs an actor"):
        Audit(actor)


@pytest.mark.django_db
def test_every_write_leaves_a_trace(base: KnowledgeBase) -> None:
    person = add_person("Alice", audit=SOMEBODY)
    change_person(person.id, name="Bob", country="GB", audit=SOMEBODY)
    store_interview(person.id, latest_interview(person.id, base), Interview(), audit=SOMEBODY)
    delete_person(person.id, audit=SOMEBODY)
    assert [(one.actor, one.action) for one in trail_of(person.id)] == [
        ("somebody", "person added"),
        ("somebody", "person changed"),
        ("somebody", "answers stored"),
        ("somebody", "person deleted"),
    ]


@pytest.mark.django_db
def test_the_trail_cannot_be_changed_or_shortened() -> None:
    note(SOMEBODY, "tried", None)
    entry = AuditEntry.objects.get()
    entry.action = "something else"
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()
    with pytest.raises(TypeError):
        AuditEntry.objects.update(action="x")
    with pytest.raises(TypeError):
        AuditEntry.objects.filter(actor="somebody").delete()
    assert [one.action for one in AuditEntry.objects.all()] == ["tried"]


@pytest.mark.django_db
def test_nobody_can_be_changed_who_is_not_there() -> None:
    nobody = uuid.uuid4()
    for change in (
        lambda: get_person(nobody),
        lambda: change_person(nobody, name="", country="", audit=SOMEBODY),
        lambda: delete_person(nobody, audit=SOMEBODY),
    ):
        with pytest.raises(NotThere):
            change()
    assert AuditEntry.objects.count() == 0


@pytest.mark.django_db
def test_the_migrations_are_complete() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def _some_screens(base: KnowledgeBase) -> Interview:
    interview = Interview()
    answers: dict[str, Value] = {"age": 42.0, "sex": "female", "complaint": "pain", "regions": frozenset({"low-back", "neck"})}
    for _ in answers:
        step = next_step(interview, base)
        assert step is not None
        interview = interview.answer(step, answers, TODAY)
    return interview


def _told(screens: list[dict[str, Any]], base: KnowledgeBase) -> Interview:
    return retold(regrouped([dated(screen, TODAY, 1) for screen in screens], base), base, TODAY).interview


def test_screens_come_back_as_they_were(base: KnowledgeBase) -> None:
    interview = _some_screens(base)
    assert _told([screen_of(answered) for answered in interview.answered], base) == interview


@pytest.mark.parametrize(
    "screen",
    [
        {"question": "age", "findings": ["gone"], "values": {"gone": 42.0}, "purpose": "opening"},
        {"question": "age", "findings": ["age"], "values": {"age": 4200.0}, "purpose": "opening"},
        {"question": "sex", "findings": ["sex"], "values": {"sex": "other"}, "purpose": "opening"},
    ],
)
def test_what_the_knowledge_base_no_longer_knows_is_asked_again(base: KnowledgeBase, screen: dict[str, Any]) -> None:
    assert _told([screen], base) == Interview()


def test_a_not_sure_stays_a_not_sure(base: KnowledgeBase) -> None:
    screen: dict[str, Any] = {"question": "age", "findings": ["age"], "values": {}, "purpose": "opening"}
    assert _told([screen], base).findings.unsure == {"age"}


@pytest.mark.django_db
def test_the_furthest_point_never_goes_back(base: KnowledgeBase) -> None:
    person = add_person("", audit=SOMEBODY)
    store_interview(person.id, latest_interview(person.id, base), _some_screens(base), audit=SOMEBODY)
    store_interview(person.id, latest_interview(person.id, base), Interview(), audit=SOMEBODY)
    stored = latest_interview(person.id, base)
    assert (stored.furthest, stored.version, stored.interview.answered) == (4, 2, ())
    assert InterviewRecord.objects.count() == 1
