"""The condition language: one small algebra for red flags, contraindications, questions and gates.

A condition evaluates to true, false or unknown, describes itself in words, names the findings that
it still needs, and says which findings made it true.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt
from typing import Protocol

from spinewise.knowledge.truth import Truth, all_of, any_of, at_least, opposite

Value = bool | float | str | frozenset[str]
NOT_APPLICABLE = "none"
"""Value of a number or choice that cannot apply to this person (weeks after a birth in a man)."""


class Person(Protocol):
    """Anything that knows values of findings."""

    @property
    def values(self) -> Mapping[str, Value]:
        """Known values by finding id."""


class Words(Protocol):
    """How findings and their options are called."""

    def name_of(self, finding: str) -> str:
        """The finding as a noun phrase."""

    def option_name(self, finding: str, option: str) -> str:
        """One option of a choice or list finding."""

    def unit_of(self, finding: str) -> str:
        """The unit of a number finding, or an empty text."""


class Condition(ABC):
    """A sentence about a person that is true, false or unknown."""

    __slots__ = ()

    @abstractmethod
    def evaluate(self, person: Person) -> Truth:
        """Is it true for this person?"""

    @abstractmethod
    def describe(self, words: Words) -> str:
        """The condition in plain words."""

    @abstractmethod
    def leaves(self) -> Iterator["Leaf"]:
        """Every single sentence in it, concepts opened."""

    @abstractmethod
    def open_leaves(self, person: Person) -> Iterator["Leaf"]:
        """The unknown sentences that can still change the outcome; none when it is decided."""

    @abstractmethod
    def reasons(self, person: Person) -> Iterator["Leaf"]:
        """The sentences that make it what it is for this person; none when it is unknown."""

    def findings(self) -> frozenset[str]:
        """All findings that it mentions."""
        return frozenset(leaf.finding for leaf in self.leaves())

    def needs(self, person: Person) -> frozenset[str]:
        """The findings that it still needs to be decided."""
        return frozenset(leaf.finding for leaf in self.open_leaves(person))


@dataclass(frozen=True, slots=True)
class Leaf(Condition):
    """A sentence about one finding."""

    finding: str

    def leaves(self) -> Iterator["Leaf"]:
        yield self

    def open_leaves(self, person: Person) -> Iterator["Leaf"]:
        if self.evaluate(person) is None:
            yield self

    def reasons(self, person: Person) -> Iterator["Leaf"]:
        if self.evaluate(person) is not None:
            yield self

    def evaluate(self, person: Person) -> Truth:
        value = person.values.get(self.finding)
        return None if value is None else self.holds(value)

    def holds(self, value: Value) -> bool:
        """Is the sentence true of this known value?"""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class IsYes(Leaf):
    """The yes/no finding is yes."""

    def holds(self, value: Value) -> bool:
        return value is True

    def describe(self, words: Words) -> str:
        return words.name_of(self.finding)


_COMPARISONS: Mapping[str, tuple[str, Callable[[float, float], bool]]] = {
    ">=": ("at least", ge),
    "<=": ("at most", le),
    ">": ("more than", gt),
    "<": ("less than", lt),
    "==": ("exactly", eq),
}
COMPARISONS = tuple(_COMPARISONS)


@dataclass(frozen=True, slots=True)
class Compares(Leaf):
    """The number stands in this relation to the bound; what cannot apply compares false."""

    relation: str
    bound: float

    def holds(self, value: Value) -> bool:
        if isinstance(value, (str, frozenset)):
            return False
        return _COMPARISONS[self.relation][1](value, self.bound)

    def describe(self, words: Words) -> str:
        unit = words.unit_of(self.finding)
        return f"{words.name_of(self.finding)} {_COMPARISONS[self.relation][0]} {self.bound:g}{' ' + unit if unit else ''}"


@dataclass(frozen=True, slots=True)
class IsOneOf(Leaf):
    """The choice is one of these, or the list holds at least one of them."""

    options: tuple[str, ...]

    def holds(self, value: Value) -> bool:
        if isinstance(value, frozenset):
            return not value.isdisjoint(self.options)
        return value in self.options

    def describe(self, words: Words) -> str:
        named = [words.option_name(self.finding, option) for option in self.options]
        return f"{words.name_of(self.finding)}: {' or '.join(named)}"


@dataclass(frozen=True, slots=True)
class _Group(Condition):
    parts: tuple[Condition, ...]

    def leaves(self) -> Iterator[Leaf]:
        for part in self.parts:
            yield from part.leaves()

    def open_leaves(self, person: Person) -> Iterator[Leaf]:
        if self.evaluate(person) is None:
            for part in self.parts:
                yield from part.open_leaves(person)

    def _reasons_that_are(self, truth: bool, person: Person) -> Iterator[Leaf]:
        for part in self.parts:
            if part.evaluate(person) is truth:
                yield from part.reasons(person)

    def reasons(self, person: Person) -> Iterator[Leaf]:
        truth = self.evaluate(person)
        if truth is not None:
            yield from self._reasons_that_are(truth, person)

    def _join(self, word: str, words: Words) -> str:
        texts = [_in_brackets(part, words) for part in self.parts]
        return f" {word} ".join(texts)


def _in_brackets(part: Condition, words: Words) -> str:
    text = part.describe(words)
    return f"({text})" if isinstance(part, _Group) and len(part.parts) > 1 else text


class AllOf(_Group):
    """Every part is true."""

    __slots__ = ()

    def evaluate(self, person: Person) -> Truth:
        return all_of(part.evaluate(person) for part in self.parts)

    def describe(self, words: Words) -> str:
        return self._join("and", words)


class AnyOf(_Group):
    """At least one part is true."""

    __slots__ = ()

    def evaluate(self, person: Person) -> Truth:
        return any_of(part.evaluate(person) for part in self.parts)

    def describe(self, words: Words) -> str:
        return self._join("or", words)


@dataclass(frozen=True, slots=True)
class AtLeast(_Group):
    """A number of the parts is true."""

    count: int

    def evaluate(self, person: Person) -> Truth:
        return at_least(self.count, (part.evaluate(person) for part in self.parts))

    def describe(self, words: Words) -> str:
        return f"at least {self.count} of: " + "; ".join(part.describe(words) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part is false."""

    part: Condition

    def evaluate(self, person: Person) -> Truth:
        return opposite(self.part.evaluate(person))

    def describe(self, words: Words) -> str:
        return f"not {_in_brackets(self.part, words)}"

    def leaves(self) -> Iterator[Leaf]:
        return self.part.leaves()

    def open_leaves(self, person: Person) -> Iterator[Leaf]:
        return self.part.open_leaves(person)

    def reasons(self, person: Person) -> Iterator[Leaf]:
        return self.part.reasons(person)


@dataclass(frozen=True, slots=True)
class Named(Condition):
    """A condition that has a name of its own in the knowledge base."""

    concept: str
    name: str
    meaning: Condition

    def evaluate(self, person: Person) -> Truth:
        return self.meaning.evaluate(person)

    def describe(self, words: Words) -> str:
        return self.name

    def leaves(self) -> Iterator[Leaf]:
        return self.meaning.leaves()

    def open_leaves(self, person: Person) -> Iterator[Leaf]:
        return self.meaning.open_leaves(person)

    def reasons(self, person: Person) -> Iterator[Leaf]:
        return self.meaning.reasons(person)
