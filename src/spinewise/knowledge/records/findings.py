"""Findings and the questions that ask for them."""

from typing import Annotated, Literal

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.shared import Basis, Ids, KebabId, Record, SnakeId, SomeSources, Text
from spinewise.knowledge.scales import Background, DispositionWord

Phrase = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+([ '-][a-z0-9]+)*$")]
"""Everyday words in lower case, without punctuation."""
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
    """What is asked together: one screen of the interview, or several where it holds more than a screen shows."""

    id: KebabId
    title: Text
    why: Text
    theme: Theme
    findings: Annotated[Ids, msgspec.Meta(min_length=1)]

    @property
    def name(self) -> str:
        """The title."""
        return self.title


class Recheck(Record, frozen=True):
    """Yes/no findings to ask once more before a session or after some days: has danger come up since?"""

    id: KebabId
    name: Text
    why: Text
    findings: Annotated[Ids, msgspec.Meta(min_length=1, max_length=6)]
    sources: SomeSources
    when: Condition | None = None
    """For whom; for everybody when it is left out."""


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
