"""One server, one browser, two people: Alice with a week, Bob with an emergency."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.session_visit import Place
from tests.browser.walker import HEALTHY, begin, chromium, running_browser, running_server, walk

EMERGENCY = {**HEALTHY, "saddle_numbness": "yes"}


@dataclass(frozen=True)
class World:
    """What the tests of this folder share."""

    browser: Browser
    address: str
    alice: str
    bob: str


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """The one browser of all of these tests: a process can drive only one."""
    if chromium() is None:
        pytest.skip("there is no Chromium on this machine")
    with running_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, chrome: Browser) -> Iterator[Place]:
    """A server and a browser for all of these tests."""
    data: Path = tmp_path_factory.mktemp("data")
    with running_server(data) as address:
        yield Place(chrome, address, data)


@pytest.fixture(scope="session")
def world(place: Place) -> World:
    """Alice and Bob, who have answered everything."""
    page = place.browser.new_page()
    alice = begin(page, place.address)
    walk(page, HEALTHY)
    bob = begin(page, place.address, "Bob")
    walk(page, EMERGENCY)
    page.close()
    return World(place.browser, place.address, alice, bob)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine may once be too slow; what fails three times in a row has failed."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.flaky(reruns=2))
