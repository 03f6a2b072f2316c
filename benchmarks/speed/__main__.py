"""``python -m benchmarks.speed [--people N] [--starts N] [--json]``: how long somebody waits."""

import argparse
import json
import sys
from dataclasses import asdict

from benchmarks.arguments import positive
from benchmarks.speed.measuring import Speed, measure
from spinewise.knowledge import BadKnowledge, load_knowledge


def main(arguments: list[str] | None = None) -> int:
    """Print the times of the calls and of the command line."""
    parser = argparse.ArgumentParser(prog="spinewise bench speed", description=__doc__)
    parser.add_argument("--people", type=positive, default=100, help="how many seeded people (default 100)")
    parser.add_argument("--starts", type=positive, default=10, help="how often each command is started (default 10)")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    options = parser.parse_args(arguments)
    try:
        found = measure(load_knowledge(), options.people, options.starts)
    except BadKnowledge as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(asdict(found)) if options.json else "\n".join(_lines(found)))
    return 0


def _lines(found: Speed) -> list[str]:
    return [
        f"{name:<32}median {one.median:8.1f} ms   p95 {one.p95:8.1f} ms   of {one.of}"
        for name, one in found.milliseconds.items()
    ]


if __name__ == "__main__":
    sys.exit(main())
