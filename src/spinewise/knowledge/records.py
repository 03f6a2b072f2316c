"""The records of the knowledge base: one frozen type per kind, as the YAML files hold them."""

from typing import Annotated, Any, Literal

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.scales import Against, Background, Benefit, DispositionWord, Prior, Strength

Ids = tuple[str, ...]
Text = Annotated[str, msgspec.Meta(min_length=1)]
KebabId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SnakeId = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
SomeSources = Annotated[Ids, msgspec.Meta(min_length=1)]
Phrase = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+([ '-][a-z0-9]+)*$")]
"""Everyday words in lower case, without punctuation."""
Basis = Literal["source", "adapted", "judgement"]
Certainty = Literal["high", "moderate", "low", "very-low", "consensus"]
GradeCertainty = Literal["high", "moderate", "low", "very-low"]
Theme = Literal[
    "about-you",
    "complaint",
    "course",
    "what-changes-it",
    "general-illness",
    "bladder-and-legs",
    "arms-and-balance",
    "bones-and-injury",
    "past-illness",
    "medicines",
    "chest-and-belly",
    "kidney-and-bladder",
    "pregnancy",
    "after-birth",
    "women",
    "men",
    "skin",
    "muscles-and-heat",
    "head-and-neck",
    "children",
    "mind-and-safety",
    "your-week",
]
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


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Base of all records: frozen, and unknown keys are refused."""


class Point(Record, frozen=True):
    """One thing that a source says, and how sure it is."""

    point: Text
    certainty: Certainty


class Source(Record, frozen=True):
    """A publication or page that statements rest on."""

    id: KebabId
    title: Text
    publisher: Text
    year: int | Literal["not stated"]
    kind: Literal[
        "guideline",
        "systematic-review",
        "trial",
        "cohort",
        "cross-sectional",
        "case-series",
        "laboratory",
        "official-page",
        "instrument",
        "consensus",
        "book",
        "review",
        "other",
    ]
    checked: Literal["full-abstract", "excerpt", "bibliographic-only", "from-memory"]
    says: tuple[Point, ...]
    url: str = ""
    doi: str = ""
    licence: str = ""
    updated: int | str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The title."""
        return self.title


class Option(Record, frozen=True):
    """One answer of a choice or list finding."""

    value: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Text
    background: Background = Background.SELDOM
    phrases: tuple[Phrase, ...] = ()
    """How people say it in their own words."""


class Band(Record, frozen=True):
    """A named part of a number's range, for display."""

    upto: float
    name: Text


class SelfTest(Record, frozen=True):
    """How a person can find out by trying, and when they must stop."""

    steps: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    stop_if: Text
    yes_if: str = ""
    """What means yes; only for a yes/no finding."""
    safe_if: Condition | None = None
    """For whom trying is safe; for everybody when it is left out, for nobody for whom it is unknown."""
    picture: str = ""
    """The movement that shows it."""


class Finding(Record, frozen=True):
    """Something that can be known of a person: a sign, a fact, a wish."""

    id: SnakeId
    type: Literal["bool", "number", "choice", "list"]
    name: Text
    question: Text
    why: Text
    theme: Theme
    purpose: Literal["danger", "explain", "plan"]
    sources: SomeSources
    help: str = ""
    ask_if: Condition | None = None
    background: Background = Background.SELDOM
    if_unsure: DispositionWord | None = None
    unstated: str | float | None = None
    derived: Condition | None = None
    members: Ids = ()
    """Findings that this broader question stands for: its "no" answers them all, its "yes" opens them."""
    unit: str = ""
    min: float | None = None
    max: float | None = None
    step: float | None = None
    bands: tuple[Band, ...] = ()
    options: tuple[Option, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    """How people say it in their own words; with "no" before it, the finding is no."""
    phrases_for_yes: tuple[Phrase, ...] = ()
    """Words that mean yes, but whose "no" leaves the finding open, because they tell only a part of it."""
    self_test: SelfTest | None = None
    again: str = ""
    """The question in other words, before an answer that made it urgent is taken back."""
    on_request: bool = False
    """Is it asked only of people who want to be asked? Nothing that keeps people safe may rest on it."""

    @property
    def option_values(self) -> Ids:
        """The accepted values of a choice or list."""
        return tuple(option.value for option in self.options)


class Question(Record, frozen=True):
    """One screen of the interview."""

    id: KebabId
    title: Text
    why: Text
    theme: Theme
    findings: Annotated[Ids, msgspec.Meta(min_length=1, max_length=7)]

    @property
    def name(self) -> str:
        """The title."""
        return self.title


class Concept(Record, frozen=True):
    """A condition that deserves a name because several rules share it."""

    id: SnakeId
    name: Text
    when: Condition
    because: Text
    sources: SomeSources


class Figure(Record, frozen=True):
    """A published number behind a rule."""

    says: Text
    source: str


class Level(Record, frozen=True):
    """One strength of a red flag: when it is reached, and what it asks for."""

    disposition: DispositionWord
    when: Condition
    says: Text
    tell: str = ""


class Example(Record, frozen=True):
    """Facts with the outcome that a rule must give for them."""

    expect: Literal["none", "self-care", "routine", "within-days", "same-day", "emergency"]
    facts: dict[str, Any]


class RedFlag(Record, frozen=True):
    """A danger, with the findings that raise the disposition for it."""

    id: KebabId
    name: Text
    term: Text
    group: KebabId
    why: Text
    levels: Annotated[tuple[Level, ...], msgspec.Meta(min_length=1)]
    sources: SomeSources
    figures: tuple[Figure, ...] = ()
    examples: tuple[Example, ...] = ()
    covers: Ids = ()


class PriorChange(Record, frozen=True):
    """A circumstance that makes a condition likelier or less likely: a factor on its odds."""

    when: Condition
    times: Annotated[float, msgspec.Meta(gt=0)]
    because: str = ""
    sources: Ids = ()


class SpeaksFor(Record, frozen=True):
    """A sign that a condition produces."""

    when: Condition
    strength: Strength
    because: str = ""
    sources: Ids = ()


class SpeaksAgainst(Record, frozen=True):
    """A circumstance that argues against a condition."""

    when: Condition
    strength: Against
    because: str = ""
    sources: Ids = ()


class HealthCondition(Record, frozen=True):
    """Something that may be behind the trouble."""

    id: KebabId
    name: Text
    plain: Text
    group: KebabId
    summary: Text
    feels_like: Text
    course: Text
    what_helps: Text
    when_to_worry: Text
    prior: Prior
    speaks_for: Annotated[tuple[SpeaksFor, ...], msgspec.Meta(min_length=1)]
    sources: SomeSources
    also: Ids = ()
    serious: bool = False
    only_if: Condition | None = None
    prior_by: tuple[PriorChange, ...] = ()
    speaks_against: tuple[SpeaksAgainst, ...] = ()
    covers: Ids = ()


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
    basis: Basis = "judgement"
    covers: Ids = ()


class Claim(Record, frozen=True):
    """What people say, what is known, and what to do instead."""

    id: KebabId
    name: Text
    people_say: Text
    what_is_known: Text
    do_instead: Text
    verdict: Literal["supported", "plausible", "unsupported", "contradicted", "harmful"]
    sources: SomeSources
    covers: Ids = ()


class Lesson(Record, frozen=True):
    """A short piece to read: one question, a few paragraphs, something to think about, its sources."""

    id: KebabId
    name: Text
    asks: Text
    """The question that it answers, in the reader's words."""
    topic: Literal[
        "pain",
        "course",
        "activity",
        "sleep",
        "work",
        "mind",
        "body",
        "imaging",
        "treatments",
        "doctor",
        "pregnancy",
        "birth",
        "menopause",
        "ageing",
        "food",
        "skin",
        "habits",
        "service",
    ]
    text: Annotated[tuple[Text, ...], msgspec.Meta(min_length=2)]
    """Paragraphs of two to five short sentences."""
    look_back: Text
    """A question at the end that the reader answers for themselves."""
    certainty: Certainty
    sources: SomeSources
    when: Condition | None = None
    """For whom it is chosen first; for everybody when it is left out."""
    covers: Ids = ()


class Expectation(Record, frozen=True):
    """What must come out for the person of a worked case. What is left out is not asked."""

    disposition: tuple[DispositionWord, ...] = ()
    """Any of these."""
    explained: Ids = ()
    """Conditions that must be among the first three."""
    offered: Ids = ()
    """Interventions that must be allowed, with or without changes."""
    changed: Ids = ()
    blocked: Ids = ()
    plan: Literal["week", "none", ""] = ""
    """Must there be a week, or must there be none?"""


class WorkedCase(Record, frozen=True):
    """A person, and what Spinewise must answer: an example that runs as a test."""

    id: KebabId
    name: Text
    because: Text
    """Why these answers are right, for the reader."""
    facts: dict[str, Any]
    expect: Expectation
    sources: SomeSources


class DispositionText(Record, frozen=True):
    """The words for one disposition."""

    id: DispositionWord
    name: Text
    headline: Text
    how_soon: Text
    who: Text
    do_now: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    do_not: tuple[Text, ...]
    sources: SomeSources


class SafetyNet(Record, frozen=True):
    """What to watch for, for the people to whom it applies."""

    id: KebabId
    name: Text
    sources: SomeSources
    when: Condition | None = None
    emergency: tuple[Text, ...] = ()
    doctor: tuple[Text, ...] = ()


class PlanGate(Record, frozen=True):
    """When there is no plan at all, and what is said instead."""

    id: KebabId
    name: Text
    when: Condition
    says: Text
    sources: SomeSources


class Consistency(Record, frozen=True):
    """Answers that cannot all be right, or that seldom are: a person is asked again."""

    id: KebabId
    name: Text
    when: Condition
    says: Text
    remedy: Text
    sources: SomeSources
    strength: Literal["impossible", "doubtful"] = "doubtful"
    """A file of facts is refused for what is impossible; what is doubtful is taken as it stands, danger first."""


class NormBand(Record, frozen=True):
    """What is usual at an age: worse than ``below`` is below it, better than ``above`` is above it."""

    from_age: float
    to_age: float
    below: float
    above: float | None = None
    sex: Literal["female", "male", "any"] = "any"


class NormValue(Record, frozen=True):
    """What an answer of a choice means."""

    value: str
    level: Literal["below", "usual", "above"]


class Norm(Record, frozen=True):
    """What people of an age and sex usually reach in a function test."""

    id: KebabId
    name: Text
    finding: SnakeId
    says: Text
    sources: SomeSources
    better: Literal["more", "less"] = "more"
    bands: tuple[NormBand, ...] = ()
    """For a number."""
    values: tuple[NormValue, ...] = ()
    """For a choice."""
    basis: Basis = "judgement"


class Recheck(Record, frozen=True):
    """Yes/no findings to ask once more before a session or after some days: has danger come up since?"""

    id: KebabId
    name: Text
    why: Text
    findings: Annotated[Ids, msgspec.Meta(min_length=1, max_length=6)]
    sources: SomeSources
    when: Condition | None = None
    """For whom; for everybody when it is left out."""
