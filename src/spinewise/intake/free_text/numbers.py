"""Numbers in a text: age, how long, how strong, weeks of pregnancy and weeks since a birth."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from spinewise.intake.free_text.words import Word
from spinewise.knowledge import Value

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: float(number) for number, word in enumerate(_SMALL, start=1)}
_NUMBERS |= {"a": 1.0, "an": 1.0, "couple of": 2.0, "few": 3.0, "half a": 0.5}
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_N = r"(?P<n>\d+(?:\.\d+)?|half a|(?:a )?couple of|(?:a )?few|an?|" + "|".join(_SMALL) + ")"
_UNIT = r"(?P<unit>hour|day|week|month|year)s?"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_OTHER_VERBS = r"(?:s[ai]t|sitting|dr[io]v\w*|walk\w*|r[ua]n\w*|st[ao]{1,2}nd?\w*|lay|lying|sle[ep]\w*|work\w*|t[ao]k\w*|every)"
_BEGAN = r"(?:start|beg[au]n|c[ao]me|hurt|happen|pull|lift|fell|woke|pain|ach|numb|back|neck|sore|it)\w*"
_AFTER_AGE = r"(?= (?:,|\.|and|with|female|male|woman|man|f|m)\b| [,.]|$)"


@dataclass(frozen=True, slots=True)
class Number:
    """A value with the characters of the joined words from which it was read."""

    finding: str
    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Rule:
    finding: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str]], float]


def _count(match: re.Match[str]) -> float:
    word = match["n"]
    return float(word) if word[0].isdigit() else _NUMBERS[word.removeprefix("a ") if len(word) > 2 else word]


def _days(match: re.Match[str]) -> float:
    return float(round(_count(match) * _DAYS[match["unit"]]))


def _weeks(match: re.Match[str]) -> float:
    return float(round(_days(match) / 7))


def _is(number: float) -> Callable[[re.Match[str]], float]:
    return lambda _: float(number)


def _rule(finding: str, pattern: str, value: Callable[[re.Match[str]], float]) -> _Rule:
    return _Rule(finding, re.compile(rf"(?<![\w.]){pattern}(?!\w)"), value)


_RULES = (
    _rule("pregnant_weeks", r"not pregnant", _is(0)),
    _rule("pregnant_weeks", rf"{_N} {_UNIT} pregnant", _weeks),
    _rule("pregnant_weeks", rf"pregnant {_N} {_UNIT}", _weeks),
    _rule("postpartum_weeks", rf"{_N} {_UNIT} (?:after (?:the |giving )?birth|post ?(?:- )?partum)", _weeks),
    _rule("postpartum_weeks", rf"(?:gave birth|had (?:a|my) baby|baby was born) {_N} {_UNIT} ago", _weeks),
    _rule("age", r"(?P<n>\d{1,3}) (?:- )?(?:years?|yrs?|yo)(?: -)? ?old", _count),
    _rule(
        "age", r"(?:i|aged|age|age :) (?:am )?(?P<n>\d{2,3})(?= (?:,|\.|and|with|female|male|woman|man|f|m)\b| [,.]|$)", _count
    ),
    _rule("pain_nrs", r"(?P<n>\d{1,2}(?:\.\d)?) (?:/|out of|of) (?:10|ten)", _count),
    _rule("pain_nrs", r"pain (?:is |level |score |is a |at )+(?:of )?(?P<n>\d{1,2})(?= [,.]|$| (?:and|now|today)\b)", _count),
    _rule("duration_days", rf"(?:for|past|last|over|nearly|almost|about)(?: the)?(?: last| past)? {_N} {_UNIT}(?! old)", _days),
    _rule("duration_days", rf"(?:back|neck|leg|pain|ache|it|numb)\w* (?:for )?{_N} {_UNIT}(?! old| ago)", _days),
    _rule("duration_days", rf"{_N} {_UNIT} (?:of|with) (?:\w+ ){{0,2}}(?:pain|ache|numb\w*)", _days),
    _rule("duration_days", rf"{_BEGAN}(?: \w+){{0,6}}? {_N} {_UNIT} ago", _days),
    _rule("duration_days", rf"{_N} {_UNIT} ago(?: \w+){{0,4}} {_BEGAN}", _days),
    _rule("duration_days", r"since (?:this morning|today)", _is(0)),
    _rule("duration_days", r"since (?:yesterday|last night)", _is(1)),
    _rule("duration_days", r"since last week", _is(7)),
    _rule("duration_days", r"since last month", _is(30)),
)
_DONE_FOR_SO_LONG = re.compile(rf"{_OTHER_VERBS}(?: \w+){{0,2}} $")
_SINCE = re.compile(rf"(?<!\w)since (?:last |early |late )?(?P<when>{'|'.join((*_WEEKDAYS, *_MONTHS))})(?!\w)")


def numbers(words: tuple[Word, ...], today: date | None) -> list[Number]:
    """The numbers that the words tell, the first for each finding."""
    text = " ".join(word.text for word in words)
    found: dict[str, Number] = {}
    for number in (*_told(text), *_since(text, today)):
        found.setdefault(number.finding, number)
    return list(found.values())


def _told(text: str) -> Iterator[Number]:
    taken: list[tuple[int, int]] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            begins = match.start("n") if "n" in match.re.groupindex else match.start()
            free = all(begins >= end or match.end() <= start for start, end in taken)
            lasting = rule.finding == "duration_days" and "n" in match.re.groupindex
            if free and not (lasting and _DONE_FOR_SO_LONG.search(text[: match.start()])):
                taken.append((begins, match.end()))
                yield Number(rule.finding, rule.value(match), match.start(), match.end())


def _since(text: str, today: date | None) -> Iterator[Number]:
    match = _SINCE.search(text)
    if match is not None and today is not None:
        when = match["when"]
        days = _to_weekday(_WEEKDAYS.index(when), today) if when in _WEEKDAYS else _to_month(_MONTHS.index(when) + 1, today)
        yield Number("duration_days", float(days), match.start(), match.end())


def _to_weekday(weekday: int, today: date) -> int:
    return (today.weekday() - weekday) % 7 or 7


def _to_month(month: int, today: date) -> int:
    """Days since the middle of that month."""
    year = today.year if month < today.month else today.year - 1
    return (today - date(year, month, 15)).days
