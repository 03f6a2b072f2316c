"""What we understood of somebody's own words, to be confirmed one by one."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from spinewise.intake import LONGEST_TEXT, suggest
from spinewise.knowledge import KnowledgeBase
from spinewise.web.presenters.words import capital, value_words
from spinewise.web.reading import DURATION
from spinewise.web.statements import Statement, statements

_SPEAK_FOR_THEMSELVES = frozenset({"regions", "complaint", "other_complaints", "pain_quality"})


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement to say yes or no to; ``wrote`` is where we took it from."""

    key: str
    text: str
    wrote: str


@dataclass(frozen=True, slots=True)
class OwnWordsView:
    """The confirm page."""

    statements: tuple[StatementView, ...]
    empty: bool
    cut: bool
    longest: int


def own_words_view(text: str, today: date, base: KnowledgeBase) -> OwnWordsView:
    """What a text seems to say. Only its first part is read when it is very long."""
    found = statements(suggest(text, base, today))
    views = tuple(StatementView(one.key, _says(one, base), one.words) for one in found)
    return OwnWordsView(views, empty=not text.strip(), cut=len(text) > LONGEST_TEXT, longest=LONGEST_TEXT)


def _says(one: Statement, base: KnowledgeBase) -> str:
    words = value_words(one.finding, one.value, base)
    if one.finding == DURATION:
        return _("For %(time)s") % {"time": words}
    if one.finding in _SPEAK_FOR_THEMSELVES:
        return capital(words)
    return f"{capital(base.name_of(one.finding))}: {words}"
