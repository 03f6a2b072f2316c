"""The server as it really runs: its own process, its own data folder, several visitors at once."""

import re
import stat
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest

from tests.browser.walker import running_server

VISITORS = 12


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a running server, and its data folder."""
    data = tmp_path_factory.mktemp("served") / "data"
    with running_server(data) as address:
        yield address, data


def test_it_makes_its_data_folder_for_its_owner_only(served: tuple[str, Path]) -> None:
    _address, data = served
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert (data / "spinewise.sqlite3").exists()
    assert stat.S_IMODE((data / "secret.key").stat().st_mode) == 0o600


def test_many_can_begin_and_answer_at_the_same_time(served: tuple[str, Path]) -> None:
    address, _data = served
    with ThreadPoolExecutor(VISITORS) as pool:
        pages = list(pool.map(lambda number: _begin_and_answer(address, f"Visitor {number}"), range(VISITORS)))
    assert all("Which sex were you given at birth?" in page for page in pages)
    people = set(re.findall(r"/p/([0-9a-f-]{36})/", _read(urllib.request.build_opener(), address + "/")))
    assert len(people) == VISITORS


def test_a_page_comes_packed_and_a_name_that_is_not_ours_is_refused(served: tuple[str, Path]) -> None:
    address, _data = served
    packed = urllib.request.Request(address + "/about/", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(packed, timeout=20) as response:
        assert response.headers["Content-Encoding"] == "gzip"
    rebound = urllib.request.Request(address + "/", headers={"Host": "evil.example"})
    with pytest.raises(HTTPError) as refused:
        urllib.request.urlopen(rebound, timeout=20)
    assert refused.value.code == 400
    refused.value.close()


def _begin_and_answer(address: str, name: str) -> str:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    page = _read(opener, address + "/")
    page = _read(opener, address + "/people/", {"name": name, "csrfmiddlewaretoken": _field(page, "csrfmiddlewaretoken")})
    person = re.findall(r"/p/([0-9a-f-]{36})/", page)[0]
    fields = {key: _field(page, key) for key in ("csrfmiddlewaretoken", "version", "question")}
    return _read(opener, f"{address}/p/{person}/check/", {**fields, "age": "42"})


def _read(opener: urllib.request.OpenerDirector, address: str, fields: dict[str, str] | None = None) -> str:
    data = urlencode(fields).encode() if fields else None
    with opener.open(address, data, timeout=60) as response:
        return str(response.read().decode())


def _field(page: str, name: str) -> str:
    match = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert match is not None
    return match[1]
