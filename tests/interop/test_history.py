"""What happened, read from a file: one bad entry never hides what is wrong with the others."""

from pathlib import Path

import pytest

from spinewise.interop.history import read_history
from spinewise.knowledge import BadInput, load_knowledge
from spinewise.planning import Outcome

BASE = load_knowledge()
LINE = '{"on": "2026-01-05", "intervention": "walking", "outcome": "done", "effort": 4, "level": 2}'


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_json_lines_and_yaml_say_the_same(tmp_path: Path) -> None:
    lines = read_history(written(tmp_path, "h.jsonl", f"{LINE}\n\n"), BASE)
    listed = read_history(
        written(tmp_path, "h.yaml", "- {on: 2026-01-05, intervention: walking, outcome: done, effort: 4, level: 2}\n"), BASE
    )
    assert lines == listed
    (one,) = lines
    assert (one.outcome, one.effort, one.level, one.pain_during) == (Outcome.DONE, 4, 2, None)


@pytest.mark.parametrize(
    ("line", "key", "what", "remedy"),
    [
        ('{"on": "2026-01-05", "intervention": "walkin", "outcome": "done"}', "intervention", "'walkin'", "walking"),
        ('{"on": "5 January", "intervention": "walking", "outcome": "done"}', "on", "'5 January'", "Write on"),
        ('{"on": "2026-01-05", "intervention": "walking", "outcome": "did"}', "outcome", "'did'", "done, partly, skipped"),
        ('{"on": "2026-01-05", "intervention": "walking", "outcome": "done", "effort": 11}', "effort", "11", "0 to 10"),
        ('{"on": "2026-01-05", "intervention": "walking", "outcome": "done", "level": 40}', "level", "40", "0 to 8"),
        ('{"on": "2026-01-05", "intervention": "walking", "outcome": "done", "pain": 3}', "", "pain", "Write on"),
        ('{"on": "2026-01-05", "intervention": "walking"}', "", "outcome", "Write on"),
        ("{on: today}", "", "is no JSON", "one JSON object a line"),
        ("[1]", "", "Expected `object`", "Write on"),
    ],
)
def test_a_bad_entry_is_told_with_place_value_and_remedy(tmp_path: Path, line: str, key: str, what: str, remedy: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_history(written(tmp_path, "h.jsonl", f"{LINE}\n{line}\n"), BASE)
    (problem,) = caught.value.problems
    assert problem.place.endswith("h.jsonl, line 2")
    assert problem.key == key
    assert what in problem.what
    assert remedy in problem.remedy


def test_all_bad_entries_are_told_together(tmp_path: Path) -> None:
    bad = "- {on: 2026-01-05, intervention: swim, outcome: done}\n- {on: 2026-01-05, intervention: walking, outcome: no}\n"
    with pytest.raises(BadInput) as caught:
        read_history(written(tmp_path, "h.yaml", bad), BASE)
    assert [problem.place.rpartition(", ")[2] for problem in caught.value.problems] == ["entry 1", "entry 2"]


@pytest.mark.parametrize(("name", "text"), [("h.yaml", "on: 2026-01-05\n"), ("h.yaml", "- [\n")])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(BadInput):
        read_history(written(tmp_path, name, text), BASE)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="--history"):
        read_history(tmp_path / "none.jsonl", BASE)
