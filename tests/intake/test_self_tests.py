"""Trying it out helps who is not sure, and is offered only to people for whom it is known to be safe."""

from collections.abc import Mapping

import pytest

from spinewise.intake import self_test_for
from spinewise.knowledge import Findings, Value, load_knowledge

BASE = load_knowledge()
SAFE_FOR_BENDING_BACK: Mapping[str, Value] = {
    **dict.fromkeys(("osteoporosis", "vertebral_fracture_history", "fragility_fracture_history", "steroid_use"), False),
    **dict.fromkeys(("injury", "balance_trouble", "falls", "dizziness"), False),
    "age": 40.0,
    "complaint": "pain",
}


def test_bending_back_is_tried_only_with_bones_that_hold() -> None:
    safe = Findings().with_values(SAFE_FOR_BENDING_BACK)
    assert self_test_for("worse_extension", safe, BASE) is not None
    assert self_test_for("worse_extension", safe.with_values({"osteoporosis": True}), BASE) is None


def test_what_is_not_known_to_be_safe_is_not_offered() -> None:
    safe = Findings().with_values(SAFE_FOR_BENDING_BACK)
    assert self_test_for("worse_extension", safe.without(["osteoporosis"]), BASE) is None
    assert self_test_for("worse_extension", Findings(), BASE) is None


def test_a_harmless_test_is_for_everybody() -> None:
    test = self_test_for("saddle_numbness", Findings(), BASE)
    assert test is not None
    assert test.yes_if


def test_a_finding_without_a_test_has_none() -> None:
    assert self_test_for("fever", Findings(), BASE) is None


@pytest.mark.parametrize(
    "finding",
    ["foot_drop", "leg_weakness", "balance_trouble", "hand_clumsiness", "worse_extension", "sciatica", "skin_numbness"],
)
def test_what_can_be_tried_out_can_be_tried_out(finding: str) -> None:
    test = BASE.findings[finding].self_test
    assert test is not None
    assert test.stop_if


def test_standing_and_bending_tests_are_not_for_everybody() -> None:
    moving = ("stand", "walk", "lean", "rise on", "straighten")
    open_to_all = [
        finding.id
        for finding in BASE.findings.values()
        if finding.self_test is not None
        and finding.self_test.safe_if is None
        and finding.ask_if is None
        and any(word in " ".join(finding.self_test.steps).lower() for word in moving)
    ]
    assert open_to_all == []
