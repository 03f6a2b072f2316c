"""``spinewise dose``."""

import json
from datetime import date, timedelta

from tests.cli.command import ORDINARY, Command

BEGAN = date(2026, 1, 5)
READ = ("--unstated", "no", "--today")


def history(spinewise: Command, *days: int, **more: object) -> str:
    rows = [
        {"on": (BEGAN + timedelta(days=day)).isoformat(), "intervention": "walking", "outcome": "done", **more} for day in days
    ]
    path = spinewise.folder / "history.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def test_the_doses_of_today_with_the_way_there(spinewise: Command) -> None:
    happened = history(spinewise, 0, 2, 4, effort=4, pain_during=2)
    outcome = spinewise("dose", spinewise.facts(ORDINARY), "--history", happened, *READ, "2026-01-12", "--json")
    assert outcome.code == 0
    (walk,) = outcome.document["doses"]
    assert (outcome.document["today"], walk["intervention"], walk["rule"]) == ("2026-01-12", "walking", "rose")
    assert walk["dose"]["level"] == walk["first"] + 1
    assert walk["changes"] == [{"on": "2026-01-12", "rule": "rose", "from": walk["first"], "to": walk["first"] + 1}]
    assert all(why["says"] and why["sources"] for why in walk["why"])


def test_the_same_file_gives_the_same_answer(spinewise: Command) -> None:
    happened = history(spinewise, 0, 2, 4, 7, effort=4, pain_during=2)
    facts = spinewise.facts(ORDINARY)
    runs = [spinewise("dose", facts, "--history", happened, *READ, "2026-02-01", "--json").out for _ in range(2)]
    assert runs[0] == runs[1]


def test_in_words_it_says_how_much_and_why(spinewise: Command) -> None:
    happened = history(spinewise, 0, 2, 4, effort=4, pain_during=7)
    outcome = spinewise("dose", spinewise.facts(ORDINARY), "--history", happened, *READ, "2026-01-12")
    assert outcome.code == 0
    for words in ("level 1 of 0 to 8", "two steps within a week", "2026-01-05 strong-pain"):
        assert words in outcome.out


def test_without_a_history_all_first_doses(spinewise: Command) -> None:
    document = spinewise("dose", spinewise.facts(ORDINARY), *READ, "2026-01-12", "--json").document
    assert len(document["doses"]) > 100
    assert all(one["dose"]["level"] == one["first"] for one in document["doses"])


def test_one_that_is_asked_for(spinewise: Command) -> None:
    facts = spinewise.facts(ORDINARY)
    document = spinewise("dose", facts, "--intervention", "bridge", *READ, "2026-01-12", "--json").document
    assert [one["harder"] for one in document["doses"]] == ["bridge-single-leg"]
    refused = spinewise("dose", facts, "--intervention", "brigde", *READ, "2026-01-12")
    assert refused.code == 2
    assert "--intervention" in refused.err


def test_a_bad_history_is_refused_with_its_line(spinewise: Command) -> None:
    happened = history(spinewise, 0, effort=12)
    outcome = spinewise("dose", spinewise.facts(ORDINARY), "--history", happened, *READ, "2026-01-12")
    assert outcome.code == 2
    assert "line 1" in outcome.err
    assert "0 to 10" in outcome.err


def test_a_plan_goes_on_from_the_history(spinewise: Command) -> None:
    facts = spinewise.facts({**ORDINARY, "pain_nrs": 3, "exercise_now": "regular"})
    asked = ("plan", facts, "--unstated", "no", "--week", "2026-01-12", "--minutes-per-day", "40", "--json")
    happened = history(spinewise, 0, 2, 4, effort=4, pain_during=2)
    first, later = (
        {item["intervention"]: item for day in plan["days"] for item in day["items"]}
        for plan in (spinewise(*asked).document, spinewise(*asked, "--history", happened).document)
    )
    assert later["walking"]["dose"]["level"] == first["walking"]["dose"]["level"] + 1
    assert "went well" in later["walking"]["dose_why"][0]["says"]
