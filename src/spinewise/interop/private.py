"""Answers that somebody at home should not come upon: harm done to oneself or by others.

They count for every decision like all others. They are left out of lists, letters and files, whatever was
answered, so that a gap tells nothing; the person can open them on purpose.
"""

from collections.abc import Iterable
from typing import Any

from spinewise.knowledge import Findings
from spinewise.triage import Reason

PRIVATE = frozenset(
    {
        "mood_or_safety_trouble",
        "self_harm_thoughts",
        "self_harm_plan",
        "unsafe_at_home",
        "safeguarding_concern",
        "harm_immediate",
    }
)


def without_private(findings: Findings) -> Findings:
    """What was said, less what is private."""
    return findings.without(PRIVATE)


def shown_reasons(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons that rest on no private answer."""
    return tuple(one for one in reasons if PRIVATE.isdisjoint(because.finding for because in one.because))


def document_without_private(document: Any) -> Any:
    """Plain data of any shape, less what names a private finding: keys, entries of lists, and whole records about one."""
    if isinstance(document, dict):
        return {key: document_without_private(value) for key, value in document.items() if key not in PRIVATE}
    if isinstance(document, list):
        return [document_without_private(one) for one in document if not _is_private(one)]
    return document


def _is_private(one: Any) -> bool:
    """Is it the id of a private finding, a pair that begins with one, or a record that is about such a finding?"""
    if isinstance(one, str):
        return one in PRIVATE
    if isinstance(one, list):
        return bool(one) and _is_private(one[0])
    return isinstance(one, dict) and _about_private(one)


def _about_private(record: dict[str, Any]) -> bool:
    """Does it name one as its finding, ask for nothing else, or rest on one among its reasons?"""
    named = any(isinstance(value, str) and value in PRIVATE for value in record.values())
    findings, because = record.get("findings"), record.get("because")
    only = isinstance(findings, list) and bool(findings) and PRIVATE.issuperset(findings)
    return named or only or (isinstance(because, list) and any(_is_private(one) for one in because))
