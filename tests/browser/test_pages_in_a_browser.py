"""Every page in a real browser: no accessibility problem, nothing wider than the window, no error in the console."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import World
from tests.browser.walker import HEALTHY, begin, walk

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
SIZES = {"phone": (390, 844), "desk": (1280, 900)}
PUBLIC = (
    "/",
    "/about/",
    "/about/safety/",
    "/emergency/",
    "/weather/",
    "/reference/",
    "/reference/?q=hurts+at+night",
    "/reference/?q=sciatcia&kind=lesson",
    "/reference/intervention/?q=walk",
    "/reference/claim/",
    "/reference/lesson/",
    "/reference/red-flag/cauda-equina/",
    "/reference/safety-rule/pregnancy-supine-late/",
    "/reference/finding/leg_trouble/",
    "/reference/source/nice-ng59/",
    "/people/delete-all/",
)
OF_ALICE = (
    "",
    "check/1/",
    "check/2/",
    "check/4/",
    "answers/",
    "result/",
    "result/summary/",
    "emergency/",
    "week/",
    "week/?print=1",
    "programme/",
    "recheck/",
    "recheck/?note=new",
    "record/",
    "reference/?q=hurts+at+night",
    "reference/intervention/?position=kneeling",
    "reference/intervention/bird-dog/",
    "reference/condition/spinal-epidural-abscess/",
    "reference/lesson/move-or-rest/",
    "tests/",
    "tests/chair_rises_30s/",
    "tests/overhead_reach/",
    "export/",
    "settings/",
    "travel/",
    "reminders/",
    "delete/",
)
OF_BOB = (
    "",
    "result/",
    "week/",
    "seen/",
    "correct/saddle_numbness/",
    "record/",
    "result/summary/",
    "reference/intervention/bird-dog/",
)


@contextmanager
def opened(world: World, size: str, scheme: Scheme) -> Iterator[Page]:
    """A page of this size and scheme; what goes wrong in it fails the test."""
    width, height = SIZES[size]
    context = world.browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith(world.address) else errors.append(request.url))
    try:
        yield page
    finally:
        context.close()
    assert errors == []


def _judge(page: Page) -> None:
    width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1], f"{page.url} is wider than the window: {width}"
    page.evaluate("for (const one of document.querySelectorAll('details')) { one.removeAttribute('name'); one.open = true; }")
    found = Axe().run(page)
    told = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}" for one in found.response["violations"]]
    assert told == [], f"{page.url}\n" + "\n".join(told)


def _addresses(world: World) -> list[str]:
    public = [world.address + path for path in PUBLIC]
    return public + [world.alice + path for path in OF_ALICE] + [world.bob + path for path in OF_BOB]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page(world: World, size: str, scheme: Scheme) -> None:
    with opened(world, size, scheme) as page:
        for address in _addresses(world):
            page.goto(address)
            _judge(page)


def test_a_page_that_is_not_there(world: World) -> None:
    page = world.browser.new_page()
    page.goto(world.address + "/nowhere/")
    _judge(page)
    page.close()


def test_every_screen_of_a_check(world: World) -> None:
    with opened(world, "phone", "light") as page:
        begin(page, world.address, "Carol")
        walk(page, HEALTHY, lambda open_page, _question: _judge(open_page))


def test_screens_with_something_missing(world: World) -> None:
    with opened(world, "phone", "dark") as page:
        mine = begin(page, world.address, "Dora")
        page.get_by_role("button", name="Continue").click()
        page.wait_for_selector("#errors")
        _judge(page)
        assert page.title().startswith("Please check")
        page.goto(mine + "settings/")
        _judge(page)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(world: World, width: int) -> None:
    page = world.browser.new_page(viewport={"width": width, "height": 800})
    for address in _addresses(world):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    page.close()


def test_what_is_tapped_is_large_enough(world: World) -> None:
    with opened(world, "phone", "light") as page:
        for path in ("", "recheck/", "check/1/", "check/2/", "check/4/", "week/"):
            page.goto(world.alice + path)
            for button in page.locator("main button:visible, main .option:visible, main summary:visible, .nav a").all():
                box = button.bounding_box()
                assert box is not None
                assert box["height"] >= 47.5, button.inner_text()
