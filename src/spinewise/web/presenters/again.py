"""The page that asks an answer once more, in other words, before it is taken back."""

from dataclasses import dataclass

from spinewise.knowledge import KnowledgeBase
from spinewise.web.correcting import PREFIX, Doubt
from spinewise.web.presenters.words import capital, value_words
from spinewise.web.reading import Typed

_OWN = frozenset({"csrfmiddlewaretoken", "again"})


@dataclass(frozen=True, slots=True)
class AgainField:
    """One second question, with the answer of before."""

    field: str
    name: str
    before: str
    question: str


@dataclass(frozen=True, slots=True)
class AgainView:
    """The page. ``missing`` says that an answer is still needed."""

    fields: tuple[AgainField, ...]
    missing: bool


def again_view(doubts: tuple[Doubt, ...], base: KnowledgeBase, *, missing: bool = False) -> AgainView:
    """The page for these doubts."""
    return AgainView(tuple(_field(doubt, base) for doubt in doubts), missing)


def hidden_fields(typed: Typed) -> tuple[tuple[str, str], ...]:
    """What was sent before, to be sent along once more."""
    kept = [(key, values) for key, values in typed.items() if key not in _OWN and not key.startswith(PREFIX)]
    return tuple((key, value) for key, values in kept for value in values)


def _field(doubt: Doubt, base: KnowledgeBase) -> AgainField:
    before = value_words(doubt.finding, doubt.before, base)
    return AgainField(doubt.field, capital(base.name_of(doubt.finding)), before, doubt.question)
