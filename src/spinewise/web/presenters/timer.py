"""Breathing, relaxation and meditation with a calm circle: the list, and one of them."""

import json
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spinewise.coaching import BreathPart, breath_of
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Pacer
from spinewise.web.offers import Offer
from spinewise.web.presenters.circle import CircleView, circle_of
from spinewise.web.presenters.words import SourceView, how_sure, sources

STYLE_NAMES = {
    "breathing": gettext_lazy("Breathing"),
    "relaxation": gettext_lazy("Relaxing"),
    "meditation": gettext_lazy("Meditation"),
}
_SAY = {
    "in": gettext_lazy("Breathe in"),
    "hold": gettext_lazy("Pause"),
    "out": gettext_lazy("Breathe out"),
    "rest": gettext_lazy("Pause"),
}
_STEPS_OF_MINUTES = (1, 2, 3, 4, 5, 8, 10, 15, 20)


@dataclass(frozen=True, slots=True)
class PacerRow:
    """One line of the list."""

    id: str
    name: str
    summary: str
    minutes: int


@dataclass(frozen=True, slots=True)
class PacerView:
    """One timer. ``data`` is what its script needs, as JSON; ``pattern`` the breath in words, empty for quiet time."""

    pacer: Pacer
    style: str
    pattern: str
    minutes: tuple[int, ...]
    chosen: int
    changes: tuple[str, ...]
    circle: CircleView
    data: str
    sure: str
    sources: tuple[SourceView, ...]


def pacer_shelves(offer: Offer, base: KnowledgeBase) -> tuple[tuple[str, tuple[PacerRow, ...]], ...]:
    """The timers that may be offered, under their headings."""
    shown = sorted((one for one in base.pacers.values() if offer.allows(one.intervention)), key=lambda one: one.order)
    shelves = ((str(name), tuple(_row(one) for one in shown if one.style == style)) for style, name in STYLE_NAMES.items())
    return tuple((name, rows) for name, rows in shelves if rows)


def _row(pacer: Pacer) -> PacerRow:
    return PacerRow(pacer.id, pacer.name, pacer.summary, pacer.minutes.usual)


def pacer_view(pacer: Pacer, offer: Offer, base: KnowledgeBase, minutes: int) -> PacerView:
    """One timer for so many minutes, or for its usual ones."""
    choices = tuple(n for n in _STEPS_OF_MINUTES if pacer.minutes.min <= n <= pacer.minutes.max)
    changes = offer.changes(pacer.intervention)
    breath = breath_of(pacer, flowing=bool(changes))
    return PacerView(
        pacer=pacer,
        style=str(STYLE_NAMES[pacer.style]),
        pattern=pattern_words(breath),
        minutes=choices,
        chosen=minutes if minutes in choices else pacer.minutes.usual,
        changes=changes,
        circle=circle_of(breath, {do: str(words) for do, words in _SAY.items()}),
        data=json.dumps(_data(pacer, breath)),
        sure=how_sure(pacer.evidence),
        sources=sources(dict.fromkeys((*pacer.evidence.sources, *pacer.sources)), base),
    )


def _data(pacer: Pacer, breath: tuple[BreathPart, ...]) -> dict[str, object]:
    parts = [{"says": str(_SAY[part.do]), "lasts_s": part.lasts_s} for part in breath]
    return {"breath": parts, "cues": list(pacer.cues), "ends": pacer.ends}


def pattern_words(breath: tuple[BreathPart, ...]) -> str:
    """Such as "Breathe in for 4 seconds, pause for 4 seconds, breathe out for 4 seconds"."""
    if not breath:
        return ""
    told = [
        ngettext("%(what)s for %(n)s second", "%(what)s for %(n)s seconds", round(part.lasts_s))
        % {"what": _SAY[part.do], "n": f"{part.lasts_s:g}"}
        for part in breath
    ]
    first, *rest = told
    return _("%(all)s.") % {"all": ", ".join([first, *(words[0].lower() + words[1:] for words in rest)])}
