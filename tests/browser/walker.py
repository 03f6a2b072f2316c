"""A visitor in a real browser: starts the server, opens pages, walks the interview. Used by tests and by the screenshots."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

SERVER_CODE = "import sys; from spinewise.web.server import serve; serve('127.0.0.1', int(sys.argv[1]), sys.argv[2])"
MOST_SCREENS = 90
STARTING_S = 60
HEALTHY: Mapping[str, str] = {
    "age": "42",
    "sex": "female",
    "complaint": "pain",
    "regions": "low-back",
    "onset": "gradual",
    "duration_days": "10",
    "pain_nrs": "4",
    "pregnant_weeks": "0",
    "minutes_per_day": "20",
}
"""Somebody with an ordinary backache; everything else is answered no, or with the first choice."""


def chromium() -> str | None:
    """The browser of this machine, if there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def running_server(data_dir: Path) -> Iterator[str]:
    """The address of a server on a free port with its own data folder."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER_CODE, str(port), str(data_dir)],
        env={**os.environ, "SPINEWISE_DATA_DIR": str(data_dir)},
        stdout=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTING_S
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server did not start")


@contextmanager
def running_browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = chromium()
    assert path is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        )
        yield browser
        browser.close()


def begin(page: Page, address: str, name: str = "Alice") -> str:
    """Add a person; gives back the address of their pages."""
    page.goto(address)
    if page.locator("details.add").count():
        page.locator("details.add summary").click()
    page.get_by_label("Your name, if you like").fill(name)
    page.get_by_role("button", name="Start the check").click()
    page.wait_for_url("**/check/")
    return page.url.removesuffix("check/")


def walk(page: Page, person: Mapping[str, str], at_screen: Callable[[Page, str], Any] | None = None) -> int:
    """Answer every screen from where the page is to the result; gives back how many there were."""
    for count in range(MOST_SCREENS):
        if not page.url.rstrip("/").endswith("/check"):
            return count
        question = page.locator("input[name=question]").get_attribute("value") or ""
        if at_screen:
            at_screen(page, question)
        answer(page, person)
    raise AssertionError("the interview does not end")


def answer(page: Page, person: Mapping[str, str]) -> None:
    """Answer the screen that is open and go on."""
    kinds = [(field.get_attribute("class") or "").split()[0] for field in page.locator("form.ask > fieldset").all()]
    fields = page.locator("form.ask > fieldset")
    quick = kinds == ["yesno"] * len(kinds)
    if len(kinds) > 1 and quick and not _special(page, person):
        _send(page, page.get_by_role("button", name="None of these"))
        return
    for place, kind in enumerate(kinds):
        if _fill(page, fields.nth(place), kind, person):
            return
    _send(page, page.get_by_role("button", name="Continue"))


def _special(page: Page, person: Mapping[str, str]) -> dict[str, str]:
    names = {box.get_attribute("name") or "" for box in page.locator("form.ask input[type=radio]").all()}
    return {name: person[name] for name in names if name in person}


def _fill(page: Page, field: Any, kind: str, person: Mapping[str, str]) -> bool:
    """Fill one field; true when its own button has already sent the form."""
    box = field.locator("input").first
    name = box.get_attribute("name") or ""
    wanted = person.get(name)
    instead = field.locator("input[name=na], input[name=none]")
    if wanted is None and instead.count():
        instead.first.check(force=True)
        return False
    if kind in ("number", "duration"):
        if wanted is None and page.get_by_role("button", name="Does not apply to me").count():
            _send(page, page.get_by_role("button", name="Does not apply to me"))
            return True
        box.fill(wanted or "5")
        if kind == "duration":
            field.locator("input[value=days]").check(force=True)
        return False
    if kind == "list" and wanted is None:
        _send(page, page.get_by_role("button", name="None of these"))
        return True
    default = "no" if kind == "yesno" else "none"
    option = field.locator(f'input[name="{name}"][value="{wanted or default}"]')
    (option if option.count() else box).check(force=True)
    return False


def _send(page: Page, button: Any) -> None:
    before = page.locator("input[name=version]").get_attribute("value")
    button.click()
    page.wait_for_function(
        "old => { const box = document.querySelector('input[name=version]');"
        " return !box || box.value !== old || document.querySelector('.problem, .help'); }",
        arg=before,
    )
    page.wait_for_function("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
