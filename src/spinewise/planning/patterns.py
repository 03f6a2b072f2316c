"""Every way to fill a day with lengths of time, as far as it cannot take one more thing."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

MOST_PATTERNS = 1500
Patterns = NDArray[np.float64]


@lru_cache(maxsize=256)
def length_classes(lengths: tuple[int, ...], minutes: int, things: int) -> tuple[int, ...]:
    """Lengths (ascending) few enough for their patterns to be listed.

    Where there are too many, the two nearest become the shorter one, which only makes the day look roomier.
    """
    classes = list(lengths)
    while len(classes) > 1 and _number_of_patterns(tuple(classes), minutes, things) > MOST_PATTERNS:
        nearest = min(range(1, len(classes)), key=lambda index: (classes[index] / classes[index - 1], -index))
        del classes[nearest]
    return tuple(classes)


@lru_cache(maxsize=256)
def day_patterns(classes: tuple[int, ...], minutes: int, things: int) -> Patterns:
    """One row per pattern: how often each class of length stands in the day."""
    return np.array(list(_patterns(classes, minutes, things)), dtype=np.float64)


@lru_cache(maxsize=4096)
def _number_of_patterns(classes: tuple[int, ...], minutes: int, things: int) -> int:
    """How many there are, counted without listing them."""
    if len(classes) == 1:
        return 1
    *shorter, longest = classes
    most = min(things, minutes // longest)
    return sum(_number_of_patterns(tuple(shorter), minutes - n * longest, things - n) for n in range(most + 1))


def _patterns(classes: tuple[int, ...], minutes: int, things: int) -> Iterator[tuple[int, ...]]:
    """Longest class first, so that what is left tells at once whether the pattern is full."""
    if len(classes) == 1:
        yield (min(things, minutes // classes[0]),)
        return
    *shorter, longest = classes
    for number in range(min(things, minutes // longest) + 1):
        for rest in _patterns(tuple(shorter), minutes - number * longest, things - number):
            yield (*rest, number)
