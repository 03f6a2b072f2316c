"""The records of the safety case: what it is for, what can go wrong, what is done about it, and who looks at it."""

from typing import Annotated, Literal

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1)]
KebabId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
TestId = Annotated[str, msgspec.Meta(pattern=r"^tests/[\w/]+\.py::\w+(::\w+)?$")]
SomeTexts = Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
ControlKind = Literal["inherent", "protective", "information"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all records share: frozen, and no key that nobody reads."""


class Purpose(Record, frozen=True):
    """What the system is for and not for, and what whoever runs it must do."""

    what: Text
    plain: Text
    for_whom: SomeTexts
    users: SomeTexts
    not_for: SomeTexts
    environment: SomeTexts
    limits: SomeTexts
    deployer_must: SomeTexts
    review: Text


class Step(Record, frozen=True):
    """One step of a scale, with what it means."""

    word: KebabId
    meaning: Text


SomeSteps = Annotated[tuple[Step, ...], msgspec.Meta(min_length=2)]


class Scales(Record, frozen=True):
    """Ordered scales from least to most. ``matrix[severity][likelihood]`` is a risk word."""

    severity: SomeSteps
    likelihood: SomeSteps
    risk: SomeSteps
    matrix: dict[str, dict[str, str]]
    not_accepted: SomeTexts

    def words(self, scale: Literal["severity", "likelihood", "risk"]) -> tuple[str, ...]:
        """The words of a scale, from least to most."""
        steps: tuple[Step, ...] = getattr(self, scale)
        return tuple(step.word for step in steps)

    def risk_of(self, severity: str, likelihood: str) -> str:
        """The risk word of a severity and a likelihood."""
        return self.matrix[severity][likelihood]


class Control(Record, frozen=True):
    """One thing that is done against a hazard, and the tests that fail when it is no longer done."""

    id: KebabId
    what: Text
    kind: ControlKind
    tests: Annotated[tuple[TestId, ...], msgspec.Meta(min_length=1)]


class Review(Record, frozen=True):
    """Who must look at the hazard, and whether that is still open."""

    who: Text
    open: bool


class Hazard(Record, frozen=True):
    """Something that can go wrong and hurt somebody.

    ``shared`` names controls of other hazards that act here too; ``unproved`` is what no test shows yet.
    """

    id: KebabId
    name: Text
    plain: Text
    causes: SomeTexts
    harm: Text
    severity: KebabId
    before: KebabId
    after: KebabId
    controls: Annotated[tuple[Control, ...], msgspec.Meta(min_length=1)]
    residual: Text
    review: Review
    shared: tuple[KebabId, ...] = ()
    red_flags: tuple[KebabId, ...] = ()
    unproved: tuple[Text, ...] = ()


class SafetyCase(Record, frozen=True):
    """The whole safety case."""

    purpose: Purpose
    scales: Scales
    hazards: tuple[Hazard, ...]

    def controls_of(self, hazard: Hazard) -> tuple[Control, ...]:
        """The controls of a hazard, its own first, then those that it shares."""
        by_id = {control.id: control for one in self.hazards for control in one.controls}
        return (*hazard.controls, *(by_id[name] for name in hazard.shared))

    def risk_before(self, hazard: Hazard) -> str:
        """The risk without the controls."""
        return self.scales.risk_of(hazard.severity, hazard.before)

    def risk_after(self, hazard: Hazard) -> str:
        """The risk that stays with the controls."""
        return self.scales.risk_of(hazard.severity, hazard.after)
