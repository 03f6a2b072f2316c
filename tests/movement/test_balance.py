"""A figure that stands on its feet alone does not fall over."""

import numpy as np
import pytest

from spinewise.knowledge.records import Movement
from spinewise.movement import perform
from spinewise.movement.balance import centre_of_mass
from spinewise.movement.bodies import MASS_FRACTION
from spinewise.movement.upright import stands_alone, support_of
from tests.movement.moves import MOVEMENTS, movement, pose

ALLOWED_M = 0.03


def standing(one: Movement) -> list[int]:
    contacts = perform(one).contacts
    return [number for number, held in enumerate(contacts) if stands_alone(held) and not one.sliding]


STANDING = [one for one in MOVEMENTS if standing(one)]


def test_the_segments_make_a_whole_body() -> None:
    once = ("trunk", "head_and_neck")
    assert sum(share * (1 if name in once else 2) for name, share in MASS_FRACTION.items()) == pytest.approx(1.0, abs=0.005)


def test_a_standing_body_has_its_weight_at_the_height_of_the_hips() -> None:
    posed = perform(movement(pose(hold_s=1.0))).posed
    height = centre_of_mass(posed)[0, 1] / 1.70
    assert 0.52 < height < 0.60


@pytest.mark.parametrize("one", STANDING, ids=[one.id for one in STANDING])
def test_the_weight_is_over_the_feet(one: Movement) -> None:
    performance = perform(one)
    weight = centre_of_mass(performance.posed)
    for number in standing(one):
        frame = performance.key_frames[number]
        joints = support_of(performance.contacts[number])
        feet = np.array([performance.posed.point(joint)[frame] for joint in joints])
        low, high = feet.min(axis=0) - ALLOWED_M, feet.max(axis=0) + ALLOWED_M
        assert low[0] <= weight[frame, 0] <= high[0], f"pose {number + 1}"
        assert low[2] - 0.02 <= weight[frame, 2] <= high[2] + 0.02, f"pose {number + 1}"
