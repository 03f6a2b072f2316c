"""What one screen shows of a question: at most six yes/no items, those that matter most now."""

from collections.abc import Mapping
from types import MappingProxyType

from spinewise.intake.asking import Askable
from spinewise.knowledge import Findings, KnowledgeBase, Value
from spinewise.knowledge.records import Question

MOST_YES_OR_NO = 6
MOST_OTHERS = 2
"""Where a number or a choice is among them."""
NOTHING_WANTED: Mapping[str, float] = MappingProxyType({})


def shown(question: Question, can_ask: Askable, base: KnowledgeBase, wanted: Mapping[str, float]) -> tuple[str, ...]:
    """The findings of the next screen of this question, in its order. ``wanted`` says how much each one matters now.

    Yes/no items are filled up to six, since a tap answers them all; a number or a choice is shown only when it is wanted.
    """
    still_open = [name for name in question.findings if name in can_ask.now]
    quick = all(base.findings[name].type == "bool" for name in still_open)
    matter = still_open if quick or not wanted else [name for name in still_open if name in wanted]
    chosen = sorted(matter, key=lambda name: -wanted.get(name, 0.0))[: MOST_YES_OR_NO if quick else MOST_OTHERS]
    return tuple(name for name in still_open if name in chosen)


def applying(findings: tuple[str, ...], said: Mapping[str, Value], base: KnowledgeBase) -> tuple[str, ...]:
    """The findings of a screen, less those that its own answers rule out: where nothing hurts, there is no place to name.

    What was said although it does not apply stays, so that it can be asked about.
    """
    person = Findings().with_values(said)
    conditions = {name: base.findings[name].ask_if for name in findings if name not in said}
    ruled_out = {name for name, when in conditions.items() if when is not None and when.evaluate(person) is False}
    return tuple(name for name in findings if name not in ruled_out)
