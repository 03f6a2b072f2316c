"""Whatever is wrong with what comes in: exit code 2, an account of it, and nothing on standard output."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import ORDINARY, Command

BAD: list[tuple[str, Any, tuple[str, ...]]] = [
    ("unknown finding", {"feverr": True}, ("feverr", "is no finding id", "Did you mean fever")),
    ("hopeless name", {"zzzzqqq": True}, ("zzzzqqq", "knowledge list --kind finding")),
    ("word for a yes/no", {"fever": "yes"}, ("fever", "'yes' is not accepted", "Accepted: true, false")),
    ("number for a yes/no", {"fever": 1}, ("fever", "1 is not accepted", "true, false")),
    ("age 400", {"age": 400}, ("age", "400 is not accepted", "from 0 to 110 years")),
    ("age below 0", {"age": -1}, ("age", "-1", "from 0 to 110")),
    ("word for a number", {"age": "old"}, ("age", "'old'", "a number from 0 to 110 years")),
    ("yes for a number", {"age": True}, ("age", "True", "a number")),
    ("no number at all", '{"age": NaN}', ("age",)),
    ("endless number", "age: .inf", ("age",)),
    ("unknown option", {"sex": "fem"}, ("sex", "'fem'", "one of female, male")),
    ("two values for a choice", {"onset": ["sudden", "gradual"]}, ("onset", "one of")),
    ("unknown region", {"regions": ["low-back", "knee-cap"]}, ("regions", "knee-cap", "low-back")),
    ("a list in a list", {"regions": [["low-back"]]}, ("regions",)),
    ("a mapping for a value", {"age": {"years": 3}}, ("age", "a number")),
    ("pregnant and male", {"sex": "male", "pregnant_weeks": 20}, ("pregnant_weeks and sex", "male")),
    ("several at once", {"age": 400, "feverr": True}, ("age", "feverr")),
    ("a list of facts", "- age: 52\n", ("is not a mapping",)),
    ("a single word", "fever", ("is not a mapping",)),
    ("a key twice", "age: 52\nage: 53\n", ("line 2", "stands twice")),
    ("broken YAML", "age: [52\nsex: female", ("line 2",)),
    ("a tab in YAML", "age:\n\t- 52", ("line 2",)),
    ("an object of Python", "age: !!python/object/apply:os.getcwd []", ("line 1",)),
    ("a number as key", "5: true", ("5", "is no finding id")),
    ("a mapping as key", "? {a: b}\n: true", ("line 1",)),
    ("a wrong encoding", "age: 52 # \u00e9".encode("latin-1"), ("is not UTF-8", "Save the file as UTF-8")),
    ("UTF-16", json.dumps(ORDINARY).encode("utf-16"), ("is not UTF-8",)),
    ("zero bytes", b"\x00\x00\x00", ("Mend",)),
    ("a huge file", b"# " + b"x" * 2_000_000, ("2000000 bytes", "2000000")),
    ("deep nesting", "[" * 5000, ("Mend",)),
]
COMMANDS = ("assess", "interview", "plan")


@pytest.mark.parametrize(("facts", "said"), [one[1:] for one in BAD], ids=[one[0] for one in BAD])
@pytest.mark.parametrize("command", COMMANDS)
def test_bad_facts_are_refused_with_file_key_value_and_remedy(
    spinewise: Command, command: str, facts: Any, said: tuple[str, ...]
) -> None:
    path = spinewise.facts(facts)
    outcome = spinewise(command, path, "--json")
    assert outcome.code == 2, outcome
    assert outcome.out == ""
    assert str(path) in outcome.err
    for part in said:
        assert part in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_file_is_refused(spinewise: Command, command: str) -> None:
    outcome = spinewise(command, spinewise.folder / "missing.yaml", "--json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "missing.yaml: cannot be opened" in outcome.err


def test_a_folder_is_no_file(spinewise: Command) -> None:
    outcome = spinewise("assess", spinewise.folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert "cannot be opened" in outcome.err


def test_bad_facts_on_standard_input_are_placed_there(spinewise: Command) -> None:
    outcome = spinewise("assess", "-", stdin=b"feverr: true")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("-, feverr: is no finding id")


def test_standard_input_without_end_is_cut_off(spinewise: Command) -> None:
    outcome = spinewise("assess", "-", stdin=b"#" * 3_000_000)
    assert (outcome.code, outcome.out) == (2, "")
    assert "bytes" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("assess",),
        ("asess", "x"),
        ("assess", "x", "--unstated", "maybe"),
        ("plan", "x", "--week", "30.11.2026"),
        ("plan", "x", "--week", "2026-02-30"),
        ("plan", "x", "--minutes-per-day", "0"),
        ("plan", "x", "--minutes-per-day", "ten"),
        ("plan", "x", "--minutes-per-day", "1e3"),
        ("batch", "x"),
        ("batch", "x", "--out", "y", "--workers", "0"),
        ("serve", "--port", "70000"),
        ("knowledge",),
        ("knowledge", "list", "--kind", "spell"),
        ("knowledge", "coverage"),
    ],
)
def test_bad_arguments_are_refused(spinewise: Command, arguments: tuple[str, ...]) -> None:
    outcome = spinewise(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


@pytest.mark.parametrize("option", ["--ics", "--pdf", "--fhir"])
def test_a_week_that_cannot_be_written_leaves_nothing(spinewise: Command, option: str) -> None:
    target = spinewise.folder / "missing" / "week"
    outcome = spinewise("plan", spinewise.facts(ORDINARY), "--unstated", "no", option, target, "--json")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{target}: cannot be written" in outcome.err
    assert [path.name for path in spinewise.folder.iterdir()] == ["facts.yaml"]


def test_one_file_that_cannot_be_written_keeps_the_others_back(spinewise: Command) -> None:
    good, bad = spinewise.folder / "week.ics", spinewise.folder / "missing" / "week.pdf"
    outcome = spinewise("plan", spinewise.facts(ORDINARY), "--unstated", "no", "--ics", good, "--pdf", bad)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{bad}: cannot be written: its folder does not exist" in outcome.err
    assert not good.exists()


def test_an_existing_file_stays_when_the_facts_are_bad(spinewise: Command) -> None:
    kept = spinewise.facts("old", "week.ics")
    assert spinewise("plan", spinewise.facts({"age": 400}), "--ics", kept).code == 2
    assert Path(kept).read_text() == "old"
