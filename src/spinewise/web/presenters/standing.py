"""What stands from before, who has looked at it, and the record of it all, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spinewise.interop.private import PRIVATE, shown_reasons
from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.records.events import Told
from spinewise.triage import Checked, Cleared, Corrected, Occasion, Reason
from spinewise.web.present import Present, newest, since
from spinewise.web.presenters.words import AnswerView, answers, capital, value_words

DAY = "j F Y"


@dataclass(frozen=True, slots=True)
class ClearanceView:
    """Who has looked at it, when, and what they said."""

    clinician: str
    day: str
    note: str


@dataclass(frozen=True, slots=True)
class Correctable:
    """An answer behind what stands, to be taken back when it was wrong."""

    finding: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class StandingView:
    """``since`` is empty when it came up today; ``more`` says that the answers of today alone ask for less."""

    headline: str
    since: str
    more: bool
    stands: bool
    clearances: tuple[ClearanceView, ...]
    correctable: tuple[Correctable, ...]
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One event in words."""

    day: str
    what: str
    details: tuple[str, ...]


def standing_view(present: Present, base: KnowledgeBase) -> StandingView:
    """What stands now."""
    standing = present.standing
    first = since(present.history, standing, present.today)
    return StandingView(
        headline=base.disposition_text(standing.disposition, present.stored.interview.findings).headline,
        since=_day(first) if standing.reasons and first < present.today else "",
        more=standing.disposition > present.today_alone.disposition,
        stands=standing.disposition > Disposition.SELF_CARE,
        clearances=clearances(present.history.told),
        correctable=_correctable(present, base),
        earliest=newest(present.history, standing, present.today).isoformat(),
        latest=present.today.isoformat(),
    )


def clearances(told: tuple[Told, ...]) -> tuple[ClearanceView, ...]:
    """All clearances, newest first."""
    events = [one.event for one in told if isinstance(one.event, Cleared)]
    return tuple(ClearanceView(one.clinician, _day(one.on), one.note) for one in reversed(events))


def record_lines(told: tuple[Told, ...], base: KnowledgeBase) -> tuple[RecordLine, ...]:
    """The whole record, newest first; private answers are left out."""
    shown = [one for one in told if not (isinstance(one.event, Corrected) and one.event.finding in PRIVATE)]
    return tuple(_line(one, base) for one in reversed(shown))


def _line(told: Told, base: KnowledgeBase) -> RecordLine:
    event = told.event
    if isinstance(event, Cleared):
        what = _("%(who)s looked at it on %(day)s. You told us.") % {"who": event.clinician, "day": _day(event.on)}
        return RecordLine(_day(told.day), what, (event.note,))
    if isinstance(event, Corrected):
        return RecordLine(_day(told.day), _correction(event, base), _both(told, event, base))
    what = _("Check") if event.occasion is Occasion.CHECK else _("Short danger check")
    return RecordLine(_day(told.day), what, _reasons(event, base))


def _reasons(event: Checked, base: KnowledgeBase) -> tuple[str, ...]:
    lines = [f"{base.disposition_text(one.disposition).name}: {capital(one.name)}" for one in shown_reasons(event.reasons)]
    if event.reasons and not lines:
        return (_("Something private, not shown here."),)
    return tuple(dict.fromkeys(lines)) or (_("Nothing that needs a doctor soon."),)


def _correction(event: Corrected, base: KnowledgeBase) -> str:
    name = capital(base.name_of(event.finding))
    if event.said_again is False:
        return _("%(name)s: you took this answer back, and said so twice.") % {"name": name}
    return _("%(name)s: you wanted to change this answer. It stayed, because the second answer did not confirm it.") % {
        "name": name
    }


def _both(told: Told, event: Corrected, base: KnowledgeBase) -> tuple[str, ...]:
    before, now = (value_words(event.finding, value, base) for value in (told.before, told.now))
    return (_("Before: %(answer)s") % {"answer": before}, _("Then: %(answer)s") % {"answer": now})


def _correctable(present: Present, base: KnowledgeBase) -> tuple[Correctable, ...]:
    """The answers behind the most urgent of what stands, those that a question asks."""
    standing = present.standing
    top = [one for one in shown_reasons(standing.reasons) if one.disposition == standing.disposition]
    values = {because.finding: because.value for reason in top for because in reason.because}
    asked = [(finding, value) for finding, value in values.items() if finding in base.question_of]
    views: tuple[AnswerView, ...] = answers(asked, base)
    return tuple(Correctable(pair[0], view.name, view.value) for pair, view in zip(asked, views, strict=True))


def rests_on(reasons: tuple[Reason, ...], finding: str) -> bool:
    """Does any of these rest on the finding?"""
    return any(because.finding == finding for reason in reasons for because in reason.because)


def _day(day: date) -> str:
    return date_format(day, DAY)
