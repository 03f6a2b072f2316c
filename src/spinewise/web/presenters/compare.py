"""Two exercises side by side: what each looks like, what it works, how much, how sure, and for whom it is not."""

from dataclasses import dataclass

from spinewise.knowledge import Findings, KnowledgeBase
from spinewise.movement import moves_of
from spinewise.web.account import Account
from spinewise.web.presenters.intervention import COMPARED, InterventionView, intervention_view
from spinewise.web.presenters.library import FAMILY_NAMES

MOST_CAUTIONS = 6


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two. ``cautions`` are the first few; ``more_cautions`` is how many there are beside them."""

    view: InterventionView
    works: tuple[str, ...]
    cautions: tuple[str, ...]
    more_cautions: int


def side_view(name: str, base: KnowledgeBase, account: Account | None) -> SideView | None:
    """One side; ``None`` when nothing is called so."""
    item = base.interventions.get(name)
    if item is None:
        return None
    clearance = account.interventions[name] if account else None
    view = intervention_view(item, base, clearance, account.findings if account else Findings())
    works = tuple(dict.fromkeys(part for move in moves_of(base, name) for part in move.works))
    cautions = tuple(one.text for one in view.cautions)
    return SideView(view, works, cautions[:MOST_CAUTIONS], max(0, len(cautions) - MOST_CAUTIONS))


def choices(base: KnowledgeBase) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What can be compared, by kind: (kind, ((id, name), ...))."""
    items = sorted(base.interventions.values(), key=lambda item: item.name)
    kinds = ((family, tuple((item.id, item.name) for item in items if item.family == family)) for family in COMPARED)
    return tuple((str(FAMILY_NAMES[family]), held) for family, held in kinds if held)
