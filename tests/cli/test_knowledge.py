"""``spinewise knowledge``."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from spinewise.cli.parsers import KINDS as KINDS_TO_ASK_FOR
from spinewise.knowledge import CONTENT, KINDS, KINDS_TO_COME, load_knowledge
from spinewise.knowledge.describe import picture_name
from tests.cli.command import Command

INVENTORY = Path(__file__).parents[3] / "shared" / "knowledge-inventory"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of our content that may be spoiled."""
    monkeypatch.setenv("SPINEWISE_CACHE_DIR", str(tmp_path / "cache"))
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.mark.parametrize("kind", KINDS_TO_ASK_FOR)
def test_a_kind_is_listed_with_id_and_name(spinewise: Command, kind: str) -> None:
    outcome = spinewise("knowledge", "list", "--kind", kind, "--json")
    assert outcome.code == 0
    assert outcome.err == ""
    items = outcome.document
    assert [item["id"] for item in items] == list(load_knowledge().items.get(kind, {}))
    assert all(item["kind"] == kind and item["name"] for item in items)


def test_every_kind_can_be_asked_for() -> None:
    assert set(KINDS_TO_ASK_FOR) == {*KINDS, *KINDS_TO_COME}


def test_the_whole_list_holds_every_item(spinewise: Command) -> None:
    items = spinewise("knowledge", "list", "--json").document
    assert len(items) == sum(1 for _ in load_knowledge().everything())
    assert set(items[0]) == {"id", "kind", "name"}


def test_the_list_can_be_read(spinewise: Command) -> None:
    lines = spinewise("knowledge", "list", "--kind", "red-flag").out.splitlines()
    assert len(lines) == len(load_knowledge().red_flags)
    assert lines[0].startswith("red-flag\t")


def test_our_content_passes(spinewise: Command) -> None:
    outcome = spinewise("knowledge", "check")
    assert outcome.code == 0, outcome.err
    assert "nothing wrong" in outcome.out


def test_a_problem_is_told_with_file_key_and_remedy(spinewise: Command, content: Path) -> None:
    (content / "claims").mkdir(exist_ok=True)
    claim = "- {id: x-y, name: X, people_say: a, what_is_known: b, do_instead: c, verdict: supported, sources: [nix]}"
    (content / "claims" / "bad.yaml").write_text(claim)
    (content / "claims" / "worse.yaml").write_text("- {id: z, name: Z, colour: red}")
    outcome = spinewise("knowledge", "check", "--content", content)
    assert (outcome.code, outcome.out) == (2, "")
    assert "claims/bad.yaml, x-y, sources[0]: no source is called 'nix'." in outcome.err
    assert "claims/worse.yaml, z" in outcome.err
    assert "Traceback" not in outcome.err


def test_worked_cases_are_played_when_all_else_is_right(spinewise: Command, content: Path) -> None:
    source = next(iter(load_knowledge().sources))
    (content / "worked_cases").mkdir(exist_ok=True)
    (content / "worked_cases" / "wrong.yaml").write_text(
        f"- {{id: too-calm, name: Numb seat, because: It is an emergency., sources: [{source}], "
        "facts: {age: 40, saddle_numbness: true}, expect: {disposition: [self-care]}}"
    )
    outcome = spinewise("knowledge", "check", "--content", content)
    assert (outcome.code, outcome.out) == (2, "")
    assert "worked_cases/wrong.yaml, too-calm, disposition: is emergency" in outcome.err


def test_a_folder_that_is_not_there_is_refused(spinewise: Command) -> None:
    outcome = spinewise("knowledge", "check", "--content", spinewise.folder / "missing")
    assert (outcome.code, outcome.out) == (2, "")
    assert "is no folder" in outcome.err


def test_coverage_counts_and_names(spinewise: Command) -> None:
    served = next(item.covers[0] for item in load_knowledge().interventions.values() if item.covers)
    spinewise.facts(f"- id: {served}\n- id: s999.nothing\n", "part.yaml")
    answer = spinewise("knowledge", "coverage", "--inventory", spinewise.folder, "--json").document
    assert (answer["total"], answer["covered"], answer["missing"]) == (2, 1, ["s999.nothing"])
    assert answer["items"][served]
    assert answer["items"]["s999.nothing"] == []
    assert served not in answer["unknown"]
    read = spinewise("knowledge", "coverage", "--inventory", spinewise.folder).out
    assert read.startswith("1 of 2 statements are served.\n  - s999.nothing\n")


def test_an_inventory_that_is_not_there_is_refused(spinewise: Command) -> None:
    outcome = spinewise("knowledge", "coverage", "--inventory", spinewise.folder / "missing", "--json")
    assert (outcome.code, outcome.out) == (2, "")


@pytest.mark.shared
@pytest.mark.skipif(not INVENTORY.is_dir(), reason="the inventory lies beside the project")
def test_no_item_serves_a_statement_that_does_not_exist(spinewise: Command) -> None:
    answer = spinewise("knowledge", "coverage", "--inventory", INVENTORY, "--json").document
    assert answer["total"] > 600
    assert answer["unknown"] == {}


def test_the_reference_has_a_page_for_each_kind(spinewise: Command) -> None:
    folder = spinewise.folder / "deep" / "reference"
    outcome = spinewise("knowledge", "describe", "--out", folder)
    assert outcome.code == 0
    assert outcome.out == ""
    held = {KINDS[kind][0].replace("_", "-") + ".md" for kind, items in load_knowledge().items.items() if items}
    pictures = {picture_name(one) for one in load_knowledge().programmes}
    assert {path.name for path in folder.iterdir()} == held | pictures
    page = (folder / "red-flags.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in load_knowledge().red_flags)


def test_a_programme_is_drawn(spinewise: Command) -> None:
    picture = spinewise.folder / "recovery.svg"
    outcome = spinewise("knowledge", "programme", "recovery", "--out", picture)
    assert (outcome.code, outcome.out) == (0, "")
    assert "Moving again" in ElementTree.fromstring(picture.read_text(encoding="utf-8"))[1].text  # type: ignore[operator]
    assert spinewise("knowledge", "programme", "recovery").out.strip() == picture.read_text(encoding="utf-8")


def test_a_programme_that_is_not_there_is_refused_with_those_that_are(spinewise: Command) -> None:
    outcome = spinewise("knowledge", "programme", "recovry")
    assert (outcome.code, outcome.out) == (2, "")
    assert "recovery" in outcome.err


def test_the_reference_can_be_printed(spinewise: Command) -> None:
    assert "# Danger rules" in spinewise("knowledge", "describe").out


def test_a_reference_that_cannot_be_written_is_refused(spinewise: Command) -> None:
    outcome = spinewise("knowledge", "describe", "--out", spinewise.facts("a file", "taken"))
    assert (outcome.code, outcome.out) == (2, "")
    assert "cannot be made" in outcome.err
