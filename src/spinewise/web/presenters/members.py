"""What a broader question stands for, in plain words, so that a "no" really covers all of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spinewise.knowledge import KnowledgeBase, harmless
from spinewise.knowledge.records import Finding
from spinewise.web.presenters.words import capital


@dataclass(frozen=True, slots=True)
class Members:
    """``ruled_out`` is what a "no" says is not there; ``taken_as_true`` is what a "no" says is so."""

    ruled_out: tuple[str, ...]
    taken_as_true: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.ruled_out or self.taken_as_true)


def members_of(finding: Finding, base: KnowledgeBase) -> Members:
    """All members of a finding, and theirs."""
    members = tuple(_all_members(finding, base))
    taken = tuple(capital(one.name) for one in members if harmless(one) is True)
    return Members(tuple(capital(one.name) for one in members if harmless(one) is not True), taken)


def _all_members(finding: Finding, base: KnowledgeBase) -> Iterator[Finding]:
    for name in finding.members:
        member = base.findings[name]
        yield member
        yield from _all_members(member, base)
