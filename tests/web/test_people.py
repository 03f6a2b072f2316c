"""Several people on one machine: Alice, Bob and Charlie, who is not there (any more)."""

import json
from collections.abc import Callable
from uuid import uuid4

import pytest

from spinewise.records.audit import trail_of
from spinewise.records.models import AuditEntry, InterviewRecord, Person, PlanRecord
from spinewise.web.views import common
from tests.web.visitor import Visitor

PERSONAL = (
    "",
    "check/",
    "check/1/",
    "check/more/age/",
    "answers/",
    "result/",
    "result/summary/",
    "emergency/",
    "week/",
    "reference/",
    "reference/?q=walk",
    "reference/intervention/",
    "reference/intervention/slow-walk/",
    "reference/claim/",
    "reference/claim/rest-in-bed/",
    "reference/lesson/?q=rest",
    "library/do/slow-walk/",
    "settings/",
    "words/",
    "travel/",
    "reminders/",
    "week/?format=txt",
    "tests/",
    "tests/chair_rises_30s/",
    "result/letter.pdf",
    "export/",
    "export.json",
    "delete/",
)


@pytest.fixture
def bob(visit: Callable[[], Visitor]) -> Visitor:
    """Bob, on the same machine, after Alice."""
    visitor = visit()
    visitor.begin("Bob")
    return visitor


def test_the_first_page_lists_who_is_here(alice: Visitor, bob: Visitor) -> None:
    bob.open("/")
    assert "Who is here?" in bob.text
    assert f"/p/{alice.person}/" in bob.reader.links
    assert f"/p/{bob.person}/" in bob.reader.links


def test_a_name_may_be_left_out(visit: Callable[[], Visitor]) -> None:
    nobody = visit()
    nobody.begin("")
    nobody.open("/")
    assert "Person 1" in nobody.text
    nobody.mine()
    assert "Hello" in nobody.text


def test_what_alice_answers_is_not_in_bobs_check(alice: Visitor, bob: Visitor) -> None:
    alice.finish({"age": {"age": "77"}})
    bob.mine("answers/")
    assert "There are no answers yet." in bob.text
    export = json.loads(bob.mine("export.json").content)
    assert export["interviews"] == []
    assert export["week"] is None


@pytest.mark.parametrize("path", PERSONAL)
def test_pages_of_somebody_who_is_not_here_are_not_found(visit: Callable[[], Visitor], path: str) -> None:
    stranger = visit()
    response = stranger.open(f"/p/{uuid4()}/{path}")
    assert response.status_code == 404
    assert "We cannot find that page" in stranger.text


def test_forms_of_somebody_who_is_not_here_change_nothing(alice: Visitor) -> None:
    alice.mine("settings/")
    for path in ("settings/", "delete/", "new-check/", "week/change/", "check/"):
        assert alice.send(f"/p/{uuid4()}/{path}", {"name": "Charlie"}).status_code == 404
        alice.mine("settings/")
    assert Person.objects.count() == 1


def test_alice_can_be_renamed_and_gets_her_number(alice: Visitor) -> None:
    alice.mine("settings/")
    alice.send(f"/p/{alice.person}/settings/", {"name": "  Alicia ", "country": "US"})
    assert "Saved." in alice.text
    assert alice.value("name") == "Alicia"
    alice.mine("emergency/")
    assert "tel:911" in alice.reader.links


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"name": "x" * 81, "country": ""}, "too long"), ({"name": "Alice", "country": "XX"}, "Choose a country")],
)
def test_bad_settings_are_told_and_kept(alice: Visitor, fields: dict[str, str], message: str) -> None:
    alice.mine("settings/")
    assert alice.send(f"/p/{alice.person}/settings/", fields).status_code == 422
    assert message in alice.text
    assert alice.value("name") == fields["name"]


def test_names_are_shown_as_text(visit: Callable[[], Visitor]) -> None:
    mallory = visit()
    mallory.begin("<b onclick=x>Mallory</b>")
    mallory.mine()
    assert "<b onclick" not in mallory.html
    assert "<b onclick=x>Mallory</b>" in mallory.text


def test_the_export_holds_everything_that_is_stored(alice: Visitor) -> None:
    alice.finish()
    alice.mine("week/")
    alice.change_week("refuse", intervention="slow-walk")
    response = alice.mine("export.json")
    data = json.loads(response.content)
    assert data["person"]["name"] == "Alice"
    assert data["interviews"][0]["screens"][0] == {
        "question": "age",
        "findings": ["age"],
        "values": {"age": 42.0},
        "purpose": "opening",
        "on": common.today().isoformat(),
        "v": 1,
    }
    assert data["week"]["wishes"]["refused"] == ["slow-walk"]
    assert {"person added", "answers stored", "week: refuse"} <= {one["what"] for one in data["changes"]}
    assert "attachment" in response["Content-Disposition"]


def test_deleting_asks_first_and_then_takes_all_of_one_person(alice: Visitor, bob: Visitor) -> None:
    alice.finish()
    alice.mine("week/")
    alice.change_week("minutes", minutes="30")
    alice.mine("delete/")
    assert "Delete everything about Alice?" in alice.text
    assert Person.objects.count() == 2
    alice.send(f"/p/{alice.person}/delete/", {})
    assert "Everything about this person is gone." in alice.text
    assert list(Person.objects.values_list("id", flat=True)) == [bob.person]
    assert InterviewRecord.objects.count() == PlanRecord.objects.count() == 0
    assert alice.mine("result/").status_code == 404


def test_what_stays_of_a_deleted_person_holds_no_name_and_no_answer(alice: Visitor) -> None:
    alice.finish()
    alice.mine("delete/")
    alice.send(f"/p/{alice.person}/delete/", {})
    assert alice.person is not None
    trail = trail_of(alice.person)
    assert trail[-1].action == "person deleted"
    assert "Alice" not in repr(trail)
    assert {one.action for one in trail} == {"person added", "answers stored", "check recorded", "person deleted"}


def test_delete_all_leaves_one_line(alice: Visitor, bob: Visitor) -> None:
    bob.finish()
    bob.open("/people/delete-all/")
    assert "All data of 2 people" in bob.text
    bob.send("/people/delete-all/", {})
    assert Person.objects.count() == InterviewRecord.objects.count() == 0
    assert [one.action for one in AuditEntry.objects.all()] == ["everything deleted"]
    assert "Everything on this machine is gone." in bob.text


def test_the_home_page_knows_what_comes_next(alice: Visitor) -> None:
    alice.mine()
    assert "Start the check" in alice.text
    alice.mine("check/")
    alice.answer(age="42")
    alice.mine()
    assert "Go on with the check" in alice.text
    alice.mine("check/")
    alice.finish()
    alice.mine()
    assert "Open your week" in alice.text


def test_a_new_check_keeps_the_old_one_in_the_record(alice: Visitor) -> None:
    alice.finish()
    alice.mine()
    alice.send(f"/p/{alice.person}/new-check/", {})
    assert alice.hidden("question") == "age"
    assert InterviewRecord.objects.count() == 2


def test_the_home_page_of_an_emergency_leads_to_what_to_do(alice: Visitor) -> None:
    alice.finish({"seat-and-bladder": {"numb_seat": "yes", "no_urine": "no"}})
    alice.mine()
    assert "Get emergency help now" in alice.text
    assert "Open your week" not in alice.text
