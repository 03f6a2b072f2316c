"""The server: stays on this machine, makes its own data folder, says what is wrong."""

import socket
import stat
from pathlib import Path

import pytest

from spinewise.knowledge import BadInput
from spinewise.web import places, server


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.8.8.8"])
def test_these_addresses_stay_on_this_machine(host: str) -> None:
    assert server.is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org", ""])
def test_these_do_not(host: str) -> None:
    assert not server.is_loopback(host)


def test_the_network_is_refused_unless_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(server.ALLOW_NETWORK_ENV, raising=False)
    with pytest.raises(BadInput, match="no login yet"):
        server.serve("0.0.0.0", 1)


def test_where_it_is_allowed_it_says_that_there_is_no_login(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv(server.ALLOW_NETWORK_ENV, "1")
    monkeypatch.setattr(server, "_set_up", lambda host, data_dir: None)
    monkeypatch.setattr(server, "_run", lambda host, port: None)
    server.serve("0.0.0.0", _free_port(), tmp_path)
    assert "no login yet" in capsys.readouterr().err


def test_the_address_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    port = _free_port()
    monkeypatch.setattr(server, "_set_up", lambda host, data_dir: None)
    monkeypatch.setattr(server, "_run", lambda host, port: None)
    server.serve("::1" if socket.has_ipv6 and _has_ipv6() else "127.0.0.1", port, tmp_path)
    assert f":{port}/" in capsys.readouterr().out


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BadInput, match="--port"):
            server.serve("127.0.0.1", taken.getsockname()[1])


def test_the_secret_key_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    places.prepare(folder)
    key = places.secret_key(folder)
    places.prepare(folder)
    assert places.secret_key(folder) == key
    assert len(key) >= 50
    assert stat.S_IMODE(places.key_file(folder).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_a_folder_the_key_is_a_passing_one(tmp_path: Path) -> None:
    assert places.secret_key(tmp_path) != places.secret_key(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_data_folder_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(places.DATA_DIR_ENV, str(tmp_path))
    assert places.data_dir() == tmp_path
    monkeypatch.delenv(places.DATA_DIR_ENV)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert places.data_dir() == tmp_path / "spinewise"


def test_names_that_the_server_answers_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(server.ALLOWED_HOSTS_ENV, "back.example, ")
    assert server._names("127.0.0.1") == ["back.example"]
    assert server._names("0.0.0.0") == ["back.example", socket.gethostname().lower()]
    assert "192.168.1.5" in server._names("192.168.1.5")


@pytest.mark.parametrize(("zone", "expected"), [("Europe/Vienna", "Europe/Vienna"), (":Asia/Tokyo", "Asia/Tokyo")])
def test_today_is_today_where_the_person_is(monkeypatch: pytest.MonkeyPatch, zone: str, expected: str) -> None:
    monkeypatch.setenv("TZ", zone)
    assert places.local_time_zone() == expected


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True
