"""The week: made from the answers of now, changed by small forms, gone at once when danger rises."""

from datetime import date, timedelta

import pytest

from spinewise.knowledge import KnowledgeBase
from spinewise.records.plans import StoredWeek, week_of
from spinewise.web.views import common
from tests.web.conftest import Clock
from tests.web.visitor import Visitor


@pytest.fixture
def planned(alice: Visitor) -> Visitor:
    """Alice with a week."""
    alice.finish()
    alice.mine("week/")
    return alice


def _of_today(visitor: Visitor) -> str:
    """The words of the open day, without the list of all seven."""
    return visitor.text.split("All seven days")[0]


def test_seven_days_with_today_open(planned: Visitor) -> None:
    assert "Today, " in planned.text
    days = [one for one in planned.reader.links if "/week/?day=" in one]
    assert len(days) == 7
    assert "Slow walk" in planned.text
    assert "5 min" in planned.text


def test_each_thing_says_how_how_much_why_how_sure_and_when_to_stop(planned: Visitor) -> None:
    words = _of_today(planned)
    for heading in ("How", "How much", "Why for you", "How sure is this?", "Stop if", "Where this comes from"):
        assert heading in words
    assert "2 sets of 8 repetitions" in words
    assert "You have an ache and this may ease it." in words
    assert "This may help. The studies are few or small." in words
    assert "https://doi.org/10.1000/xyz" in planned.reader.links


def test_another_day_opens_by_its_link(planned: Visitor) -> None:
    planned.mine("week/?day=3")
    day = common.today() + timedelta(days=3)
    assert f"{day.day} " in _of_today(planned)
    assert "Today, " not in _of_today(planned)


def test_a_wild_day_opens_today(planned: Visitor) -> None:
    planned.mine("week/?day=99")
    assert "Today, " in planned.text


def test_what_safety_changes_is_shown(alice: Visitor) -> None:
    alice.finish({"age": {"age": "75"}})
    alice.mine("week/?print=1")
    assert "For you with a change: Hold on to a chair." in alice.text


def test_what_is_unsafe_never_appears(alice: Visitor) -> None:
    alice.finish({"sex": {"sex": "female"}, "pregnant": {"pregnant_weeks": "20"}, "heart": {"heart_trouble": "yes"}})
    for day in range(7):
        alice.mine(f"week/?day={day}")
        assert "Lie flat" not in alice.text
        assert "Knee bend" not in alice.text


def test_swapping_takes_it_out_of_this_week(planned: Visitor) -> None:
    planned.change_week("swap", intervention="slow-walk")
    assert "This week has something else in its place." in planned.text
    assert "Slow walk" not in planned.text.split("What you left out")[0]
    assert "Slow walk" in planned.text.split("What you left out")[1]


def test_not_today_leaves_the_other_days(planned: Visitor, base: KnowledgeBase) -> None:
    name = planned.hidden("intervention")
    words = base.interventions[name].name
    assert words in _of_today(planned)
    planned.change_week("not-today", intervention=name, day="0")
    assert "That day goes without it." in planned.text
    assert words not in _of_today(planned)


def test_not_for_me_is_kept_for_good_until_it_is_brought_back(planned: Visitor) -> None:
    planned.change_week("refuse", intervention="slow-walk")
    assert planned.person is not None
    later = week_of(planned.person, common.today() + timedelta(days=20))
    assert later.refused == {"slow-walk"}
    planned.change_week("restore", intervention="slow-walk")
    assert "What you left out" not in planned.text


def test_other_minutes_make_another_week(planned: Visitor) -> None:
    planned.change_week("minutes", minutes="10")
    assert "Your week now fits that time." in planned.text
    for day in range(7):
        planned.mine(f"week/?day={day}")
        total = _minutes_in_all(planned)
        assert total is None or total <= 10


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "explode", "intervention": "slow-walk"},
        {"action": "swap", "intervention": "nonsense"},
        {"action": "swap", "intervention": "slow-walk", "day": "9"},
        {"action": "minutes", "minutes": "1000000"},
        {"action": "minutes", "minutes": "ten"},
    ],
)
def test_a_change_that_no_page_offers_changes_nothing(planned: Visitor, fields: dict[str, str]) -> None:
    action = fields.pop("action")
    planned.change_week(action, **fields)
    assert planned.page.status_code == 200
    assert planned.person is not None
    assert week_of(planned.person, common.today()) == StoredWeek(week=common.today(), today=common.today())


def test_a_risen_disposition_hides_the_week_at_once(planned: Visitor) -> None:
    planned.change_week("minutes", minutes="30")
    planned.mine("answers/")
    for number in [link for link in planned.reader.links if "/check/" in link]:
        planned.open(number)
        if planned.hidden("question") == "fever":
            break
    planned.answer(fever="yes")
    planned.mine("week/")
    assert "no week for now" in planned.text
    assert "Slow walk" not in planned.text
    planned.mine("week/?print=1")
    assert "Slow walk" not in planned.text
    planned.mine()
    planned.change_week_blind("swap", "slow-walk")
    assert "no week for now" in planned.text


def test_a_new_check_closes_the_week_until_it_is_done(planned: Visitor) -> None:
    planned.mine()
    planned.send(f"/p/{planned.person}/new-check/", {})
    assert planned.at_check()
    planned.mine("week/")
    assert planned.at_check()


def test_when_nothing_is_left_the_page_says_how_to_go_on(planned: Visitor, base: KnowledgeBase) -> None:
    for name in base.interventions:
        planned.mine("week/")
        planned.change_week("refuse", intervention=name)
    assert "No week for now" in planned.text
    assert "Bring back" in planned.text


def test_the_whole_week_can_be_printed(planned: Visitor) -> None:
    planned.mine("week/?print=1")
    assert "How to do it" in planned.text
    assert "Stand up." in planned.text


def test_a_week_stays_the_same_week_until_its_seven_days_are_over(alice: Visitor, clock: Clock) -> None:
    alice.finish()
    assert alice.person is not None
    first = common.today()
    begins = []
    for _ in range(9):
        begins.append(week_of(alice.person, common.today()).week)
        clock.pass_days(1)
    assert begins == [first] * 7 + [first + timedelta(days=7)] * 2


def test_a_week_rolls_on_after_seven_days() -> None:
    stored = StoredWeek(date(2026, 3, 2), 15, frozenset({"a"}), frozenset({(1, "b")}))
    assert stored.rolled_to(date(2026, 3, 8)) == stored
    rolled = stored.rolled_to(date(2026, 3, 17))
    assert rolled.week == date(2026, 3, 16)
    assert rolled.refused == {"a"}
    assert rolled.not_on == frozenset()


def _minutes_in_all(visitor: Visitor) -> int | None:
    words = visitor.text.split(" minutes in all")[0].split()
    return int(words[-1]) if " minutes in all" in visitor.text else None
