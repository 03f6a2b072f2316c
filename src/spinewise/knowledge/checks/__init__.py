"""Checks of a loaded knowledge base: what the reader of the files cannot see in one item alone.

Each check is a function from a base to problems; each problem has the file, the key and the remedy.
"""

from collections.abc import Callable, Iterable

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks import (
    asking,
    changes,
    circles,
    completeness,
    conditions,
    interventions,
    ladders,
    numbers,
    own_words,
    pacers,
    programmes,
    red_flags,
    references,
    rules,
    trust,
    trying,
    wording,
)
from spinewise.knowledge.checks.walk import problem
from spinewise.knowledge.errors import Problem

__all__ = ["CHECKS", "Check", "check_knowledge", "problem"]

Check = Callable[[KnowledgeBase], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *asking.CHECKS,
    *numbers.CHECKS,
    *own_words.CHECKS,
    *trying.CHECKS,
    *circles.CHECKS,
    *trust.CHECKS,
    *rules.CHECKS,
    *red_flags.CHECKS,
    *conditions.CHECKS,
    *interventions.CHECKS,
    *changes.CHECKS,
    *ladders.CHECKS,
    *programmes.CHECKS,
    *pacers.CHECKS,
    *completeness.CHECKS,
    *wording.CHECKS,
)
"""All checks, in the order in which their problems are told."""


def check_knowledge(base: KnowledgeBase) -> tuple[Problem, ...]:
    """Everything that is wrong with a knowledge base, each problem once."""
    return tuple(dict.fromkeys(problem for check in CHECKS for problem in check(base)))
