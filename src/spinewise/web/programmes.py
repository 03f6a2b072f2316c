"""Where a person stands in their programmes, kept from one look to the next."""

from spinewise.knowledge import Disposition, KnowledgeBase
from spinewise.planning import InProgramme, since_now
from spinewise.records.audit import Audit
from spinewise.records.plans import StoredWeek
from spinewise.records.programmes import keep_phases
from spinewise.web.present import Present
from spinewise.web.presenters.programme import line_view
from spinewise.web.presenters.programme_views import LineView
from spinewise.web.weeks import programme_for


def standing_kept(now: Present, stored: StoredWeek, base: KnowledgeBase, *, audit: Audit) -> InProgramme:
    """The programmes of today. The day on which a phase begins is kept when somebody first looks at it."""
    standing = programme_for(stored, now.account, base)
    keep_phases(now.person.id, since_now(standing, stored.phases), audit=audit)
    return standing


def programme_line(now: Present, stored: StoredWeek, base: KnowledgeBase) -> LineView | None:
    """The line for the week and the first page; nothing before the check is done, or while something cannot wait."""
    if not now.finished or now.standing.disposition >= Disposition.SAME_DAY:
        return None
    waiting = now.standing.disposition >= Disposition.WITHIN_DAYS
    return line_view(programme_for(stored, now.account, base), now.person.id, waiting=waiting)
