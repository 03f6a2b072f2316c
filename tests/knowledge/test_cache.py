"""The compiled copy of the knowledge base is never stale: other content has another name."""

from pathlib import Path

import pytest

from spinewise.knowledge.cache import content_key, read_raw

CLAIM = "- id: rest\n  name: {name}\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of content with a cache of its own."""
    monkeypatch.setenv("SPINEWISE_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "content"
    (folder / "claims").mkdir(parents=True)
    _write(folder, "Rest heals")
    return folder


def _write(content: Path, name: str) -> None:
    (content / "claims" / "claims.yaml").write_text(CLAIM.format(name=name), encoding="utf-8")


def _name(content: Path) -> str:
    return str(read_raw(content)[0]["claim"][0].raw["name"])


def _copies(content: Path) -> list[Path]:
    return list((content.parent / "cache").glob("*.msgpack"))


def test_a_second_reading_takes_the_copy_and_says_the_same(content: Path) -> None:
    assert _name(content) == "Rest heals"
    assert len(_copies(content)) == 1
    assert _name(content) == "Rest heals"


def test_a_changed_byte_is_seen_at_once(content: Path) -> None:
    before = content_key(content)
    assert _name(content) == "Rest heals"
    _write(content, "Rest heels")
    assert content_key(content) != before
    assert _name(content) == "Rest heels"


def test_a_file_that_moves_comes_or_goes_gives_another_name(content: Path) -> None:
    keys = {content_key(content)}
    (content / "claims" / "claims.yaml").rename(content / "claims" / "other.yaml")
    keys.add(content_key(content))
    (content / "claims" / "more.yaml").write_text("[]\n", encoding="utf-8")
    keys.add(content_key(content))
    assert len(keys) == 3


def test_a_copy_that_cannot_be_read_is_left_aside(content: Path) -> None:
    _name(content)
    (copy,) = _copies(content)
    copy.write_bytes(copy.read_bytes()[:-3])
    assert _name(content) == "Rest heals"


def test_content_with_a_fault_is_never_kept(content: Path) -> None:
    (content / "claims" / "broken.yaml").write_text("- id: [\n", encoding="utf-8")
    assert read_raw(content)[1]
    assert _copies(content) == []
