"""Sources that wait for somebody to read them, those first on which the most weighty rules rest."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from spinewise.knowledge.base import KINDS, KnowledgeBase
from spinewise.knowledge.checks.walk import values_in
from spinewise.knowledge.describe.words import address_of, label_of, links
from spinewise.knowledge.records import Source

_CITES = re.compile(r"(?:^|\.)sources?(?:\[\d+\])?$")
_WEIGHTIEST = ("red-flag", "safety-rule", "intervention", "condition")
_REASONS: Mapping[str, Callable[[Source], bool]] = {
    "Named from memory: find it, read it, and note what it says": lambda source: source.checked == "from-memory",
    "Only its record was seen": lambda source: source.checked == "bibliographic-only",
    "A point in it comes from memory": lambda source: any("from memory" in point.point for point in source.says),
    "No address is noted": lambda source: not address_of(source),
    "Nothing is noted of what it says": lambda source: not source.says,
}
"""What is missing, in words, and which sources it is missing from. A source is listed under the first that fits."""


def citations(base: KnowledgeBase) -> Mapping[str, Counter[str]]:
    """For each source that is cited: how many items of each kind cite it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, item in base.everything():
        for name in {value for key, value in values_in(item) if _CITES.search(key)}:
            found[name][kind] += 1
    return found


def reason_to_check(source: Source) -> str | None:
    """What is missing from a source; ``None`` when it was read and noted."""
    return next((words for words, missing in _REASONS.items() if missing(source)), None)


def sources_to_check(base: KnowledgeBase) -> Iterator[str]:
    """Markdown lines: every cited source that nobody has read fully, by what is missing, the weightiest first."""
    cited = citations(base)
    waiting = [source for source in base.sources.values() if source.id in cited and reason_to_check(source)]
    yield "## Sources to check"
    yield f"\n{len(waiting)} of {len(cited)} cited sources wait for somebody to look them up."
    for reason in _REASONS:
        here = [source for source in waiting if reason_to_check(source) == reason]
        if here:
            yield f"\n### {reason}\n"
            yield from (_line(source, cited[source.id], base) for source in sorted(here, key=_weight(cited)))


def _weight(cited: Mapping[str, Counter[str]]) -> Callable[[Source], tuple[int, ...]]:
    return lambda source: tuple(-cited[source.id][kind] for kind in _WEIGHTIEST)


def _line(source: Source, uses: Counter[str], base: KnowledgeBase) -> str:
    told = [f"{label_of(KINDS[kind][0])} {count}" for kind, count in sorted(uses.items())]
    return f"- {links((source.id,), base)}, `{source.id}`. Cited in: {', '.join(told)}."
