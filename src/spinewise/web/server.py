"""Serving the web application from one process."""

import ipaddress
import os
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any, cast

from spinewise.knowledge import BadInput, Problem
from spinewise.web import places

ALLOW_NETWORK_ENV = "SPINEWISE_ALLOW_NETWORK"
ALLOWED_HOSTS_ENV = "SPINEWISE_ALLOWED_HOSTS"
_THREADS = 4
_PAUSE_BETWEEN_PICTURES_S = 0.2


def serve(host: str = "127.0.0.1", port: int = 8000, data_dir: str | Path | None = None) -> None:
    """Make and migrate the database, print the address, and serve until stopped.

    Raises:
        BadInput: for an address beyond this machine that nobody allowed, or a port that is taken.
    """
    _check_host(host)
    _check_port(host, port)
    _set_up(host, data_dir)
    sys.stdout.write(f"Spinewise is ready: http://{_in_url(host)}:{port}/  (stop with Ctrl+C)\n")
    sys.stdout.flush()
    _run(host, port)


def is_loopback(host: str) -> bool:
    """Does this address stay on this machine?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _check_host(host: str) -> None:
    if is_loopback(host):
        return
    if os.environ.get(ALLOW_NETWORK_ENV) != "1":
        what = f"{host} can be reached from other machines, and everybody there could read and change everything: no login yet"
        remedy = f"Use 127.0.0.1, or set {ALLOW_NETWORK_ENV}=1 if you accept that."
        raise BadInput((Problem("serve", "--host", what, remedy),))
    _tell("Caution: there is no login yet. Everybody who can reach this address can read and change everything.")


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as error:
            what = f"cannot listen on {host} port {port} ({error.strerror})"
            raise BadInput((Problem("serve", "--port", what, "Choose another port."),)) from error


def _set_up(host: str, data_dir: str | Path | None) -> None:
    if data_dir is not None:
        os.environ[places.DATA_DIR_ENV] = str(Path(data_dir).expanduser().resolve())
    places.prepare(places.data_dir())
    os.environ[ALLOWED_HOSTS_ENV] = ",".join(_names(host))
    os.environ["DJANGO_SETTINGS_MODULE"] = "spinewise.web.settings"
    # Django reads its settings when it is imported, so it comes only after the environment is set.
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from spinewise.assessment import assess  # noqa: PLC0415
    from spinewise.knowledge import Findings  # noqa: PLC0415
    from spinewise.web.knowledge import knowledge  # noqa: PLC0415

    django.setup()
    assess(Findings(), knowledge())  # every condition is compiled before several threads read them
    call_command("migrate", verbosity=0, interactive=False)
    from spinewise.records.search import index_of  # noqa: PLC0415 - needs the applications to be ready

    index_of(knowledge())
    threading.Thread(target=_draw_ahead, daemon=True).start()
    from spinewise.web.proving import PROVER  # noqa: PLC0415

    PROVER.begin()


def _draw_ahead() -> None:
    """Draw the pictures before anybody asks for one, with a pause after each so that nobody waits for it."""
    from spinewise.movement import figure_svg  # noqa: PLC0415
    from spinewise.web.knowledge import knowledge  # noqa: PLC0415

    for movement in knowledge().movements:
        figure_svg(knowledge(), movement)
        time.sleep(_PAUSE_BETWEEN_PICTURES_S)


def _names(host: str) -> list[str]:
    """The names under which the server may be called: guards against DNS rebinding."""
    given = [name.strip() for name in os.environ.get(ALLOWED_HOSTS_ENV, "").split(",") if name.strip()]
    if is_loopback(host):
        return given
    return [*given, socket.gethostname().lower(), *([] if host in ("0.0.0.0", "::") else [_in_url(host)])]  # noqa: S104


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _run(host: str, port: int) -> None:
    import uvicorn  # noqa: PLC0415
    from a2wsgi import WSGIMiddleware  # noqa: PLC0415

    from spinewise.web.wsgi import application  # noqa: PLC0415

    app = WSGIMiddleware(cast(Any, application), workers=_THREADS)
    uvicorn.run(app, host=host.strip("[]"), port=port, log_level="warning", lifespan="off", server_header=False)
