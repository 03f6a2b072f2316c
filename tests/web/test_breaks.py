"""Small breaks and positions: for a person what safety allows them, for anybody only what no rule touches."""

import re
from collections.abc import Callable, Mapping

import pytest

from spinewise.intake import Interview
from spinewise.knowledge import complete
from spinewise.safety import Clearance, clear
from tests.web.conftest import Clock
from tests.web.real import real_base, told
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")
PAGES = ("breaks/", "positions/", "timer/", "sheet/?item=cat-cow")


def offered_on(visitor: Visitor) -> set[str]:
    """The interventions to which the page that is open leads."""
    return set(re.findall(r'href="[^"]*/reference/intervention/([a-z0-9-]+)/"', visitor.html))


def cleared_for(interview: Interview) -> Mapping[str, Clearance]:
    """What safety says for these answers."""
    return clear(complete(interview.findings, real_base()), real_base())


def touched(name: str) -> bool:
    """Does any safety rule speak about this intervention?"""
    base = real_base()
    item = base.interventions[name]
    rules = [rule for rule in base.safety_rules.values() if set(rule.demands) & set(item.demands)]
    return bool(rules or item.contraindications or item.precautions)


@pytest.mark.parametrize("page", ["/breaks/", "/positions/"])
def test_anybody_sees_only_what_no_rule_touches_and_is_told_so(visit: Callable[[], Visitor], page: str) -> None:
    visitor = visit()
    visitor.open(page)
    shown = offered_on(visitor)
    assert shown
    assert not {name for name in shown if touched(name)}
    assert "Nobody has checked anything for you here" in visitor.text


def test_alice_is_offered_breaks_that_are_safe_for_her(alice: Visitor) -> None:
    cleared = cleared_for(told(alice))
    alice.mine("breaks/")
    shown = offered_on(alice)
    assert any(touched(name) for name in shown)
    assert all(cleared[name].offered for name in shown)
    assert "Nobody has checked" not in alice.text
    assert "not done for today" not in alice.text


def test_what_safety_changes_is_told_on_the_break(alice: Visitor) -> None:
    cleared = cleared_for(told(alice, {"glaucoma": True, "pain_nrs": 6.0}))
    alice.mine("breaks/")
    changes = [ground.change for name in offered_on(alice) for ground in cleared[name].grounds]
    assert changes
    assert all(change in alice.text for change in changes)


def test_a_break_is_one_short_thing(alice: Visitor) -> None:
    told(alice)
    alice.mine("breaks/")
    for name in offered_on(alice):
        item = real_base().interventions[name]
        assert "break" in item.slots
        assert item.dosage.minutes <= 5


@pytest.mark.parametrize("page", PAGES)
def test_who_must_be_seen_first_is_offered_nothing(alice: Visitor, page: str) -> None:
    told(alice, {"saddle_numbness": True})
    alice.mine(page)
    assert "First things first" in alice.text
    assert not offered_on(alice)
    assert f"/p/{alice.person}/result/" in alice.reader.links


@pytest.mark.parametrize("page", PAGES)
def test_before_the_check_nothing_is_offered_that_a_rule_touches(alice: Visitor, page: str) -> None:
    alice.mine(page)
    assert not {name for name in offered_on(alice) if touched(name)} - {"cat-cow"}
    assert alice.page.status_code == 200


def test_without_a_script_the_reminder_is_hidden_and_the_breaks_are_there(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/breaks/")
    watch = next(values for tag, values in visitor.reader.tags if values.get("id") == "watch")
    assert "hidden" in watch
    assert [tag for tag, _ in visitor.reader.tags].count("li") > 3


def test_a_page_of_a_person_says_how_long_its_day_still_lasts(alice: Visitor, clock: Clock) -> None:
    told(alice)
    alice.mine("breaks/")
    assert _left_ms(alice) == 15 * 60 * 60_000
    clock.pass_minutes(30)
    alice.mine("breaks/")
    assert _left_ms(alice) == 14.5 * 60 * 60_000


def _left_ms(visitor: Visitor) -> float:
    return float(str(next(values["data-left"] for _tag, values in visitor.reader.tags if values.get("id") == "watch")))


def test_a_stranger_has_no_breaks(visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.open("/p/00000000-0000-4000-8000-000000000000/breaks/")
    assert visitor.page.status_code == 404


def test_what_is_meant_for_pregnancy_is_shown_to_who_is_pregnant(alice: Visitor, visit: Callable[[], Visitor]) -> None:
    told(alice)
    alice.mine("positions/")
    assert "pregnancy-sitting" not in offered_on(alice)
    assert "desk-setup" in offered_on(alice)
    priya = visit()
    priya.begin("Priya")
    told(priya, {"age": 31.0, "pregnant_weeks": 31.0})
    priya.mine("positions/")
    assert "pregnancy-sitting" in offered_on(priya)
