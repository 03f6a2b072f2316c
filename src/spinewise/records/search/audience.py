"""For whom an item is: the complaints and the groups of people that it is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spinewise.knowledge import Condition, IsOneOf, KnowledgeBase, Leaf
from spinewise.knowledge.records import Finding, HealthCondition, Intervention, Programme, RedFlag

COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people: the findings that make somebody one of them, and the words that tell of it."""

    findings: frozenset[str]
    words: re.Pattern[str]
    choices: frozenset[tuple[str, str]] = frozenset()


def _group(findings: str, words: str, *choices: tuple[str, str]) -> Group:
    return Group(frozenset(findings.split()), re.compile(words, re.IGNORECASE), frozenset(choices))


GROUPS: Mapping[str, Group] = {
    "pregnant": _group(
        "pregnant_weeks contractions waters_gone reduced_fetal_movement pregnancy_exercise_warning could_be_pregnant",
        r"\bpregnan",
    ),
    "postpartum": _group(
        "postpartum_weeks birth_type breastfeeding wound_not_healed wound_red_painful core_weakness baby_care",
        r"\b(after (the|a|your|giving) birth|postpartum|breastfeed|caesarean|new mother)",
    ),
    "menopause": _group("postmenopausal", r"\bmenopaus"),
    "older": _group(
        "osteoporosis height_loss vertebral_fracture_history balance_trouble falls",
        r"\b(older (people|age|adult)|later life|ageing|osteoporosis|thin(ner)? bones|falls?\b.{0,20}\bolder)",
    ),
    "young": _group("irritable_child", r"\b(child|children|teenager|under 1[68])\b"),
    "desk": _group(
        "long_sitting worse_sitting poor_posture",
        r"\b(desk|office|screen|long sitting|sit for long|sitting (all|for))",
        ("occupation", "desk"),
    ),
    "manual": _group(
        "heavy_lifting",
        r"\b(lifting|heavy work|manual work|carry(ing)? loads?)\b",
        ("occupation", "manual"),
    ),
    "driver": _group("drives_long", r"\b(driv(e|ing|er)|car seat)\b", ("occupation", "driving")),
    "sport": _group("athlete", r"\b(sports?|athletes?|running|runner)\b"),
}
"""The groups that can be filtered by."""


def groups_of(item: Any, words: str) -> tuple[str, ...]:
    """The groups that an item is about: what it asks for or speaks of, not what it only warns of."""
    leaves = tuple(leaf for condition in _about(item) for leaf in condition.leaves())
    return tuple(name for name, group in GROUPS.items() if _is_about(group, leaves, item, words))


def _is_about(group: Group, leaves: tuple[Leaf, ...], item: Any, words: str) -> bool:
    if isinstance(item, Finding) and item.id in group.findings:
        return True
    if any(leaf.finding in group.findings for leaf in leaves):
        return True
    chosen = {(leaf.finding, option) for leaf in leaves if isinstance(leaf, IsOneOf) for option in leaf.options}
    return bool(chosen & group.choices) or group.words.search(words) is not None


def complaints_of(item: Any, base: KnowledgeBase) -> tuple[str, ...]:
    """The complaints that an item names; none when it names none of them, or all."""
    every = base.findings[COMPLAINT].option_values if COMPLAINT in base.findings else ()
    named = {
        option
        for condition in _about(item)
        for leaf in condition.leaves()
        if isinstance(leaf, IsOneOf) and leaf.finding == COMPLAINT
        for option in leaf.options
    }
    return () if len(named) == len(every) else tuple(one for one in every if one in named)


def _about(item: Any) -> tuple[Condition, ...]:
    """The conditions that say for whom an item is."""
    if isinstance(item, Intervention):
        return tuple(line.when for line in item.helps)
    if isinstance(item, HealthCondition):
        likelier = [line.when for line in item.prior_by if line.times > 1]
        return (*likelier, *(line.when for line in item.speaks_for))
    if isinstance(item, RedFlag):
        return tuple(level.when for level in item.levels)
    if isinstance(item, Programme):
        return (item.gate,) if item.gate is not None else ()
    when = getattr(item, "ask_if" if isinstance(item, Finding) else "when", None)
    return (when,) if isinstance(when, Condition) else ()
