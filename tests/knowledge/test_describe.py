"""The generated reference."""

import pytest

from spinewise.knowledge import load_knowledge
from spinewise.knowledge.base import KINDS
from spinewise.knowledge.describe import page_of, pages, title_of
from spinewise.knowledge.describe.words import address_of, links, plain
from tests.knowledge.small import base_with, good_base, put

BASE = good_base()


def test_there_is_a_page_for_each_kind_that_holds_items() -> None:
    assert set(pages(BASE)) == {KINDS[kind][0] for kind, items in BASE.items.items() if items}


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_page_holds_every_item_of_its_kind(kind: str) -> None:
    page = page_of(kind, load_knowledge())
    for item in load_knowledge().items[kind].values():
        assert f"## {plain(title_of(item))}\n\n`{item.id}`, in " in page


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            "red-flag",
            [
                "# Danger rules",
                "## Pressure on the lowest nerves",
                "     - **When:** seat numb and leg weak",
                "     - **Facts:** age 40; seat_numb yes",
            ],
        ),
        ("condition", ["- **Possible only if:** age at least 16 years", "     - **When:** old age", "     - **Times:** 2"]),
        (
            "finding",
            ["- **Asked if:** sex: Female", "- **Worked out as:** age at least 18 years", "- **Opens:** seat numb; leg weak"],
        ),
        ("concept", ["- **When:** age at least 65 years"]),
        ("safety-rule", ["## You may fall.", "- **When:** leg weak", "- **Verdict:** blocked"]),
        (
            "intervention",
            [
                "  - Put on shoes.",
                "  - **Direction:** helps",
                "- **Sources:** [The guideline (2020)](<https://example.org/guideline>)",
                "- **Fit while waiting for a doctor:** no",
            ],
        ),
        ("question", ["- **Findings:** pain; nerve trouble"]),
        ("source", ["- **Url:** <https://example.org/guideline>", "- **How it was looked up:** from-memory"]),
    ],
)
def test_an_item_is_told_in_words(kind: str, lines: list[str]) -> None:
    page = page_of(kind, BASE).splitlines()
    for line in lines:
        assert any(known.replace("\\_", "_").startswith(line) for known in page), line


def test_nothing_in_a_text_is_taken_for_markup() -> None:
    page = page_of("claim", base_with(put("claim", "rest", do_instead="Do *not* <b> [lie]")))
    assert r"Do \*not\* \<b> \[lie\]" in page


def test_a_source_without_address_is_named_and_one_that_is_missing_too() -> None:
    base = base_with(put("source", "guideline", url=None))
    assert links(["guideline", "lost"], base) == "The guideline (2020); `lost`"
    with_doi = base_with(put("source", "guideline", url=None, doi="10.1/x"))
    assert address_of(with_doi.sources["guideline"]) == "https://doi.org/10.1/x"
