"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid 1975), the years at school that it asks for."""

import re
from collections.abc import Iterable
from functools import cache

import pyphen

_DICTIONARIES = tuple(pyphen.Pyphen(lang=language) for language in ("en_GB", "en_US"))
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_SENTENCE_END = re.compile(r"[.:?](?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeioucghsxz]es$|[^aeioutd]ed$")


def words_in(text: str) -> list[str]:
    """The words of a text; figures are none."""
    return _WORD.findall(text)


@cache
def syllables_in(word: str) -> int:
    """Syllables of a word: what the hyphenation says, or the groups of vowels where these are more.

    A hyphen is never set after a single letter ("a-ny"), so hyphenation alone counts too few and would flatter a text.
    """
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(_VOWELS.findall(letters)) - bool(_SILENT_END.search(letters))
    return max(1, groups, *(len(dictionary.positions(word)) + 1 for dictionary in _DICTIONARIES))


def reading_grade(text: str, usual: Iterable[str] = ()) -> float:
    """The Flesch-Kincaid grade. ``usual`` names words (in small letters) that count as two syllables however long they are."""
    known = frozenset(usual)
    words = words_in(text)
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(2 if word.lower() in known else syllables_in(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / max(1, len(words)) - 15.59
