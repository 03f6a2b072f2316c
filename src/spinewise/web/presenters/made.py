"""How a week was made, and how close it is to the best one."""

from math import ceil

from django.utils.translation import gettext as _

from spinewise.planning import Plan

_TINY = 1e-9


def how_made(plan: Plan) -> tuple[str, ...]:
    """What was looked for, and how far at most the week is from the best that fits the wishes."""
    return (
        _("First we leave out all that is not safe for you. Then we look for the week that may help you most in your time."),
        _closeness(plan),
        _("It is our own count of what may help. It is no promise that it will."),
    )


def _closeness(plan: Plan) -> str:
    """The proven gap, rounded up to a whole per cent, so that it never says too much."""
    if plan.proven:
        return _("By our count no other week that fits your wishes is better than this one.")
    per_cent = max(1, ceil(100 * plan.gap - _TINY))
    return _("This week is within %(n)s %% of the best that fits your wishes.") % {"n": per_cent}
