"""The small tests: how to do each, and what a result means, in kind words."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.intake import Interview, self_test_for
from spinewise.knowledge import FunctionLevel, KnowledgeBase, function_level
from spinewise.knowledge.records import Norm
from spinewise.web.account import Account
from spinewise.web.function_tests import Reached, missing_for_tests, open_tests, results
from spinewise.web.presenters.words import SourceView, capital, sources, value_words
from spinewise.web.reading import Reading, Typed, one

LEVEL_WORDS = {
    FunctionLevel.BELOW: gettext_lazy(
        "There is room to grow here. Many people with back trouble start like this, and it can get better."
    ),
    FunctionLevel.USUAL: gettext_lazy("That is about what most people reach."),
    FunctionLevel.ABOVE: gettext_lazy("That is more than most people reach."),
    FunctionLevel.UNKNOWN: gettext_lazy("There is no good table for you. Compare it with your own next result."),
}
LEVEL_SHORT = {
    FunctionLevel.BELOW: gettext_lazy("below usual"),
    FunctionLevel.USUAL: gettext_lazy("usual"),
    FunctionLevel.ABOVE: gettext_lazy("above usual"),
}
NOTES = {
    "saved": gettext_lazy(
        "Saved. Exercises that you have not begun yet start from it. Do it again in a few weeks to see what has changed."
    )
}
MOST_TO_ANSWER = 8


@dataclass(frozen=True, slots=True)
class ResultView:
    """The last result of a test, with the earlier ones."""

    value: str
    on: str
    earlier: tuple[str, ...]
    level: str
    level_words: str
    about: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class TestView:
    """One test in the list."""

    finding: str
    title: str
    result: ResultView | None
    open: bool


@dataclass(frozen=True, slots=True)
class TestsView:
    """The list. ``missing`` is what to answer so that more of them are open."""

    tests: tuple[TestView, ...]
    missing: tuple[tuple[str, str], ...]
    first: str


@dataclass(frozen=True, slots=True)
class DoingView:
    """One test on its own screen. ``following`` is the next one, or empty."""

    finding: str
    title: str
    question: str
    why: str
    steps: tuple[str, ...]
    stop_if: str
    unit: str
    whole: bool
    choices: tuple[tuple[str, str, bool], ...]
    typed: str
    error: str
    place: int
    count: int
    following: str


def tests_view(interview: Interview, account: Account, base: KnowledgeBase) -> TestsView:
    """The tests that are open, and those that were done."""
    open_now = open_tests(account, base)
    told = results(interview, base)
    names = [finding.id for finding in base.findings.values() if finding.on_request]
    done = {one.finding for one in told}
    views = tuple(_test(name, told, account, base, open_now) for name in names if name in open_now or name in done)
    missing = tuple((name, capital(base.name_of(name))) for name in missing_for_tests(account, base)[:MOST_TO_ANSWER])
    first = next((name for name in open_now if name not in done), "")
    return TestsView(views, missing, first)


def doing_view(finding: str, account: Account, typed: Typed, reading: Reading, base: KnowledgeBase) -> DoingView | None:
    """The screen of a test; ``None`` when it is not known to be safe for this person."""
    found, test = base.findings[finding], self_test_for(finding, account.cautious, base)
    if test is None:
        return None
    order = open_tests(account, base)
    place = order.index(finding)
    chosen = one(typed, finding)
    return DoingView(
        finding=finding,
        title=base.question_of[finding].title,
        question=found.question,
        why=found.why,
        steps=test.steps,
        stop_if=test.stop_if,
        unit=found.unit,
        whole=(found.step or 0) >= 1,
        choices=tuple((option.value, option.name, option.value == chosen) for option in found.options),
        typed=chosen,
        error=reading.errors.get(finding, ""),
        place=place + 1,
        count=len(order),
        following=next(iter(order[place + 1 :]), ""),
    )


def _test(name: str, told: tuple[Reached, ...], account: Account, base: KnowledgeBase, open_now: tuple[str, ...]) -> TestView:
    mine = [one for one in told if one.finding == name]
    result = _result(mine, account, base) if mine else None
    return TestView(name, base.question_of[name].title, result, name in open_now)


def _result(mine: list[Reached], account: Account, base: KnowledgeBase) -> ResultView:
    last = mine[-1]
    norm = _norm_of(last.finding, base)
    level = function_level(account.findings, base).get(last.finding, FunctionLevel.UNKNOWN)
    return ResultView(
        value=value_words(last.finding, last.value, base),
        on=_day(last),
        earlier=tuple(f"{value_words(one.finding, one.value, base)} ({_day(one)})" for one in mine[:-1]),
        level=level.value,
        level_words=str(LEVEL_WORDS[level]),
        about=norm.says if norm else "",
        sources=sources(norm.sources, base) if norm else (),
    )


def _norm_of(finding: str, base: KnowledgeBase) -> Norm | None:
    return next((norm for norm in base.norms.values() if norm.finding == finding), None)


def _day(reached: Reached) -> str:
    return date_format(reached.on, "j F Y") if reached.on else _("day not known")
