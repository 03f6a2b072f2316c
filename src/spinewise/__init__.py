"""Spinewise: back care that looks for danger first and makes a safe week for one person.

``load_knowledge``, ``assess`` and ``plan_week`` are the pure core; everything else carries their answers to people.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinewise.assessment import assess
    from spinewise.knowledge import load_knowledge
    from spinewise.week import plan_week

__all__ = ["assess", "load_knowledge", "plan_week"]
_HOMES = {"assess": "spinewise.assessment", "load_knowledge": "spinewise.knowledge", "plan_week": "spinewise.week"}


def __getattr__(name: str) -> object:
    """The public functions, imported when they are first used: the command line starts quickly without them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'spinewise' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
