"""How safe and how exact a way to answer is: rates over cases, each with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.figures import Share, share, weighted_kappa
from spinewise.knowledge import Disposition


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered for one case, beside what was expected."""

    reached: Disposition
    expected: Disposition
    accepted: frozenset[Disposition]

    @property
    def under(self) -> bool:
        """Less urgent than every accepted answer."""
        return self.reached < min(self.accepted)

    @property
    def over(self) -> bool:
        """More urgent than every accepted answer."""
        return self.reached > max(self.accepted)

    @property
    def urgent(self) -> bool:
        """Does every accepted answer ask for somebody today or sooner?"""
        return min(self.accepted) >= Disposition.SAME_DAY

    @property
    def mild(self) -> bool:
        """Is the best answer self-care or an ordinary appointment?"""
        return self.expected <= Disposition.ROUTINE

    @property
    def near(self) -> bool:
        """At most one step from the best answer."""
        return abs(self.reached - self.expected) <= 1


@dataclass(frozen=True, slots=True)
class Rates:
    """What came of all cases."""

    under: Share
    unsafe: Share
    """Of the cases that need somebody today or sooner in every accepted answer: those that ended lower."""
    over: Share
    over_when_mild: Share
    acceptable: Share
    exact: Share
    within_one_step: Share
    weighted_kappa: float | None
    confusion: tuple[tuple[int, ...], ...]
    """Rows: the best answer; columns: the answer reached; both from self-care to emergency."""


def rates_of(answers: Sequence[Answer]) -> Rates:
    """The rates over answers."""
    table = confusion(answers)
    return Rates(
        under=share(answers, lambda one: one.under),
        unsafe=share([one for one in answers if one.urgent], lambda one: one.under),
        over=share(answers, lambda one: one.over),
        over_when_mild=share([one for one in answers if one.mild], lambda one: one.over),
        acceptable=share(answers, lambda one: one.reached in one.accepted),
        exact=share(answers, lambda one: one.reached == one.expected),
        within_one_step=share(answers, lambda one: one.near),
        weighted_kappa=weighted_kappa(table),
        confusion=table,
    )


def confusion(answers: Sequence[Answer]) -> tuple[tuple[int, ...], ...]:
    """How often which best answer met which answer."""
    counts = [[0] * len(Disposition) for _ in Disposition]
    for one in answers:
        counts[one.expected][one.reached] += 1
    return tuple(map(tuple, counts))
