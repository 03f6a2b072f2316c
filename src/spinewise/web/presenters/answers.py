"""All answers of a conversation on one page."""

from dataclasses import dataclass

from spinewise.intake import Interview
from spinewise.knowledge import KnowledgeBase
from spinewise.web.account import Account
from spinewise.web.presenters.words import AnswerView
from spinewise.web.presenters.words import answers as in_words


@dataclass(frozen=True, slots=True)
class AnsweredScreen:
    """One screen with its answers; ``number`` leads to it."""

    number: int
    title: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class AnswersView:
    """The list, and what does not fit together in it."""

    screens: tuple[AnsweredScreen, ...]
    clashes: tuple[str, ...]
    finished: bool


def answers_view(interview: Interview, account: Account, base: KnowledgeBase) -> AnswersView:
    """What was answered, in the order of the questions."""
    screens = tuple(
        AnsweredScreen(
            number,
            base.questions[answered.question].title,
            in_words([(finding, answered.values.get(finding)) for finding in answered.findings], base),
        )
        for number, answered in enumerate(interview.answered, start=1)
    )
    return AnswersView(screens, tuple(rule.says for rule in account.clashes), account.finished)
