"""Forward kinematics against arithmetic: known poses of known lengths."""

import numpy as np
import pytest

from spinewise.movement.bodies import BodyShape, shape_of
from spinewise.movement.coordinates import NAMES, PLACE, as_row, limit_rows, mirrored, spread
from spinewise.movement.skeleton import Posed, forward, skeleton_of

USUAL = shape_of("usual")
THIGH, SHANK = USUAL.length_m("thigh"), USUAL.length_m("shank")
UPPER_ARM, FOREARM = USUAL.length_m("upper_arm"), USUAL.length_m("forearm")


def posed(shape: BodyShape = USUAL, **angles_deg: float) -> Posed:
    return forward(skeleton_of(shape), as_row(angles_deg)[None], np.zeros((1, 3)))


def way(body: Posed, start: str, end: str) -> np.ndarray:
    vector: np.ndarray = (body.point(end) - body.point(start))[0]
    return vector


def test_a_straight_leg_hangs_down() -> None:
    body = posed()
    assert way(body, "hip_r", "ankle_r") == pytest.approx([0, -(THIGH + SHANK), 0])


def test_the_bent_hip_lifts_the_thigh_forward() -> None:
    assert way(posed(hip_flexion_r=90), "hip_r", "knee_r") == pytest.approx([THIGH, 0, 0], abs=1e-12)


def test_the_bent_knee_takes_the_foot_back() -> None:
    assert way(posed(knee_angle_r=90), "knee_r", "ankle_r") == pytest.approx([-SHANK, 0, 0], abs=1e-12)


@pytest.mark.parametrize(("side", "sign"), [("r", 1), ("l", -1)])
def test_adduction_goes_to_the_middle_on_both_sides(side: str, sign: int) -> None:
    body = posed(USUAL, **{f"hip_adduction_{side}": 30.0})
    assert way(body, f"hip_{side}", f"knee_{side}") == pytest.approx([0, -THIGH * np.cos(np.pi / 6), -sign * THIGH / 2])


@pytest.mark.parametrize(("side", "sign"), [("r", 1), ("l", -1)])
def test_turning_the_thigh_inwards_takes_the_bent_shank_outwards(side: str, sign: int) -> None:
    body = posed(USUAL, **{f"hip_rotation_{side}": 40.0, f"knee_angle_{side}": 90.0})
    assert sign * way(body, f"knee_{side}", f"ankle_{side}")[2] > 0.1


def test_the_leaning_pelvis_takes_everything_along() -> None:
    upright, lying = posed(), posed(pelvis_tilt=90)
    x, y, z = way(upright, "pelvis", "head")
    assert way(lying, "pelvis", "head") == pytest.approx([-y, x, z])


def test_the_trunk_bends_to_the_right_and_turns_to_the_left() -> None:
    assert way(posed(lumbar_bending=25), "pelvis", "head")[2] > 0.1
    assert way(posed(thoracic_rotation=40), "shoulder_l", "shoulder_r")[0] > 0.1


def test_extension_leans_back() -> None:
    assert way(posed(lumbar_extension=25), "pelvis", "head")[0] < way(posed(), "pelvis", "head")[0] - 0.1


def test_the_elbow_closes_the_arm() -> None:
    shoulder_to_wrist = way(posed(elbow_flex_r=90), "shoulder_r", "wrist_r")
    assert np.linalg.norm(shoulder_to_wrist) == pytest.approx(np.hypot(UPPER_ARM, FOREARM))


def test_the_head_is_level_when_all_joints_are_at_zero() -> None:
    body = posed()
    assert body.orientation[0, body.skeleton.place["head"]] == pytest.approx(np.eye(3))


@pytest.mark.parametrize("word", ["slim", "heavy", "older", "child", "pregnant-32"])
def test_bones_keep_their_length_in_every_shape(word: str) -> None:
    shape = shape_of(word)
    body = posed(shape, hip_flexion=70, knee_angle=50, arm_flex=120, elbow_flex=80, lumbar_extension=-30)
    assert np.linalg.norm(way(body, "hip_l", "knee_l")) == pytest.approx(shape.length_m("thigh"))
    assert np.linalg.norm(way(body, "elbow_l", "wrist_l")) == pytest.approx(shape.length_m("forearm"))


def test_a_belly_grows_with_the_weeks() -> None:
    bellies = [shape_of(f"pregnant-{week}").belly_round_m for week in (12, 20, 30, 40)]
    assert bellies == sorted(set(bellies))


def test_an_unknown_shape_is_refused() -> None:
    with pytest.raises(KeyError):
        shape_of("pregnant-soon")


def test_mirroring_twice_changes_nothing() -> None:
    angles = np.random.default_rng(1).uniform(-60, 60, (20, len(NAMES)))
    assert np.abs(mirrored(mirrored(angles)) - angles).max() <= 1e-9


def test_a_mirrored_pose_is_the_mirror_image() -> None:
    low, high = limit_rows()
    angles = np.random.default_rng(2).uniform(low, high, (10, len(NAMES)))
    skeleton, root = skeleton_of(USUAL), np.zeros((10, 3))
    here, there = forward(skeleton, angles, root), forward(skeleton, mirrored(angles), root)
    for name in skeleton.place:
        other = {"_r": name[:-2] + "_l", "_l": name[:-2] + "_r"}.get(name[-2:], name)
        assert there.point(other) == pytest.approx(here.point(name) * [1, 1, -1], abs=1e-9)


def test_a_name_without_a_side_means_both() -> None:
    assert spread({"knee_angle": 20, "knee_angle_l": 30}) == {"knee_angle_r": 20, "knee_angle_l": 30}
    assert as_row({"knee_angle": 20})[PLACE["knee_angle_l"]] == 20
