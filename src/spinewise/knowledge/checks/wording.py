"""Words that nobody should meet: verdicts on the reader, shouting, and pictures of the body that frighten."""

import re
from collections.abc import Iterator, Mapping

from spinewise.knowledge.base import KnowledgeBase
from spinewise.knowledge.checks.walk import problem, values_in
from spinewise.knowledge.errors import Problem

UNREAD_KINDS = frozenset({"source", "concept"})
UNREAD_KEYS = frozenset(
    {"id", "term", "tell", "also", "as_reported", "covers", "sources", "source", "members", "figures", "examples", "options"}
    | {"facts", "expect", "phrases", "phrases_for_yes"}
)
"""What only clinicians, searches and the reference read."""
EXPLAINING_KINDS = frozenset({"claim", "lesson"})
EXPLAINING_ITEMS: Mapping[str, str] = {
    "lesson-pictures": "explains the words of a scan report",
    "sacroiliac-joint-pain": "says that the joint is not out of place",
    "degenerative-cervical-myelopathy": "the name under which it is known",
    "slipped-femoral-epiphysis": "the name under which it is known",
}
"""Items that may use a frightening word, and why."""
_EXPLAINING_FAMILIES = frozenset({"education"})

_VERDICT = re.compile(r"\bYou have (?!told|said|tried|asked|answered|been|had|not |a right)")
_SHOUT = re.compile(r"!")
_FRIGHT = re.compile(r"\b(?:damage[ds]?|damaging|degenerat\w*|slipped|wear and tear|out of place|crumbl\w*)\b", re.IGNORECASE)


def nobody_is_told_what_they_have(base: KnowledgeBase) -> Iterator[Problem]:
    """No text says "You have X"."""
    for kind, item, key, words in _matches(base, _VERDICT):
        what = f"it tells readers what they have: '{words}'"
        yield problem(base, kind, item, key, what, "Say what it may be, or what they told us")


def nobody_is_shouted_at(base: KnowledgeBase) -> Iterator[Problem]:
    """No text holds an exclamation mark."""
    for kind, item, key, words in _matches(base, _SHOUT):
        yield problem(base, kind, item, key, f"it shouts: '{words}'", "End the sentence with a full stop")


def nobody_is_frightened(base: KnowledgeBase) -> Iterator[Problem]:
    """Words of ruin stand only where they are explained."""
    for kind, item, key, words in _matches(base, _FRIGHT):
        if not _explains(base, kind, item):
            remedy = "Say calmly what happens, or list the item among those that explain the word"
            yield problem(base, kind, item, key, f"it frightens: '{words}'", remedy)


def _matches(base: KnowledgeBase, pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str, str]]:
    for kind, item, key, text in texts_for_readers(base):
        match = pattern.search(text)
        if match:
            yield kind, item, key, text[max(0, match.start() - 20) : match.end() + 20]


def texts_for_readers(base: KnowledgeBase) -> Iterator[tuple[str, str, str, str]]:
    """Kind, item, key and text of everything that a person may read."""
    for kind, item in base.everything():
        if kind in UNREAD_KINDS:
            continue
        for key, value in values_in(item):
            names = set(re.split(r"[.\[]", key))
            if isinstance(value, str) and not names & UNREAD_KEYS:
                yield kind, item.id, key, value


def _explains(base: KnowledgeBase, kind: str, item: str) -> bool:
    if kind in EXPLAINING_KINDS or item in EXPLAINING_ITEMS:
        return True
    return kind == "intervention" and base.interventions[item].family in _EXPLAINING_FAMILIES


CHECKS = (nobody_is_told_what_they_have, nobody_is_shouted_at, nobody_is_frightened)
