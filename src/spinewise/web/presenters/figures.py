"""The picture of a thing to do: where it is served, and what it shows in words."""

from dataclasses import dataclass

from django.urls import reverse

from spinewise.knowledge import KnowledgeBase
from spinewise.movement import described, movement_of


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture by address. ``moving`` moves slowly; ``still`` shows the key poses side by side, for print."""

    moving: str
    still: str
    words: str


def figure_view(intervention: str, base: KnowledgeBase) -> FigureView | None:
    """The picture of an intervention, when a movement shows it."""
    movement = movement_of(base, intervention)
    if movement is None:
        return None
    address = reverse("figure", args=[movement.id])
    return FigureView(address, f"{address}?steps=1", described(movement))
