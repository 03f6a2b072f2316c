"""Where the data of this installation live. Nothing here touches the disk until it is asked to."""

import os
import secrets
from pathlib import Path
from zoneinfo import available_timezones

DATA_DIR_ENV = "SPINEWISE_DATA_DIR"
_SECRET_BYTES = 48


def data_dir() -> Path:
    """The data folder: named by the environment, else the user's usual place for data."""
    named = os.environ.get(DATA_DIR_ENV)
    if named:
        return Path(named).expanduser()
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "spinewise"


def local_time_zone() -> str:
    """The time zone of this machine by its name, so that "today" is today where the person is; UTC when it has none."""
    named = os.environ.get("TZ", "").lstrip(":")
    linked = os.path.realpath("/etc/localtime").partition("/zoneinfo/")[2]
    known = available_timezones()
    return next((name for name in (named, linked) if name in known), "UTC")


def prepare(folder: Path) -> None:
    """Make the data folder (only for its owner) and the secret key in it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    key = key_file(folder)
    if not key.exists():
        handle = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(_SECRET_BYTES))


def key_file(folder: Path) -> Path:
    """The file with the secret key."""
    return folder / "secret.key"


def secret_key(folder: Path) -> str:
    """The stored secret key; a passing one where nothing was prepared (tests, checks)."""
    try:
        return key_file(folder).read_text(encoding="ascii")
    except OSError:
        return secrets.token_urlsafe(_SECRET_BYTES)
