"""Words of a text: where they stand, without endings, contractions opened, small misspellings mended."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

_WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?(?:['’][a-z]+)*|[^\w\s]|\n", re.IGNORECASE)
_LOOSE = {
    **dict.fromkeys(("dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "havent", "hasnt", "hadnt"), "not"),
    **dict.fromkeys(("cant", "couldnt", "unable"), "cannot"),
    **dict.fromkeys(("im", "ive", "id"), "i"),
    "wont": "not",
}
_PAIRS = frozenset({("can", "not"), ("could", "not"), ("not", "able")})
_ENDINGS = ("ness", "ing", "ied", "ies", "ed", "ly", "s")
_SHORTEST_STEM = 3
_SHORTEST_MENDED, _SHORTEST_MEANT = 4, 5
HARD_STOPS = frozenset(".;!?\n")
SOFT_STOPS = frozenset(",:()-/=")


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


EMPTY = _each(
    """
    a an the my i it is am are was were be been being me have has had having get gets got getting do does did so very really
    quite bit some of in on at to with this that these those there just when whenever as for from its also too
    """
)
"""Words that say nothing in a phrase."""
FILLERS = EMPTY | _each("any much more slightly feels seems goes runs went left right one new bad badly lot total")
"""Words that may stand between the words of a phrase."""
COMMON = FILLERS | _each(
    """
    and but or nor not no never without none cannot if then than because although while since until why how what who where
    which would could should might must may shall will can your you we us our they them he she his her him hear heard
    heavily tried trial try stood stand angle swear fewer every over under again after before about around through though
    thing things think thought great good well fine okay today yesterday tomorrow monday tuesday wednesday thursday friday
    saturday sunday week weeks month months year years hour hours minute minutes day days house horse work working job home
    child children kids chess cheat short shirt shot small large other others another people
    """
)
"""Words that are themselves, however near they stand to a word of the lexicon."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: as it is compared, and where it stands in the text."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Is it punctuation?"""
        return not self.text[:1].isalnum()


def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text in their order."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        plain = _opened(match[0].lower().replace("’", "'"))
        word = Word(plain, stem(plain), match.start(), match.end())
        if words and (words[-1].text, plain) in _PAIRS:
            words[-1] = Word("cannot", "cannot", words[-1].start, word.end)
        else:
            words.append(word)
    return tuple(words)


def _opened(word: str) -> str:
    if word.endswith("n't"):
        return "cannot" if word in ("can't", "couldn't") else "not"
    plain = word.split("'", 1)[0] or word
    return _LOOSE.get(plain, plain)


def stem(word: str) -> str:
    """The word without its commonest endings; crude, but the same for phrases and texts."""
    for ending in _ENDINGS:
        kept = word.removesuffix(ending)
        if kept != word and len(kept) >= _SHORTEST_STEM and not (ending == "s" and kept[-1] in "siu"):
            return _tidy(kept + "y" if ending in ("ied", "ies") else kept) if not kept.endswith("e") or ending == "s" else word
    return _tidy(word)


def _tidy(kept: str) -> str:
    if len(kept) > _SHORTEST_STEM and kept[-1] == kept[-2] and kept[-1] not in "lse":
        return kept[:-1]
    if len(kept) > _SHORTEST_STEM and kept.endswith("e"):
        return kept[:-1]
    return f"{kept[:-1]}y" if kept.endswith("i") else kept


def mended(words: Iterable[Word], known: Mapping[str, str]) -> tuple[Word, ...]:
    """The words; one that is unknown and one letter away from a single known word takes its stem."""
    stems = frozenset(known.values())
    return tuple(
        word if word.is_mark or word.text in COMMON or word.stem in stems else replace(word, stem=_meant(word, known))
        for word in words
    )


def _meant(word: Word, known: Mapping[str, str]) -> str:
    if len(word.text) < _SHORTEST_MENDED or not word.text.isalpha():
        return word.stem
    near = {meant for other, meant in known.items() if _may_mean(word.text, other) and _one_apart(word.text, other)}
    return near.pop() if len(near) == 1 else word.stem


def _may_mean(word: str, other: str) -> bool:
    lengths = (len(word), len(other))
    return word[0] == other[0] and abs(lengths[0] - lengths[1]) <= 1 and max(lengths) >= _SHORTEST_MEANT and min(lengths) >= 4


def _one_apart(one: str, other: str) -> bool:
    """Do they differ by one letter more, less or other, or by two neighbours exchanged?"""
    at = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[at:], other[at:]
    if len(one) != len(other):
        return rest[1:] == other_rest or rest == other_rest[1:]
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
