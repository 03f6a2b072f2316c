"""The smoke alarm against needless urgency."""

import pytest
from benchmarks.triage.ordinary import NOT_ORDINARY, main, ordinary_people, ordinary_signs

from spinewise.knowledge import load_knowledge

BASE = load_knowledge()


def test_the_same_seed_gives_the_same_people() -> None:
    assert ordinary_people(BASE, 10, seed=1, factor=0.5) == ordinary_people(BASE, 10, seed=1, factor=0.5)


def test_everybody_is_counted_once_and_more_signs_mean_more_urgency() -> None:
    few, many = (ordinary_people(BASE, 40, seed=2, factor=factor) for factor in (0.0, 1.0))
    assert sum(share.some for share in few.dispositions.values()) == 40
    assert few.signs < many.signs
    assert many.dispositions["self-care"].some < few.dispositions["self-care"].some


def test_danger_by_itself_does_not_occur() -> None:
    ids = {finding.id for finding in ordinary_signs(BASE)}
    assert set(BASE.findings) >= NOT_ORDINARY
    assert not ids & NOT_ORDINARY
    assert "saddle_numbness" not in ids


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--people", "5", "--factor", "0.1"]) == 0
    assert "factor 0.1" in capsys.readouterr().out
