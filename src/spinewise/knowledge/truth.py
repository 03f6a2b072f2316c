"""Three-valued truth: true, false, and unknown (``None``), after Kleene.

Unknown is never safe: nothing here turns unknown into false.
"""

from collections.abc import Iterable

Truth = bool | None


def all_of(parts: Iterable[Truth]) -> Truth:
    """False as soon as one part is false; true only when every part is true."""
    unknown = False
    for part in parts:
        if part is False:
            return False
        unknown = unknown or part is None
    return None if unknown else True


def any_of(parts: Iterable[Truth]) -> Truth:
    """True as soon as one part is true; false only when every part is false."""
    unknown = False
    for part in parts:
        if part:
            return True
        unknown = unknown or part is None
    return None if unknown else False


def opposite(part: Truth) -> Truth:
    """The opposite; the opposite of unknown is unknown."""
    return None if part is None else not part


def at_least(count: int, parts: Iterable[Truth]) -> Truth:
    """True when ``count`` parts are true; unknown while that is still possible."""
    true = unknown = 0
    for part in parts:
        true += part is True
        unknown += part is None
    if true >= count:
        return True
    return None if true + unknown >= count else False
