"""The week as a FHIR R4B CarePlan."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.careplan import CarePlan

from spinewise.assessment import assess
from spinewise.interop.fhir import care_plan_of, write_care_plan
from spinewise.interop.fhir.codes import REQUIRED, code
from spinewise.interop.watch import watch_for
from spinewise.knowledge import BadInput, Findings, Value, load_knowledge
from spinewise.planning import Plan, plan_week
from tests.interop.weeks import AWKWARD, base, empty_week, own_watch, watch, week

ORDINARY: dict[str, Value] = {
    "age": 44.0,
    "sex": "female",
    "complaint": "pain",
    "regions": frozenset({"low-back"}),
    "onset": "gradual",
    "duration_days": 10.0,
    "pain_nrs": 4.0,
    "minutes_per_day": 20.0,
}
GOLDEN = Path(__file__).parent / "golden" / "care_plan.json"


def details() -> dict[tuple[str, str], dict[str, Any]]:
    found = (activity["detail"] for activity in care_plan_of(week(), base(), watch())["activity"])
    return {(one["code"]["text"], one["scheduledTiming"]["repeat"]["timeOfDay"][0]): one for one in found}


def test_it_is_the_golden_file() -> None:
    assert care_plan_of(week(), base(), watch()) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_models_read_it_and_give_it_back() -> None:
    resource = care_plan_of(week(), base(), watch())
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
    notes = [note["text"] for note in care_plan_of(week(), base(), watch())["note"]]
    assert "A walk: It eases pain." in notes
    assert "Get emergency help on:\n- Numb between the legs." in notes


def test_notes_tell_this_person_what_to_watch_for() -> None:
    notes = [note["text"] for note in care_plan_of(week(), base(), own_watch())["note"]]
    assert "In pregnancy. Get emergency help on:\n- Bleeding." in notes
    assert "If it comes along: Cancer now or in the past. See a doctor on:\n- New pain at night." in notes


def test_codes_come_from_the_required_value_sets() -> None:
    resource = care_plan_of(week(), base(), watch())
    assert resource["status"] in REQUIRED["request-status"]
    assert resource["intent"] in REQUIRED["care-plan-intent"]
    for one in details().values():
        assert one["status"] in REQUIRED["care-plan-activity-status"]
        assert one["kind"] in REQUIRED["care-plan-activity-kind"]


def codes_in(resource: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every code of a CarePlan that R4B binds, with its value set."""
    yield "request-status", resource["status"]
    yield "care-plan-intent", resource["intent"]
    for detail in (activity["detail"] for activity in resource["activity"]):
        yield "care-plan-activity-kind", detail["kind"]
        yield "care-plan-activity-status", detail["status"]
        repeat = detail["scheduledTiming"]["repeat"]
        yield "units-of-time", repeat["periodUnit"]
        yield "units-of-time", repeat["durationUnit"]
        yield from (("days-of-week", day) for day in repeat["dayOfWeek"])


@pytest.mark.parametrize("changes", [{}, {"age": 78.0}, {"age": 31.0, "pregnant_weeks": 24.0}])
def test_the_week_of_a_real_person_keeps_to_the_models_and_the_required_codes(changes: dict[str, Value]) -> None:
    real = load_knowledge()
    told = assess(Findings({**ORDINARY, **changes}), real, closed=True)
    plan = plan_week(told.findings, real, disposition=told.triage.disposition, week=week().week)
    assert isinstance(plan, Plan)
    resource = care_plan_of(plan, real, watch_for(told.findings, real))
    assert json.loads(CarePlan.model_validate(resource).model_dump_json()) == resource
    assert [pair for pair in codes_in(resource) if pair[1] not in REQUIRED[pair[0]]] == []
    planned = sum(activity["detail"]["scheduledTiming"]["repeat"]["frequency"] for activity in resource["activity"])
    assert planned == len(plan.items)


def test_a_code_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="'actve' is no code of request-status"):
        code("request-status", "actve")


def test_the_same_week_has_the_same_id_and_another_week_another() -> None:
    first = care_plan_of(week(), base(), watch())["id"]
    assert care_plan_of(week(), base(), watch())["id"] == first
    assert care_plan_of(replace(week(), items=week().items[1:]), base(), watch())["id"] != first
    assert len(first) <= 64


def test_an_empty_week_is_a_plan_without_activity() -> None:
    assert "activity" not in care_plan_of(empty_week(), base(), watch())


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_care_plan(week(), base(), watch(), tmp_path / "plan.json")
    assert (tmp_path / "plan.json").read_bytes() == GOLDEN.read_bytes()
    with pytest.raises(BadInput, match="cannot be written"):
        write_care_plan(week(), base(), watch(), tmp_path / "missing" / "plan.json")
