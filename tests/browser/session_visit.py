"""Somebody with a phone in the middle of a session; used by the tests of sessions."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.told import ALICE, put_in

STEP_MS = 50_000
MOST_STEPS = 200
MOST_LOOKS = 200
PHONE: ViewportSize = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Place:
    """A server with one person, and a browser."""

    browser: Browser
    address: str
    data: Path


@dataclass
class Visit:
    """Somebody new with a phone. ``page`` is where they are."""

    context: BrowserContext
    page: Page
    mine: str

    def begin(self, size: str = "ten", pain: str = "4") -> None:
        self.page.goto(f"{self.mine}session/?size={size}")
        self.page.get_by_role("button", name=pain, exact=True).click()
        self.page.wait_for_url("**/session/*-*/")
        expect(self.page.locator("#stage")).to_be_visible()

    @property
    def data(self) -> Any:
        return json.loads(self.page.locator("#session-data").text_content() or "")

    @property
    def at(self) -> int:
        """The step that the phone remembers."""
        stored = "JSON.parse(localStorage[Object.keys(localStorage).find(k => k.startsWith('spinewise.session.'))])"
        return int(self.page.evaluate(f"{stored}.at"))

    def pass_s(self, seconds: float) -> None:
        """Let time go by, in pieces that no sleeping phone would make."""
        self.page.clock.fast_forward(round(seconds * 1000))

    def to_the_end(self) -> None:
        """Go through all that is left."""
        for _ in range(MOST_STEPS):
            if self.page.locator("#after").is_visible():
                return
            following = self.page.get_by_role("button", name="Next", exact=True)
            if following.is_visible():
                following.click()
                self.pass_s(1)
            else:
                self.pass_s(STEP_MS / 1000)
        raise AssertionError("the session does not end")

    def finish(self, effort: str = "3", pain: str = "2") -> None:
        self.page.locator(f"[data-scale=effort][data-value='{effort}']").click()
        self.page.locator(f"[data-scale=after][data-value='{pain}']").click()
        self.page.get_by_role("button", name="Finish").click()

    def recorded(self) -> list[dict[str, Any]]:
        """What the server has, in order."""
        answer = self.page.request.get(f"{self.mine}export.json?private=1")
        return list(answer.json()["actions"])

    def kinds(self) -> Counter[str]:
        return Counter(one["kind"] for one in self.recorded())

    def eventually(self, true: str, about: object = None) -> None:
        """Wait until an asynchronous function of the page gives true."""
        for _ in range(MOST_LOOKS):
            if self.page.evaluate(true, about):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never true: {true}")

    def all_sent(self) -> None:
        self.page.wait_for_function("() => window.Spinewise.queue.waiting() === 0")


@contextmanager
def visit(place: Place, *, clock: bool = True, **options: Any) -> Iterator[Visit]:
    """A person of their own, with a phone of their own; errors in its console fail the test."""
    person = put_in(place.data, {"Alice": ALICE})["Alice"]
    context = place.browser.new_context(viewport=PHONE, **options)
    page = context.new_page()
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    if clock:
        page.clock.install()
    try:
        yield Visit(context, page, f"{place.address}/p/{person}/")
    finally:
        context.close()
    assert errors == []


def without_a_line(one: Visit) -> None:
    """Cut the line, for the worker too."""
    one.context.set_offline(True)
    one.eventually("() => fetch('/static/nothing', {cache: 'no-store'}).then(() => false, () => true)")
