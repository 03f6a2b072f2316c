"""A sheet of exercises to print: still steps, dose, what to change and when to stop."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spinewise.interop.dose_words import dose_in_words
from spinewise.interop.pdf import SheetItem, shared_stops
from spinewise.knowledge import Dose, KnowledgeBase, usual_dose
from spinewise.web.offers import Offer
from spinewise.web.presenters.figures import FigureView, figure_for
from spinewise.web.presenters.intervention import COMPARED
from spinewise.web.presenters.library import FAMILY_NAMES

MOST_ITEMS = 24


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One exercise on the sheet."""

    id: str
    name: str
    summary: str
    steps: tuple[str, ...]
    dose: str
    changes: tuple[str, ...]
    stop_signals: tuple[str, ...]
    figure: FigureView | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One exercise to put on the sheet."""

    id: str
    name: str
    chosen: bool


def chosen_of(asked: Sequence[str], offer: Offer, base: KnowledgeBase) -> tuple[str, ...]:
    """The exercises on the sheet: those asked for that may be offered, else those of the week."""
    planned = [item.intervention for item in offer.planned if base.interventions[item.intervention].family in COMPARED]
    wanted = asked or planned
    return tuple(dict.fromkeys(name for name in wanted if may_stand(name, offer, base)))[:MOST_ITEMS]


def not_for_now(asked: Sequence[str], offer: Offer, base: KnowledgeBase) -> tuple[tuple[str, str], ...]:
    """What was asked for and is not on the sheet because safety does not offer it: (id, name)."""
    gone = dict.fromkeys(name for name in asked if name in base.interventions and not may_stand(name, offer, base))
    return tuple((name, base.interventions[name].name) for name in gone)


def may_stand(name: str, offer: Offer, base: KnowledgeBase) -> bool:
    """May an exercise stand on the sheet? For a person what safety offers; on a sheet for nobody everything in the library."""
    if name not in base.interventions:
        return False
    return offer.allows(name) if offer.person is not None else True


def sheet_rows(names: Sequence[str], offer: Offer, base: KnowledgeBase) -> tuple[SheetRow, ...]:
    """The exercises with the doses of the week where they stand in it."""
    doses, shared = doses_of(offer), shared_stops(names, base)
    return tuple(_row(name, doses.get(name) or usual_dose(base.interventions[name]), shared, offer, base) for name in names)


def doses_of(offer: Offer) -> dict[str, Dose]:
    """The dose of each thing of the week."""
    return {item.intervention: item.dose for item in offer.planned}


def pdf_items(names: Iterable[str], offer: Offer, base: KnowledgeBase) -> tuple[SheetItem, ...]:
    """The same for a PDF."""
    doses = doses_of(offer)
    return tuple(
        SheetItem(name, doses.get(name) or usual_dose(base.interventions[name]), _changes(name, offer)) for name in names
    )


def _row(name: str, dose: Dose, shared: tuple[str, ...], offer: Offer, base: KnowledgeBase) -> SheetRow:
    item = base.interventions[name]
    return SheetRow(
        id=name,
        name=item.name,
        summary=item.summary,
        steps=item.steps,
        dose=f"{dose_in_words(dose)}; {dose.minutes} min",
        changes=_changes(name, offer),
        stop_signals=tuple(text for text in item.stop_signals if text not in shared),
        figure=figure_for(name, base, offer.shape, offer.cleared),
    )


def whose(offer: Offer, on: date) -> str:
    """For whom the sheet is, and on which day it was looked at; or that nobody has looked at it."""
    if not offer.checked or offer.person is None:
        return _(
            "Nobody has checked whether these exercises are safe for you. With a strong, new or odd pain, numbness, weakness, "
            "a fever, in pregnancy or after an operation: ask a doctor or do the check first."
        )
    day = {"day": date_format(on, "j F Y"), "name": offer.person.name}
    only = _("It is for this person only. Something new or worse, or some weeks later: check again first.")
    checked = _("For %(name)s. Checked on %(day)s.") if offer.person.name else _("Made for one person. Checked on %(day)s.")
    return f"{checked % day} {only}"


def _changes(name: str, offer: Offer) -> tuple[str, ...]:
    return offer.changes(name) if offer.allows(name) else ()


def choices(names: Sequence[str], offer: Offer, base: KnowledgeBase) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """What can be put on the sheet, by kind."""
    items = sorted(base.interventions.values(), key=lambda item: item.name)
    kinds = (
        (
            str(FAMILY_NAMES[family]),
            tuple(
                Choice(item.id, item.name, item.id in names)
                for item in items
                if item.family == family and may_stand(item.id, offer, base)
            ),
        )
        for family in COMPARED
    )
    return tuple((name, held) for name, held in kinds if held)
