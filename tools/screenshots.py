"""Pictures of every page, on a phone and on a desk, in light and dark: python tools/screenshots.py FOLDER [--only WORD]."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, Page
from tests.browser.walker import HEALTHY, begin, running_browser, running_server, walk

SIZES = {"phone": (390, 844), "desk": (1280, 900)}
TALLEST_PX = 4000
OPENED = {"week": "details.item summary", "check-broader": "details.counts summary", "list-lesson": "details.shelf summary"}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TYPES_TO_SHOW = ("body", "yesno", "choice", "list", "scale", "duration", "number", "broader")
SEARCHES = {"many": "q=hurts+at+night", "few": "q=bird+dog", "filtered": "group=pregnant&kind=lesson", "none": "q=sciatcia"}
EMERGENCY = {**HEALTHY, "saddle_numbness": "yes"}


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only pages whose name holds this word")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, running_server(Path(data)) as address, running_browser() as browser:
        for name, where in pages(browser, address):
            if options.only in name:
                take(browser, options.folder, name, where)


def pages(browser: Browser, address: str) -> Iterator[tuple[str, str]]:
    """Every page with its name; people are made on the way."""
    yield "welcome", address + "/"
    page = browser.new_page()
    mine = begin(page, address)
    seen: dict[str, str] = {}

    def look(open_page: Page, _question: str) -> None:
        for field in open_page.locator("form.ask > fieldset").all():
            kind = (field.get_attribute("class") or "").split()[0]
            number = open_page.locator("[role=progressbar]").get_attribute("aria-valuetext") or "Question 1"
            seen.setdefault(kind, number.split()[-1])
            if field.locator("details.counts").count():
                seen.setdefault("broader", number.split()[-1])

    walk(page, HEALTHY, look)
    for kind in TYPES_TO_SHOW:
        if kind in seen:
            yield f"check-{kind}", f"{mine}check/{seen[kind]}/"
    for name in (
        "home",
        "result",
        "result/summary",
        "week",
        "programme",
        "answers",
        "tests",
        "tests/chair_rises_30s",
        "export",
        "settings",
        "reference",
        "emergency",
        "delete",
    ):
        yield name.replace("/", "-"), mine + ("" if name == "home" else f"{name}/")
    yield "week-print", mine + "week/?print=1"
    yield from _details(page, mine)
    urgent = begin(page, address, "Bob")
    walk(page, EMERGENCY)
    yield "emergency-result", urgent + "result/"
    yield "emergency-week", urgent + "week/"
    yield "emergency-home", urgent
    yield "seen", urgent + "seen/"
    yield "correct", urgent + "correct/saddle_numbness/"
    for name in ("about", "about/safety", "weather", "people/delete-all", "nowhere"):
        yield name.replace("/", "-"), f"{address}/{name}/"
    yield "welcome-people", address + "/"


def _details(page: Page, mine: str) -> Iterator[tuple[str, str]]:
    """The list and the first page of each kind, and searches that find much, little and nothing."""
    for name, query in SEARCHES.items():
        yield f"search-{name}", f"{mine}reference/?{query}"
    page.goto(f"{mine}reference/")
    for link in [one.evaluate("link => link.href") for one in page.locator(".kinds a").all()]:
        kind = link.rstrip("/").rsplit("/", 1)[-1]
        yield f"list-{kind}", link
        page.goto(link)
        yield f"detail-{kind}", page.locator(".rows a").first.evaluate("link => link.href")
    yield "detail-source-cited", f"{mine}reference/source/nice-ng59/"
    yield "detail-finding-broader", f"{mine}reference/finding/leg_trouble/"


def take(browser: Browser, folder: Path, name: str, where: str) -> None:
    """One page in all sizes and schemes."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(where)
            if name in OPENED:
                page.locator(OPENED[name]).first.click()
            whole = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST_PX)
            page.set_viewport_size({"width": width, "height": max(height, whole)})
            page.screenshot(path=folder / f"{name}-{size}-{scheme}.png")
            context.close()


if __name__ == "__main__":
    main()
