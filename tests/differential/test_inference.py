"""The exact way, the quick way and plain enumeration of the noisy-OR network agree."""

import numpy as np
import pytest

from spinewise.assessment import assess
from spinewise.differential import differential
from spinewise.differential.inference import enumerate_all, infer, propagate, quick_score
from spinewise.differential.network import Network, Observation, network_of
from spinewise.knowledge import Findings, findings_from_facts, load_knowledge, read_closed
from spinewise.knowledge.scales import STRENGTH_PROBABILITY

BASE = load_knowledge()


def _small(seed: int, conditions: int = 8, signs: int = 9, present: int = 4) -> tuple[Network, Observation]:
    random = np.random.default_rng(seed)
    real = network_of(BASE)
    strength = random.uniform(0, 0.9, (signs, conditions)) * (random.random((signs, conditions)) < 0.5)
    network = Network(real.conditions[:conditions], real.signs[:signs], strength, random.uniform(0.01, 0.2, signs))
    absence = np.zeros(signs)
    absence[present:] = random.choice([0.0, 0.3, 1.0], signs - present)
    odds = random.uniform(0.001, 1.0, conditions)
    return network, Observation(odds, np.arange(present), absence, dict.fromkeys(range(conditions), ()))


@pytest.mark.parametrize("seed", range(12))
def test_quick_score_is_exact(seed: int) -> None:
    network, observation = _small(seed)
    exact = quick_score(network, observation)
    assert exact is not None
    np.testing.assert_allclose(exact, enumerate_all(network, observation), atol=1e-9)


def test_belief_propagation_stays_near_the_exact_answer() -> None:
    errors = []
    for seed in range(30):
        network, observation = _small(seed)
        propagated, _ = propagate(network, observation)
        errors.append(float(np.abs(propagated - enumerate_all(network, observation)).max()))
    assert float(np.median(errors)) < 0.06


def test_two_conditions_with_one_sign_are_bayes_by_hand() -> None:
    real = network_of(BASE)
    network = Network(real.conditions[:2], real.signs[:1], np.array([[0.6, 0.0]]), np.array([0.1]))
    observation = Observation(np.array([0.25, 1.0]), np.array([0]), np.zeros(1), {0: (), 1: ()})
    seen_with, seen_without = 1 - 0.4 * 0.9, 0.1
    first, second, both = 0.2 * 0.5 * seen_with, 0.8 * 0.5 * seen_without, 0.2 * 0.5 * seen_with
    by_hand = (first + both) / (first + second + both)
    assert infer(network, observation).probability[0] == pytest.approx(by_hand)


def test_somebody_who_asks_has_at_least_one_condition() -> None:
    real = network_of(BASE)
    network = Network(real.conditions[:1], real.signs[:1], np.array([[0.6]]), np.array([0.1]))
    observation = Observation(np.array([0.25]), np.array([0]), np.zeros(1), {0: ()})
    assert infer(network, observation).probability[0] == pytest.approx(1.0)


def test_impossible_conditions_are_left_out() -> None:
    person = read_closed(
        findings_from_facts({"age": 30, "sex": "male", "complaint": "pain", "regions": ["low-back"]}, BASE), BASE
    )
    for one in differential(person, BASE):
        only_if = BASE.conditions[one.condition].only_if
        assert only_if is None or only_if.evaluate(person) is not False


def test_best_fit_comes_first_and_each_says_what_counted() -> None:
    person = findings_from_facts(
        {
            "age": 38,
            "sex": "female",
            "complaint": "pain",
            "regions": ["low-back", "leg"],
            "sciatica": True,
            "worse_sitting": True,
        },
        BASE,
    )
    answer = assess(person, BASE, closed=True).differential
    probabilities = [one.probability for one in answer]
    assert probabilities == sorted(probabilities, reverse=True)
    assert any(part.finding == "sciatica" and part.weight > 0 for part in answer[0].because)


def test_knowing_nothing_is_no_crash() -> None:
    assert differential(Findings(), BASE)


def test_a_sign_is_as_frequent_in_a_condition_as_its_author_wrote() -> None:
    network = network_of(BASE)
    rows = {sign: row for row, sign in enumerate(network.signs)}
    for column, condition in enumerate(network.conditions):
        for sign in condition.speaks_for:
            row = rows[sign.when]  # type: ignore[index]
            alone = 1 - (1 - network.leak[row]) * (1 - network.strength[row, column])
            assert alone == pytest.approx(max(STRENGTH_PROBABILITY[sign.strength], network.leak[row]))
