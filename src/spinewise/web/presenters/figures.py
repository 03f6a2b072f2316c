"""The picture of a thing to do: where it is served, and what it shows in words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse

from spinewise.coaching import shown_as
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Movement
from spinewise.movement import asked_by, described, is_shape, movement_of, without
from spinewise.safety import Clearance

USUAL = "usual"
"""The shape that a picture has when none is asked for."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture by address. ``moving`` moves slowly; ``still`` shows the key poses side by side, for print.

    ``parts`` are the moves of a set with their words, to stand one under the other: together they are too small on a phone.
    """

    moving: str
    still: str
    words: str
    parts: tuple["FigureView", ...] = ()


def figure_for(
    intervention: str, base: KnowledgeBase, shape: str = "", clearances: Mapping[str, Clearance] | None = None
) -> FigureView | None:
    """The picture of an intervention as a person does it: in the form that a change names, without what it takes away."""
    shown = shown_as(intervention, base, clearances)
    return figure_view(shown.intervention, base, shape, shown.leaves_out)


def figure_view(intervention: str, base: KnowledgeBase, shape: str = "", leaves_out: Collection[str] = ()) -> FigureView | None:
    """The picture of an intervention, when a movement shows it, on a body of this shape, without what is left out."""
    whole = movement_of(base, intervention)
    movement = without(whole, leaves_out) if whole else None
    if movement is None:
        return None
    shape_in = _shape_in(movement, shape)
    parts = tuple(_view(part.move, shape_in, part.says, _asked(part.move, leaves_out, base)) for part in movement.parts)
    return replace(_view(movement.id, shape, described(movement), leaves_out), parts=parts)


def _asked(movement: str, leaves_out: Collection[str], base: KnowledgeBase) -> Collection[str]:
    return asked_by(base.movements[movement]) & set(leaves_out)


def _view(movement: str, shape: str, words: str, leaves_out: Collection[str] = ()) -> FigureView:
    moving, still = (figure_address(movement, shape, steps=steps, leaves_out=leaves_out) for steps in (False, True))
    return FigureView(moving, still, words)


def _shape_in(whole: Movement, shape: str) -> str:
    """A set for pregnancy is done by a pregnant body, also for readers of whom nothing is known."""
    return whole.shape if shape in ("", USUAL) and is_shape(whole.shape) else shape


def figure_address(movement: str, shape: str = "", *, steps: bool = False, leaves_out: Collection[str] = ()) -> str:
    """Where the picture of a movement is served, for a body of this shape, without what is left out."""
    asked = {"steps": "1"} if steps else {}
    asked |= {"shape": shape} if shape not in ("", USUAL) else {}
    asked |= {"without": " ".join(sorted(leaves_out))} if leaves_out else {}
    return reverse("figure", args=[movement], query=asked or None)
