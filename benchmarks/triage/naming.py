"""Is a diagnosis in a reader's words one of our conditions?"""

import re
from collections.abc import Iterable

from spinewise.knowledge.records import HealthCondition

_SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "due", "from", "in", "into", "of", "on", "or", "the", "to", "with"})
_SMALL_WORDS |= {"without", "pain", "acute", "chronic"}


def names(condition: HealthCondition, wanted: Iterable[str]) -> bool:
    """Is one of these diagnoses another way to say this condition?

    True when all telling words of a name of the condition stand in the diagnosis, or the other way round.
    """
    own = [_words(name) for name in (condition.name, condition.plain, condition.id.replace("-", " "), *condition.also)]
    return any(_covers(name, _words(one)) for one in wanted for name in own)


def _covers(name: frozenset[str], diagnosis: frozenset[str]) -> bool:
    return bool(name) and bool(diagnosis) and (name <= diagnosis or diagnosis <= name)


def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z0-9]+", text.lower())) - _SMALL_WORDS


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "is", "us")) else word
