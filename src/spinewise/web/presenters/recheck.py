"""The short danger check as the page shows it."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.intake import DangerCheck, Due, Purpose, Step, check_after_days, danger_check
from spinewise.knowledge import Findings, KnowledgeBase, complete
from spinewise.knowledge.records import Question
from spinewise.web.conversation import Place
from spinewise.web.present import Present
from spinewise.web.presenters.screen import ScreenView, Sent, screen_view
from spinewise.web.presenters.words import SourceView, sources

RECHECK = "danger-check"
BEFORE_SESSION = "session-"
"""Before a session of this size, to which it leads back."""
_BEFORE_SESSION = gettext_lazy("Twenty seconds before you begin. Most days the answer is no to all.")
WHY_NOW = {
    **{f"{BEFORE_SESSION}{size}": _BEFORE_SESSION for size in ("two", "ten", "full")},
    "hurts": gettext_lazy("Something hurt a lot or felt new. So first a quick look for danger. The rest can wait."),
    "new": gettext_lazy("You say that something is new or worse. First we look for danger. Then you can tell us the rest."),
    "rose": gettext_lazy("Your number is clearly higher than last time. So first a quick look for danger."),
    "bad-day": gettext_lazy("A bad day. First a quick look for danger. Then we make today an easy one."),
    "moved-on": gettext_lazy("This was answered meanwhile, perhaps in another window. Please answer once more, to be safe."),
}


@dataclass(frozen=True, slots=True)
class RecheckView:
    """The screen, with why it comes now."""

    screen: ScreenView
    why_now: str
    sources: tuple[SourceView, ...]


def recheck_step(known: Findings, base: KnowledgeBase) -> tuple[Step, DangerCheck]:
    """The screen for this person as a step that can be read like any other."""
    check = danger_check(known, base)
    question = Question(
        id=RECHECK,
        title=_("Since last time, is any of these new or worse?"),
        why=" ".join(one.why for one in check.rechecks),
        theme="mind-and-safety",
        findings=check.findings,
    )
    return Step(question, check.findings, Purpose.DANGER), check


def recheck_view(present: Present, sent: Sent, occasion: str, base: KnowledgeBase) -> RecheckView:
    """The page, fresh or with what is to be mended."""
    known = present.stored.interview.findings
    step, check = recheck_step(known, base)
    screen = _short(screen_view(Place(step, 1), 0, sent, known, base))
    cited = sources([source for one in check.rechecks for source in one.sources], base)
    return RecheckView(screen, str(WHY_NOW.get(occasion, "")) or due_words(present, base), cited)


def _short(screen: ScreenView) -> ScreenView:
    """Pictures only where somebody is not sure: the screen should take seconds."""
    return replace(screen, fields=tuple(one if one.show_help else replace(one, picture=None) for one in screen.fields))


def due_words(present: Present, base: KnowledgeBase) -> str:
    """Why something comes before the week."""
    if present.due is Due.NEW:
        return _new_words(present)
    if present.due is Due.SHORT and present.pain_began:
        number = {"number": present.days[-1].pain}
        return _("Before, nothing hurt. Now your number is %(number)s. First a short check, then we ask what it is.") % number
    if present.due is Due.SHORT and present.bad_again:
        return _("You have had bad days again and again lately. So we look anew, before more easy days. First a short check.")
    if present.due is Due.SHORT:
        limit = check_after_days(complete(present.stored.interview.findings, base), present.standing.disposition)
        return _(
            "It is %(days)s days or more since you were asked, and things change. First a short check, then your week."
        ) % {"days": limit}
    if present.alarmed:
        return str(WHY_NOW["hurts"])
    return _("Twenty seconds, once a day, before your week. Most days the answer is no to all.")


def _new_words(present: Present) -> str:
    if present.stored.ages is not None and present.stored.ages.pregnant_weeks > 0:
        return _("By our count your pregnancy is past 42 weeks. Much may have changed. Please do a new check.")
    return _("Your answers are more than a year old. Please do a new check before you go on.")
