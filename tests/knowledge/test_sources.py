"""What every statement rests on, and what nobody has looked up yet."""

from collections.abc import Iterator

import pytest

from spinewise.knowledge import KnowledgeBase, load_with_problems
from spinewise.knowledge.checks.references import CHECKS as REFERENCES
from spinewise.knowledge.checks.trust import JUDGEMENT, blocks_say_how_sure_they_are, danger_rules_were_looked_up
from spinewise.knowledge.describe import citations, page_of, reason_to_check
from spinewise.knowledge.describe.words import address_of
from tests.knowledge.small import base_with, good_base, put

BASE = load_with_problems().base
READ_WITHOUT_ADDRESS = frozenset({"nhs-sunburn", "who-mercury-creams", "osu-cervical-manipulation", "dewey-2019"})
"""Read as reprints or abstracts whose address was not kept. None may be added."""
YEARS = range(1900, 2027)


def nameless(base: KnowledgeBase) -> list[str]:
    """Cited sources that were read, but cannot be found by others."""
    cited = (base.sources[name] for name in citations(base) if name in base.sources)
    return [source.id for source in cited if source.checked != "from-memory" and not address_of(source)]


def blocks_from_memory(base: KnowledgeBase) -> Iterator[str]:
    """Blocks of single interventions that claim more than judgement and whose sources nobody has read."""
    for item in base.interventions.values():
        for rule in item.contraindications:
            known = [base.sources[name] for name in rule.sources if name != JUDGEMENT]
            if rule.basis != "judgement" and all(source.checked == "from-memory" for source in known):
                yield f"{item.id}: {rule.because}"


def test_every_cited_source_exists_and_can_be_named() -> None:
    assert not [problem for check in REFERENCES for problem in check(BASE)]
    assert set(citations(BASE)) <= set(BASE.sources)
    for source in BASE.sources.values():
        assert source.title
        assert source.kind
        assert source.year == "not stated" or source.year in YEARS, source.id
        assert all(point.certainty for point in source.says)


def test_what_was_read_can_be_read_by_others() -> None:
    assert set(nameless(BASE)) <= READ_WITHOUT_ADDRESS


def test_memory_alone_carries_no_danger_rule_and_no_block() -> None:
    assert list(danger_rules_were_looked_up(BASE)) == []
    assert list(blocks_say_how_sure_they_are(BASE)) == []
    assert list(blocks_from_memory(BASE)) == []


def test_every_cited_source_that_waits_is_listed_for_review() -> None:
    page = page_of("source", BASE)
    head = page[page.index("## Sources to check") : page.index("\n## ", page.index("## Sources to check") + 3)]
    waiting = {name for name in citations(BASE) if reason_to_check(BASE.sources[name])}
    assert {name for name in BASE.sources if f", `{name}`. Cited in: " in head} == waiting
    assert {name for name in citations(BASE) if BASE.sources[name].checked == "from-memory"} <= waiting


def test_the_weightiest_are_listed_first() -> None:
    uses, page = citations(BASE), page_of("source", BASE)
    part = page[page.index("### Named from memory") :].split("\n### ")[0]
    listed = [line.rsplit("`", 2)[1] for line in part.splitlines() if line.startswith("- ")]
    rules = [uses[name]["red-flag"] for name in listed]
    assert len(rules) > 10
    assert rules == sorted(rules, reverse=True)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"checked": "from-memory"}, "Named from memory"),
        ({"checked": "bibliographic-only"}, "Only its record was seen"),
        ({"checked": "excerpt", "says": [{"point": "So it is, from memory.", "certainty": "low"}]}, "A point in it comes"),
        ({"checked": "excerpt", "url": None}, "No address is noted"),
        ({"checked": "excerpt", "says": []}, "Nothing is noted"),
        ({"checked": "excerpt"}, None),
    ],
)
def test_a_source_says_what_is_missing_from_it(change: dict[str, object], reason: str | None) -> None:
    found = reason_to_check(base_with(put("source", "guideline", **change)).sources["guideline"])
    assert (found or "").startswith(reason) if reason else found is None


def test_citations_are_counted_by_kind_once_for_each_item() -> None:
    again = {"sources": ["guideline"], "figures": [{"says": "one in two", "source": "guideline"}]}
    before = citations(good_base())["guideline"]["red-flag"]
    name = next(iter(good_base().red_flags))
    assert citations(base_with(put("red-flag", name, **again)))["guideline"]["red-flag"] == before >= 1


def test_a_source_without_address_is_found() -> None:
    assert nameless(base_with(put("source", "guideline", url=None, checked="excerpt"))) == ["guideline"]


@pytest.mark.parametrize(("basis", "found"), [("source", True), ("adapted", True), ("judgement", False)])
def test_a_block_of_one_intervention_from_memory_is_found(basis: str, found: bool) -> None:
    rule = {"when": "pain", "because": "It may hurt.", "basis": basis, "sources": ["memory"]}
    base = base_with(put("intervention", "walk", contraindications=[rule]))
    assert bool(list(blocks_from_memory(base))) is found


def test_a_danger_rule_from_memory_is_found() -> None:
    name = next(iter(good_base().red_flags))
    base = base_with(put("red-flag", name, sources=[JUDGEMENT]))
    assert [problem.key for problem in danger_rules_were_looked_up(base)] == ["sources"]
