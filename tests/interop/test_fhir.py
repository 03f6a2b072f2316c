"""The week as a FHIR R4B CarePlan."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.careplan import CarePlan

from spinewise.interop.fhir import care_plan_of, write_care_plan
from spinewise.interop.fhir.codes import REQUIRED, code
from spinewise.knowledge import BadInput
from tests.interop.weeks import AWKWARD, base, empty_week, week

GOLDEN = Path(__file__).parent / "golden" / "care_plan.json"


def details() -> dict[tuple[str, str], dict[str, Any]]:
    found = (activity["detail"] for activity in care_plan_of(week(), base())["activity"])
    return {(one["code"]["text"], one["scheduledTiming"]["repeat"]["timeOfDay"][0]): one for one in found}


def test_it_is_the_golden_file() -> None:
    assert care_plan_of(week(), base()) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_models_read_it_and_give_it_back() -> None:
    resource = care_plan_of(week(), base())
    assert json.loads(CarePlan.model_validate(resource).model_dump_json()) == resource


def test_each_thing_has_its_days_and_its_time() -> None:
    repeat = details()["A walk", "08:00:00"]["scheduledTiming"]["repeat"]
    assert repeat["dayOfWeek"] == ["thu", "sat", "mon"]
    assert repeat["frequency"] == 3
    assert (repeat["duration"], repeat["durationUnit"], repeat["period"], repeat["periodUnit"]) == (10, "min", 1, "wk")
    assert repeat["boundsPeriod"] == {"start": "2026-11-26", "end": "2026-12-02"}


def test_one_thing_at_two_times_of_day_is_two_activities() -> None:
    assert {key for key in details() if key[0] == "Squat"} == {("Squat", "08:00:00"), ("Squat", "19:00:00")}


def test_all_planned_times_are_in_it() -> None:
    assert sum(one["scheduledTiming"]["repeat"]["frequency"] for one in details().values()) == len(week().items)


def test_changes_stop_signals_and_awkward_signs_are_told() -> None:
    assert "do this differently:\n- Walk slowly." in details()["A walk", "08:00:00"]["description"]
    assert "- Stop when it hurts more." in details()["A walk", "08:00:00"]["description"]
    assert f"- {AWKWARD}" in details()["Squat", "19:00:00"]["description"]


def test_notes_say_why_and_what_to_watch_for() -> None:
    notes = [note["text"] for note in care_plan_of(week(), base())["note"]]
    assert "A walk: It eases pain." in notes
    assert "Get emergency help on:\n- Numb between the legs." in notes


def test_codes_come_from_the_required_value_sets() -> None:
    resource = care_plan_of(week(), base())
    assert resource["status"] in REQUIRED["request-status"]
    assert resource["intent"] in REQUIRED["care-plan-intent"]
    for one in details().values():
        assert one["status"] in REQUIRED["care-plan-activity-status"]
        assert one["kind"] in REQUIRED["care-plan-activity-kind"]


def test_a_code_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="'actve' is no code of request-status"):
        code("request-status", "actve")


def test_the_same_week_has_the_same_id_and_another_week_another() -> None:
    first = care_plan_of(week(), base())["id"]
    assert care_plan_of(week(), base())["id"] == first
    assert care_plan_of(replace(week(), items=week().items[1:]), base())["id"] != first
    assert len(first) <= 64


def test_an_empty_week_is_a_plan_without_activity() -> None:
    assert "activity" not in care_plan_of(empty_week(), base())


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_care_plan(week(), base(), tmp_path / "plan.json")
    assert (tmp_path / "plan.json").read_bytes() == GOLDEN.read_bytes()
    with pytest.raises(BadInput, match="cannot be written"):
        write_care_plan(week(), base(), tmp_path / "missing" / "plan.json")
