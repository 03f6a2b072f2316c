"""Which findings can be asked of a person now, and which must be asked before others."""

from collections.abc import Mapping
from dataclasses import dataclass

from spinewise.knowledge import Findings, KnowledgeBase, open_parents


@dataclass(frozen=True, slots=True)
class Askable:
    """What can be asked. ``waiting`` maps a finding that is not yet asked to what is asked before it."""

    now: frozenset[str]
    waiting: Mapping[str, frozenset[str]]

    def asked_for(self, finding: str) -> frozenset[str]:
        """The findings to ask now in order to learn this one; none when it cannot be learnt by asking."""
        found: set[str] = set()
        seen: set[str] = set()
        todo = [finding]
        while todo:
            one = todo.pop()
            if one in self.now:
                found.add(one)
            elif one not in seen:
                todo.extend(self.waiting.get(one, ()))
            seen.add(one)
        return frozenset(found)


def askable(known: Findings, base: KnowledgeBase) -> Askable:
    """Findings that a question asks, that may apply to this person, and that are not settled.

    One that hangs on an unanswered broader question, or that applies only if another open finding is so,
    waits for that one. ``known`` must be complete (see ``spinewise.knowledge.complete``).
    """
    now: set[str] = set()
    waiting: dict[str, frozenset[str]] = {}
    for name, finding in base.findings.items():
        if known.settled(name):
            continue
        parents = open_parents(finding, known, base)
        if parents is None:
            continue
        if name in base.question_of and not parents:
            now.add(name)
        elif parents:
            waiting[name] = parents
        elif finding.derived is not None:
            waiting[name] = finding.derived.needs(known)
    return Askable(frozenset(now), waiting)
