"""Sources: publications and pages that statements rest on."""

from typing import Literal

from spinewise.knowledge.records.shared import Certainty, KebabId, Record, Text


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
