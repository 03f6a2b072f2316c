"""The whole knowledge base in memory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from spinewise.knowledge.compiled import Node, Sheet
from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.records import (
    Claim,
    Concept,
    Consistency,
    Contrast,
    DispositionText,
    DoseCase,
    DoseGroup,
    DoseStep,
    Finding,
    HealthCondition,
    Intervention,
    Ladder,
    Lesson,
    Movement,
    Norm,
    Pacer,
    PlanGate,
    Programme,
    Question,
    Recheck,
    Record,
    RedFlag,
    SafetyNet,
    SafetyRule,
    Source,
    WorkedCase,
)
from spinewise.knowledge.scales import Disposition

KINDS: Mapping[str, tuple[str, type[Record]]] = {
    "source": ("sources", Source),
    "finding": ("findings", Finding),
    "question": ("questions", Question),
    "concept": ("concepts", Concept),
    "red-flag": ("red_flags", RedFlag),
    "condition": ("conditions", HealthCondition),
    "intervention": ("interventions", Intervention),
    "safety-rule": ("safety_rules", SafetyRule),
    "claim": ("claims", Claim),
    "lesson": ("lessons", Lesson),
    "worked-case": ("worked_cases", WorkedCase),
    "disposition": ("dispositions", DispositionText),
    "safety-net": ("safety_nets", SafetyNet),
    "plan-gate": ("plan_gates", PlanGate),
    "consistency": ("consistency", Consistency),
    "norm": ("norms", Norm),
    "recheck": ("rechecks", Recheck),
    "movement": ("movements", Movement),
    "programme": ("programmes", Programme),
    "pacer": ("pacers", Pacer),
    "contrast": ("contrasts", Contrast),
    "ladder": ("ladders", Ladder),
    "dose-group": ("dose_groups", DoseGroup),
    "dose-step": ("dose_steps", DoseStep),
    "dose-case": ("dose_cases", DoseCase),
}
"""Kind of item: its folder and its record."""

KINDS_TO_COME = ("questionnaire",)
"""Kinds that other commands may ask for and that hold no item yet."""


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """Every item by kind and id, in the order of the files."""

    items: Mapping[str, Mapping[str, Any]]
    places: Mapping[tuple[str, str], str]
    content_key: str = field(default="")

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return self.items["source"]

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Findings by id."""
        return self.items["finding"]

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Questions by id."""
        return self.items["question"]

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """Concepts by id."""
        return self.items["concept"]

    @cached_property
    def red_flags(self) -> Mapping[str, RedFlag]:
        """Red flags by id."""
        return self.items["red-flag"]

    @cached_property
    def conditions(self) -> Mapping[str, HealthCondition]:
        """Conditions (what may be behind it) by id."""
        return self.items["condition"]

    @cached_property
    def interventions(self) -> Mapping[str, Intervention]:
        """Interventions by id."""
        return self.items["intervention"]

    @cached_property
    def safety_rules(self) -> Mapping[str, SafetyRule]:
        """Safety rules by id."""
        return self.items["safety-rule"]

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return self.items["claim"]

    @cached_property
    def lessons(self) -> Mapping[str, Lesson]:
        """Lessons by id."""
        return self.items["lesson"]

    @cached_property
    def worked_cases(self) -> Mapping[str, WorkedCase]:
        """Worked cases by id."""
        return self.items["worked-case"]

    @cached_property
    def safety_nets(self) -> Mapping[str, SafetyNet]:
        """Safety nets by id."""
        return self.items["safety-net"]

    @cached_property
    def plan_gates(self) -> Mapping[str, PlanGate]:
        """Plan gates by id."""
        return self.items["plan-gate"]

    @cached_property
    def consistency(self) -> Mapping[str, Consistency]:
        """Contradictions between answers by id."""
        return self.items["consistency"]

    @cached_property
    def norms(self) -> Mapping[str, Norm]:
        """What is usual in a function test, by id."""
        return self.items["norm"]

    @cached_property
    def rechecks(self) -> Mapping[str, Recheck]:
        """What is asked again over time, by id."""
        return self.items["recheck"]

    @cached_property
    def movements(self) -> Mapping[str, Movement]:
        """Movements (what the pictures show) by id."""
        return self.items["movement"]

    @cached_property
    def contrasts(self) -> Mapping[str, Contrast]:
        """Two ways side by side, by id."""
        return self.items["contrast"]

    @cached_property
    def pacers(self) -> Mapping[str, Pacer]:
        """Breathing patterns and timers with cues, by id."""
        return self.items["pacer"]

    @cached_property
    def programmes(self) -> Mapping[str, Programme]:
        """Programmes by id."""
        return self.items["programme"]

    @cached_property
    def ladders(self) -> Mapping[str, Ladder]:
        """Ladders of dose by id."""
        return self.items["ladder"]

    @cached_property
    def ladder_of(self) -> Mapping[str, Ladder]:
        """The ladder of levels on which an intervention stands, by intervention id."""
        return {rung.intervention: ladder for ladder in self.ladders.values() for rung in ladder.rungs}

    @cached_property
    def dose_groups(self) -> Mapping[str, DoseGroup]:
        """Who begins or stays lower, by id."""
        return self.items["dose-group"]

    @cached_property
    def dose_steps(self) -> Mapping[str, DoseStep]:
        """The rules of going on, by id."""
        return self.items["dose-step"]

    @cached_property
    def dose_cases(self) -> Mapping[str, DoseCase]:
        """Worked cases of doses by id."""
        return self.items["dose-case"]

    def disposition_text(self, disposition: Disposition, person: Findings | None = None) -> DispositionText:
        """The words for a disposition, those for this person where one is named."""
        text: DispositionText = self.items["disposition"][disposition.word]
        if text.well is None or person is None or not person.nothing_hurts:
            return text
        return msgspec.structs.replace(text, **msgspec.structs.asdict(text.well))

    @cached_property
    def question_of(self) -> Mapping[str, Question]:
        """The question that asks a finding, by finding id."""
        return {finding: question for question in self.questions.values() for finding in question.findings}

    @cached_property
    def gateway_of(self) -> Mapping[str, str]:
        """The broader finding that is asked before a finding, by finding id."""
        return {member: finding.id for finding in self.findings.values() for member in finding.members}

    @cached_property
    def sheet(self) -> Sheet:
        """The places of all compiled sentences of this base."""
        return Sheet()

    def compile(self, condition: Condition) -> Node:
        """A condition of this base, ready for quick evaluation over ``sheet``."""
        return self.sheet.compile(condition)

    def everything(self) -> Iterator[tuple[str, Any]]:
        """Every item with its kind."""
        for kind, items in self.items.items():
            for item in items.values():
                yield kind, item

    def place_of(self, kind: str, item_id: str) -> str:
        """The file in which an item stands."""
        return self.places.get((kind, item_id), kind)

    def name_of(self, finding: str) -> str:
        """The finding as a noun phrase."""
        return self.findings[finding].name

    def option_name(self, finding: str, option: str) -> str:
        """One option of a choice or list finding in words."""
        for known in self.findings[finding].options:
            if known.value == option:
                return known.name
        return option

    def unit_of(self, finding: str) -> str:
        """The unit of a number finding, or an empty text."""
        return self.findings[finding].unit
