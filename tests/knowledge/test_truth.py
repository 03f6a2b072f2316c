"""Three-valued truth: every combination, unknown and empty included."""

from itertools import product

import pytest

from spinewise.knowledge.truth import Truth, all_of, any_of, at_least, opposite

T, F, U = True, False, None


@pytest.mark.parametrize(
    ("first", "second", "both", "either"),
    [
        (T, T, T, T),
        (T, F, F, T),
        (T, U, U, T),
        (F, T, F, T),
        (F, F, F, F),
        (F, U, F, U),
        (U, T, U, T),
        (U, F, F, U),
        (U, U, U, U),
    ],
)
def test_two_parts(first: Truth, second: Truth, both: Truth, either: Truth) -> None:
    assert all_of([first, second]) is both
    assert any_of([first, second]) is either


def test_nothing_at_all() -> None:
    assert all_of([]) is True
    assert any_of([]) is False
    assert at_least(1, []) is False
    assert at_least(0, []) is True


@pytest.mark.parametrize(("part", "expected"), [(T, F), (F, T), (U, U)])
def test_the_opposite_of_unknown_is_unknown(part: Truth, expected: Truth) -> None:
    assert opposite(part) is expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((T, T, F), T),
        ((T, T, U), T),
        ((T, F, U), U),
        ((T, U, U), U),
        ((U, U, U), U),
        ((F, F, U), F),
        ((T, F, F), F),
        ((F, F, F), F),
    ],
)
def test_two_of_three(parts: tuple[Truth, ...], expected: Truth) -> None:
    assert at_least(2, parts) is expected


@pytest.mark.parametrize("parts", list(product((T, F, U), repeat=3)))
def test_unknown_is_what_both_answers_could_still_change(parts: tuple[Truth, ...]) -> None:
    """Each operator says unknown exactly when filling in the unknown parts can lead to yes and to no."""
    filled = list(product(*((T, F) if part is U else (part,) for part in parts)))
    for operator in (all_of, any_of, lambda of: at_least(2, of), lambda of: at_least(3, of)):
        outcomes = {operator(one) for one in filled}
        assert operator(parts) is (outcomes.pop() if len(outcomes) == 1 else U)


@pytest.mark.parametrize("parts", list(product((T, F, U), repeat=3)))
def test_one_of_all_and_all_of_all_are_any_and_all(parts: tuple[Truth, ...]) -> None:
    assert at_least(1, parts) is any_of(parts)
    assert at_least(len(parts), parts) is all_of(parts)
    assert opposite(all_of(parts)) is any_of(opposite(part) for part in parts)
