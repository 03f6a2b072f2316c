import pytest

from spinewise.planning.days import EVERY_DAY, UNEVENNESS, day_after, days_of, mask_of, masks_by_count, rested


def test_a_mask_is_its_days() -> None:
    for mask in range(EVERY_DAY + 1):
        assert mask_of(days_of(mask)) == mask


def test_the_day_after_the_last_is_the_first() -> None:
    assert set(days_of(day_after(mask_of({0, 6})))) == {0, 1}


@pytest.mark.parametrize(
    ("days", "load", "enough"),
    [
        ({0, 1}, 0, True),
        ({0, 1}, 1, True),
        (set(range(7)), 1, True),
        ({0, 2, 4}, 2, True),
        ({0, 1}, 2, False),
        ({0, 6}, 2, False),
        ({0, 1, 3, 5}, 2, True),
        ({0, 1, 2, 4}, 2, False),
        ({0, 1, 2, 3, 4}, 2, True),
        ({0, 2, 4}, 3, True),
        ({0, 2, 3}, 3, False),
        ({0, 6}, 3, False),
        ({0, 2, 4, 6}, 3, False),
        (set(), 3, True),
    ],
)
def test_rest_between(days: set[int], load: int, enough: bool) -> None:
    assert rested(mask_of(days), load) is enough


def test_nothing_hard_stands_four_times_a_week() -> None:
    assert [len(masks) > 0 for masks in masks_by_count(3, EVERY_DAY)] == [True] * 4 + [False] * 4


def test_masks_keep_to_the_open_days_and_the_most_even_come_first() -> None:
    masks = masks_by_count(1, mask_of({0, 1, 2, 4}))
    assert all(mask & ~mask_of({0, 1, 2, 4}) == 0 for group in masks for mask in group)
    assert set(days_of(masks[3][0])) == {0, 2, 4}
    assert UNEVENNESS[masks[3][0]] == 4 + 4 + 9
