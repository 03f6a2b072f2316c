"""Who must not hold their breath is never asked to, neither by a timer nor in a session."""

from collections.abc import Mapping
from typing import Any

import pytest

from spinewise.coaching import StepKind, session_of
from spinewise.knowledge import Findings, findings_from_facts, load_knowledge, read_closed, usual_dose
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
NO_HELD_BREATH: Mapping[str, Mapping[str, Any]] = {
    "early pregnancy": {"pregnant_weeks": 12},
    "late pregnancy": {"pregnant_weeks": 30},
    "high blood pressure": {"hypertension": True},
    "a heart illness": {"heart_disease": True},
    "a weak heart": {"heart_failure": True},
    "glaucoma": {"glaucoma": True},
    "a known aneurysm": {"aneurysm_known": True},
    "short of breath": {"breathless": True},
}
HELD = tuple(name for name, item in BASE.interventions.items() if "breath-hold" in item.demands)


def _told(changes: Mapping[str, Any]) -> Findings:
    return read_closed(findings_from_facts({**ORDINARY, **changes}, BASE), BASE)


def _pauses(findings: Findings) -> list[str]:
    """The pauses that a session of everything with a held breath asks of this person."""
    session = session_of([usual_dose(BASE.interventions[name]) for name in HELD], BASE, clearances=clear(findings, BASE))
    steps = [step for step in session.steps if step.kind is StepKind.BREATHE]
    return [part.do for step in steps for part in step.breath if part.do in ("hold", "rest")]


def test_somebody_without_a_reason_against_it_may_pause() -> None:
    assert _pauses(_told({}))


@pytest.mark.parametrize("who", sorted(NO_HELD_BREATH))
def test_no_pause_is_asked_of_them(who: str) -> None:
    findings = _told(NO_HELD_BREATH[who])
    cleared = clear(findings, BASE)
    assert [name for name in HELD if cleared[name].verdict is Verdict.ALLOWED] == []
    assert _pauses(findings) == []


def test_of_whom_nothing_is_known_no_pause_is_asked_either() -> None:
    assert _pauses(Findings()) == []
