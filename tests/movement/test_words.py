"""A movement in words, and the command that draws it."""

from pathlib import Path

import pytest

from spinewise.cli import main
from spinewise.knowledge.records import Part
from spinewise.movement import described
from spinewise.movement.words import listed
from tests.movement.moves import movement, pose, set_of


def test_the_description_tells_view_poses_breath_and_where_it_is_felt() -> None:
    told = described(
        movement(
            pose(breath="in"), pose(2.0, hold_s=3.0, breath="out"), mirrored=True, works=("neck", "shoulders"), props=("chair",)
        )
    )
    assert told == (
        "A person standing, with a chair, seen from the side. 1. Move. Breathe in. 2. Move. Hold for 3 seconds. Breathe out. "
        "Then the other side. It is felt in the neck and shoulders."
    )


def test_a_set_is_told_move_by_move() -> None:
    told = described(set_of(Part("walking", "Walk."), Part("bridge", "Lift your hips.")))
    assert told == "A set of 2 moves, one after the other. 1. Walk. 2. Lift your hips."


@pytest.mark.parametrize(("words", "told"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")])
def test_words_are_listed_as_people_do(words: tuple[str, ...], told: str) -> None:
    assert listed(words) == told


def test_the_command_prints_a_picture(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["movement", "figure", "bridge", "--steps"]) == 0
    assert capsys.readouterr().out.startswith("<svg")


def test_the_command_draws_another_body(capsys: pytest.CaptureFixture[str]) -> None:
    drawn = [(main(["movement", "figure", "walking", *shape]), capsys.readouterr().out) for shape in ((), ("--shape", "heavy"))]
    assert [code for code, _ in drawn] == [0, 0]
    assert drawn[0][1] != drawn[1][1]


def test_the_command_writes_a_picture(tmp_path: Path) -> None:
    target = tmp_path / "bridge.svg"
    assert main(["movement", "figure", "bridge", "--other-side", "--out", str(target)]) == 0
    assert target.read_text().startswith("<svg")


def test_the_command_refuses_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["movement", "figure", "flying"]) == 2
    assert "names all movements" in capsys.readouterr().err


def test_the_command_refuses_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["movement", "figure", "bridge", "--out", str(tmp_path / "none" / "bridge.svg")]) == 2
    assert "cannot be written" in capsys.readouterr().err
