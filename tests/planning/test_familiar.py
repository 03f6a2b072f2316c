"""What somebody does and can go on with stays in the week, so that it can grow."""

from datetime import timedelta
from typing import Any

import pytest

from spinewise.knowledge import Disposition, Findings, Value, load_knowledge, read_closed
from spinewise.planning import Happened, Outcome, Plan, familiar, plan_week, wishes_of
from tests.planning.world import WEEK

BASE = load_knowledge()
SQUAT, TILT = "sit-to-stand", "pelvic-tilt-lying"


def did(name: str, days_ago: int, outcome: Outcome = Outcome.DONE, **told: Any) -> Happened:
    return Happened(WEEK - timedelta(days=days_ago), name, outcome, **told)


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ([], set()),
        ([did(SQUAT, 3)], {SQUAT}),
        ([did(SQUAT, 3, Outcome.PARTLY)], {SQUAT}),
        ([did(SQUAT, 3, Outcome.SKIPPED, why="no-time")], set()),
        ([did(SQUAT, 5), did(SQUAT, 3, Outcome.SKIPPED, why="no-time")], {SQUAT}),
        ([did(SQUAT, 5), did(SQUAT, 3, Outcome.SKIPPED, why="not-for-me")], set()),
        ([did(SQUAT, 5), did(SQUAT, 3, Outcome.STOPPED)], set()),
        ([did(SQUAT, 5, Outcome.STOPPED), did(SQUAT, 3)], {SQUAT}),
        ([did(SQUAT, 21)], {SQUAT}),
        ([did(SQUAT, 22)], set()),
        ([did(SQUAT, 0)], set()),
        ([did("lesson-stay-active", 3)], set()),
        ([did(SQUAT, 3), did(TILT, 4)], {SQUAT, TILT}),
    ],
)
def test_what_counts_as_known(told: list[Happened], known: set[str]) -> None:
    assert familiar(told, BASE, WEEK) == known


def moving(findings: Findings, told: list[Happened]) -> set[str]:
    wishes = wishes_of(findings, BASE, familiar=familiar(told, BASE, WEEK))
    plan = plan_week(findings, BASE, disposition=Disposition.SELF_CARE, week=WEEK, wishes=wishes)
    assert isinstance(plan, Plan)
    return {item.intervention for item in plan.items if item.intervention in BASE.ladder_of}


def test_the_next_week_goes_on_with_what_was_begun(ordinary: Findings) -> None:
    fresh = moving(ordinary, [])
    other = next(name for name in sorted(BASE.ladder_of) if name not in fresh and name in moving(ordinary, [did(name, 2)]))
    assert other in moving(ordinary, [did(other, 2), did(other, 4)])
    assert other not in moving(ordinary, [did(other, 4), did(other, 2, Outcome.STOPPED)])


@pytest.fixture(scope="module")
def ordinary() -> Findings:
    """Somebody with a month of low back pain."""
    told: dict[str, Value] = {"age": 44.0, "sex": "female", "complaint": "pain", "duration_days": 30.0}
    told["regions"] = frozenset({"low-back"})
    return read_closed(Findings(told), BASE)
