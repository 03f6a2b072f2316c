"""``python -m benchmarks.speed.session [--times N] [--slowdown X] [--json]``: how soon a session can be used on a slow phone.

Needs a Chromium. The page is interactive when its first step is on the screen and the pause button answers; the time counts
from the begin of the navigation, the server included.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Page
from tests.browser.told import ALICE, put_in
from tests.browser.walker import chromium, running_browser, running_server

from benchmarks.arguments import positive
from benchmarks.figures import Spread, spread

INTERACTIVE = """() => {
  const paused = document.getElementById("pause");
  return paused !== null && document.activeElement === paused ? performance.now() : 0;
}"""
TIMING = """() => {
  const all = performance.getEntriesByType("resource"), page = performance.getEntriesByType("navigation")[0];
  return [page.responseStart, page.transferSize, all.reduce((sum, one) => sum + one.transferSize, 0)];
}"""


@dataclass(frozen=True, slots=True)
class Opened:
    """Milliseconds from the begin of the navigation, and kilobytes on the wire (page, and all else with the pictures)."""

    first_byte_ms: Spread
    interactive_ms: Spread
    page_kb: Spread
    rest_kb: Spread


def main(arguments: list[str] | None = None) -> int:
    """Print the times."""
    parser = argparse.ArgumentParser(prog="spinewise bench session", description=__doc__)
    parser.add_argument("--times", type=positive, default=10, help="how often the page is opened (default 10)")
    parser.add_argument("--slowdown", type=positive, default=4, help="how much slower than this machine (default 4)")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    options = parser.parse_args(arguments)
    if chromium() is None:
        print("There is no Chromium on this machine.", file=sys.stderr)
        return 2
    found = measure(options.times, options.slowdown)
    print(json.dumps(asdict(found)) if options.json else "\n".join(_lines(found)))
    return 0


def measure(times: int, slowdown: int) -> Opened:
    """Open the page of a session again and again, each time in a fresh browser profile."""
    with _session() as (new_page, address):
        rows = [_open(new_page(), address, slowdown) for _ in range(times)]
    first, interactive, page, rest = zip(*rows, strict=True)
    return Opened(spread(first), spread(interactive), spread(page), spread(rest))


@contextmanager
def _session() -> Iterator[tuple[Callable[[], Page], str]]:
    """A server, a session that has begun in it, and a way to open pages as if for the first time."""
    with tempfile.TemporaryDirectory() as data:
        person = put_in(Path(data), {"Alice": ALICE})["Alice"]
        with running_server(Path(data)) as address, running_browser() as browser:

            def fresh() -> Page:
                return browser.new_context(viewport={"width": 390, "height": 844}).new_page()

            page = fresh()
            page.goto(f"{address}/p/{person}/session/?size=ten")
            page.get_by_role("button", name="4", exact=True).click()
            page.wait_for_url("**/session/*-*/")
            session = page.url
            page.context.close()
            yield fresh, session


def _open(page: Page, address: str, slowdown: int) -> tuple[float, float, float, float]:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto(address, wait_until="commit")
    interactive = float(page.wait_for_function(INTERACTIVE, polling=10).json_value())
    page.wait_for_load_state("networkidle")
    first, own, rest = page.evaluate(TIMING)
    page.context.close()
    return first, interactive, own / 1000, rest / 1000


def _lines(found: Opened) -> list[str]:
    names = {"first_byte_ms": "first byte", "interactive_ms": "interactive", "page_kb": "page", "rest_kb": "all else"}
    return [
        f"{name:<14}median {getattr(found, key).median:8.1f} {key[-2:]}   p95 {getattr(found, key).p95:8.1f} {key[-2:]}"
        for key, name in names.items()
    ]


if __name__ == "__main__":
    sys.exit(main())
