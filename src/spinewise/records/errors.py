"""What can go wrong with records."""

from spinewise.knowledge import SpinewiseError


class NotThere(SpinewiseError):
    """Nobody and nothing is stored under this id."""


class Stale(SpinewiseError):
    """Something else was stored meanwhile; read again, then decide."""
