"""The safety file as a page: what Spinewise is for, its limits, and each hazard with what is done about it."""

from dataclasses import dataclass

from spinewise.safety_case import Hazard, Purpose, SafetyCase


@dataclass(frozen=True, slots=True)
class HazardView:
    """One thing that can go wrong."""

    id: str
    name: str
    plain: str
    controls: tuple[str, ...]
    residual: str
    unproved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SafetyFileView:
    """The whole page. ``open_reviews`` counts the hazards at which no clinician has looked yet."""

    purpose: Purpose
    hazards: tuple[HazardView, ...]
    open_reviews: int


def safety_file_view(case: SafetyCase) -> SafetyFileView:
    """The page of a safety case."""
    open_reviews = sum(hazard.review.open for hazard in case.hazards)
    return SafetyFileView(case.purpose, tuple(_hazard(hazard, case) for hazard in case.hazards), open_reviews)


def _hazard(hazard: Hazard, case: SafetyCase) -> HazardView:
    controls = tuple(control.what for control in case.controls_of(hazard))
    return HazardView(hazard.id, hazard.name, hazard.plain, controls, hazard.residual, hazard.unproved)
