"""Days in a real browser: a tick without a line is kept and stored once, and messages come at their time and only once."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.told import put_in
from tests.browser.walker import running_server

pytestmark = pytest.mark.browser

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
FACTS = {
    "age": 42,
    "sex": "female",
    "complaint": "pain",
    "regions": ["low-back"],
    "onset": "gradual",
    "duration_days": 10,
    "pain_nrs": 4,
    "minutes_per_day": 20,
}
TICK = {"intervention": "walking", "slot": "morning", "outcome": "done", "level": 0}
NOTIFICATIONS = """
window.shown = [];
window.Notification = class {
  static permission = "default";
  static requestPermission() { window.asked = true; Notification.permission = "granted"; return Promise.resolve("granted"); }
  constructor(title, options) { window.shown.push(title + ": " + options.body); }
};
"""


@dataclass(frozen=True)
class Place:
    """A server, a browser, and the addresses of two people."""

    browser: Browser
    alice: str
    bella: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, chrome: Browser) -> Iterator[Place]:
    data: Path = tmp_path_factory.mktemp("days")
    people = put_in(data, {"Alice": FACTS, "Bella": FACTS})
    with running_server(data) as address:
        yield Place(chrome, *(f"{address}/p/{people[name]}/" for name in ("Alice", "Bella")))


@pytest.fixture
def phone(place: Place) -> Iterator[BrowserContext]:
    context = place.browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield context
    context.close()


def ticks(page: Page, person: str) -> int:
    """How many ticks are stored."""
    return sum(one["kind"] == "tick" for one in page.request.get(person + "export.json").json()["actions"])


def test_a_tick_without_a_line_is_kept_and_stored_once(place: Place, phone: BrowserContext) -> None:
    page = phone.new_page()
    before = ticks(page, place.alice)
    page.goto(place.alice + "week/")
    phone.set_offline(True)
    page.get_by_role("button", name="Done").first.dblclick()
    expect(page.locator(".tick-state:focus")).to_contain_text("kept on this phone")
    assert page.evaluate("Spinewise.queue.waiting()") == 1
    with page.expect_response(lambda one: one.url.endswith("/actions/") and one.request.method == "POST"):
        phone.set_offline(False)
    page.reload()
    assert page.evaluate("Spinewise.queue.waiting()") == 0
    expect(page.locator(".tick-state").first).to_contain_text("Done")
    assert ticks(page, place.alice) == before + 1


def test_a_tick_with_a_line_goes_and_can_be_taken_back(place: Place, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(place.bella + "week/")
    page.get_by_role("button", name="Partly").first.click()
    expect(page.get_by_text("That counts too.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(page.locator(".tick-state")).to_have_count(0)


def refusing(page: Page, *, refuses: list[bool]) -> None:
    """The server refuses the first of what is sent for as long as ``refuses`` holds true."""

    def answer(route: Route) -> None:
        if route.request.method == "POST" and refuses[0]:
            key = json.loads(route.request.post_data or "")[0]["key"]
            route.fulfill(status=400, json={"says": "no", "key": key})
        else:
            route.continue_()

    page.route("**/actions/", answer)


def added(page: Page) -> None:
    """Something is done, and an answer has come."""
    page.evaluate(
        """async tick => {
        Spinewise.queue.add('tick', tick, { day: new Date().toISOString().slice(0, 10) });
        await Spinewise.queue.send();
    }""",
        TICK,
    )


def test_what_is_refused_is_told_and_can_be_sent_again(place: Place, phone: BrowserContext) -> None:
    page, refuses = phone.new_page(), [True]
    before = ticks(page, place.alice)
    page.goto(place.alice)
    line, again = page.locator("#refused-line"), page.get_by_role("button", name="Send it again")
    expect(line).to_be_hidden()
    refusing(page, refuses=refuses)
    added(page)
    added(page)
    expect(line).to_contain_text("Could not be saved, of what you did: 2.")
    page.reload()
    again.click()
    page.evaluate("Spinewise.queue.send()")
    expect(line).to_contain_text("Could not be saved, of what you did: 2.")
    refuses[0] = False
    again.click()
    page.evaluate("Spinewise.queue.send()")
    expect(line).to_be_hidden()
    assert ticks(page, place.alice) == before + 2


def test_what_is_refused_can_be_dropped(place: Place, phone: BrowserContext) -> None:
    page = phone.new_page()
    before = ticks(page, place.alice)
    page.goto(place.alice)
    refusing(page, refuses=[True])
    added(page)
    page.get_by_role("button", name="Drop it").click()
    expect(page.locator("#refused-line")).to_be_hidden()
    page.reload()
    expect(page.locator("#refused-line")).to_be_hidden()
    assert ticks(page, place.alice) == before


def at(page: Page, time: str) -> None:
    page.clock.install(time=f"2026-11-25T{time}:00")


def test_nothing_is_asked_before_a_tap_and_a_message_comes_once_at_its_time(place: Place, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.add_init_script(NOTIFICATIONS)
    at(page, "07:58")
    page.goto(place.alice + "reminders/")
    assert page.evaluate("window.asked") is None
    page.get_by_role("button", name="Turn messages on").click()
    expect(page.get_by_text("Choose at least one time.")).to_be_visible()
    page.get_by_label("Time 1").fill("08:00")
    page.get_by_role("button", name="Turn messages on").click()
    expect(page.get_by_text("Messages are on in this browser.")).to_be_visible()
    page.clock.run_for(60_000)
    assert page.evaluate("window.shown") == []
    page.clock.run_for(120_000)
    page.wait_for_function("() => window.shown.length > 0")
    assert page.evaluate("window.shown") == ["Back care: Time for your session. Two minutes count too."]


def test_a_message_also_comes_on_other_pages(place: Place, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.add_init_script(NOTIFICATIONS)
    at(page, "07:58")
    page.goto(place.bella + "reminders/")
    page.get_by_label("Time 2").fill("08:00")
    page.get_by_role("button", name="Turn messages on").click()
    page.add_init_script("Notification.permission = 'granted'")
    page.goto(place.bella + "week/")
    page.clock.run_for(180_000)
    page.wait_for_function("() => window.shown.length > 0")
    assert len(page.evaluate("window.shown")) == 1


def test_no_message_comes_where_something_else_comes_first(place: Place, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.add_init_script(NOTIFICATIONS)
    at(page, "07:58")
    page.goto(place.alice + "reminders/")
    page.get_by_label("Time 1").fill("08:00")
    page.get_by_role("button", name="Turn messages on").click()
    page.route("**/reminders/now/", lambda route: route.fulfill(json={"body": ""}))
    with page.expect_response("**/reminders/now/"):
        page.clock.run_for(180_000)
    assert page.evaluate("window.shown") == []


def test_turned_off_nothing_comes(place: Place, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.add_init_script(NOTIFICATIONS)
    at(page, "07:58")
    page.goto(place.alice + "reminders/")
    page.get_by_label("Time 1").fill("08:00")
    page.get_by_role("button", name="Turn messages on").click()
    page.get_by_role("button", name="Turn messages off").click()
    expect(page.get_by_text("Messages are off.")).to_be_visible()
    page.clock.run_for(300_000)
    assert page.evaluate("window.shown") == []


@pytest.mark.parametrize("where", ["", "week/", "travel/", "reminders/"])
@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (PHONE, "dark"), (DESK, "light")])
def test_pages_read_well_for_everybody(place: Place, where: str, size: dict[str, int], scheme: str) -> None:
    page = place.browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(place.alice + where)
    found = [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    low = page.evaluate(
        "[...document.querySelectorAll('main .button, main button')].filter(e => e.offsetHeight > 0 && e.offsetHeight < 44)"
        ".map(e => e.innerText)"
    )
    assert low == []
    page.close()
