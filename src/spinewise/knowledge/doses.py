"""How much of an intervention a person does: one level of its ladder, or its usual dose."""

from dataclasses import dataclass

from spinewise.knowledge.records import Intervention


@dataclass(frozen=True, slots=True)
class Dose:
    """How much, how long and how hard, with the reasons. ``level`` counts from 0; ``levels`` is how many there are."""

    intervention: str
    minutes: int
    intensity: str
    sets: int | None = None
    repetitions: int | None = None
    hold_s: float | None = None
    level: int = 0
    levels: int = 1


def usual_dose(item: Intervention) -> Dose:
    """The dose that stands with the intervention itself."""
    dosage = item.dosage
    return Dose(item.id, dosage.minutes, dosage.intensity, dosage.sets, dosage.repetitions, dosage.hold_s)
