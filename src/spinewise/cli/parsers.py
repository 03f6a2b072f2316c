"""The commands and their options."""

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

KINDS = (
    "finding",
    "question",
    "red-flag",
    "condition",
    "intervention",
    "movement",
    "contrast",
    "programme",
    "lesson",
    "claim",
    "source",
    "questionnaire",
    "concept",
    "safety-rule",
    "safety-net",
    "disposition",
    "plan-gate",
    "consistency",
    "worked-case",
    "ladder",
    "dose-group",
    "dose-step",
    "dose-case",
    "norm",
    "recheck",
    "pacer",
)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="spinewise", description="Back care that looks for danger first and makes a safe week for one person."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _serve(commands)
    _assess(commands)
    _interview(commands)
    _plan(commands)
    _dose(commands)
    _batch(commands)
    _knowledge(commands)
    _movement(commands)
    _bench(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: Commands, name: str, module: str, says: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=says, description=says)
    parser.set_defaults(module=module)
    return parser


def _facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("facts", metavar="FACTS", help="a YAML or JSON file of facts; - reads standard input")
    parser.add_argument(
        "--unstated",
        choices=("no", "unknown"),
        default="unknown",
        help="what is not in the file is unknown (default), or absent as published stories mean it",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _serve(commands: Commands) -> None:
    parser = _command(commands, "serve", "serve", "start the web application")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=_port, default=8000, help="port to listen on (default: 8000)")
    parser.add_argument("--data-dir", type=Path, default=None, help="folder for the database (default: in your home)")


def _assess(commands: Commands) -> None:
    parser = _command(commands, "assess", "assess", "how soon to see whom, what may be behind it, what is safe")
    _facts(parser)
    parser.add_argument("--letter", type=Path, default=None, metavar="F.pdf", help="write a letter to the doctor")
    parser.add_argument("--date", type=_day, default=None, metavar="YYYY-MM-DD", help="date of the letter (default: today)")
    parser.add_argument(
        "--private", action="store_true", help="put answers on self-harm and on being safe into the letter as well"
    )


def _interview(commands: Commands) -> None:
    _facts(_command(commands, "interview", "interview", "play the adaptive interview, answered from a file"))


def _plan(commands: Commands) -> None:
    parser = _command(commands, "plan", "plan", "a week of self-care that is safe for this person")
    _facts(parser)
    parser.add_argument("--week", type=_day, default=None, metavar="YYYY-MM-DD", help="first day (default: today)")
    parser.add_argument("--minutes-per-day", type=_minutes, default=None, metavar="N", help="minutes for each day")
    parser.add_argument("--history", type=Path, default=None, metavar="F", help="what happened, so that doses go on from it")
    parser.add_argument("--prove", action="store_true", help="wait until the best week is found and proved")
    parser.add_argument("--ics", type=Path, default=None, metavar="F", help="write the week as a calendar file")
    parser.add_argument("--pdf", type=Path, default=None, metavar="F", help="write the week as a page to print")
    parser.add_argument("--fhir", type=Path, default=None, metavar="F", help="write the week as a FHIR R4B CarePlan")
    parser.add_argument("--text", type=Path, default=None, metavar="F", help="write the week as plain text")


def _dose(commands: Commands) -> None:
    parser = _command(commands, "dose", "dose", "how much of each exercise, replayed from what happened")
    _facts(parser)
    parser.add_argument("--history", type=Path, default=None, metavar="F", help="what happened: JSON lines or a YAML list")
    parser.add_argument("--today", type=_day, default=None, metavar="YYYY-MM-DD", help="the day asked about (default: today)")
    parser.add_argument("--intervention", action="append", default=None, metavar="ID", help="only this one; may be repeated")


def _batch(commands: Commands) -> None:
    parser = _command(commands, "batch", "batch", "assess and plan for many people, one a line")
    parser.add_argument("facts", type=Path, metavar="FACTS.jsonl", help="one JSON object of facts a line")
    parser.add_argument("--out", type=Path, required=True, metavar="OUT.jsonl", help="one answer a line, in the same order")
    parser.add_argument("--workers", type=_workers, default=None, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--unstated", choices=("no", "unknown"), default="unknown")
    parser.add_argument("--week", type=_day, default=None, metavar="YYYY-MM-DD")


def _knowledge(commands: Commands) -> None:
    parser = commands.add_parser("knowledge", help="list, check and describe what Spinewise knows")
    parser.set_defaults(module="knowledge")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION", dest="action")
    listing = actions.add_parser("list", help="every item with its kind and name")
    listing.add_argument("--kind", choices=KINDS, default=None)
    listing.add_argument("--json", action="store_true")
    check = actions.add_parser("check", help="look for mistakes; each with file, key and remedy")
    check.add_argument("--content", type=Path, default=None, metavar="DIR", help="another folder of content")
    coverage = actions.add_parser("coverage", help="which statements of an inventory are served by which items")
    coverage.add_argument("--inventory", type=Path, required=True, metavar="DIR")
    coverage.add_argument("--json", action="store_true")
    describe = actions.add_parser("describe", help="the reference: every item in words, with evidence and sources")
    describe.add_argument("--out", type=Path, default=None, metavar="DIR", help="write one page a kind (default: print)")
    programme = actions.add_parser("programme", help="the phases of a programme and the ways between them, as SVG")
    programme.add_argument("programme", metavar="ID", help="id of a programme")
    programme.add_argument("--out", type=Path, default=None, metavar="F.svg", help="write the picture (default: print)")


def _movement(commands: Commands) -> None:
    parser = commands.add_parser("movement", help="pictures of exercises and positions")
    parser.set_defaults(module="movement")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION", dest="action")
    figure = actions.add_parser("figure", help="the figure that shows an exercise, as SVG")
    figure.add_argument("exercise", metavar="EXERCISE", help="id of a movement or of an exercise that it shows")
    figure.add_argument("--out", type=Path, default=None, metavar="F.svg", help="write the picture (default: print)")
    figure.add_argument("--steps", action="store_true", help="two to four still steps side by side, for print")
    figure.add_argument("--other-side", action="store_true", help="the same for the other side of the body")
    figure.add_argument("--shape", default="", help="whose body: slim, heavy, older, child, pregnant-32 (weeks)")


def _bench(commands: Commands) -> None:
    parser = _command(commands, "bench", "bench", "the benchmarks, each beside what it is compared with")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("name", nargs="?", default=None, metavar="NAME", help="one benchmark (default: name them all)")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="options of that benchmark")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-11-30") from error


def _whole(text: str, low: int, high: int, what: str) -> int:
    if text.isascii() and text.isdigit() and low <= int(text) <= high:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no {what}; give a whole number from {low} to {high}")


def _port(text: str) -> int:
    return _whole(text, 0, 65535, "port")


def _minutes(text: str) -> int:
    return _whole(text, 2, 240, "number of minutes")


def _workers(text: str) -> int:
    return _whole(text, 1, 256, "number of processes")
