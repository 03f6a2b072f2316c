"""What can go wrong with knowledge and facts, and how to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong: the place, the key, what is wrong, and the remedy."""

    place: str
    key: str
    what: str
    remedy: str

    def __str__(self) -> str:
        key = f", {self.key}" if self.key else ""
        return f"{self.place}{key}: {self.what}. {self.remedy}"


class SpinewiseError(Exception):
    """Base of everything that Spinewise raises on purpose."""


class BadInput(SpinewiseError):
    """What came from outside cannot be used; carries every problem that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


class BadKnowledge(BadInput):
    """The knowledge base itself is wrong."""
