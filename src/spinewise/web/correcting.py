"""Taking back an answer that made something urgent: it is asked once more, in other words, and both answers stay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from spinewise.knowledge import Findings, KnowledgeBase, Value
from spinewise.records.events import Told
from spinewise.triage import Corrected, Event, Reason, standing_disposition
from spinewise.web.presenters.words import capital, value_words
from spinewise.web.reading import Typed, one

PREFIX = "again."


@dataclass(frozen=True, slots=True)
class Doubt:
    """An answer that is about to be taken back, with the second question and the answer that confirms it."""

    finding: str
    before: Value | None
    now: Value | None
    question: str
    confirms: str

    @property
    def field(self) -> str:
        """The name of its field in the form."""
        return PREFIX + self.finding


def doubts(
    past: tuple[Event, ...], before: Findings, now: Findings, reasons: tuple[Reason, ...], base: KnowledgeBase
) -> tuple[Doubt, ...]:
    """The changed answers without which something urgent would no longer stand; ``reasons`` are those after the change."""
    changed = [
        name for name in base.findings if before.get(name) != now.get(name) or (name in before.unsure) != (name in now.unsure)
    ]
    return tuple(doubt_of(name, before.get(name), now.get(name), base) for name in changed if _falls(name, past, reasons))


def doubt_of(finding: str, before: Value | None, now: Value | None, base: KnowledgeBase) -> Doubt:
    """The second question: the finding's own in other words, else both answers side by side."""
    record = base.findings[finding]
    if now is False and record.again:
        return Doubt(finding, before, now, record.again, "no")
    words = {
        "name": capital(record.name),
        "before": value_words(finding, before, base),
        "now": value_words(finding, now, base),
    }
    question = _("%(name)s: before, you said “%(before)s”. Now it is “%(now)s”. Is this new answer right?") % words
    return Doubt(finding, before, now, question, "yes")


def said_again(asked: Iterable[Doubt], typed: Typed) -> Mapping[str, bool | None] | None:
    """For each doubt what the second answer means (``False`` confirms the correction); ``None`` while one is missing."""
    answers = {doubt.finding: one(typed, doubt.field) for doubt in asked}
    if any(answer not in ("yes", "no", "unsure") for answer in answers.values()):
        return None
    return {doubt.finding: _meaning(answers[doubt.finding], doubt) for doubt in asked}


def corrections(
    asked: Iterable[Doubt], again: Mapping[str, bool | None], reasons: tuple[Reason, ...], today: date
) -> tuple[Told, ...]:
    """The events of these corrections."""
    return tuple(
        Told(Corrected(doubt.finding, again[doubt.finding], reasons), today, doubt.before, doubt.now) for doubt in asked
    )


def _meaning(answer: str, doubt: Doubt) -> bool | None:
    return None if answer == "unsure" else answer != doubt.confirms


def _falls(finding: str, past: tuple[Event, ...], reasons: tuple[Reason, ...]) -> bool:
    """Would something that rests on this finding no longer stand?"""
    standing = standing_disposition(past)
    if not any(because.finding == finding for reason in standing.reasons for because in reason.because):
        return False
    left = standing_disposition((*past, Corrected(finding, False, reasons)))
    kept = {(reason.rule, reason.disposition) for reason in left.reasons}
    return any((reason.rule, reason.disposition) not in kept for reason in standing.reasons)
