"""The page of a programme: when it is shown, what is kept of it, and its line on other pages."""

from collections.abc import Callable
from uuid import UUID

import pytest

from spinewise.records.export import export_of
from spinewise.records.programmes import keep_phases, phases_of
from spinewise.web.views.common import OWNER
from tests.web.conftest import Clock
from tests.web.real import told
from tests.web.visitor import Visitor

pytestmark = pytest.mark.usefixtures("real_knowledge")


def person_of(visitor: Visitor) -> UUID:
    assert visitor.person is not None
    return visitor.person


def test_before_the_check_is_done_there_is_no_programme(alice: Visitor) -> None:
    alice.mine("programme/")
    assert alice.path == f"/p/{alice.person}/check/"
    assert phases_of(person_of(alice)) == {}


def test_what_cannot_wait_comes_first(alice: Visitor) -> None:
    told(alice, {"saddle_numbness": True})
    alice.mine("programme/")
    assert alice.path == f"/p/{alice.person}/result/"
    alice.mine("")
    assert f"/p/{alice.person}/programme/" not in alice.reader.links


def test_the_page_says_where_somebody_is_and_what_comes_next(alice: Visitor) -> None:
    told(alice, {"duration_days": 10.0})
    assert alice.mine("programme/").status_code == 200
    for words in (
        "Recovery: Moving again",
        "Your goals in this part",
        "After two weeks, when it does not get worse and is not very strong.",
        "It is looked at anew after 4 weeks.",
        "What is kept for later",
        "Signs of alarm",
    ):
        assert words in alice.text
    assert f"/p/{alice.person}/recheck/?note=new" in alice.reader.links
    assert "/programmes/recovery.svg" in alice.reader.links


@pytest.mark.parametrize("page", ["", "week/"])
def test_a_line_leads_there_from_the_first_page_and_the_week(alice: Visitor, page: str) -> None:
    told(alice)
    alice.mine(page)
    assert "Recovery: Moving again" in alice.text
    assert f"/p/{alice.person}/programme/" in alice.reader.links


def test_the_day_on_which_a_part_began_is_kept_once(alice: Visitor, clock: Clock) -> None:
    told(alice, {"age": 40.0, "duration_days": 200.0})
    alice.mine("programme/")
    first = phases_of(person_of(alice))
    assert set(first) == {"persistent/base-line"}
    clock.pass_days(2)
    alice.mine("programme/")
    assert phases_of(person_of(alice)) == first
    assert export_of(person_of(alice))["programmes"] == {"persistent/base-line": "2026-11-12"}
    assert "In this part for 2 days." in alice.text


def test_after_the_time_of_a_part_the_next_one_begins(alice: Visitor, clock: Clock) -> None:
    told(alice, {"duration_days": 200.0, "improving": True})
    began = clock.now.date().replace(day=1)
    clock.pass_days(3)
    keep_phases(person_of(alice), {"persistent/base-line": began}, audit=OWNER)
    alice.mine("programme/")
    assert "Lasting pain: Building up" in alice.text
    assert phases_of(person_of(alice))["persistent/base-line"] == began


def test_what_has_lasted_too_long_asks_for_a_look(alice: Visitor, clock: Clock) -> None:
    told(alice, {"duration_days": 40.0, "worsening": True})
    keep_phases(person_of(alice), {"recovery/moving-again": clock.now.date().replace(month=10)}, audit=OWNER)
    alice.mine("programme/")
    assert "If ordinary days are still hard after four weeks, do the check again." in alice.text
    assert "Do the short check" in alice.text


def test_a_child_reads_the_page_for_children_though_there_is_no_week(alice: Visitor) -> None:
    told(alice, {"age": 11.0})
    alice.mine("week/")
    assert "No week for now" in alice.text
    assert f"/p/{alice.person}/programme/" in alice.reader.links
    alice.mine("programme/")
    assert "Be a cat, then a tree, then jump like a frog." in alice.text


def test_the_picture_of_a_programme_is_served_and_runs_nothing(visit: Callable[[], Visitor]) -> None:
    answer = visit().open("/programmes/pregnancy.svg")
    assert answer.headers["Content-Type"].startswith("image/svg+xml")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Week 28 to the birth" in answer.content.decode()
    assert visit().open("/programmes/nothing.svg").status_code == 404


@pytest.mark.parametrize("kind", ["programme", "norm", "recheck", "movement"])
def test_the_library_has_a_list_and_pages_of_what_goes_over_time(visit: Callable[[], Visitor], kind: str) -> None:
    reader = visit()
    reader.open(f"/reference/{kind}/")
    pages = [link for link in reader.reader.links if link.startswith(f"/reference/{kind}/") and not link.endswith(f"/{kind}/")]
    assert pages
    assert all(reader.open(page).status_code == 200 for page in pages[:40])
