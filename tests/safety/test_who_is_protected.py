"""Whom the safety rules protect from what, written down apart from the rules: one line for each danger of self-care."""

from collections.abc import Mapping
from typing import Any

import pytest

from spinewise.knowledge import Findings, findings_from_facts, load_knowledge, read_closed
from spinewise.safety import Verdict, clear

BASE = load_knowledge()
ORDINARY: Mapping[str, Any] = {
    "age": 40,
    "sex": "female",
    "complaint": "pain",
    "regions": ["low-back"],
    "onset": "gradual",
    "duration_days": 20,
    "pain_nrs": 4,
}
PREGNANT_12, PREGNANT_30 = {"pregnant_weeks": 12}, {"pregnant_weeks": 30}
CAESAREAN = {"postpartum_weeks": 3, "birth_type": "caesarean"}
NEVER: list[tuple[str, Mapping[str, Any], tuple[str, ...]]] = [
    ("early pregnancy", PREGNANT_12, ("inversion", "effort-hard", "acupressure-uterine", "electric", "medicine-gel")),
    ("late pregnancy", PREGNANT_30, ("supine", "prone", "impact", "load-hard", "abdominal-strain", "acupressure-uterine")),
    ("told not to exercise in pregnancy", {**PREGNANT_12, "pregnancy_exercise_warning": True}, ("movement",)),
    ("three weeks after a caesarean", CAESAREAN, ("abdominal-strain", "impact", "load-hard", "prone", "water-immersion")),
    ("an open birth wound", {"postpartum_weeks": 9, "wound_not_healed": True}, ("abdominal-strain", "water-immersion")),
    ("thin bones", {"age": 68, "osteoporosis": True}, ("flexion-end", "flexion-loaded", "pressure-hard", "inversion")),
    ("a spine bone once broken", {"age": 68, "vertebral_fracture_history": True}, ("rotation-end", "extension-end", "impact")),
    ("steroid tablets", {"steroid_use": True}, ("flexion-loaded",)),
    ("a blood thinner", {"anticoagulant": True}, ("pressure-hard",)),
    ("a bleeding illness", {"bleeding_disorder": True}, ("pressure-hard",)),
    ("a clot under treatment", {"clot_now": True}, ("pressure-soft", "pressure-hard", "compression")),
    ("numb skin", {"skin_numbness": True}, ("heat-local", "cold-local")),
    ("broken skin", {"skin_broken": True}, ("skin-friction", "skin-product", "water-immersion", "medicine-gel")),
    ("a weak heart", {"heart_failure": True}, ("heat-whole-body", "water-immersion", "inversion", "effort-hard", "fluid")),
    ("high blood pressure that is not under control", {"hypertension_uncontrolled": True}, ("inversion", "heat-whole-body")),
    ("pain in the chest", {"chest_pain": True}, ("effort-moderate", "effort-hard", "impact", "load-hard")),
    ("a pacemaker", {"pacemaker": True}, ("electric",)),
    ("glaucoma", {"glaucoma": True}, ("inversion",)),
    ("a fluid limit", {"fluid_limit": True}, ("fluid",)),
    ("potassium that may rise", {"potassium_risk": True}, ("mineral",)),
    ("tablets against inflammation do harm", {"nsaid_problem": True}, ("medicine-gel",)),
    ("a medicine patch", {"medicine_patch": True}, ("heat-whole-body",)),
    ("cold does harm", {"cold_sensitivity": True}, ("cold-local",)),
    ("fever", {"fever": True}, ("movement", "pressure-soft", "pressure-hard", "heat-whole-body")),
    ("clumsy hands", {"hand_clumsiness": True}, ("neck-end", "inversion", "impact", "pressure-hard")),
    ("a weak leg", {"leg_weakness": True}, ("nerve-tension", "flexion-loaded", "load-hard", "impact")),
    ("a weak arm", {"arm_weakness": True}, ("nerve-tension", "neck-end")),
    ("very strong pain", {"pain_nrs": 8}, ("effort-hard", "load-hard", "impact", "pressure-hard")),
    ("a recent operation", {"recent_surgery": True}, ("abdominal-strain", "flexion-loaded", "impact", "pressure-hard")),
]
CASES = [(who, facts, demand) for who, facts, demands in NEVER for demand in demands]
ONLY_CHANGED: list[tuple[str, Mapping[str, Any], str]] = [
    ("heat in pregnancy", PREGNANT_12, "heat-whole-body"),
    ("lying on the back from week 16", {"pregnant_weeks": 20}, "supine"),
    ("balance when unsteady", {"balance_trouble": True}, "balance"),
    ("balance when dizzy", {"dizziness": True}, "single-leg"),
    ("the floor in later life", {"age": 75}, "floor-transfer"),
    ("heat with tired nerves", {"diabetes": True, "neuropathy": True}, "heat-local"),
    ("end positions with loose joints", {"joint_hypermobility": True}, "extension-end"),
    ("deep bends with a new hip", {"hip_replacement": True}, "flexion-end"),
    ("heat when drowsy from medicine", {"opioid_use": True}, "heat-local"),
    ("a cream with an allergy", {"skin_allergy": True}, "skin-product"),
]


def _person(facts: Mapping[str, Any]) -> Findings:
    return read_closed(findings_from_facts({**ORDINARY, **facts}, BASE), BASE)


def _verdicts(person: Findings, demand: str) -> dict[str, Verdict]:
    cleared = clear(person, BASE)
    return {name: cleared[name].verdict for name, item in BASE.interventions.items() if demand in item.demands}


def _rules(person: Findings, demand: str, verdict: str) -> list[str]:
    """The shared rules that are true of this person, also for a demand that nothing offered has yet."""
    return [
        rule.id
        for rule in BASE.safety_rules.values()
        if demand in rule.demands and rule.verdict == verdict and rule.when.evaluate(person) is True
    ]


@pytest.mark.parametrize(("who", "facts", "demand"), CASES, ids=[f"{who}-{demand}" for who, _, demand in CASES])
def test_it_is_never_offered_to_them(who: str, facts: Mapping[str, Any], demand: str) -> None:
    person = _person(facts)
    assert _rules(person, demand, "blocked")
    assert {name for name, verdict in _verdicts(person, demand).items() if verdict is not Verdict.BLOCKED} == set()


@pytest.mark.parametrize(("who", "facts", "demand"), ONLY_CHANGED, ids=[one[0] for one in ONLY_CHANGED])
def test_it_is_offered_to_them_only_with_a_change(who: str, facts: Mapping[str, Any], demand: str) -> None:
    person = _person(facts)
    assert _rules(person, demand, "changed")
    assert {name for name, verdict in _verdicts(person, demand).items() if verdict is Verdict.ALLOWED} == set()


def test_somebody_ordinary_is_not_kept_from_everything() -> None:
    cleared = clear(_person({}), BASE)
    offered = [name for name, clearance in cleared.items() if clearance.offered]
    assert len(offered) > len(cleared) / 2


def test_everything_that_asks_something_of_the_body_says_when_to_stop() -> None:
    silent = [item.id for item in BASE.interventions.values() if set(item.demands) != {"quiet"} and not item.stop_signals]
    assert silent == []
