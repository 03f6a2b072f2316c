"""The safety file is right, and each of its checks finds what it looks for."""

from pathlib import Path
from typing import Any

import pytest
from tools import safety_file

from spinewise.knowledge import Problem, load_knowledge
from spinewise.safety_case import SafetyCase, check_case, load_safety_case
from tests.safety_file.small import NAMES, TEST, case_of, control, hazard

TESTS = frozenset({TEST})
WORDS = {"minor": {"low": "small", "high": "small"}}


def _problems(case: SafetyCase, *, tests: frozenset[str] = TESTS) -> tuple[Problem, ...]:
    """What the loader would refuse; else what the tool finds, over the page that belongs to the case."""
    return check_case(case) or safety_file.problems_of(case, NAMES, tests, safety_file.render(case, NAMES))


def test_the_safety_file_is_right() -> None:
    names = {rule.id: rule.name for rule in load_knowledge().red_flags.values()}
    page = safety_file.PAGE.read_text(encoding="utf-8")
    problems = safety_file.problems_of(load_safety_case(), names, safety_file.tests_in(safety_file.ROOT), page)
    assert [str(problem) for problem in problems] == []


def test_the_small_one_is_right() -> None:
    assert _problems(case_of()) == ()


@pytest.mark.parametrize(
    ("case", "key", "says"),
    [
        (case_of(hazard(), hazard(controls=[control(id="other")])), "missed", "the hazard id is used 2 times"),
        (case_of(hazard(), hazard(id="second")), "asks", "the control id is used 2 times"),
        (case_of(hazard(controls=[control(), control()])), "asks", "the control id is used 2 times"),
        (case_of(hazard(shared=["calls"])), "shared", "no other hazard has a control 'calls'"),
        (case_of(hazard(shared=["asks"])), "shared", "no other hazard has a control 'asks'"),
        (case_of(hazard(severity="awful")), "severity", "'awful' is no word of the scale"),
        (case_of(hazard(before="often")), "before", "'often' is no word of the scale"),
        (case_of(hazard(after="never")), "after", "'never' is no word of the scale"),
        (case_of(hazard(severity="minor", before="low", after="high")), "after", "likelier with the controls"),
        (case_of(hazard(after="high")), "after", "a risk that is large stays"),
        (case_of(not_accepted=["huge"]), "not_accepted", "no risk is called 'huge'"),
        (case_of(matrix=WORDS), "matrix", "rows are not the words"),
        (case_of(matrix=WORDS | {"major": {"low": "small"}}), "matrix.major", "one known risk for each likelihood"),
        (case_of(matrix=WORDS | {"major": {"low": "small", "high": "huge"}}), "matrix.major", "one known risk"),
        (case_of(matrix=WORDS | {"major": {"low": "large", "high": "small"}}), "matrix", "a risk falls"),
        (
            case_of(hazard(controls=[control(tests=["tests/x.py::test_gone"])])),
            "asks",
            "there is no test tests/x.py::test_gone",
        ),
        (case_of(hazard(red_flags=[])), "cauda-equina", "the danger rule belongs to no hazard"),
        (case_of(hazard(red_flags=["cauda-equina", "lost"])), "red_flags", "there is no danger rule 'lost'"),
        (case_of(hazard(plain="Consideration of physiological abnormalities is necessary.")), "plain", "reading grade"),
        (case_of(purpose={"plain": "Comprehensive biopsychosocial rehabilitation."}), "plain", "reading grade"),
    ],
)
def test_each_check_finds_what_is_wrong(case: SafetyCase, key: str, says: str) -> None:
    (problem,) = _problems(case)
    assert problem.key == key
    assert says in problem.what
    assert problem.remedy


@pytest.mark.parametrize("page", [None, "# Safety file\n", safety_file.render(case_of(), NAMES) + "\n"])
def test_a_stale_page_is_found(page: str | None) -> None:
    (problem,) = safety_file.problems_of(case_of(), NAMES, TESTS, page)
    assert "is not what the data give now" in problem.what
    assert "render" in problem.remedy


def test_tests_are_found_by_reading_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "web"
    folder.mkdir(parents=True)
    text = "def test_one() -> None: ...\ndef helper() -> None: ...\nclass TestTwo:\n    def test_it(self) -> None: ...\n"
    (folder / "test_pages.py").write_text(text, encoding="utf-8")
    (folder / "pages.py").write_text("def test_not_collected() -> None: ...\n", encoding="utf-8")
    named = {"tests/web/test_pages.py::test_one", "tests/web/test_pages.py::TestTwo::test_it"}
    assert safety_file.tests_in(tmp_path) == named


def test_the_page_tells_everything_of_a_hazard() -> None:
    page = safety_file.render(case_of(hazard(unproved=["That it helps."])), NAMES)
    for words in (
        "### A danger is missed",
        "A danger may be missed. So we ask.",
        "- Cause: Nobody asks.",
        "Risk before large, after small.",
        "**asks** (inherent): It asks.",
        f"`{TEST}`",
        "Pressure on the nerves (`cauda-equina`)",
        "What stays: Some stays.",
        "- That it helps.",
        "Review: Clinician, open.",
    ):
        assert words in page


def test_shared_controls_stand_with_the_hazard() -> None:
    case = case_of(hazard(), hazard(id="second", controls=[control(id="tells")], shared=["asks"], red_flags=[]))
    assert [one.id for one in case.controls_of(case.hazards[1])] == ["tells", "asks"]


def test_every_hazard_waits_for_a_clinician_while_the_purpose_says_so() -> None:
    case = load_safety_case()
    assert "No clinician has reviewed" in case.purpose.review
    assert all(one.review.open for one in case.hazards)


def test_the_command_checks_and_refuses_a_stranger(capsys: pytest.CaptureFixture[str]) -> None:
    assert safety_file.main(["check"]) == 0
    assert safety_file.main(["mend"]) == 2
    assert "render" in capsys.readouterr().err


def test_render_writes_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page: Any = tmp_path / "safety-file.md"
    monkeypatch.setattr(safety_file, "PAGE", page)
    assert safety_file.main(["check"]) == 2
    assert safety_file.main(["render"]) == 0
    assert page.read_text(encoding="utf-8").startswith("# Safety file\n")


def test_a_shared_control_leads_to_the_hazard_where_it_stands() -> None:
    case = case_of(hazard(), hazard(id="second", controls=[control(id="tells")], shared=["asks"], red_flags=[]))
    assert "Also acting here: [asks](#missed)." in safety_file.render(case, NAMES)
