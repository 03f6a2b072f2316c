"""What a clinician has cleared does not rise again by itself: only a new answer, or something more urgent, raises it."""

from collections.abc import Mapping

from spinewise.triage.over_time import Cleared, Fallen, Standing
from spinewise.triage.triage import Reason


def since_clearance(
    reasons: tuple[Reason, ...], standing: Standing, said_after: Mapping[Cleared, frozenset[str]]
) -> tuple[Reason, ...]:
    """The reasons of today's answers that count.

    One is left out when a clinician cleared the same rule at this level or above, on the same findings, none of which
    was answered anew since (``said_after``; a clearance that is not in it clears nothing of today).
    """
    return tuple(one for one in reasons if not any(_covered(one, fallen, said_after) for fallen in standing.fallen))


def _covered(reason: Reason, fallen: Fallen, said_after: Mapping[Cleared, frozenset[str]]) -> bool:
    by, before = fallen.by, fallen.reason
    if not isinstance(by, Cleared) or by not in said_after:
        return False
    now, then = ({one.finding for one in each.because} for each in (reason, before))
    same = reason.rule == before.rule and reason.disposition <= before.disposition and now <= then
    return same and now.isdisjoint(said_after[by])
