"""What happens in an exercise and asks for a look at danger before anything else."""

from collections.abc import Iterable
from datetime import datetime

from spinewise.records.actions import Action, Kind

MUCH_PAIN = 7
"""From here pain in an exercise leads to the danger check (0 to 10)."""


def is_alarm(action: Action) -> bool:
    """Did something hurt much, or feel new?"""
    return action.kind is Kind.HURTS and (action.body.get("new") is True or action.body.get("pain", 0) >= MUCH_PAIN)


def last_alarm(actions: Iterable[Action]) -> datetime | None:
    """When that happened last; ``None`` when it did not."""
    return max((one.at for one in actions if one.at is not None and is_alarm(one)), default=None)
