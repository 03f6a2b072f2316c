"""``python -m benchmarks.triage CASES [--json] [--each]``."""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.triage.cases import read_cases
from benchmarks.triage.judging import judge
from benchmarks.triage.report import as_json, as_lines, report_of
from spinewise.knowledge import BadInput, load_knowledge


def main(arguments: list[str] | None = None) -> int:
    """Print the triage report over a file of cases."""
    parser = argparse.ArgumentParser(prog="spinewise bench triage", description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, help="a file in the form of the case bank")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--each", action="store_true", help="a line for every case that is not acceptable")
    options = parser.parse_args(arguments)
    base = load_knowledge()
    try:
        judged = [judge(case, base) for case in read_cases(options.cases)]
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    report = report_of(judged)
    if options.json:
        print(json.dumps(as_json(report)))
    else:
        print("\n".join(as_lines(report)))
    if options.each:
        for one in judged:
            if not one.acceptable:
                accepted = "/".join(sorted(level.word for level in one.accepted))
                print(f"{one.case}: {one.assessed.word}, accepted {accepted}; {' '.join(one.rules[:4])}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
