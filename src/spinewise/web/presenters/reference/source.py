"""The page of a source."""

from django.utils.translation import gettext as _

from spinewise.knowledge.records import Source
from spinewise.web.presenters.reference.sections import ItemPage, Section, facts
from spinewise.web.presenters.source_words import CHECKED_WORDS, KIND_WORDS, address_of
from spinewise.web.presenters.words import CERTAINTY_WORDS


def source_page(item: Source) -> ItemPage:
    """A publication: what it is, how far we checked it, and what we take from it."""
    says = tuple(f"{one.point} ({CERTAINTY_WORDS[one.certainty]})" for one in item.says)
    return ItemPage(
        "source",
        item.id,
        item.title,
        "",
        (
            Section(
                _("What it is"),
                facts=facts(
                    (_("From"), item.publisher),
                    (_("Year"), str(item.year)),
                    (_("Kind"), str(KIND_WORDS[item.kind])),
                    (_("How we checked it"), str(CHECKED_WORDS[item.checked])),
                    (_("Licence"), item.licence),
                    (_("Updated"), str(item.updated)),
                    (_("Note"), item.note),
                ),
            ),
            Section(_("What we take from it"), points=says),
        ),
        address=address_of(item),
    )
