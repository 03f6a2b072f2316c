"""The examples of the how-to pages are good content: they load, and the checks find nothing in them."""

import shutil
from pathlib import Path

import pytest

from spinewise.knowledge import CONTENT, load_with_problems
from spinewise.knowledge.checks import check_knowledge
from tests.docs.pages import ROOT, blocks

HOW_TO = sorted((ROOT / "docs" / "how-to").glob("add-*.md"))
MARK = "how_to_example"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with the examples added. The first line of an example names its folder."""
    folder = tmp_path_factory.mktemp("content") / "content"
    shutil.copytree(CONTENT, folder)
    for page in HOW_TO:
        for number, example in enumerate(blocks(page, "yaml")):
            kind = example.splitlines()[0].removeprefix("# ")
            (folder / kind).mkdir(exist_ok=True)
            (folder / kind / f"{MARK}_{page.stem}_{number}.yaml").write_text(example, encoding="utf-8")
    return folder


def test_each_page_has_an_example() -> None:
    assert [page.stem for page in HOW_TO if not blocks(page, "yaml")] == []


def test_the_examples_are_good_content(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPINEWISE_CACHE_DIR", str(tmp_path))
    loaded = load_with_problems(content)
    problems = (*loaded.problems, *check_knowledge(loaded.base))
    assert [str(problem) for problem in problems if MARK in problem.place] == []
    assert sum(MARK in place for place in loaded.base.places.values()) == sum(len(blocks(page, "yaml")) for page in HOW_TO)
