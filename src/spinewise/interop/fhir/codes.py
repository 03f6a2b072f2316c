"""The codes that FHIR R4B requires and that the models of the library do not check."""

from collections.abc import Mapping

REQUIRED: Mapping[str, frozenset[str]] = {
    "request-status": frozenset({"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"}),
    "care-plan-intent": frozenset({"proposal", "plan", "order", "option"}),
    "care-plan-activity-kind": frozenset(
        {
            "Appointment",
            "CommunicationRequest",
            "DeviceRequest",
            "MedicationRequest",
            "NutritionOrder",
            "Task",
            "ServiceRequest",
            "VisionPrescription",
        }
    ),
    "care-plan-activity-status": frozenset(
        {
            "not-started",
            "scheduled",
            "in-progress",
            "on-hold",
            "completed",
            "cancelled",
            "stopped",
            "unknown",
            "entered-in-error",
        }
    ),
    "days-of-week": frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"}),
    "units-of-time": frozenset({"s", "min", "h", "d", "wk", "mo", "a"}),
}
"""Value sets of FHIR R4B with binding strength "required" (hl7.org/fhir/R4B/careplan.html, datatypes.html#timing)."""


def code(value_set: str, value: str) -> str:
    """The code itself. Raises ``ValueError`` when the value set does not hold it."""
    if value not in REQUIRED[value_set]:
        raise ValueError(f"{value!r} is no code of {value_set}: {', '.join(sorted(REQUIRED[value_set]))}")
    return value
