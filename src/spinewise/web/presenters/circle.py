"""The calm circle of a timer: how it grows and shrinks with the breath, as numbers for an SVG that moves without a script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spinewise.coaching import BreathPart

SMALL, LARGE = 62.0, 100.0
"""Radius when the breath is out and when it is in."""


@dataclass(frozen=True, slots=True)
class WordView:
    """A word in the circle, and when it is to be seen, as SVG animation values and times."""

    says: str
    values: str
    times: str


@dataclass(frozen=True, slots=True)
class CircleView:
    """One breath as an SVG animation; ``lasts_s`` is 0 where the circle rests."""

    lasts_s: float
    radii: str
    times: str
    words: tuple[WordView, ...]


def circle_of(breath: Sequence[BreathPart], names: Mapping[str, str]) -> CircleView:
    """The circle for one breath; it grows while breathing in, by as much as that part of the breath in lasts."""
    whole = sum(part.lasts_s for part in breath)
    if not breath:
        return CircleView(0.0, "", "", ())
    inward = sum(part.lasts_s for part in breath if part.do == "in")
    radius, at_s = SMALL, 0.0
    radii, times, words = [radius], [0.0], []
    for part in breath:
        words.append(_word(names[part.do], at_s / whole, (at_s + part.lasts_s) / whole))
        at_s += part.lasts_s
        if part.do == "in":
            radius += (LARGE - SMALL) * part.lasts_s / inward
        elif part.do == "out":
            radius = SMALL
        radii.append(radius)
        times.append(at_s / whole)
    return CircleView(whole, _listed(radii), _listed(times), tuple(words))


def _word(says: str, begins: float, ends: float) -> WordView:
    marks = [(0.0, 0.0)] if begins > 0 else []
    marks += [(begins, 1.0)]
    marks += [(ends, 0.0)] if ends < 1 else []
    return WordView(says, _listed([value for _, value in marks]), _listed([time for time, _ in marks]))


def _listed(numbers: Sequence[float]) -> str:
    return ";".join(f"{number:.4g}" for number in numbers)
