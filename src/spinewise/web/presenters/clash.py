"""Two answers that do not fit together, asked about once more."""

from collections.abc import Sequence
from dataclasses import dataclass

from spinewise.intake import Interview
from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Consistency
from spinewise.web.conversation import Place, screen_number
from spinewise.web.presenters.words import capital, value_words


@dataclass(frozen=True, slots=True)
class ClashAnswer:
    """One of the answers. ``screen`` is where to change it; ``None`` on the page itself."""

    name: str
    value: str
    screen: int | None


@dataclass(frozen=True, slots=True)
class ClashView:
    """What does not fit, what to do, and the answers side by side."""

    says: str
    remedy: str
    answers: tuple[ClashAnswer, ...]


def clash_views(rules: Sequence[Consistency], now: Interview, place: Place, base: KnowledgeBase) -> tuple[ClashView, ...]:
    """The contradictions of a conversation, seen from one of its screens."""
    return tuple(ClashView(rule.says, rule.remedy, _answers(rule, now, place, base)) for rule in rules)


def _answers(rule: Consistency, now: Interview, place: Place, base: KnowledgeBase) -> tuple[ClashAnswer, ...]:
    found = []
    for finding in dict.fromkeys(leaf.finding for leaf in rule.when.leaves()):
        if now.findings.known(finding):
            here = finding in place.step.findings
            words = value_words(finding, now.findings.get(finding), base)
            found.append(ClashAnswer(capital(base.name_of(finding)), words, None if here else screen_number(now, finding)))
    return tuple(found)
