"""Every frame of every movement, in every shape of body that can meet it: contacts, floor, joints; and who gets which shape."""

from typing import Any

import numpy as np
import pytest

from spinewise.knowledge import Findings
from spinewise.knowledge.records import Movement
from spinewise.movement import figure_svg, perform, shape_for
from spinewise.movement.bodies import SHAPE_WORDS, shape_of
from spinewise.movement.coordinates import NAMES, PLACE, as_row, limit_rows, mirrored
from spinewise.movement.flesh import flesh_of
from spinewise.movement.performing import Performance
from spinewise.movement.shapes import in_shape, meets, room_for_belly
from spinewise.movement.spots import SPOTS, spots_of
from tests.movement.moves import BASE, IDS, MOVEMENTS, movement, pose

CLOSE_M, CLOSE_DEG = 0.01, 0.5
each_movement = pytest.mark.parametrize("one", MOVEMENTS, ids=IDS)


def wrong(performance: Performance) -> list[str]:
    """What does not hold in some frame."""
    found = []
    if performance.miss_m.max() > CLOSE_M:
        worst = int(np.argmax(performance.miss_m))
        found.append(f"a contact is missed by {performance.miss_m[worst]:.3f} m in frame {worst}")
    up = np.array([0.0, 1.0, 0.0])
    lowest = performance.flesh.centres(performance.posed)[..., 1] - performance.flesh.depths(performance.posed, up)
    for number, blob in enumerate(performance.flesh.blobs):
        if blob.name not in ("bun", "hair-back") and lowest[:, number].min() < -CLOSE_M:
            found.append(f"{blob.name} goes {-lowest[:, number].min():.3f} m through the floor")
    low, high = limit_rows()
    angles = performance.angles_deg
    beyond = np.any((angles < low - CLOSE_DEG) | (angles > high + CLOSE_DEG), axis=0)
    return found + [f"{name} goes beyond its limit" for place, name in enumerate(NAMES) if beyond[place]]


@each_movement
def test_contacts_hold_nothing_sinks_and_joints_stay_within_limits(one: Movement) -> None:
    shapes = [shape for shape in SHAPE_WORDS if meets(one, shape)]
    found = {shape: wrong(perform(in_shape(one, shape))) for shape in shapes}
    assert {shape: problems for shape, problems in found.items() if problems} == {}


@each_movement
def test_the_other_side_holds_as_well(one: Movement) -> None:
    assert not one.mirrored or wrong(perform(one, other=True)) == []


@each_movement
def test_mirrored_twice_is_the_same(one: Movement) -> None:
    angles = perform(one).angles_deg
    assert np.abs(mirrored(mirrored(angles)) - angles).max() <= 1e-9


WHO: list[tuple[dict[str, Any], str]] = [
    ({}, "usual"),
    ({"age": 45}, "usual"),
    ({"age": 9}, "child"),
    ({"age": 16}, "usual"),
    ({"age": 80}, "usual"),
    ({"age": 80, "height_loss": True}, "older"),
    ({"age": 80, "obesity": True}, "heavy"),
    ({"age": 45, "low_body_weight": True}, "slim"),
    ({"age": 45, "low_body_weight": False, "obesity": False}, "usual"),
    ({"age": 30, "pregnant_weeks": 8}, "usual"),
    ({"age": 30, "pregnant_weeks": 21}, "pregnant-20"),
    ({"age": 30, "pregnant_weeks": 31, "obesity": True}, "pregnant-32"),
    ({"age": 30, "pregnant_weeks": 42}, "pregnant-40"),
]


@pytest.mark.parametrize(("values", "shape"), WHO, ids=[str(values) for values, _ in WHO])
def test_a_person_gets_a_figure_like_them(values: dict[str, Any], shape: str) -> None:
    found = shape_for(Findings().with_values(values))
    assert found == shape
    assert shape_of(found).height_m > 0


def test_nobody_lies_on_a_pregnant_belly() -> None:
    prone = movement(pose(), stance="prone")
    assert not meets(prone, "pregnant-30")
    assert in_shape(prone, "pregnant-30") == prone


def test_what_is_for_pregnancy_takes_the_week_of_the_person() -> None:
    walk = movement(shape="pregnant-30")
    assert in_shape(walk, "usual").shape == "pregnant-30"
    assert in_shape(walk, "pregnant-20").shape == "pregnant-20"


def test_deeply_bent_thighs_open_around_a_belly() -> None:
    angles = np.stack([as_row({"hip_flexion": 40}), as_row({"hip_flexion": 120})])
    usual, pregnant = (room_for_belly(angles, shape_of(word)) for word in ("usual", "pregnant-38"))
    assert np.array_equal(usual, angles)
    opened = pregnant[:, PLACE["hip_adduction_r"]].tolist()
    assert opened == [0.0, pytest.approx(-22, abs=3)]
    assert pregnant[:, PLACE["hip_adduction_l"]].tolist() == opened


def test_a_shape_has_its_own_picture() -> None:
    assert len({figure_svg(BASE, "walking", shape=shape) for shape in ("", "heavy", "pregnant-36", "child")}) == 4


@pytest.mark.parametrize("word", SHAPE_WORDS)
def test_a_place_to_hold_lies_outside_the_flesh(word: str) -> None:
    shape = shape_of(word)
    flesh, spots = flesh_of(shape), spots_of(shape)
    assert set(spots) == SPOTS
    for name in SPOTS:
        joint, at = spots[name]
        own = [blob for blob in flesh.blobs if blob.joint == joint]
        inside = [
            blob.name
            for blob in own
            if sum(((place - middle) / half) ** 2 for place, middle, half in zip(at, blob.centre_m, blob.half_m, strict=True))
            < 0.9
        ]
        assert inside == [], name
