"""``bench triage`` from the file to its report, and what it says about a file that cannot be used."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from benchmarks.triage.__main__ import main
from benchmarks.triage.robustness import main as robustness

CASES = str(Path(__file__).with_name("cases.yaml"))
GOOD = "{id: a, facts: {age: 40}, expected: {disposition: routine, acceptable: [routine]}}"


def test_the_json_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", CASES, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["cases"] == 3
    assert report["unsafe_under"] == ["plain-ache-called-urgent"]
    assert report["unsafe"]["of"] == 2
    assert report["interview_lower"] == []
    assert report["confusion"][4] == [0, 0, 0, 0, 1]
    assert report["top_3"]["of"] == 2
    form = report["long_form_effort"]["items"]["all"]["median"]
    assert form > 2 * report["effort"]["items"]["all"]["median"]


def test_cases_that_are_not_acceptable_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", CASES, "--each"]) == 0
    told = capsys.readouterr()
    assert "cases" in told.out
    assert [line.split(":")[0] for line in told.err.splitlines()] == ["plain-ache-called-urgent"]


def test_the_page_is_well_formed_and_needs_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert main(["--cases", CASES, "--html", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    tags = {element.tag for element in ElementTree.fromstring(text).iter()}
    assert {"html", "table", "svg"} <= tags
    assert not tags & {"script", "link", "img", "iframe", "a"}
    assert not re.search(r"https?:|url\(|@import", text)
    assert "plain-ache-called-urgent" in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_a_page_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", CASES, "--html", str(tmp_path / "none" / "report.html")]) == 2
    told = capsys.readouterr()
    assert "--html" in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("cases: [", "valid YAML"),
        ("[]", "cannot be used"),
        ("cases: []", "cannot be used"),
        (f"cases: [{GOOD.replace('disposition: routine', 'disposition: soon')}]", "soon"),
        (f"cases: [{GOOD.replace('age: 40', 'agee: 40')}]", "a, agee"),
        (f"cases: [{GOOD}, {GOOD}]", "id of two cases"),
    ],
)
@pytest.mark.parametrize("command", [main, robustness])
def test_a_bad_file(command: object, content: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(content, encoding="utf-8")
    assert callable(command)
    assert command(["--cases", str(path), "--json"]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert main(["--cases", str(tmp_path / "none.yaml")]) == 2
