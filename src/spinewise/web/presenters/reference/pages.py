"""The page of an item, by its kind."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from spinewise.knowledge import KnowledgeBase
from spinewise.web.presenters.reference.asking import finding_page, question_page
from spinewise.web.presenters.reference.backlinks import backlinks
from spinewise.web.presenters.reference.over_time import movement_page, norm_page, programme_page, recheck_page
from spinewise.web.presenters.reference.readable import claim_page, condition_page, lesson_page, net_page
from spinewise.web.presenters.reference.rules import concept_page, gate_page, red_flag_page, safety_rule_page
from spinewise.web.presenters.reference.sections import ItemPage
from spinewise.web.presenters.reference.source import source_page

_PAGES: dict[str, Callable[[Any, KnowledgeBase], ItemPage]] = {
    "condition": condition_page,
    "claim": claim_page,
    "lesson": lesson_page,
    "safety-net": net_page,
    "red-flag": red_flag_page,
    "safety-rule": safety_rule_page,
    "plan-gate": gate_page,
    "concept": concept_page,
    "finding": finding_page,
    "question": question_page,
    "programme": programme_page,
    "recheck": recheck_page,
    "norm": norm_page,
    "movement": movement_page,
    "source": lambda item, _base: source_page(item),
}


def item_page(kind: str, item_id: str, base: KnowledgeBase) -> ItemPage | None:
    """The page with what refers to it; ``None`` when there is no such item, or its kind has a page of another form."""
    item = base.items[kind].get(item_id)
    if kind not in _PAGES or item is None:
        return None
    return replace(_PAGES[kind](item, base), backlinks=backlinks(kind, item_id, base))
