"""What people read: claims and lessons."""

from typing import Annotated, Literal

import msgspec

from spinewise.knowledge.conditions import Condition
from spinewise.knowledge.records.shared import Certainty, Ids, KebabId, Record, SomeSources, Text


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
