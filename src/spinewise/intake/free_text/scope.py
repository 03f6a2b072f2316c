"""What stands around a phrase: is it denied, somebody else's, long past, or only feared?"""

from collections.abc import Iterable

from spinewise.intake.free_text.lexicon import Match
from spinewise.intake.free_text.words import FILLERS, HARD_STOPS, Word
from spinewise.knowledge import Truth

_NEGATORS = frozenset({"no", "not", "never", "without", "none", "nor", "neither"})
_NEW_THOUGHT = frozenset(
    {"but", "because", "although", "though", "however", "why", "how", "what", "since", "until", "except", "while", "that"}
)
_SELF = frozenset({"i", "my", "me", "mine", "myself", "now"})
_SUBJECTS = _SELF | {"the", "it", "there", "this"}
_RELATIVES = """
    mother mothers mum mom mummy father dad daddy brother sister wife husband partner friend son daughter aunt uncle
    grandmother grandma gran nan grandfather grandad grandpa neighbour neighbor colleague boss cousin parent parents family
    relative relatives dog cat
"""
_PRONOUNS = "he she his her him they them their"
_OTHERS = frozenset(f"{_RELATIVES} {_PRONOUNS}".split())
_PAST = (
    "used to",
    "years ago",
    "year ago",
    "last year",
    "as a child",
    "as a kid",
    "as a teenager",
    "in the past",
    "when i was",
    "previously",
    "long ago",
    "once had",
    "no longer",
    "went away",
    "gone away",
    "is gone",
    "has gone",
    "any more",
    "anymore",
)
_UNCERTAIN = (
    "what if",
    "in case",
    "worried",
    "afraid",
    "scared",
    "fear",
    "wonder",
    "wondering",
    "could it be",
    "might be",
    "is it",
    "do i have",
    "not sure",
    "unsure",
    "not know if",
    "not know whether",
    "risk of",
    "read about",
    "heard about",
    "googled",
    "rule out",
    "ruled out",
    "not want",
    "hope",
)
_ANSWERS = {"yes": True, "no": False, "none": False}
_LABEL_MARKS = frozenset(":?-=")


class Surroundings:
    """The words around the phrases of one text."""

    def __init__(self, words: tuple[Word, ...], matches: Iterable[Match]) -> None:
        self._texts = tuple(word.text for word in words)
        self._covered = {
            place
            for match in matches
            for place in range(match.first, match.last + 1)
            if not (match.denied and words[place].text in _NEGATORS)
        }
        self._others = self._told_of_others()

    def says(self, match: Match, *, ever: bool) -> Truth:
        """Does the person say this of themselves: yes, no, or neither? ``ever`` takes what is long past as well."""
        labelled = self._label(match)
        if labelled is not None:
            return labelled
        first, end = self._segment(match)
        asked = end < len(self._texts) and self._texts[end] == "?"
        if asked or self._of_another(match) or self._holds(_UNCERTAIN, first, end, match):
            return None
        if not ever and self._holds(_PAST, first, end, match):
            return None
        return False if match.denied else self._not_denied(match)

    def _of_another(self, match: Match) -> bool:
        """Is somebody else told of, and not named by the phrase itself?"""
        named = not _OTHERS.isdisjoint(self._texts[match.first : match.last + 1])
        return match.first in self._others and not named

    def _label(self, match: Match) -> Truth:
        """The answer of "fever: no"."""
        after = self._texts[match.last + 1 : match.last + 3]
        return _ANSWERS.get(after[1]) if len(after) == 2 and after[0] in _LABEL_MARKS else None

    def _segment(self, match: Match) -> tuple[int, int]:
        first, end = match.first, match.last + 1
        while first > 0 and not self._ends_thought(first - 1):
            first -= 1
        while end < len(self._texts) and not self._ends_thought(end):
            end += 1
        return first, end

    def _ends_thought(self, place: int) -> bool:
        text = self._texts[place]
        return text in HARD_STOPS or text in (",", "but") or (text == "and" and self._begins_with(_SELF, place + 1))

    def _begins_with(self, subjects: frozenset[str], place: int) -> bool:
        return self._texts[place : place + 1] != () and self._texts[place] in subjects and not self._other_at(place + 1)

    def _other_at(self, place: int) -> bool:
        return place < len(self._texts) and self._texts[place] in _OTHERS

    def _told_of_others(self) -> frozenset[int]:
        """The places at which somebody else is told of."""
        found, other = set(), False
        for place, text in enumerate(self._texts):
            if text in HARD_STOPS:
                other = False
            elif text in _OTHERS:
                other = True
            elif text in _SELF and not self._other_at(place + 1) and self._joins(place - 1):
                other = False
            if other:
                found.add(place)
        return frozenset(found)

    def _joins(self, place: int) -> bool:
        return place < 0 or self._texts[place] in ("and", "but", ",", "while", "so")

    def _holds(self, sayings: Iterable[str], first: int, end: int, match: Match) -> bool:
        """Does one of the sayings stand in this part, outside of the phrase itself?"""
        own = range(match.first, match.last + 1)
        text = " ".join("|" if place in own else self._texts[place] for place in range(first, end))
        return any(f" {saying} " in f" {text} " for saying in sayings)

    def _not_denied(self, match: Match) -> Truth:
        doubtful = False
        for place in range(match.first - 1, -1, -1):
            text = self._texts[place]
            if text in HARD_STOPS or text in _NEW_THOUGHT or (text == "," and not self._list_goes_on(place)):
                return True
            if text == "and":
                if self._begins_with(_SUBJECTS, place + 1):
                    return True
                doubtful = True
            if text in _NEGATORS and place not in self._covered:
                return self._denial(place, doubtful=doubtful)
        return True

    def _denial(self, place: int, *, doubtful: bool) -> Truth:
        if self._texts[place + 1] == "only":
            return True
        return None if doubtful else False

    def _list_goes_on(self, comma: int) -> bool:
        """Is this the comma of "no fever, chills or cough"?"""
        for place in range(comma + 1, len(self._texts)):
            text = self._texts[place]
            if text in ("or", "nor"):
                return True
            if place not in self._covered and text not in FILLERS and text != ",":
                return False
        return False
