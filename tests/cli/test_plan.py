"""``spinewise plan``."""

import json
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from spinewise.knowledge import load_knowledge
from tests.cli.command import EMERGENCY, ORDINARY, Command

WEEK = ("--unstated", "no", "--week", "2026-11-30")


def test_a_week_has_seven_days_each_thing_with_its_reasons(spinewise: Command) -> None:
    outcome = spinewise("plan", spinewise.facts(ORDINARY), *WEEK, "--json")
    assert outcome.code == 0
    plan = outcome.document
    assert plan["refused"] is None
    assert [day["date"] for day in plan["days"]] == [(date(2026, 11, 30) + timedelta(days=n)).isoformat() for n in range(7)]
    items = [item for day in plan["days"] for item in day["items"]]
    assert items
    for item in items:
        assert item["intervention"] in load_knowledge().interventions
        assert item["why"]
        assert item["sources"]
        assert item["minutes"] >= 1
        assert item["dosage"]["frequency_per_week"]
    assert plan["safety_net"]


def test_the_gap_is_the_distance_from_the_bound(spinewise: Command) -> None:
    plan = spinewise("plan", spinewise.facts(ORDINARY), *WEEK, "--json").document
    assert plan["objective"] <= plan["bound"] + 1e-9
    assert plan["gap"] == pytest.approx((plan["bound"] - plan["objective"]) / plan["bound"])


def test_the_same_facts_and_week_give_the_same_plan(spinewise: Command) -> None:
    path = spinewise.facts(ORDINARY)
    assert spinewise("plan", path, *WEEK, "--json").out == spinewise("plan", path, *WEEK, "--json").out


def test_the_minutes_of_a_day_are_kept(spinewise: Command) -> None:
    plan = spinewise("plan", spinewise.facts(ORDINARY), *WEEK, "--minutes-per-day", 8, "--json").document
    assert all(sum(item["minutes"] for item in day["items"]) <= 8 for day in plan["days"])


def test_an_emergency_gets_no_week_and_is_told_why(spinewise: Command) -> None:
    calendar = spinewise.folder / "week.ics"
    outcome = spinewise("plan", spinewise.facts(EMERGENCY), *WEEK, "--ics", calendar, "--json")
    assert outcome.code == 0
    plan = outcome.document
    assert plan["refused"]["reason"] == "emergency"
    assert plan["refused"]["says"]
    assert plan["days"] == []
    assert plan["safety_net"]
    assert not calendar.exists()


def test_all_files_are_written_and_agree_with_the_answer(spinewise: Command) -> None:
    ics, pdf, fhir, text = (spinewise.folder / name for name in ("week.ics", "week.pdf", "week.json", "week.txt"))
    files = ("--ics", ics, "--pdf", pdf, "--fhir", fhir, "--text", text)
    outcome = spinewise("plan", spinewise.facts(ORDINARY), *WEEK, *files, "--json")
    assert outcome.code == 0
    items = [item for day in outcome.document["days"] for item in day["items"]]
    assert len(Calendar.from_ical(ics.read_bytes()).walk("VEVENT")) == len(items)
    care_plan = json.loads(fhir.read_text(encoding="utf-8"))
    named = {activity["detail"]["code"]["coding"][0]["code"] for activity in care_plan["activity"]}
    assert named == {item["intervention"] for item in items}
    assert pdf.read_bytes().startswith(b"%PDF-")
    told = text.read_text(encoding="utf-8")
    assert all(f"{item['name']}, {item['minutes']} min" in told for item in items)


def test_files_tell_what_this_person_should_watch_for(spinewise: Command) -> None:
    text = spinewise.folder / "week.txt"
    facts = {**ORDINARY, "sex": "female", "age": 31, "pregnant_weeks": 20}
    plan = spinewise("plan", spinewise.facts(facts), *WEEK, "--text", text, "--json").document
    own = next(net for net in plan["safety_net"] if net["id"] == "pregnancy")
    told = text.read_text(encoding="utf-8")
    assert f"{own['name']}: Get emergency help if you notice\n- {own['emergency'][0]}" in told


def test_a_week_can_be_read(spinewise: Command) -> None:
    outcome = spinewise("plan", spinewise.facts(ORDINARY), *WEEK)
    assert outcome.code == 0
    assert "Monday 30 November" in outcome.out
    assert "Sunday 06 December" in outcome.out


def test_a_refusal_can_be_read(spinewise: Command) -> None:
    outcome = spinewise("plan", spinewise.facts(EMERGENCY))
    assert outcome.code == 0
    assert outcome.out.startswith("No week of self-care")


def test_a_proof_closes_the_gap(spinewise: Command) -> None:
    outcome = spinewise("plan", spinewise.facts(ORDINARY), *WEEK, "--minutes-per-day", 10, "--prove", "--json")
    assert outcome.code == 0
    assert outcome.document["proven"] is True
    assert outcome.document["gap"] == pytest.approx(0, abs=1e-6)
    assert "proof" in outcome.err


STENOSIS = {
    "age": 72,
    "sex": "male",
    "complaint": "pain",
    "regions": ["low-back", "leg"],
    "sciatica": True,
    "sciatica_side": "both",
    "worse_walking": True,
    "pain_nrs": 5,
    "duration_days": 500,
    "exercise_now": "some",
}


def test_who_waits_to_be_seen_is_told_so_and_no_part_that_they_cannot_do(spinewise: Command) -> None:
    """Training is not for the wait, so no line says "Getting stronger" above it."""
    facts = spinewise.facts(STENOSIS)
    waiting, data = spinewise("plan", facts, *WEEK).out, spinewise("plan", facts, *WEEK, "--json").document
    calm = spinewise("plan", spinewise.facts({**ORDINARY, "pain_nrs": 3}), *WEEK).out
    assert data["waiting"] is True
    assert "Until you have been seen" in waiting
    assert "Until you have been seen" not in calm
    phases = [phase.name for programme in load_knowledge().programmes.values() for phase in programme.phases]
    assert not any(f": {name}\n" in waiting for name in phases)
    assert any(f": {name}\n" in calm for name in phases)
