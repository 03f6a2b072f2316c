"""Cards for sitting, standing, lying, lifting and carrying: what to try, with a picture, and pairs to compare."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Contrast, Intervention, Look
from spinewise.web.offers import Offer
from spinewise.web.presenters.figures import FigureView, figure_for, figure_view
from spinewise.web.presenters.words import CERTAINTY_WORDS, SourceView, sources

GROUPS: Mapping[str, tuple[object, tuple[str, ...]]] = {
    "desk": (
        gettext_lazy("At a desk"),
        ("desk-setup", "lumbar-roll-sitting", "screen-phone-neck", "sitting-change-often", "pregnancy-sitting"),
    ),
    "driving": (gettext_lazy("Driving"), ("driving-setup",)),
    "standing": (
        gettext_lazy("Standing"),
        ("standing-work-footstool", "soft-ground-shoes", "pregnancy-stand-walk"),
    ),
    "sleeping": (
        gettext_lazy("Lying and sleeping"),
        (
            "sleep-side-pillow-knees",
            "sleep-back-pillow-knees",
            "sleep-stomach-kinder",
            "sleep-pregnancy-side",
            "rest-legs-on-chair",
            "bed-log-roll",
        ),
    ),
    "lifting": (gettext_lazy("Lifting"), ("lifting-calm", "pick-up-squat", "turn-with-feet", "household-easy")),
    "carrying": (gettext_lazy("Carrying"), ("carry-balanced", "baby-lift-carry", "feeding-positions")),
}
"""The cards of each heading, by the ids of interventions."""


@dataclass(frozen=True, slots=True)
class CardView:
    """One thing to try."""

    id: str
    name: str
    summary: str
    steps: tuple[str, ...]
    changes: tuple[str, ...]
    figure: FigureView | None


@dataclass(frozen=True, slots=True)
class LookView:
    """One side of a pair."""

    name: str
    says: str
    figure: FigureView | None


@dataclass(frozen=True, slots=True)
class PairView:
    """Two ways side by side."""

    id: str
    name: str
    harder: LookView
    easier: LookView
    changes: tuple[str, ...]
    known: str
    sure: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The cards and pairs under a heading."""

    id: str
    name: str
    cards: tuple[CardView, ...]
    pairs: tuple[PairView, ...]


def groups(offer: Offer, base: KnowledgeBase) -> tuple[GroupView, ...]:
    """The headings with what may be offered under each."""
    found = []
    for key, (name, ids) in GROUPS.items():
        cards = tuple(_card(base.interventions[one], offer, base) for one in ids if offer.allows(one))
        pairs = tuple(pair_view(one, base) for one in base.contrasts.values() if set(one.shows) & {card.id for card in cards})
        if cards:
            found.append(GroupView(key, str(name), cards, pairs))
    return tuple(found)


def pair_view(pair: Contrast, base: KnowledgeBase) -> PairView:
    """A pair with its pictures."""
    return PairView(
        id=pair.id,
        name=pair.name,
        harder=_look(pair.harder, base),
        easier=_look(pair.easier, base),
        changes=pair.changes,
        known=pair.known,
        sure=str(CERTAINTY_WORDS[pair.certainty]),
        sources=sources(pair.sources, base),
    )


def _look(look: Look, base: KnowledgeBase) -> LookView:
    return LookView(look.name, look.says, figure_view(look.move, base))


def _card(item: Intervention, offer: Offer, base: KnowledgeBase) -> CardView:
    figure = figure_for(item.id, base, offer.shape, offer.cleared)
    return CardView(item.id, item.name, item.summary, item.steps, offer.changes(item.id), figure)
