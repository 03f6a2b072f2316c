"""A guided session: doses become a timeline of steps, which answers when something is too much or hurts.

Pure: from records to records, without a clock, a file or a random number.
"""

from spinewise.coaching.changing import ADVICE, Answer, Asked, changed
from spinewise.coaching.plain import as_plain, picture_of
from spinewise.coaching.records import BreathPart, Cue, Session, Side, Step, StepKind
from spinewise.coaching.session import gentler, session_of
from spinewise.coaching.suiting import Shown, shown_as
from spinewise.coaching.timed import breath_of

__all__ = [
    "ADVICE",
    "Answer",
    "Asked",
    "BreathPart",
    "Cue",
    "Session",
    "Shown",
    "Side",
    "Step",
    "StepKind",
    "as_plain",
    "breath_of",
    "changed",
    "gentler",
    "picture_of",
    "session_of",
    "shown_as",
]
