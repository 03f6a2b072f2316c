"""The days of a person in short lines: what was done, the number of the day, bad days and days away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spinewise.knowledge import KnowledgeBase
from spinewise.planning import Happened
from spinewise.records.daily import StoredDay
from spinewise.records.marks import Marks
from spinewise.web.presenters.day import OUTCOME_WORDS
from spinewise.web.presenters.standing import DAY, RecordLine

DAYS_IN_SIGHT = 14
"""So many days stand open; the others are folded."""


@dataclass(frozen=True, slots=True)
class DaysView:
    """Days with something to tell, the newest first."""

    lately: tuple[RecordLine, ...] = ()
    earlier: tuple[RecordLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Lived:
    """What is known of the days until now. A day away counts once it is there."""

    today: date
    happened: tuple[Happened, ...] = ()
    numbers: tuple[StoredDay, ...] = ()
    marks: Marks = field(default_factory=Marks)

    def days(self) -> list[date]:
        """All days with something to tell, the newest first."""
        done = {one.on for one in self.happened}
        away = {day for day in self.marks.away if day <= self.today}
        return sorted(done | away | self.marks.bad | {one.day for one in self.numbers}, reverse=True)


def days_view(lived: Lived, base: KnowledgeBase) -> DaysView:
    """The days in lines."""
    lines = tuple(RecordLine(date_format(day, DAY), _kind(day, lived), tuple(_told(day, lived, base))) for day in lived.days())
    return DaysView(lines[:DAYS_IN_SIGHT], lines[DAYS_IN_SIGHT:])


def _kind(day: date, lived: Lived) -> str:
    """What kind of day it was, or nothing for a usual one."""
    kinds = [_("A bad day")] if day in lived.marks.bad else []
    kinds += [_("A day away")] if day in lived.marks.away else []
    return ", ".join(kinds)


def _told(day: date, lived: Lived, base: KnowledgeBase) -> Iterator[str]:
    for pain in (one.pain for one in lived.numbers if one.day == day):
        yield _("Pain: %(n)s of 10") % {"n": pain}
    there = [one for one in lived.happened if one.on == day]
    for outcome, words in OUTCOME_WORDS.items():
        names = _names((one for one in there if one.outcome is outcome), base)
        if names:
            yield f"{words}: {', '.join(names)}"


def _names(ones: Iterable[Happened], base: KnowledgeBase) -> list[str]:
    """By name, in the order of the alphabet. What the knowledge base no longer has is left out."""
    return sorted(base.interventions[one.intervention].name for one in ones if one.intervention in base.interventions)
