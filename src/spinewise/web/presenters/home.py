"""The first page of a person."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.records.interviews import StoredInterview
from spinewise.web.account import Account

NOTES = {
    "deleted": gettext_lazy("Done. Everything about this person is gone."),
    "all-deleted": gettext_lazy("Done. Everything on this machine is gone."),
}
CHECK_NOTES = {
    "moved-on": gettext_lazy(
        "This check has moved on, perhaps in another window. Nothing is lost. Here is the question that is open now."
    ),
}
"""Short notes that a page may carry over a redirect, by their key in the address."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """``stage``: fresh, going or done."""

    stage: str
    headline: str
    answered: int
    last_answer: datetime | None
    week_open: bool
    urgent: bool


def home_view(stored: StoredInterview, account: Account | None, base: KnowledgeBase) -> HomeView:
    """What comes next for this person."""
    answered = len(stored.interview.answered)
    if account is None:
        return HomeView("fresh", _("Let us find out what your back needs."), 0, None, week_open=False, urgent=False)
    urgent = account.disposition >= Disposition.SAME_DAY
    text = base.disposition_text(account.disposition)
    if not account.finished:
        headline = text.headline if urgent else _("You have begun the check. It goes on where you stopped.")
        return HomeView("going", headline, answered, stored.changed_at, week_open=False, urgent=urgent)
    return HomeView("done", text.headline, answered, stored.changed_at, week_open=not urgent, urgent=urgent)
