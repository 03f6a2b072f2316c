"""Breaks, timers, positions, comparing and sheets in a real browser. The browser's clock is ours, so nothing waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.told import ALICE, put_in
from tests.browser.walker import running_server

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
PAGES = (
    "/breaks/",
    "/positions/",
    "/timer/",
    "/timer/four-six/",
    "/timer/tense-let-go/",
    "/timer/box/",
    "/compare/?a=bird-dog&b=bridge",
    "/sheet/?item=bird-dog&item=cat-cow",
)
MINUTE_MS = 60_000
TICK_MS = 400
"""The pages look at the clock a few times a second."""
START = "2026-11-25T09:00:00"


@dataclass(frozen=True)
class Place:
    """A server with one person whose check is done, and a browser."""

    browser: Browser
    address: str
    alice: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, chrome: Browser) -> Iterator[Place]:
    data: Path = tmp_path_factory.mktemp("data")
    alice = put_in(data, {"Alice": ALICE})["Alice"]
    with running_server(data) as address:
        yield Place(chrome, address, alice)


@contextmanager
def opened(place: Place, path: str, **more: Any) -> Iterator[Page]:
    """A page on a phone whose time stands still until it is told to pass; what goes wrong in it fails the test."""
    context = place.browser.new_context(**{"viewport": {"width": 390, "height": 844}, **more})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.clock.install(time=START)
    page.goto(place.address + path)
    page.clock.pause_at("2026-11-25T09:00:10")
    try:
        yield page
    finally:
        context.close()
    assert errors == []


def later(page: Page, passed_ms: int) -> None:
    """Time passes as on a phone that sleeps: what is due meanwhile happens once, then the page looks at the clock."""
    page.clock.fast_forward(passed_ms)
    page.clock.run_for(TICK_MS)


def judge(page: Page) -> None:
    """Nothing wider than the window, nothing that axe finds, nothing too small to tap."""
    wide, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= window, f"{page.url} is wider than the window"
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true;")
    found = Axe().run(page)
    assert [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found.response["violations"]] == []
    for button in page.locator("main button:visible, main summary:visible, main .ticks label:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 47.5, button.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_page(place: Place, width: int, scheme: Scheme) -> None:
    context = place.browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    for path in PAGES:
        page.goto(place.address + path)
        judge(page)
    page.goto(place.address + "/breaks/")
    page.get_by_role("button", name="A break now").click()
    judge(page)
    context.close()


def test_a_break_comes_when_it_is_due_and_goes_by_itself(place: Place) -> None:
    with opened(place, "/breaks/") as page:
        page.get_by_label("Every", exact=True).select_option("30")
        page.get_by_role("button", name="Begin").click()
        later(page, 29 * MINUTE_MS)
        expect(page.locator("#due")).to_be_hidden()
        expect(page.locator("#count")).to_have_text("less than a minute to the next break")
        later(page, MINUTE_MS)
        expect(page.locator("#due")).to_be_visible()
        expect(page.locator("#due-title")).to_be_focused()
        assert page.title() == "Time for a small break"
        later(page, 30_000)
        assert int(page.locator("#seconds").inner_text()) in range(28, 32)
        later(page, 31_000)
        expect(page.locator("#due")).to_be_hidden()
        expect(page.locator("#told")).to_have_text("Done. Well spent.")
        expect(page.locator("#count")).to_have_text("30 min to the next break")


def test_a_break_can_wait_ten_minutes_or_be_another_one(place: Place) -> None:
    with opened(place, "/breaks/") as page:
        page.get_by_role("button", name="A break now").click()
        first = page.locator("#due-card h3").inner_text()
        page.get_by_role("button", name="Another one").click()
        assert page.locator("#due-card h3").inner_text() != first
        page.get_by_role("button", name="In ten minutes").click()
        expect(page.locator("#count")).to_have_text("10 min to the next break")


def test_a_reload_keeps_when_the_next_break_is_due(place: Place) -> None:
    with opened(place, "/breaks/") as page:
        page.get_by_label("Every", exact=True).select_option("60")
        page.get_by_role("button", name="Begin").click()
        later(page, 20 * MINUTE_MS)
        page.reload()
        expect(page.locator("#count")).to_have_text("40 min to the next break")
        page.get_by_role("button", name="Stop reminding").click()
        page.reload()
        expect(page.locator("#count")).to_be_hidden()


def test_breaks_that_stay_open_over_night_ask_the_server_anew(place: Place) -> None:
    with opened(place, f"/p/{place.alice}/breaks/") as page:
        name = page.locator("[data-break] h3").first.inner_text()
        page.get_by_label("Every", exact=True).select_option("30")
        page.get_by_role("button", name="Begin").click()
        left_ms = int(page.locator("#watch").get_attribute("data-left") or "")
        # What the server says on the next day: here a page without breaks.
        page.route("**/breaks/", lambda route: route.fulfill(content_type="text/html", body="<h1>Tomorrow</h1>"))
        later(page, left_ms - MINUTE_MS)
        expect(page.get_by_role("heading", name=name).first).to_be_visible()
        page.clock.fast_forward(2 * MINUTE_MS)
        expect(page.get_by_role("heading", level=1)).to_have_text("Tomorrow")


def test_nothing_rings_or_asks_until_somebody_wants_it(place: Place) -> None:
    watch = (
        "window.asked = 0; window.rang = 0;"
        "Notification.requestPermission = async () => { window.asked += 1; return 'denied'; };"
        "window.AudioContext = class { constructor() { window.rang += 1; throw new Error('rang'); } }; 0"
    )
    with opened(place, "/breaks/") as page:
        page.evaluate(watch)
        for name in ("Tone", "Say it aloud", "Show a message"):
            expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "false")
        page.get_by_role("button", name="Begin").click()
        later(page, 46 * MINUTE_MS)
        assert page.evaluate("[window.asked, window.rang]") == [0, 0]
        page.get_by_role("button", name="Show a message").click()
        assert page.evaluate("window.asked") == 1
        expect(page.get_by_role("button", name="Show a message")).to_have_attribute("aria-pressed", "false")
        expect(page.locator("#told")).to_contain_text("does not let us")


def test_a_timer_counts_pauses_and_ends(place: Place) -> None:
    with opened(place, "/timer/four-six/?minutes=2") as page:
        page.get_by_role("button", name="Start").click()
        later(page, 30_000)
        expect(page.locator("#left")).to_have_text("1:30")
        page.get_by_role("button", name="Pause").click()
        later(page, 60_000)
        expect(page.locator("#left")).to_have_text("1:30")
        page.get_by_role("button", name="Go on").click()
        later(page, 91_000)
        expect(page.locator("#cue")).to_have_text("That is it. Let your breath come and go by itself.")
        expect(page.get_by_role("button", name="Start")).to_be_visible()
        expect(page.locator("#left")).to_be_hidden()


def test_quiet_time_says_one_thing_after_the_other(place: Place) -> None:
    with opened(place, "/timer/sitting-quietly/?minutes=5") as page:
        page.get_by_role("button", name="Start").click()
        page.clock.run_for(TICK_MS)
        said = []
        for _ in range(5):
            said.append(page.locator("#cue").inner_text())
            later(page, MINUTE_MS)
        assert len(set(said)) == 5
        expect(page.locator("#cue")).to_have_text("Open your eyes. Stretch, and take the calm with you.")


def test_words_are_spoken_only_when_wanted(place: Place) -> None:
    with opened(place, "/timer/four-six/") as page:
        page.evaluate("window.spoken = []; speechSynthesis.speak = words => window.spoken.push(words.text); 0")
        page.get_by_role("button", name="Start").click()
        page.clock.run_for(25_000)
        assert page.evaluate("window.spoken") == []
        page.get_by_role("button", name="Say it aloud").click()
        page.clock.run_for(10_000)
        assert page.evaluate("window.spoken") == ["Breathe in", "Breathe out"]


def test_with_less_motion_the_circle_rests_and_the_words_still_change(place: Place) -> None:
    with opened(place, "/timer/four-six/", reduced_motion="reduce") as page:
        expect(page.locator(".circle-moving")).to_be_hidden()
        expect(page.locator(".circle-still")).to_be_visible()
    with opened(place, "/timer/four-six/", reduced_motion="no-preference") as page:
        expect(page.locator(".circle-moving")).to_be_visible()


def test_without_javascript_everything_is_still_there(place: Place) -> None:
    context = place.browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(place.address + "/breaks/")
    expect(page.locator("#watch")).to_be_hidden()
    expect(page.locator(".card").first).to_be_visible()
    page.goto(place.address + "/timer/four-six/")
    expect(page.locator("#circle")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    expect(page.get_by_text("Breathe in for 4 seconds, breathe out for 6 seconds.")).to_be_visible()
    context.close()
