"""One parser for all commands; each command's module is imported only when it runs."""

import argparse
import os
import sys
import traceback
from importlib import import_module

from spinewise.cli.parsers import build_parser

DONE, OUR_FAULT, BAD_INPUT = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Returns 0 when it is done, 2 for bad input, 1 when the fault is ours."""
    options = build_parser().parse_args(arguments)
    try:
        return _run(options)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return OUR_FAULT
    except Exception:
        traceback.print_exc()
        sys.stderr.write("This is a fault in Spinewise, not in what you gave it. Please report the lines above.\n")
        return OUR_FAULT


def _run(options: argparse.Namespace) -> int:
    from spinewise.knowledge.errors import BadInput  # noqa: PLC0415 - help and parsing start without it

    try:
        code: int = import_module(f"spinewise.cli.{options.module}").run(options)
    except BadInput as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    return code
