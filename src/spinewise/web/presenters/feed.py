"""The private calendar address on the page for reminders."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spinewise.records.feeds import ALARMS_MIN, Feed
from spinewise.web.reminding import Call

REMINDER_NOTES = {
    "opened": gettext_lazy("Done. This is your private address."),
    "changed": gettext_lazy("Saved. Your calendar shows it the next time it looks."),
    "closed": gettext_lazy("Done. The old address no longer works."),
}
MESSAGES = {
    Call.NONE: "",
    Call.QUIET: gettext_lazy("How is it today? Only what feels good."),
    Call.SESSION: gettext_lazy("Time for your session. Two minutes count too."),
}
"""What a message of the browser says. Others may read it on the screen."""


@dataclass(frozen=True, slots=True)
class AlarmChoice:
    """A choice of alarm; an empty value is none."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FeedView:
    """``address`` is empty while no calendar is open. ``subscribe`` opens calendar programs."""

    address: str
    subscribe: str
    names: bool
    alarms: tuple[AlarmChoice, ...]


def feed_view(feed: Feed | None, address: str) -> FeedView:
    """The address and how the calendar looks; ``address`` is the full one, with the host."""
    alarm = feed.alarm_min if feed else None
    choices = (AlarmChoice("", _("No alarm"), alarm is None), *(_choice(minutes, alarm) for minutes in ALARMS_MIN))
    subscribe = "webcal://" + address.partition("://")[2] if feed else ""
    return FeedView(address if feed else "", subscribe, feed.names if feed else False, choices)


def _choice(minutes: int, chosen: int | None) -> AlarmChoice:
    words = (
        ngettext("%(n)s minute before", "%(n)s minutes before", minutes) % {"n": minutes} if minutes else _("When it begins")
    )
    return AlarmChoice(str(minutes), words, minutes == chosen)
