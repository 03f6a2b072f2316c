"""``python -m benchmarks.triage --cases FILE [--json] [--each] [--html FILE]``."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.triage.cases import read_cases
from benchmarks.triage.documents import as_json, as_lines
from benchmarks.triage.judging import Judged, judge_all
from benchmarks.triage.page import page_of
from benchmarks.triage.report import report_of
from spinewise.knowledge import BadInput, Problem, load_knowledge


def main(arguments: list[str] | None = None) -> int:
    """Print the triage report over a file of cases. Returns 2 when the file cannot be used or the page not be written."""
    options = _parser().parse_args(arguments)
    try:
        base = load_knowledge()
        judged = judge_all(read_cases(options.cases), base)
        report = report_of(judged)
        if options.html is not None:
            _write(options.html, page_of(report, options.cases.name, base))
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(as_json(report)) if options.json else "\n".join(as_lines(report)))
    if options.each:
        _print_each(judged)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="spinewise bench triage", description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, help="a file in the form of the case bank")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--each", action="store_true", help="a line for every case that is not acceptable")
    parser.add_argument("--html", type=Path, default=None, metavar="FILE", help="also write the report as one page")
    return parser


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput((Problem(str(path), "--html", what, "Name a file in a folder that you may write to"),)) from error


def _print_each(judged: Sequence[Judged]) -> None:
    for one in judged:
        if not one.acceptable:
            accepted = "/".join(level.word for level in sorted(one.accepted))
            print(f"{one.case}: {one.assessed.word}, accepted {accepted}; {' '.join(one.rules[:4])}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
