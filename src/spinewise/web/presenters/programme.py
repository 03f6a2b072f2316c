"""Where somebody is in their programmes: what this time is for, what comes next, and what would lead back."""

from collections.abc import Iterable
from itertools import islice

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.knowledge.describe import programme_in_words
from spinewise.knowledge.records import Moment, Phase, Programme, Statement
from spinewise.planning import InProgramme, Place, open_findings
from spinewise.web.presenters.programme_views import (
    DayGuide,
    LineView,
    OnwardView,
    OverdueView,
    PlaceView,
    ProgrammeView,
    SaidView,
)
from spinewise.web.presenters.reference.backlinks import refs_to
from spinewise.web.presenters.refusal import MOST_TO_ANSWER, ToAnswer
from spinewise.web.presenters.words import CERTAINTY_WORDS, capital, sources
from spinewise.web.reading import DURATION

DAYS_PER_WEEK = 7
CLOCKS = {
    "pregnant_weeks": gettext_lazy("You are in week %(n)s of your pregnancy."),
    "postpartum_weeks": gettext_lazy("Weeks since the birth: %(n)s."),
    DURATION: gettext_lazy("Days since it began: %(n)s."),
}
"""What a programme counts in, and how that is said."""
WITH_ALARMS = ("pregnant_weeks", "postpartum_weeks")
"""Programmes that go by these have alarm signs of their own, which stand one tap away."""
WHAT_THEN = {
    "next": "",
    "recheck": gettext_lazy("Do the short check"),
    "see-someone": gettext_lazy("Write down what to tell them"),
}


def line_view(standing: InProgramme, person: object, *, waiting: bool) -> LineView | None:
    """The line, or nothing where no programme is. While somebody waits to be seen it names no part that they cannot do."""
    lead = standing.lead
    if lead is None:
        return None
    longest = lead.phase.longest
    overdue = longest.says if lead.overdue and longest is not None and longest.then != "next" else ""
    title = lead.programme.name if waiting else f"{lead.programme.name}: {lead.phase.name}"
    alarm = any(_goes_by(lead.programme, finding) for finding in WITH_ALARMS)
    return LineView(title, reverse("programme", args=[person]), overdue, alarm)


def programme_view(standing: InProgramme, person: object, findings: Findings, base: KnowledgeBase) -> ProgrammeView | None:
    """The page, or nothing where no programme is."""
    views = tuple(_place(place, person, findings, base) for place in standing.places)
    return ProgrammeView(views[0], views[1:], _to_answer(standing, findings, base)) if views else None


def _day_of(findings: Findings) -> int | None:
    """The day of the trouble, counted from 1, where it is known."""
    days = findings.get(DURATION)
    return max(1, int(days)) if isinstance(days, (int, float)) else None


def _to_answer(standing: InProgramme, findings: Findings, base: KnowledgeBase) -> tuple[ToAnswer, ...]:
    """The open answers that could change this page, those that nobody has been unsure about."""
    names = (one for one in open_findings(standing, findings, base) if one in base.question_of and not findings.settled(one))
    return tuple(ToAnswer(name, capital(base.name_of(name))) for name in islice(names, MOST_TO_ANSWER))


def _place(place: Place, person: object, findings: Findings, base: KnowledgeBase) -> PlaceView:
    programme, phase = place.programme, place.phase
    return PlaceView(
        id=programme.id,
        name=programme.name,
        summary=programme.summary,
        phase=phase.name,
        clock=_clock(programme, findings),
        days=_days(place),
        says=phase.says,
        goals=phase.goals,
        shape=_shape(phase),
        shape_says=phase.day.says,
        guide=_guide(phase, _day_of(findings) if _goes_by(programme, DURATION) else None),
        expect=_said(phase.expect, base),
        belongs=refs_to("intervention", tuple(name for line in phase.prefer for name in line.items), base),
        later=_later(programme, phase, base),
        onward=_onward(programme, phase),
        limit=_limit(phase),
        back=tuple(OnwardView(_name(programme, step.to), step.says) for step in phase.back),
        stepped=place.stepped_back.says if place.stepped_back else "",
        overdue=_overdue(place, person),
        alarm=programme.alarm,
        yearly=programme.yearly,
        picture=reverse("programme-picture", args=[programme.id]),
        picture_words=" ".join(programme_in_words(programme, base)),
        sources=sources((*phase.sources, *programme.sources), base),
    )


def _goes_by(programme: Programme, finding: str) -> bool:
    """Does the programme count in this finding?"""
    return programme.gate is not None and finding in programme.gate.findings()


def _clock(programme: Programme, findings: Findings) -> str:
    for finding, words in CLOCKS.items():
        value = findings.get(finding)
        if _goes_by(programme, finding) and isinstance(value, (int, float)):
            return str(words) % {"n": int(value)}
    return ""


def _days(place: Place) -> str:
    """How long it has been seen to last; on the first day there is nothing to say."""
    return _("In this part for %(time)s.") % {"time": _time(place.days)} if place.days else ""


def _time(days: int) -> str:
    weeks, rest = divmod(days, DAYS_PER_WEEK)
    if rest == 0 and weeks > 1:
        return _("%(n)s weeks") % {"n": weeks}
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}


def _shape(phase: Phase) -> str:
    moments = ngettext("in one moment", "in %(n)s moments", phase.day.moments) % {"n": phase.day.moments}
    return _("About %(minutes)s minutes a day, %(moments)s") % {"minutes": phase.day.minutes, "moments": moments}


def _guide(phase: Phase, day: int | None) -> tuple[DayGuide, ...]:
    by_day: dict[int, list[Moment]] = {}
    for moment in phase.day.hours:
        by_day.setdefault(moment.day, []).append(moment)
    return tuple(
        DayGuide(
            _("Day %(n)s, today") % {"n": number} if number == day else _("Day %(n)s") % {"n": number},
            number == day,
            tuple(OnwardView(one.time, one.says) for one in moments),
        )
        for number, moments in by_day.items()
    )


def _said(statements: Iterable[Statement], base: KnowledgeBase) -> tuple[SaidView, ...]:
    return tuple(SaidView(one.says, str(CERTAINTY_WORDS[one.certainty]), sources(one.sources, base)) for one in statements)


def _later(programme: Programme, phase: Phase, base: KnowledgeBase) -> tuple[SaidView, ...]:
    held = (*programme.hold_back, *phase.hold_back)
    return tuple(SaidView(one.because, str(CERTAINTY_WORDS[one.certainty]), sources(one.sources, base)) for one in held)


def _onward(programme: Programme, phase: Phase) -> tuple[OnwardView, ...]:
    ways = [OnwardView(_name(programme, way.to), way.says) for way in phase.leave]
    last = phase.id == programme.phases[-1].id
    return (*ways, *(OnwardView("", one.says) for one in programme.then if last))


def _name(programme: Programme, phase: str) -> str:
    return next(one.name for one in programme.phases if one.id == phase)


def _limit(phase: Phase) -> str:
    if phase.longest is None:
        return _("This part may last as long as you like.")
    end = _("This part lasts %(time)s at most.") if phase.longest.then == "next" else _("It is looked at anew after %(time)s.")
    return f"{end % {'time': _time(phase.longest.days)}} {phase.longest.says}"


def _overdue(place: Place, person: object) -> OverdueView | None:
    longest = place.phase.longest
    if longest is None or not place.overdue or longest.then == "next":
        return None
    name, note = ("recheck", "?note=new") if longest.then == "recheck" else ("handover", "")
    return OverdueView(longest.says, str(WHAT_THEN[longest.then]), reverse(name, args=[person]) + note)
