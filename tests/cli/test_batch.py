"""``spinewise batch``: one person a line."""

import json
from typing import Any

import pytest

from tests.cli.command import EMERGENCY, ORDINARY, Command, Outcome

LINES = [
    json.dumps(ORDINARY),
    "{broken",
    json.dumps(EMERGENCY),
    json.dumps({"age": 400}),
    "[1, 2]",
    "",
    json.dumps({**ORDINARY, "age": 71}),
    json.dumps({"sex": "male", "pregnant_weeks": 20}),
]
ERRORS = {2, 4, 5, 6, 8}
"""The numbers of the bad lines."""


def answered(spinewise: Command, lines: list[str] | bytes, *options: object) -> tuple[Outcome, list[Any]]:
    people = spinewise.facts(lines if isinstance(lines, bytes) else "\n".join(lines) + "\n", "people.jsonl")
    out = spinewise.folder / "answers.jsonl"
    outcome = spinewise("batch", people, "--out", out, "--unstated", "no", "--week", "2026-11-30", *options)
    return outcome, [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("workers", [1, 3])
def test_each_line_is_answered_in_its_place(spinewise: Command, workers: int) -> None:
    outcome, answers = answered(spinewise, LINES, "--workers", workers)
    assert outcome.code == 0
    assert outcome.out == ""
    assert [answer["line"] for answer in answers] == list(range(1, len(LINES) + 1))
    assert {answer["line"] for answer in answers if "error" in answer} == ERRORS
    assert answers[2]["assess"]["disposition"] == "emergency"
    assert answers[2]["plan"]["refused"]["reason"] == "emergency"
    assert len(answers[0]["plan"]["days"]) == 7


def test_several_workers_answer_as_one_does(spinewise: Command) -> None:
    assert answered(spinewise, LINES, "--workers", 1)[1] == answered(spinewise, LINES, "--workers", 2)[1]


def test_a_bad_line_says_where_and_how_to_mend_it(spinewise: Command) -> None:
    answers = answered(spinewise, LINES, "--workers", 1)[1]
    (problem,) = answers[3]["problems"]
    assert (problem["place"], problem["key"]) == ("line 4", "age")
    assert "from 0 to 110 years" in problem["remedy"]
    assert "line 2" in answers[1]["error"]


def test_a_line_answers_as_the_single_commands_do(spinewise: Command) -> None:
    answers = answered(spinewise, LINES[:1], "--workers", 1)[1]
    path = spinewise.facts(ORDINARY)
    assert answers[0]["assess"] == spinewise("assess", path, "--unstated", "no", "--json").document
    assert answers[0]["plan"] == spinewise("plan", path, "--unstated", "no", "--week", "2026-11-30", "--json").document


def test_a_line_in_another_encoding_or_too_long_is_its_own_error(spinewise: Command) -> None:
    lines = b'{"age": "\xe9"}\n{"age": "' + b"x" * 300_000 + b'"}\n' + json.dumps(ORDINARY).encode() + b"\n"
    outcome, answers = answered(spinewise, lines, "--workers", 1)
    assert outcome.code == 0
    assert ["error" in answer for answer in answers] == [True, True, False]
    assert "200000" in answers[1]["error"]


def test_an_empty_file_gives_an_empty_file(spinewise: Command) -> None:
    outcome, answers = answered(spinewise, b"", "--workers", 1)
    assert (outcome.code, answers) == (0, [])


def test_a_missing_file_leaves_the_old_answers(spinewise: Command) -> None:
    out = spinewise.facts("old", "answers.jsonl")
    outcome = spinewise("batch", spinewise.folder / "missing.jsonl", "--out", out)
    assert (outcome.code, outcome.out) == (2, "")
    assert out.read_text() == "old"
    assert [path.name for path in spinewise.folder.iterdir()] == ["answers.jsonl"]


@pytest.mark.parametrize("target", ["missing/answers.jsonl", "."])
def test_a_place_that_cannot_be_written_is_refused(spinewise: Command, target: str) -> None:
    people = spinewise.facts("\n".join(LINES[:1]), "people.jsonl")
    outcome = spinewise("batch", people, "--out", spinewise.folder / target, "--workers", 1)
    assert (outcome.code, outcome.out) == (2, "")
    assert [path.name for path in spinewise.folder.iterdir()] == ["people.jsonl"]


def test_what_fails_half_way_leaves_nothing_half_written(spinewise: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from spinewise.cli import batch

    def fails(numbered: tuple[int, bytes], **_: object) -> tuple[str, bool]:
        if numbered[0] == 2:
            raise RuntimeError("our fault")
        return "{}", False

    monkeypatch.setattr(batch, "answer_line", fails)
    people = spinewise.facts("\n".join(LINES), "people.jsonl")
    out = spinewise.facts("old", "answers.jsonl")
    outcome = spinewise("batch", people, "--out", out, "--workers", 1)
    assert outcome.code == 1
    assert "fault in Spinewise" in outcome.err
    assert out.read_text() == "old"
    assert sorted(path.name for path in spinewise.folder.iterdir()) == ["answers.jsonl", "people.jsonl"]
