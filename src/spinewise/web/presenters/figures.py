"""The picture of a thing to do: where it is served, and what it shows in words."""

from dataclasses import dataclass

from django.urls import reverse

from spinewise.knowledge import KnowledgeBase
from spinewise.movement import described, movement_of

USUAL = "usual"
"""The shape that a picture has when none is asked for."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture by address. ``moving`` moves slowly; ``still`` shows the key poses side by side, for print."""

    moving: str
    still: str
    words: str


def figure_view(intervention: str, base: KnowledgeBase, shape: str = "") -> FigureView | None:
    """The picture of an intervention, when a movement shows it, on a body of this shape."""
    movement = movement_of(base, intervention)
    if movement is None:
        return None
    still = figure_address(movement.id, shape, steps=True)
    return FigureView(figure_address(movement.id, shape), still, described(movement))


def figure_address(movement: str, shape: str = "", *, steps: bool = False) -> str:
    """Where the picture of a movement is served, for a body of this shape."""
    asked = {"steps": "1"} if steps else {}
    asked |= {"shape": shape} if shape not in ("", USUAL) else {}
    return reverse("figure", args=[movement], query=asked or None)
