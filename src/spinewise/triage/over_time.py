"""The disposition over time: what a check has found stands until somebody who may do so takes it away.

It falls only by a clearance of a clinician, or by a correction: the person says that an answer was wrong, and says so
once more to a second question in other words. Then only those reasons fall that rested on this answer and that a check
of the corrected answers no longer gives. Nothing is ever taken out of the history.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from spinewise.knowledge import Disposition
from spinewise.triage.triage import Reason


class Occasion(StrEnum):
    """When somebody was checked."""

    CHECK = "check"
    RECHECK = "recheck"


@dataclass(frozen=True, slots=True)
class Checked:
    """A check, with the reasons that triage gave."""

    occasion: Occasion
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The person takes an answer back.

    ``said_again`` is the answer to the second question: ``False`` confirms the correction, ``True`` and ``None`` (not sure,
    not asked) do not. ``reasons`` are those that triage gives for the corrected answers.
    """

    finding: str
    said_again: bool | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Cleared:
    """A clinician has looked at it: who, when, and what they found."""

    clinician: str
    on: date
    note: str

    def __post_init__(self) -> None:
        if not self.clinician.strip() or not self.note.strip():
            raise ValueError("a clearance names the clinician and says what was found")


Event = Checked | Corrected | Cleared


@dataclass(frozen=True, slots=True)
class Fallen:
    """A reason that no longer stands, with the event that took it away."""

    reason: Reason
    by: Corrected | Cleared


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands now: the highest disposition, the reasons behind it, and all that has fallen."""

    disposition: Disposition
    reasons: tuple[Reason, ...]
    fallen: tuple[Fallen, ...]


def standing_disposition(history: Iterable[Event]) -> Standing:
    """What stands after these events, oldest first: the highest since the last clearance, less what was corrected."""
    reasons: tuple[Reason, ...] = ()
    fallen: tuple[Fallen, ...] = ()
    for event in history:
        kept = tuple(reason for reason in reasons if _outlasts(reason, event))
        if not isinstance(event, Checked):
            fallen += tuple(Fallen(reason, event) for reason in reasons if reason not in kept)
        reasons = kept if isinstance(event, Cleared) else tuple(dict.fromkeys((*kept, *event.reasons)))
    reasons = tuple(sorted(reasons, key=lambda reason: -reason.disposition))
    return Standing(max((one.disposition for one in reasons), default=Disposition.SELF_CARE), reasons, fallen)


def _outlasts(reason: Reason, event: Event) -> bool:
    if isinstance(event, Cleared):
        return False
    if isinstance(event, Checked) or event.said_again is not False:
        return True
    rested_on_it = any(one.finding == event.finding for one in reason.because)
    return not rested_on_it or _still_given(reason, event.reasons)


def _still_given(reason: Reason, now: tuple[Reason, ...]) -> bool:
    return any(one.rule == reason.rule and one.disposition >= reason.disposition for one in now)
