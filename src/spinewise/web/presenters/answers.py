"""All answers of a conversation on one page."""

from dataclasses import dataclass

from django.utils.formats import date_format

from spinewise.intake import Answered, Interview
from spinewise.interop.private import PRIVATE
from spinewise.knowledge import KnowledgeBase
from spinewise.web.account import Account
from spinewise.web.presenters.words import AnswerView
from spinewise.web.presenters.words import answers as in_words


@dataclass(frozen=True, slots=True)
class AnsweredScreen:
    """One screen with its answers; ``number`` leads to it. ``on`` is the day of a small test."""

    number: int
    title: str
    on: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class AnswersView:
    """The list, and what does not fit together in it."""

    screens: tuple[AnsweredScreen, ...]
    clashes: tuple[str, ...]
    finished: bool
    withheld: bool
    """Are private answers left out?"""


def answers_view(interview: Interview, account: Account, base: KnowledgeBase, *, private: bool = False) -> AnswersView:
    """What was answered, in the order of the questions; private answers only when they were opened on purpose."""
    screens = (_screen(number, one, base, private=private) for number, one in enumerate(interview.answered, start=1))
    withheld = not private and any(not PRIVATE.isdisjoint(one.findings) for one in interview.answered)
    clashes = tuple(rule.says for rule in account.clashes if private or PRIVATE.isdisjoint(rule.when.findings()))
    return AnswersView(tuple(screen for screen in screens if screen.answers), clashes, account.finished, withheld)


def _screen(number: int, answered: Answered, base: KnowledgeBase, *, private: bool) -> AnsweredScreen:
    told = [(finding, answered.values.get(finding)) for finding in answered.findings]
    tested = any(base.findings[finding].on_request for finding in answered.findings)
    day = date_format(answered.on, "j F Y") if answered.on and tested else ""
    return AnsweredScreen(number, base.questions[answered.question].title, day, in_words(told, base, private=private))
