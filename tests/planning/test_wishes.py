import pytest

from spinewise.knowledge import BadInput, Findings
from spinewise.planning import HOME_EQUIPMENT, wishes_of
from tests.planning.world import base_of, intervention, person

BASE = base_of([intervention("walk")])


def test_what_nobody_asked_has_a_modest_answer() -> None:
    wishes = wishes_of(Findings(), BASE)
    assert (wishes.minutes_per_day, wishes.equipment) == (20, HOME_EQUIPMENT)
    assert wishes.slots == ("morning", "midday", "evening", "break")
    assert wishes.avoid_positions == frozenset()


def test_what_was_asked_counts_as_it_was_said() -> None:
    told = person(
        minutes_per_day=35.0,
        equipment_available=frozenset({"mat"}),
        positions_to_avoid=frozenset({"floor"}),
        times_of_day=frozenset({"evening", "breaks"}),
    )
    wishes = wishes_of(told, BASE)
    assert wishes.minutes_per_day == 35
    assert wishes.equipment == {"mat"}
    assert wishes.avoid_positions == {"floor"}
    assert wishes.slots == ("evening", "break")


def test_overrides_win() -> None:
    assert wishes_of(person(minutes_per_day=35.0), BASE, minutes_per_day=10).minutes_per_day == 10


@pytest.mark.parametrize(
    ("override", "key"),
    [
        ({"minutes_per_day": -1}, "minutes_per_day"),
        ({"equipment": frozenset({"rocket"})}, "equipment"),
        ({"slots": ("night",)}, "slots"),
        ({"avoid_positions": frozenset({"upside-down"})}, "avoid_positions"),
        ({"refused": frozenset({"wlak"})}, "refused"),
        ({"preferred": frozenset({"wlak"})}, "preferred"),
        ({"not_on": frozenset({(1, "wlak")})}, "not_on"),
        ({"not_on": frozenset({(7, "walk")})}, "not_on"),
    ],
)
def test_a_wish_that_means_nothing_is_refused(override: dict[str, object], key: str) -> None:
    with pytest.raises(BadInput) as caught:
        wishes_of(Findings(), BASE, **override)
    assert [problem.key for problem in caught.value.problems] == [key]
