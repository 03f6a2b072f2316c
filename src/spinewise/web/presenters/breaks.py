"""Small breaks: one minute each, with a moving picture."""

from dataclasses import dataclass

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.movement import movement_of
from spinewise.web.offers import Offer
from spinewise.web.presenters.figures import FigureView, figure_for

EVERY_MIN = (30, 45, 60)
LASTS_S = 60
MOST = 8
_LONGEST_MIN = 5
"""Longer things are no break, even a part of them."""
_SLOT = "break"
_FAMILIES = ("mobility", "stretch", "exercise", "relaxation", "posture", "habit", "aerobic")
"""Kinds of things that make a break, the most moving first."""


@dataclass(frozen=True, slots=True)
class BreakView:
    """One break. ``turn_at_s`` is when to change sides; 0 where there are no sides."""

    id: str
    name: str
    says: str
    steps: tuple[str, ...]
    changes: tuple[str, ...]
    stop_signals: tuple[str, ...]
    figure: FigureView | None
    turn_at_s: int


def break_views(offer: Offer, base: KnowledgeBase) -> tuple[BreakView, ...]:
    """Breaks that may be offered: those of the week first, those with a picture before those without."""
    planned = {item.intervention for item in offer.planned if item.slot == _SLOT}
    items = [base.interventions[name] for name in offer.clearances if _is_break(base.interventions[name], base)]
    items.sort(key=lambda item: (item.id not in planned, movement_of(base, item.id) is None, _FAMILIES.index(item.family)))
    return tuple(_view(item, offer, base) for item in items[:MOST])


def _is_break(item: Intervention, base: KnowledgeBase) -> bool:
    """Is it one short thing that stands in for a break? A set of several moves is not done in a minute."""
    movement = movement_of(base, item.id)
    one = movement is None or not movement.parts
    return one and _SLOT in item.slots and item.family in _FAMILIES and item.dosage.minutes <= _LONGEST_MIN


def _view(item: Intervention, offer: Offer, base: KnowledgeBase) -> BreakView:
    movement = movement_of(base, item.id)
    return BreakView(
        id=item.id,
        name=item.name,
        says=item.summary,
        steps=item.steps,
        changes=offer.changes(item.id),
        stop_signals=item.stop_signals,
        figure=figure_for(item.id, base, offer.shape, offer.cleared),
        turn_at_s=LASTS_S // 2 if movement is not None and movement.mirrored else 0,
    )
