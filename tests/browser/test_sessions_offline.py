"""What a phone keeps of a session, when it shows it, and when it lets go of it."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.session_visit import Place, Visit, visit, without_a_line

pytestmark = pytest.mark.browser


def test_it_runs_and_opens_againwithout_a_line(place: Place) -> None:
    with visit(place, clock=False) as one:
        one.begin("two")
        one.page.evaluate("navigator.serviceWorker.ready")
        one.eventually("async () => !!(await caches.match(location.pathname))")
        without_a_line(one)
        for _ in range(2):
            one.page.reload()
            expect(one.page.locator("#gate-title")).to_have_text("You were in the middle of it")
        one.page.get_by_role("button", name="Go on").click()
        expect(one.page.locator("#picture > svg")).to_be_visible()
        expect(one.page.locator("#offline-line")).to_be_visible()
        one.page.goto(f"{one.mine}settings/")
        expect(one.page.get_by_role("heading", level=1)).to_have_text("You are offline")


def test_all_pictures_of_a_session_are_kept(place: Place) -> None:
    with visit(place, clock=False) as one:
        one.begin("full")
        wanted = sorted(one.data["figures"].values())
        one.eventually("async (wanted) => (await Promise.all(wanted.map((one) => caches.match(one)))).every(Boolean)", wanted)


def _under_the_worker(one: Visit) -> None:
    """Open a session, wait until its pages are kept, and go where nothing more is."""
    one.begin("two")
    week = one.mine.replace(one.page.url.split("/p/")[0], "") + "week/"
    one.eventually("async (week) => !!(await caches.match(week))", week)
    one.page.goto(f"{one.mine}settings/")
    one.page.wait_for_function("() => navigator.serviceWorker.controller")


def _keep_one(one: Visit, until: str) -> None:
    """Put a page of this person into the cache, as the worker would, to be shown until then."""
    one.page.evaluate(
        "async ([path, until]) => (await caches.open('spinewise-pages')).put(path, new Response('<h1>an old week</h1>',"
        " {headers: {'Content-Type': 'text/html', 'Spinewise-Until': until}}))",
        [f"{one.mine}week/", until],
    )


@pytest.mark.parametrize(("until", "shown"), [("1", "You are offline"), ("99999999999999", "an old week")])
def test_a_kept_page_is_shown_on_its_own_day_only(place: Place, until: str, shown: str) -> None:
    with visit(place, clock=False) as one:
        _under_the_worker(one)
        _keep_one(one, until)
        without_a_line(one)
        one.page.goto(f"{one.mine}week/")
        expect(one.page.get_by_role("heading", level=1)).to_have_text(shown)


def test_an_answer_drops_what_was_kept_before_it(place: Place) -> None:
    with visit(place, clock=False) as one:
        _under_the_worker(one)
        one.page.goto(f"{one.mine}recheck/?note=new")
        _keep_one(one, "99999999999999")
        one.page.get_by_role("button", name="None of these").click()
        one.page.wait_for_url(f"{one.mine}?*")
        one.eventually("async () => !(await (await caches.open('spinewise-pages')).keys()).length")


def test_a_session_of_yesterday_does_not_begin(place: Place) -> None:
    with visit(place, clock=False) as one:
        one.begin("two")
        address = one.page.url
        one.page.close()
        one.page = one.context.new_page()
        one.page.clock.install(time=datetime.now(UTC) + timedelta(days=1))
        one.page.goto(address)
        expect(one.page.locator("#gate-title")).to_have_text("This session is from an earlier day")
        expect(one.page.locator("#stage")).to_be_hidden()
        expect(one.page.get_by_role("button", name="To the check of today")).to_be_visible()


def test_nothing_of_a_person_is_kept_before_they_ask_for_it(place: Place) -> None:
    with visit(place, clock=False) as one:
        for path in ("", "week/", "settings/", "session/?size=two"):
            one.page.goto(one.mine + path)
        kept = one.page.evaluate("async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]")
        assert kept == [[], 0]
        assert one.page.evaluate("Object.keys(localStorage)") == []


def test_a_week_that_was_kept_goes_with_its_person(place: Place) -> None:
    with visit(place, clock=False) as one:
        one.page.goto(f"{one.mine}settings/")
        one.page.get_by_role("button", name="Keep my week on this phone").click()
        week = one.mine.replace(place.address, "") + "week/"
        one.eventually("async (week) => !!(await caches.match(week))", week)
        one.page.goto(f"{one.mine}delete/")
        one.page.get_by_role("button", name="Delete everything").click()
        one.page.wait_for_url("**/?note=deleted")
        one.eventually("async (week) => !(await caches.match(week))", week)
        assert one.page.evaluate("Object.keys(localStorage).filter((one) => one.includes('-'))") == []
