"""What is put into the index, what is looked for, and what is found."""

from dataclasses import dataclass
from typing import Protocol

HIT_BEGINS, HIT_ENDS = "\x02", "\x03"
"""Signs around a hit. No text of the knowledge base holds them."""
Alternatives = tuple[str, ...]
"""Words of which one is enough."""


@dataclass(frozen=True, slots=True)
class Document:
    """One item as it is searched. ``signs`` are its conditions in words: they help to find it and are never shown.

    ``complaints`` and ``groups`` are empty for what is for everybody.
    """

    kind: str
    id: str
    title: str
    also: str
    summary: str
    body: str
    signs: str = ""
    certainty: str = ""
    complaints: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for; an empty field means no wish."""

    text: str = ""
    kind: str = ""
    complaint: str = ""
    group: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One item found. Hits in ``title`` and ``excerpt`` stand between ``HIT_BEGINS`` and ``HIT_ENDS``."""

    kind: str
    id: str
    title: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and how many there are of each kind (whatever kind was asked for).

    ``every_word`` is false when no item holds all words and some of them had to do.
    """

    hits: tuple[Hit, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    every_word: bool = True

    @property
    def total(self) -> int:
        """How many items of all kinds."""
        return sum(count for _kind, count in self.counts)


class Engine(Protocol):
    """A database that can search text. ``table`` is a name made by us, never typed by anybody."""

    def there(self, table: str) -> bool:
        """Does this index exist?"""

    def make(self, table: str, documents: tuple[Document, ...]) -> None:
        """Make an index and drop every other one; all of it or nothing."""

    def find(self, table: str, words: tuple[Alternatives, ...], query: Query, *, every: bool, most: int) -> Found:
        """The best hits for words that must all be there (``every``) or of which one is enough."""
