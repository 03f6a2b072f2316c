"""What a person can do, and the rules that guard it."""

from typing import Annotated, Literal

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.shared import Ask, Basis, GradeCertainty, Ids, KebabId, Record, SomeSources, Text
from spinewise.knowledge.scales import Benefit

Family = Literal[
    "exercise",
    "stretch",
    "mobility",
    "aerobic",
    "massage",
    "heat-cold",
    "posture",
    "habit",
    "nutrition",
    "relaxation",
    "skin-care",
    "sleep",
    "education",
    "support",
    "water",
    "mind-body",
]
Position = Literal[
    "standing",
    "sitting",
    "lying-on-back",
    "lying-on-side",
    "lying-on-front",
    "hands-and-knees",
    "kneeling",
    "floor-sitting",
    "walking",
    "in-water",
    "any",
]
Seconds = Annotated[float, msgspec.Meta(gt=0)]
Slot = Literal["morning", "midday", "evening", "break"]
SLOTS: tuple[Slot, ...] = ("morning", "midday", "evening", "break")
Equipment = Literal[
    "mat",
    "chair",
    "wall",
    "towel",
    "pillow",
    "ball",
    "foam-roller",
    "resistance-band",
    "heat-pack",
    "cold-pack",
    "pool",
    "bath",
    "weights",
    "bed",
    "table",
    "lumbar-roll",
    "partner",
    "skin-products",
    "belt",
]
Demand = Literal[
    "movement",
    "flexion-end",
    "flexion-loaded",
    "extension-end",
    "rotation-end",
    "neck-end",
    "supine",
    "prone",
    "hands-knees",
    "kneeling",
    "floor-transfer",
    "balance",
    "single-leg",
    "wide-legs",
    "inversion",
    "impact",
    "effort-moderate",
    "effort-hard",
    "load-moderate",
    "load-hard",
    "breath-hold",
    "abdominal-strain",
    "pelvic-floor",
    "nerve-tension",
    "pressure-soft",
    "pressure-hard",
    "acupressure",
    "acupressure-uterine",
    "heat-local",
    "heat-whole-body",
    "cold-local",
    "skin-product",
    "skin-friction",
    "water-immersion",
    "electric",
    "fluid",
    "mineral",
    "medicine-gel",
    "compression",
    "food",
    "long-sitting",
    "long-standing",
    "quiet",
]


class Frequency(Record, frozen=True):
    """Times a week: the least that is worth it, the usual, the most."""

    min: Annotated[int, msgspec.Meta(ge=1, le=7)]
    usual: Annotated[int, msgspec.Meta(ge=1, le=7)]
    max: Annotated[int, msgspec.Meta(ge=1, le=7)]


class Dosage(Record, frozen=True):
    """Frequency, intensity, time and type of an intervention."""

    frequency_per_week: Frequency
    intensity: Text
    minutes: Annotated[int, msgspec.Meta(ge=1, le=90)]
    type: Text
    why: Text
    sets: int | None = None
    repetitions: int | None = None
    hold_s: float | None = None
    as_reported: str = ""


class Help(Record, frozen=True):
    """For whom an intervention is worth choosing, and how much it may help."""

    when: Condition
    benefit: Benefit
    because: Text
    sources: Ids = ()


class Contraindication(Record, frozen=True):
    """When an intervention is blocked."""

    when: Condition
    because: Text
    basis: Basis = "judgement"
    sources: Ids = ()


class Precaution(Record, frozen=True):
    """When an intervention is done differently."""

    when: Condition
    change: Text
    because: Text
    basis: Basis = "judgement"
    sources: Ids = ()
    leaves_out: tuple[Ask, ...] = ()
    """What the change takes away from pictures, cues and parts."""
    hold_at_most_s: Seconds | None = None
    """The longest hold that the change leaves."""
    plays: str = ""
    """The intervention whose movement shows the changed form, such as the same stretch on a chair."""


class Evidence(Record, frozen=True):
    """Direction and GRADE certainty of what is known about an intervention."""

    direction: Literal["helps", "no-effect", "harms", "unclear"]
    certainty: GradeCertainty
    says: Text
    sources: SomeSources


class Intervention(Record, frozen=True):
    """Something that a person can do for their back."""

    id: KebabId
    name: Text
    family: Family
    summary: Text
    steps: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    dosage: Dosage
    position: Position
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1)]
    load: Literal[0, 1, 2, 3]
    demands: Annotated[tuple[Demand, ...], msgspec.Meta(min_length=1)]
    helps: Annotated[tuple[Help, ...], msgspec.Meta(min_length=1)]
    stop_signals: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    evidence: Evidence
    sources: SomeSources
    kin: KebabId | None = None
    """The job that it shares with others; a week holds at most one thing for it."""
    equipment: tuple[Equipment, ...] = ()
    progression: str = ""
    regression: str = ""
    contraindications: tuple[Contraindication, ...] = ()
    precautions: tuple[Precaution, ...] = ()
    while_waiting: bool = False
    lesson: str = ""
    """The lesson to read, for an education item."""
    covers: Ids = ()


class SafetyRule(Record, frozen=True):
    """What a demand of an intervention means for a person."""

    id: KebabId
    demands: Annotated[tuple[Demand, ...], msgspec.Meta(min_length=1)]
    verdict: Literal["blocked", "changed"]
    when: Condition
    because: Text
    sources: SomeSources
    change: str = ""
    leaves_out: tuple[Ask, ...] = ()
    hold_at_most_s: Seconds | None = None
    basis: Basis = "judgement"
    covers: Ids = ()


class PlanGate(Record, frozen=True):
    """When there is no plan at all, and what is said instead."""

    id: KebabId
    name: Text
    when: Condition
    says: Text
    sources: SomeSources
