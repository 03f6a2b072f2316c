"""A small safety case in which everything is right, and ways to put one thing wrong."""

from typing import Any

import msgspec

from spinewise.safety_case import Hazard, Purpose, SafetyCase, Scales

TEST = "tests/triage/test_laws.py::test_it"
PURPOSE: dict[str, Any] = {
    "what": "It asks for danger.",
    "plain": "It asks for danger first.",
    "for_whom": ["Grown-ups."],
    "users": ["The person."],
    "not_for": ["Not for emergencies."],
    "environment": ["One machine."],
    "limits": ["English only."],
    "deployer_must": ["Make backups."],
    "review": "Open.",
}
SCALES: dict[str, Any] = {
    "severity": [{"word": "minor", "meaning": "A little."}, {"word": "major", "meaning": "A lot."}],
    "likelihood": [{"word": "low", "meaning": "Seldom."}, {"word": "high", "meaning": "Often."}],
    "risk": [{"word": "small", "meaning": "Accepted."}, {"word": "large", "meaning": "Not accepted."}],
    "matrix": {"minor": {"low": "small", "high": "small"}, "major": {"low": "small", "high": "large"}},
    "not_accepted": ["large"],
}
CONTROL: dict[str, Any] = {"id": "asks", "what": "It asks.", "kind": "inherent", "tests": [TEST]}
HAZARD: dict[str, Any] = {
    "id": "missed",
    "name": "A danger is missed",
    "plain": "A danger may be missed. So we ask.",
    "causes": ["Nobody asks."],
    "harm": "Help comes late.",
    "severity": "major",
    "before": "high",
    "after": "low",
    "controls": [CONTROL],
    "residual": "Some stays.",
    "review": {"who": "Clinician", "open": True},
    "red_flags": ["cauda-equina"],
}
NAMES = {"cauda-equina": "Pressure on the nerves"}


def hazard(**changes: Any) -> dict[str, Any]:
    """A hazard as it would stand in a file."""
    return HAZARD | changes


def control(**changes: Any) -> dict[str, Any]:
    """A control as it would stand in a file."""
    return CONTROL | changes


def case_of(*hazards: dict[str, Any], purpose: dict[str, Any] | None = None, **scales: Any) -> SafetyCase:
    """A case with these hazards, or with the good one."""
    return SafetyCase(
        purpose=msgspec.convert(PURPOSE | (purpose or {}), Purpose),
        scales=msgspec.convert(SCALES | scales, Scales),
        hazards=tuple(msgspec.convert(one, Hazard) for one in hazards or (HAZARD,)),
    )
