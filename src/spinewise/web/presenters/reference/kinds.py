"""The kinds of the reference: what they are called, and under which headings their items stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from spinewise.records.search.documents import KINDS
from spinewise.web.presenters.library import CLAIM_VERDICTS, FAMILY_NAMES, plain_word
from spinewise.web.presenters.reference.names import DEMANDS, GROUPS, THEMES, TOPICS
from spinewise.web.presenters.source_words import KIND_HEADINGS


@dataclass(frozen=True, slots=True)
class KindText:
    """How a kind is called, on its list and over a single item."""

    kind: str
    name: str
    one: str
    about: str


_TEXTS = {
    "intervention": (
        _("Things to do"),
        _("Thing to do"),
        _("Exercises, warmth, habits, rest: each with dose, evidence and limits."),
    ),
    "lesson": (_("Questions and answers"), _("Lesson"), _("Short lessons, each for one question.")),
    "condition": (
        _("What may be behind it"),
        _("What may be behind it"),
        _("This list is for reading. It cannot tell which one fits you. Most of the serious ones are rare."),
    ),
    "claim": (_("What people say"), _("What people say"), _("Things that people say about backs, with what is known of them.")),
    "red-flag": (
        _("Warning signs"),
        _("Warning sign"),
        _("What makes us send somebody to a doctor, and how soon. They are checked first, in every check."),
    ),
    "safety-net": (
        _("What to watch for"),
        _("What to watch for"),
        _("Signs that ask for help, for everybody or for some people."),
    ),
    "finding": (
        _("Questions we ask"),
        _("Question"),
        _("Each question of the check, why we ask it, and which rules need the answer."),
    ),
    "question": (_("Screens of the check"), _("Screen of the check"), _("The pages of the check, with the questions on each.")),
    "concept": (_("Words of the rules"), _("Word of the rules"), _("Short names for things that several rules look at.")),
    "safety-rule": (
        _("Safety rules"),
        _("Safety rule"),
        _("When something is left out or done in another way. They guard everything that is offered."),
    ),
    "plan-gate": (
        _("When there is no week"),
        _("When there is no week"),
        _("When we make no plan at all, and what to do instead."),
    ),
    "programme": (
        _("Programmes"),
        _("Programme"),
        _("How care goes on over days, weeks and months: parts, goals, and what ends each part."),
    ),
    "recheck": (_("What we ask again"), _("Asked again"), _("Signs that are asked for once more before a week or a session.")),
    "norm": (_("What is usual"), _("What is usual"), _("What people of an age reach in the small tests.")),
    "movement": (_("How it looks"), _("Movement"), _("Pictures of exercises and positions, with their steps.")),
    "source": (_("Sources"), _("Source"), _("What our rules and texts rest on, and how far each source was checked.")),
}


def kind_text(kind: str) -> KindText:
    """The words for a kind."""
    return KindText(kind, *map(str, _TEXTS[kind]))


def all_kinds() -> tuple[KindText, ...]:
    """The words for all kinds, in the order in which they are shown."""
    return tuple(map(kind_text, KINDS))


_HEADINGS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "intervention": ("family", FAMILY_NAMES),
    "lesson": ("topic", TOPICS),
    "condition": ("group", GROUPS),
    "claim": ("verdict", CLAIM_VERDICTS),
    "red-flag": ("group", GROUPS),
    "finding": ("theme", THEMES),
    "question": ("theme", THEMES),
    "safety-rule": ("demands", DEMANDS),
    "source": ("kind", KIND_HEADINGS),
}
"""The field by which the items of a kind are put under headings, with the headings in their order."""


def heading_of(kind: str, item: Any) -> str:
    """The heading under which an item stands; nothing where its kind needs none."""
    if kind not in _HEADINGS:
        return ""
    field, names = _HEADINGS[kind]
    value = getattr(item, field)
    word = value[0] if isinstance(value, tuple) else value
    return str(names.get(word) or plain_word(word))


def heading_order(kind: str) -> tuple[str, ...]:
    """All headings of a kind in their order."""
    return tuple(map(str, _HEADINGS[kind][1].values())) if kind in _HEADINGS else ()
