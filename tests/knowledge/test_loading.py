"""From files to a base: every problem is told, and the compiled copy is never stale."""

import json
from pathlib import Path
from typing import Any

import pytest

from spinewise.knowledge import BadKnowledge, load_knowledge, load_with_problems
from spinewise.knowledge.base import KINDS
from spinewise.knowledge.cache import content_key
from tests.knowledge.small import GOOD


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("SPINEWISE_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def content(tmp_path: Path, cache: Path) -> Path:
    """The good base as files."""
    folder = tmp_path / "content"
    for kind, items in GOOD.items():
        (folder / KINDS[kind][0]).mkdir(parents=True)
        (folder / KINDS[kind][0] / "some.yaml").write_text(json.dumps(items), encoding="utf-8")
    return folder


def said(content: Path) -> list[str]:
    return [str(problem) for problem in load_with_problems(content).problems]


def concept(*names_and_meanings: str) -> str:
    pairs = zip(names_and_meanings[::2], names_and_meanings[1::2], strict=True)
    return json.dumps(
        [{"id": name, "name": name, "when": when, "because": "So", "sources": ["guideline"]} for name, when in pairs]
    )


def claim(**changes: Any) -> str:
    return json.dumps([{**GOOD["claim"][0], "id": "extra", "name": "Extra", **changes}])


def test_the_good_files_load(content: Path) -> None:
    loaded = load_with_problems(content)
    assert loaded.problems == ()
    assert loaded.base.place_of("claim", "rest") == "claims/some.yaml"
    assert list(loaded.base.red_flags) == ["cauda"]


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("claims/x.yaml", claim(colour="red"), "claims/x.yaml, extra: Object contains unknown field `colour`"),
        ("claims/x.yaml", claim(verdict="maybe"), "claims/x.yaml, extra, verdict: Invalid enum value 'maybe'"),
        ("claims/x.yaml", claim(sources=[]), "claims/x.yaml, extra, sources: Expected `array` of length >= 1"),
        ("claims/x.yaml", claim(name=""), "claims/x.yaml, extra, name: Expected `str` of length >= 1"),
        ("claims/x.yaml", claim(id="Extra One"), "claims/x.yaml, Extra One, id: Expected `str` matching regex"),
        ("claims/x.yaml", claim(id="rest"), "claims/x.yaml, rest, id: the id 'rest' is used twice"),
        ("claims/x.yaml", '[{"name": "no id"}]', "claims/x.yaml, item 1, id: has no id"),
        ("claims/x.yaml", "[3]", "claims/x.yaml, item 1, id: has no id"),
        ("claims/x.yaml", '{"id": "extra"}', "claims/x.yaml: is not a list of items"),
        ("claims/x.yaml", "[", "claims/x.yaml, line "),
        ("claims/x.yaml", "- {id: a, id: b}", "the key 'id' stands twice"),
        ("spells/x.yaml", "[]", "spells/x.yaml: stands in no folder of a kind"),
        ("x.yaml", "[]", "x.yaml: stands in no folder of a kind"),
        (
            "plan_gates/x.yaml",
            '[{"id": "g", "name": "G", "when": "pain and age", "says": "S", "sources": ["guideline"]}]',
            "plan_gates/x.yaml, g, when: 'pain and age' is no sentence",
        ),
        (
            "plan_gates/x.yaml",
            '[{"id": "g", "name": "G", "when": "@lost", "says": "S", "sources": ["guideline"]}]',
            "no concept is called @lost",
        ),
        (
            "concepts/x.yaml",
            concept("a", "@b", "b", "@a"),
            "concepts/x.yaml, a, when: rests on concepts that are missing or go in a circle: b",
        ),
    ],
)
def test_a_bad_file_is_told_and_hides_nothing_else(content: Path, path: str, text: str, says: str) -> None:
    (content / path).parent.mkdir(exist_ok=True)
    (content / path).write_text(text, encoding="utf-8")
    loaded = load_with_problems(content)
    assert any(says in str(problem) for problem in loaded.problems), said(content)
    assert "rest" in loaded.base.claims
    assert "cauda" in loaded.base.red_flags
    assert all(problem.remedy for problem in loaded.problems)


def test_a_wrong_encoding_is_told(content: Path) -> None:
    (content / "claims" / "x.yaml").write_bytes(b"- {id: a, name: \xe9}")
    assert any("claims/x.yaml: is not UTF-8" in one for one in said(content))


def test_the_strict_door_raises_with_every_problem(content: Path) -> None:
    (content / "claims" / "x.yaml").write_text(claim(colour="red"))
    (content / "claims" / "y.yaml").write_text("[")
    with pytest.raises(BadKnowledge) as caught:
        load_knowledge(content)
    assert len(caught.value.problems) == 2


def test_concepts_may_rest_on_concepts_in_any_order(content: Path) -> None:
    concepts = [
        {"id": "a", "name": "A", "when": {"all": ["@b", "pain"]}, "because": "So", "sources": ["guideline"]},
        {"id": "b", "name": "B", "when": "age >= 3", "because": "So", "sources": ["guideline"]},
    ]
    (content / "concepts" / "x.yaml").write_text(json.dumps(concepts))
    loaded = load_with_problems(content)
    assert loaded.problems == ()
    assert loaded.base.concepts["a"].when.findings() == {"age", "pain"}


def test_one_changed_byte_gives_another_key(content: Path) -> None:
    path = content / "claims" / "some.yaml"
    before = content_key(content)
    path.write_bytes(path.read_bytes().replace(b"Move.", b"Move,"))
    changed = content_key(content)
    path.rename(path.with_name("other.yaml"))
    renamed = content_key(content)
    (content / "claims" / "empty.yaml").write_text("")
    assert len({before, changed, renamed, content_key(content)}) == 4


def test_a_change_of_the_same_length_and_time_is_seen(content: Path) -> None:
    import os

    path = content / "claims" / "some.yaml"
    stamp = path.stat()
    assert load_with_problems(content).base.claims["rest"].do_instead == "Move."
    path.write_bytes(path.read_bytes().replace(b"Move.", b"Walk."))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert load_with_problems(content).base.claims["rest"].do_instead == "Walk."


def test_the_copy_gives_the_same_base(content: Path, cache: Path) -> None:
    first = load_with_problems(content).base
    assert [path.stem for path in cache.glob("*.msgpack")] == [content_key(content)]
    second = load_with_problems(content).base
    assert second.items == first.items
    assert second.places == first.places


@pytest.mark.parametrize("spoiled", [b"", b"\x00", b"not msgpack at all", b"\x81\xa5items\xc0"])
def test_a_spoiled_copy_is_ignored_and_mended(content: Path, cache: Path, spoiled: bytes) -> None:
    load_with_problems(content)
    (copy,) = cache.glob("*.msgpack")
    good = copy.read_bytes()
    copy.write_bytes(spoiled)
    assert "rest" in load_with_problems(content).base.claims
    assert copy.read_bytes() == good


def test_a_cut_copy_is_ignored(content: Path, cache: Path) -> None:
    load_with_problems(content)
    (copy,) = cache.glob("*.msgpack")
    copy.write_bytes(copy.read_bytes()[:-20])
    assert "rest" in load_with_problems(content).base.claims


def test_files_that_cannot_be_read_are_never_kept(content: Path, cache: Path) -> None:
    (content / "claims" / "x.yaml").write_text("[")
    assert said(content)
    assert said(content)
    assert list(cache.glob("*.msgpack")) == []


def test_a_cache_that_cannot_be_written_only_costs_time(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv("SPINEWISE_CACHE_DIR", str(tmp_path / "taken"))
    assert load_with_problems(content).problems == ()


def test_old_copies_are_cleared_away(content: Path, cache: Path) -> None:
    for number in range(9):
        (content / "claims" / "x.yaml").write_text(claim(do_instead=f"Do {number}."))
        load_with_problems(content)
    assert len(list(cache.glob("*.msgpack"))) == 6
    assert list(cache.glob(f"{content_key(content)}.msgpack"))
