"""The network is too sure of its first explanation; what is said is a little less sure, and nearer to what is right."""

from pathlib import Path

import numpy as np
import pytest
from benchmarks.triage.calibration import Calibration, calibration_of
from benchmarks.triage.cases import Case, read_cases
from benchmarks.triage.naming import names

from spinewise.differential import network_of
from spinewise.differential.differential import sobered
from spinewise.differential.inference import infer
from spinewise.differential.network import Array, observe
from spinewise.knowledge import findings_from_facts, load_knowledge, read_closed

BASE = load_knowledge()
KEPT_OUT_OF_THE_CHOICE = Path(__file__).parents[2] / "benchmarks" / "triage" / "vignettes_hard.yaml"


@pytest.mark.parametrize(("before", "after"), [(0.0, 0.0), (0.05, 0.05), (0.5, 0.5), (0.8, 0.752), (0.94, 0.9), (1.0, 1.0)])
def test_what_is_above_one_half_becomes_less_sure(before: float, after: float) -> None:
    assert sobered(np.array([before]))[0] == pytest.approx(after, abs=0.001)


def test_the_order_stays() -> None:
    probability = np.linspace(0, 1, 101)
    assert (np.diff(sobered(probability)) > 0).all()


def test_it_is_nearer_to_what_is_right_on_cases_that_were_kept_out_of_the_choice() -> None:
    diagnosed = [case for case in read_cases(KEPT_OUT_OF_THE_CHOICE) if case.expected.diagnosis]
    assert len(diagnosed) > 100
    raw = [(_probabilities(case), case) for case in diagnosed]
    before = _calibration(raw)
    after = _calibration([(sobered(probability), case) for probability, case in raw])
    assert after.brier < before.brier - 0.004
    assert after.expected_error < before.expected_error - 0.01


def _probabilities(case: Case) -> Array:
    network = network_of(BASE)
    return infer(network, observe(read_closed(findings_from_facts(case.facts, BASE), BASE), network, BASE)).probability


def _calibration(told: list[tuple[Array, Case]]) -> Calibration:
    return calibration_of([(float(probability.max()), _right(probability, case)) for probability, case in told])


def _right(probability: Array, case: Case) -> bool:
    first = network_of(BASE).conditions[int(probability.argmax())]
    return names(first, [case.expected.diagnosis, *case.expected.alternatives])
