"""The project's own words: no sentence of ours repeats eight words in a row of the material beside the project."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from spinewise.knowledge import KnowledgeBase, load_with_problems, read_yaml_file
from spinewise.knowledge.checks.walk import values_in
from tests.knowledge.small import base_with, put

SHARED = Path(__file__).resolve().parents[3] / "shared"
RUN = 8
TOLD = ("statement", "dose", "evidence_note", "note", "also")
"""Keys of the inventory that hold sentences."""
OUR_LIST = "sources.yaml"
"""The list of sources was written for the project, and its points are the project's own."""
BIBLIOGRAPHIC = frozenset({"title", "publisher", "url", "doi"})
"""What a source is called, and where it lies, is not for us to reword."""
_WORD = re.compile(r"[a-z0-9]+")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.;:?!])\s")
Run = tuple[str, ...]


def texts_in(value: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in texts_in(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in texts_in(part))


def runs_in(text: str) -> Iterator[Run]:
    """All runs of eight words within the sentences of a text."""
    for sentence in _BETWEEN_SENTENCES.split(text):
        words = _WORD.findall(sentence.lower().replace("'", "").replace("\u2019", ""))
        yield from (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def runs_of(texts: Iterable[str]) -> frozenset[Run]:
    return frozenset(run for text in texts for run in runs_in(text))


def material() -> frozenset[Run]:
    """Runs of the inventory and of what was looked up, less those that our own list of sources holds."""
    inventory = [read_yaml_file(path) for path in sorted((SHARED / "knowledge-inventory").glob("*.yaml"))]
    told = [entry.get(key) for entries in inventory if isinstance(entries, list) for entry in entries for key in TOLD]
    evidence = [read_yaml_file(path) for path in sorted((SHARED / "evidence").glob("*.yaml")) if path.name != OUR_LIST]
    return runs_of([*texts_in(told), *texts_in(evidence)]) - runs_of(texts_in(read_yaml_file(SHARED / "evidence" / OUR_LIST)))


def repeated(base: KnowledgeBase, theirs: frozenset[Run]) -> list[str]:
    """Where a sentence of ours holds one of their runs."""
    return [
        f"{base.place_of(kind, item.id)}, {item.id}, {key}: {' '.join(run)}"
        for kind, item in base.everything()
        for key, text in values_in(item)
        if isinstance(text, str) and not (kind == "source" and key in BIBLIOGRAPHIC)
        for run in runs_in(text)
        if run in theirs
    ]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the material lies beside the project")
def test_no_sentence_comes_from_the_material() -> None:
    theirs = material()
    assert len(theirs) > 10_000
    assert repeated(load_with_problems().base, theirs) == []


THEIRS = runs_of(["Walk for twenty minutes on five days of each week. Rest is over."])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If you can, walk for twenty minutes on five days of a month.", True),
        ("Walk, for twenty minutes: on five days of each week", False),
        ("WALK FOR TWENTY MINUTES, ON FIVE DAYS OF it", True),
        ("Walk for twenty minutes on five other days of each week.", False),
        ("Go out on five days of each week. Rest is over.", False),
    ],
)
def test_a_borrowed_sentence_is_found(text: str, found: bool) -> None:
    places = repeated(base_with(put("claim", "rest", do_instead=text)), THEIRS)
    assert bool(places) is found
    assert all(place.startswith("claims/some.yaml, rest, do_instead: ") for place in places)


def test_the_title_of_a_source_is_not_ours_but_its_points_are() -> None:
    text = "Walk for twenty minutes on five days of each week."
    assert repeated(base_with(put("source", "guideline", title=text)), THEIRS) == []
    assert repeated(base_with(put("source", "guideline", says=[{"point": text, "certainty": "low"}])), THEIRS) != []
