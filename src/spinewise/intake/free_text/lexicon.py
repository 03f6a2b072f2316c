"""The phrases of the knowledge base, ready to be found in a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from spinewise.intake.free_text.words import EMPTY, FILLERS, Word, words_of
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Finding

_DENIALS = frozenset({"not", "never"})
_JOINERS = frozenset({"and", "but", "or", "nor", "no", "without", "between", "around", "behind", "above", "below", "near"})
"""Words that change what is said, so that no phrase reaches over them."""
_CANNOT = "cannot"
_MOST_STRANGERS = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase: what it says, and whether its "no" rules the finding out. ``option`` is empty for a yes/no finding."""

    finding: str
    option: str
    stems: tuple[str, ...]
    rules_out: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases by their first word, and every word in them with its stem."""

    by_first: Mapping[str, tuple[Entry, ...]]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that stands in a text, from word ``first`` to word ``last``; ``denied`` when a "not" stands in it."""

    entry: Entry
    first: int
    last: int
    denied: bool

    def inside(self, other: "Match") -> bool:
        """Is it a smaller part of the other?"""
        return other.first <= self.first and self.last <= other.last and self.last - self.first < other.last - other.first


_LEXICONS: WeakKeyDictionary[KnowledgeBase, Lexicon] = WeakKeyDictionary()


def lexicon_of(base: KnowledgeBase) -> Lexicon:
    """The lexicon of a knowledge base, made once."""
    if base not in _LEXICONS:
        by_first: dict[str, list[Entry]] = {}
        words: dict[str, str] = {}
        for finding in base.findings.values():
            for entry, content in _entries(finding):
                by_first.setdefault(entry.stems[0], []).append(entry)
                words |= {word.text: word.stem for word in content}
        _LEXICONS[base] = Lexicon({first: tuple(found) for first, found in by_first.items()}, words)
    return _LEXICONS[base]


def _entries(finding: Finding) -> Iterator[tuple[Entry, tuple[Word, ...]]]:
    told = [("", phrase, not finding.members) for phrase in finding.phrases]
    told += [("", phrase, False) for phrase in finding.phrases_for_yes]
    told += [(option.value, phrase, False) for option in finding.options for phrase in option.phrases]
    for option, phrase, rules_out in told:
        words = words_of(phrase)
        content = tuple(word for word in words if not word.is_mark and word.text not in EMPTY)
        content = content or tuple(word for word in words if not word.is_mark)
        yield Entry(finding.id, option, tuple(word.stem for word in content), rules_out), content


def matches(words: tuple[Word, ...], lexicon: Lexicon) -> list[Match]:
    """Every phrase that stands in the text; one that is a part of a longer one of its kind is left out."""
    found = []
    for first, word in enumerate(words):
        for entry in lexicon.by_first.get(word.stem, ()):
            last = _end_of(entry.stems, words, first)
            if last is not None:
                between = {one.stem for one in words[first:last]} - set(entry.stems)
                found.append(Match(entry, first, last, not between.isdisjoint(_DENIALS)))
    return [one for one in found if not any(one.inside(other) and _same_kind(one, other) for other in found)]


def _same_kind(one: Match, other: Match) -> bool:
    """Yes/no phrases compete with each other, options only within their finding."""
    both_yes_no = not one.entry.option and not other.entry.option
    return both_yes_no or one.entry.finding == other.entry.finding


def _end_of(stems: tuple[str, ...], words: tuple[Word, ...], first: int) -> int | None:
    """The last word of the phrase that begins here. Fillers may stand between its words, and one other word.

    After "cannot" no other word may stand, because it would be what somebody cannot do.
    """
    wanted, strangers, most = 0, 0, 0 if stems[0] == _CANNOT else _MOST_STRANGERS
    for place in range(first, len(words)):
        word = words[place]
        if word.stem == stems[wanted]:
            wanted += 1
            if wanted == len(stems):
                return place
        elif word.text not in FILLERS and word.text not in _DENIALS:
            strangers += 1
            if word.is_mark or not _JOINERS.isdisjoint((word.text, word.stem)) or strangers > most:
                return None
    return None
