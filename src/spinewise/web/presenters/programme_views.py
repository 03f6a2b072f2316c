"""The parts of the page of a programme."""

from dataclasses import dataclass

from spinewise.web.presenters.reference.sections import Ref
from spinewise.web.presenters.refusal import ToAnswer
from spinewise.web.presenters.words import SourceView


@dataclass(frozen=True, slots=True)
class LineView:
    """One line for the week and the first page. ``overdue`` is what is due when the time is over, or empty."""

    title: str
    """The programme and its part; without the part while somebody waits to be seen, whose week holds only ease."""
    address: str
    overdue: str
    alarm: bool
    """Do its signs of alarm get a link of their own?"""


@dataclass(frozen=True, slots=True)
class SaidView:
    """Something that is said, with how sure it is and its sources."""

    says: str
    sure: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class OnwardView:
    """A way on or back: where to, and when."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class OverdueView:
    """What to do when a part has lasted long enough."""

    says: str
    button: str
    address: str


@dataclass(frozen=True, slots=True)
class DayGuide:
    """One of the first days, moment by moment."""

    title: str
    now: bool
    moments: tuple[OnwardView, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One programme and the part of it that is now."""

    id: str
    name: str
    summary: str
    phase: str
    clock: str
    """How far it has come, in the days or weeks that the programme goes by."""
    days: str
    says: str
    goals: tuple[str, ...]
    shape: str
    shape_says: str
    guide: tuple[DayGuide, ...]
    expect: tuple[SaidView, ...]
    belongs: tuple[Ref, ...]
    later: tuple[SaidView, ...]
    onward: tuple[OnwardView, ...]
    limit: str
    back: tuple[OnwardView, ...]
    stepped: str
    overdue: OverdueView | None
    alarm: tuple[str, ...]
    yearly: tuple[str, ...]
    picture: str
    picture_words: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """The whole page: the programme that leads, and those beside it."""

    lead: PlaceView
    also: tuple[PlaceView, ...]
    to_answer: tuple[ToAnswer, ...]
