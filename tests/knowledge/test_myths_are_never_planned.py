"""What is contradicted or harmful is answered by a claim with that verdict, and no week ever holds it."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from spinewise.knowledge import Disposition, Findings, KnowledgeBase, load_with_problems, read_closed, read_yaml_file
from spinewise.planning import Plan, Refusal, plan_week, wishes_of
from tests.knowledge.small import base_with, put
from tests.people import random_person
from tests.planning.world import WEEK

SHARED = Path(__file__).resolve().parents[3] / "shared"
MYTHS = ("contradicted", "harmful")
BASE = load_with_problems().base
beside = pytest.mark.skipif(not SHARED.is_dir(), reason="the material lies beside the project")


def verdicts() -> dict[str, str]:
    """The verdict of every statement of the inventory, as corrected by what was looked up."""
    lists = [read_yaml_file(path) for path in sorted((SHARED / "knowledge-inventory").glob("*.yaml"))]
    found = {str(entry["id"]): str(entry["verdict"]) for one in lists if isinstance(one, list) for entry in one}
    corrections = read_yaml_file(SHARED / "evidence" / "corrections.yaml")
    assert isinstance(corrections, list)
    return found | {entry["id"]: entry["new_verdict"] for entry in corrections if entry["change"] == "verdict"}


def without_answer(base: KnowledgeBase, said: Mapping[str, str]) -> list[str]:
    """Myths of an inventory that no claim answers with just their verdict."""
    answered = {(name, claim.verdict) for claim in base.claims.values() for name in claim.covers}
    return [name for name, verdict in said.items() if verdict in MYTHS and (name, verdict) not in answered]


def answered_too_kindly(base: KnowledgeBase, said: Mapping[str, str]) -> list[str]:
    """Claims whose verdict is another than that of a statement that they answer."""
    return [
        f"{claim.id}: {claim.verdict}, but {name} is {said[name]}"
        for claim in base.claims.values()
        for name in claim.covers
        if said.get(name, claim.verdict) != claim.verdict
    ]


def myths_of(base: KnowledgeBase) -> frozenset[str]:
    """Statements that the base itself calls contradicted or harmful."""
    return frozenset(name for claim in base.claims.values() if claim.verdict in MYTHS for name in claim.covers)


def serving(base: KnowledgeBase, myths: frozenset[str]) -> list[str]:
    """Interventions that say they serve one of these statements."""
    return [item.id for item in base.interventions.values() if myths & set(item.covers)]


@pytest.mark.shared
@beside
def test_every_myth_of_the_inventory_is_answered_with_its_verdict() -> None:
    said = verdicts()
    assert sum(verdict in MYTHS for verdict in said.values()) > 30
    assert without_answer(BASE, said) == []


@pytest.mark.shared
@beside
def test_no_claim_is_kinder_or_harsher_than_the_statement_that_it_answers() -> None:
    assert answered_too_kindly(BASE, verdicts()) == []


@pytest.mark.shared
@beside
def test_no_intervention_serves_a_myth_of_the_inventory() -> None:
    said = verdicts()
    assert serving(BASE, frozenset(name for name, verdict in said.items() if verdict in MYTHS)) == []


@pytest.mark.parametrize("verdict", MYTHS)
def test_there_are_claims_with_this_verdict_and_each_says_what_to_do_instead(verdict: str) -> None:
    claims = [claim for claim in BASE.claims.values() if claim.verdict == verdict]
    assert claims
    assert all(claim.do_instead and claim.sources for claim in claims)


def test_no_intervention_serves_what_a_claim_calls_a_myth() -> None:
    assert len(myths_of(BASE)) > 30
    assert serving(BASE, myths_of(BASE)) == []


@pytest.mark.parametrize("age", [18.0, 33.0, 52.0, 79.0])
def test_whoever_asks_no_week_holds_a_myth(age: float) -> None:
    made = [week_for(random.Random(seed), age) for seed in range(10)]
    weeks = [one for one in made if isinstance(one, Plan)]
    assert len(weeks) >= 5
    planned = {item.intervention for week in weeks for item in week.items}
    assert len(planned) > 10
    assert not planned & set(serving(BASE, myths_of(BASE)))


def week_for(draw: random.Random, age: float) -> Plan | Refusal:
    """A week for somebody with low back pain and some answers by chance."""
    told = Findings({"age": age, "complaint": "pain", "regions": frozenset({"low-back"})})
    person = read_closed(told.with_values(random_person(BASE, draw, answers=12, yes=0.05).values), BASE)
    return plan_week(person, BASE, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes_of(person, BASE))


def test_a_myth_that_an_intervention_serves_is_found() -> None:
    base = base_with(put("claim", "rest", verdict="harmful", covers=["s1.walk"]))
    assert serving(base, myths_of(base)) == ["walk"]


def test_a_myth_without_its_verdict_is_found() -> None:
    base = base_with(put("claim", "rest", verdict="unsupported", covers=["s1.rest"]))
    assert without_answer(base, {"s1.rest": "harmful", "s1.walk": "supported"}) == ["s1.rest"]
    assert answered_too_kindly(base, {"s1.rest": "harmful"}) == ["rest: unsupported, but s1.rest is harmful"]
