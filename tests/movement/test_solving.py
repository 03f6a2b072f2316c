"""Contacts: the solved derivative against differences, and bodies that stand where they should."""

import numpy as np
import pytest

from spinewise.movement import perform
from spinewise.movement.bodies import shape_of
from spinewise.movement.conditions import Conditions, Row
from spinewise.movement.coordinates import NAMES, limit_rows
from spinewise.movement.flesh import flesh_of
from spinewise.movement.skeleton import forward, skeleton_of
from tests.movement.moves import movement, pose

SHAPE = shape_of("usual")


def test_the_derivative_is_the_slope_of_the_residual() -> None:
    skeleton, flesh = skeleton_of(SHAPE), flesh_of(SHAPE)
    low, high = limit_rows()
    angles = np.random.default_rng(3).uniform(low / 3, high / 3, (1, len(NAMES)))
    always = np.ones(1, dtype=np.bool_)
    rows = [
        Row(("heel_r", "ball_r"), (0.0, 1.0, 0.0), np.zeros(1), always),
        Row(("palm_l",), (1.0, 0.0, 0.0), np.zeros(1), always, pin=True),
        Row(("palm_r",), (0.0, 0.0, 1.0), np.zeros(1), always, pin=True, onto=("head", (0.1, 0.1, 0.0))),
        Row((), (1.0, 0.0, 0.0), np.zeros(1), always, onto=("ankle_r", (0.0, 0.0, 0.0))),
    ]
    conditions, everything = Conditions(skeleton, flesh, rows), np.arange(len(rows))

    def residual(values: np.ndarray) -> np.ndarray:
        state = forward(skeleton, values[:, :-3], values[:, -3:])
        gaps: np.ndarray = conditions.measure(state, np.zeros(1, dtype=np.intp)).gap_m[0]
        return gaps

    values = np.concatenate([angles, np.zeros((1, 3))], axis=1)
    state = forward(skeleton, angles, np.zeros((1, 3)))
    jacobian = conditions.slopes(state, conditions.measure(state, np.zeros(1, dtype=np.intp)), everything)[0]
    for column in range(values.shape[1]):
        step = np.zeros_like(values)
        step[0, column] = 1e-4
        slope = (residual(values + step) - residual(values - step)) / 2e-4
        assert jacobian[:, column] == pytest.approx(slope, abs=1e-6)


def test_a_guard_counts_only_where_it_is_broken() -> None:
    always = np.ones(1, dtype=np.bool_)
    skeleton, flesh = skeleton_of(SHAPE), flesh_of(SHAPE)
    rows = [Row(("heel_r",), (0.0, 1.0, 0.0), np.array([height]), always, guard=True) for height in (-9.0, 9.0)]
    conditions = Conditions(skeleton, flesh, rows)
    first = np.zeros(1, dtype=np.intp)
    gap = conditions.measure(forward(skeleton, np.zeros((1, len(NAMES))), np.zeros((1, 3))), first).gap_m
    assert conditions.counting(gap, np.zeros((1, 2), dtype=np.bool_), first).tolist() == [[False, True]]
    assert conditions.counting(gap, np.ones((1, 2), dtype=np.bool_), first).tolist() == [[True, True]]


def test_feet_stay_while_the_knees_bend() -> None:
    squat = movement(pose(), pose(3.0, angles_deg={"hip_flexion": 70, "knee_angle": 75, "pelvis_tilt": -30}))
    performance = perform(squat)
    feet = performance.posed.point("ankle_r")
    assert np.abs(feet - feet[0]).max() < 0.01
    assert performance.posed.point("pelvis")[:, 1].min() < performance.posed.point("pelvis")[0, 1] - 0.1


def test_the_movement_comes_back_to_its_beginning() -> None:
    performance = perform(movement(pose(), pose(3.0, angles_deg={"arm_flex": 90})))
    assert performance.angles_deg[-1] == pytest.approx(performance.angles_deg[0], abs=1e-6)


def test_the_speed_never_jumps() -> None:
    performance = perform(movement(pose(hold_s=1.0), pose(3.0, hold_s=1.0, angles_deg={"arm_flex": 90})))
    time = performance.timeline.time_s
    arm = performance.angles_deg[:, NAMES.index("arm_flex_r")]
    rising = arm[(time >= 1.0) & (time <= 3.0)]
    assert (np.diff(rising) >= -1e-9).all()
    assert np.diff(rising)[0] < np.diff(rising).max() / 2
    assert np.diff(rising)[-1] < np.diff(rising).max() / 2


def test_the_other_side_is_the_mirror_image() -> None:
    one_leg = movement(
        pose(), pose(2.0, angles_deg={"hip_flexion_r": 60, "knee_angle_r": 60}, contacts={"right-foot": "nothing"})
    )
    here, there = perform(one_leg), perform(one_leg, other=True)
    knee = here.posed.point("knee_r") * [1, 1, -1]
    assert there.posed.point("knee_l") == pytest.approx(knee, abs=0.002)


def test_a_long_hold_breathes() -> None:
    assert max(perform(movement(pose(hold_s=8.0))).breath) == 1.0
