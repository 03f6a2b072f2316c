"""Reading the safety case: every problem is told with its place, and nothing half right is handed out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from spinewise.knowledge import BadKnowledge
from spinewise.safety_case import CASE, load_safety_case
from tests.safety_file.small import PURPOSE, SCALES, control, hazard


def _write(folder: Path, *, purpose: object = PURPOSE, scales: object = SCALES, hazards: object = None) -> Path:
    (folder / "hazards").mkdir()
    files = {"intended-purpose": purpose, "scales": scales, "hazards/all": [hazard()] if hazards is None else hazards}
    for name, value in files.items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(value), encoding="utf-8")
    return folder


def test_a_good_case_is_read(tmp_path: Path) -> None:
    case = load_safety_case(_write(tmp_path))
    assert [one.id for one in case.hazards] == ["missed"]
    assert case.risk_before(case.hazards[0]) == "large"
    assert case.risk_after(case.hazards[0]) == "small"


def test_the_packaged_case_covers_much() -> None:
    case = load_safety_case()
    assert len(case.hazards) >= 40
    assert all(one.controls for one in case.hazards)
    assert (CASE / "intended-purpose.yaml").exists()


@pytest.mark.parametrize(
    ("change", "place", "says"),
    [
        ({"hazards": [hazard(controls=[])]}, "all.yaml, missed", "length >= 1"),
        ({"hazards": [hazard(controls=[control(tests=[])])]}, "all.yaml, missed", "length >= 1"),
        ({"hazards": [hazard(controls=[control(tests=["test_it"])])]}, "all.yaml, missed", "matching regex"),
        ({"hazards": [hazard(controls=[control(kind="magic")])]}, "all.yaml, missed", "magic"),
        ({"hazards": [hazard(colour="red")]}, "all.yaml, missed", "unknown field `colour`"),
        ({"hazards": ["missed"]}, "all.yaml, item 1", "Expected `object`"),
        ({"hazards": {"id": "missed"}}, "all.yaml", "is not a list of hazards"),
        ({"hazards": [hazard(), hazard()]}, "hazards", "used 2 times"),
        ({"scales": {}}, "scales.yaml", "missing required field"),
        ({"purpose": {**PURPOSE, "limits": []}}, "intended-purpose.yaml", "length >= 1"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, change: dict[str, Any], place: str, says: str) -> None:
    with pytest.raises(BadKnowledge) as raised:
        load_safety_case(_write(tmp_path, **change))
    assert place in {problem.place for problem in raised.value.problems}
    assert says in str(raised.value)


def test_a_folder_without_anything_tells_all_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge) as raised:
        load_safety_case(tmp_path)
    assert {problem.place for problem in raised.value.problems} == {"intended-purpose.yaml", "scales.yaml", "hazards"}


def test_one_bad_hazard_does_not_hide_another(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge) as raised:
        load_safety_case(_write(tmp_path, hazards=[hazard(colour="red"), hazard(id="second", name="")]))
    assert len(raised.value.problems) == 2
