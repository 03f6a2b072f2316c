"""From what somebody typed to words to look for: small words go, everyday words bring their neighbours along."""

import re

from spinewise.records.search.records import Alternatives

MOST_WORDS = 8
SHORTEST_PREFIX = 3
_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = """
a about after all also am an and any are as at be been but by can could did do does for from get had has have how i if in
is it its make makes me my of on or our should so that the their them then there these they this to up was we what when
where which while who why will with would you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_SAME = (
    ("pain", "hurt", "ache", "sore"),
    ("urine", "pee", "wee", "bladder", "water"),
    ("stool", "poo", "bowel"),
    ("belly", "tummy", "stomach", "abdomen"),
    ("numb", "tingle", "feeling"),
    ("bottom", "bum", "buttock", "seat"),
    ("pregnant", "pregnancy", "expecting"),
    ("birth", "postpartum", "postnatal", "delivery"),
    ("doctor", "gp", "physician"),
    ("heat", "warm", "hot"),
    ("cold", "ice"),
    ("scan", "mri", "xray", "picture"),
    ("tablet", "pill", "medicine", "drug"),
    ("tailbone", "coccyx"),
    ("womb", "uterus"),
    ("slipped", "herniated", "disc", "disk"),
    ("sciatica", "sciatic"),
    ("exercise", "training", "workout"),
    ("tired", "fatigue", "exhausted"),
    ("desk", "office", "sitting"),
)
_FAMILIES = {word: family for family in _SAME for word in family}


def words_of(text: str) -> tuple[Alternatives, ...]:
    """The words of a query, each with others that may stand for it. Only small words: then these count."""
    typed = list(dict.fromkeys(_WORD.findall(text.casefold())))
    telling = [word for word in typed if word not in _SMALL] or typed
    return tuple((word, *_neighbours(word)) for word in telling[:MOST_WORDS])


def _neighbours(word: str) -> Alternatives:
    """Other words of its family; a plural or an ending counts as the word itself."""
    family = next((_FAMILIES[form] for form in _forms(word) if form in _FAMILIES), ())
    return tuple(other for other in family if other not in _forms(word))


def _forms(word: str) -> tuple[str, ...]:
    cut = tuple(word.removesuffix(ending) for ending in ("s", "ing", "ed") if word.endswith(ending))
    return (word, *cut, *(f"{stem}e" for stem in cut))
