"""A week as a FHIR R4B CarePlan."""

from spinewise.interop.fhir.care_plan import care_plan_of, write_care_plan

__all__ = ["care_plan_of", "write_care_plan"]
