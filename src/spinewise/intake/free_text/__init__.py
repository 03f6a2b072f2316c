"""What somebody writes in their own words, as answers to confirm. It only suggests: nothing counts before it is confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spinewise.intake.free_text.lexicon import lexicon_of, matches
from spinewise.intake.free_text.numbers import numbers
from spinewise.intake.free_text.scope import Surroundings
from spinewise.intake.free_text.words import Word, mended, words_of
from spinewise.intake.screens import applying
from spinewise.knowledge import NOTHING_HURTS, Disposition, Findings, KnowledgeBase, Value, complete, read_value
from spinewise.knowledge.records import Finding
from spinewise.triage import disposition_of

LONGEST_TEXT = 2000
_EVER = frozenset({"past-illness"})
"""Themes that ask what ever was, so that the past counts."""

__all__ = ["LONGEST_TEXT", "Suggestion", "suggest"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer that the text seems to give: from which words, and where they stand in the text."""

    finding: str
    value: Value
    words: str
    span: tuple[int, int]


def suggest(text: str, base: KnowledgeBase, today: date | None = None) -> tuple[Suggestion, ...]:
    """Answers that a text seems to give, signs of danger first. Only the first 2000 characters are read.

    Weekdays and months ("since Tuesday") count only when ``today`` is given.
    """
    text = text[:LONGEST_TEXT]
    words = words_of(text)
    merged: dict[str, Suggestion] = {}
    for one in (*_from_phrases(text, words, base), *_from_numbers(text, words, base, today)):
        _add(one, merged, base)
    kept = _without_doubtful_ease(merged, base)
    return tuple(sorted(kept.values(), key=lambda one: _rank(one, base)))


def _from_phrases(text: str, words: tuple[Word, ...], base: KnowledgeBase) -> Iterator[Suggestion]:
    lexicon = lexicon_of(base)
    read = mended(words, lexicon.words)
    found = matches(read, lexicon)
    around = Surroundings(read, found)
    for match in sorted(found, key=lambda one: (one.first, one.last)):
        entry, finding = match.entry, base.findings[match.entry.finding]
        said = around.says(match, ever=finding.theme in _EVER or finding.id.endswith("_history"))
        if said is None or finding.id not in base.question_of or (not said and not entry.rules_out):
            continue
        value = _value(finding, entry.option, said=said)
        yield _suggestion(finding.id, value, text, words[match.first].start, words[match.last].end)


def _value(finding: Finding, option: str, *, said: bool) -> Value:
    if not option:
        return said
    return frozenset({option}) if finding.type == "list" else option


def _suggestion(finding: str, value: Value, text: str, start: int, end: int) -> Suggestion:
    return Suggestion(finding, value, text[start:end], (start, end))


def _from_numbers(text: str, words: tuple[Word, ...], base: KnowledgeBase, today: date | None) -> Iterator[Suggestion]:
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word.text) + 1
    for number in numbers(words, today):
        if number.finding in base.question_of and _accepted(base.findings[number.finding], number.value):
            inside = [word for word, start in zip(words, starts, strict=True) if number.start <= start < number.end]
            yield _suggestion(number.finding, number.value, text, inside[0].start, inside[-1].end)


def _accepted(finding: Finding, value: Value) -> bool:
    try:
        read_value(finding, value)
    except ValueError:
        return False
    return True


def _add(one: Suggestion, merged: dict[str, Suggestion], base: KnowledgeBase) -> None:
    """Join what is told twice: lists grow, yes outweighs no, two sides are both, and a second complaint stands beside."""
    before = merged.get(one.finding)
    if before is None or (one.value is True and before.value is False):
        merged[one.finding] = one
    elif isinstance(before.value, frozenset) and isinstance(one.value, frozenset):
        merged[one.finding] = Suggestion(one.finding, before.value | one.value, before.words, before.span)
    elif {before.value, one.value} == {"left", "right"} and "both" in base.findings[one.finding].option_values:
        merged[one.finding] = Suggestion(one.finding, "both", before.words, before.span)
    elif one.finding == "complaint" and before.value == NOTHING_HURTS:
        merged[one.finding] = one
    elif one.finding == "complaint" and one.value != before.value:
        _beside(one, merged, base)


def _beside(one: Suggestion, merged: dict[str, Suggestion], base: KnowledgeBase) -> None:
    others = base.findings.get("other_complaints")
    if others is not None and one.value in others.option_values:
        _add(Suggestion("other_complaints", frozenset({str(one.value)}), one.words, one.span), merged, base)


def _without_doubtful_ease(merged: dict[str, Suggestion], base: KnowledgeBase) -> dict[str, Suggestion]:
    """That nothing hurts is suggested only where nothing else speaks of a trouble; a place alone then says no more."""
    told = merged.get("complaint")
    if told is None or told.value != NOTHING_HURTS:
        return merged
    fits = applying(tuple(merged), {"complaint": NOTHING_HURTS}, base)
    left_out = {"regions"} if set(merged) - set(fits) <= {"regions"} else {"complaint"}
    return {name: one for name, one in merged.items() if name not in left_out}


def _rank(one: Suggestion, base: KnowledgeBase) -> tuple[int, bool, int]:
    """The most urgent first, then what bears on danger, then as it stands in the text."""
    alone = disposition_of(complete(Findings().with_values({one.finding: one.value}), base), base)
    danger = base.findings[one.finding].purpose == "danger" and one.value is True
    return (Disposition.EMERGENCY - alone, not danger, one.span[0])
