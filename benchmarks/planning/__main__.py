"""``python -m benchmarks.planning [--people N] [--exact N] [--seconds S] [--json]``: how good and how fast weeks are."""

import argparse
import json
import sys

from benchmarks.planning.measuring import Report, Spread, measure
from spinewise.knowledge import BadKnowledge, load_knowledge


def main(arguments: list[str] | None = None) -> int:
    """Print the planning report over the real knowledge base."""
    parser = argparse.ArgumentParser(prog="spinewise bench planning", description=__doc__)
    parser.add_argument("--people", type=int, default=200, help="how many seeded people (default 200)")
    parser.add_argument("--exact", type=int, default=10, help="how many of them are proven to the end (default 10)")
    parser.add_argument(
        "--seconds", type=float, default=20.0, help="the longest time that CP-SAT has for one of them (default 20)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    try:
        base = load_knowledge()
    except BadKnowledge as error:
        print(error, file=sys.stderr)
        return 2
    report = measure(base, asked.people, asked.exact, asked.seconds)
    print(json.dumps(report.as_dict(), indent=2) if asked.json else in_words(report))
    return 0


def in_words(report: Report) -> str:
    """The report as lines."""
    return "\n".join(
        (
            f"people {report.people}, refused {report.refused}, interventions {report.interventions}",
            f"candidates per person          {_plain(report.candidates)}",
            f"things per day                 {_plain(report.things_per_day)}",
            f"milliseconds per plan          {_plain(report.milliseconds)}",
            f"  of the first half            {_plain(report.milliseconds_of_first_half)}",
            f"  of the second half           {_plain(report.milliseconds_of_second_half)}",
            f"gap to the proven bound        {_percent(report.gap_to_bound)}",
            f"  greedy's gap to it           {_percent(report.greedy_gap_to_bound)}",
            f"proven at once                 {report.proven_at_once}",
            f"proofs to the end {report.exact_sample}, proven {report.exact_proven}",
            f"  seconds                      {_plain(report.exact_seconds)}",
            f"  gap of the plan to the best  {_percent(report.gap_to_exact)}",
            f"  gap of greedy to the best    {_percent(report.greedy_gap_to_exact)}",
            f"  gap of it to the first bound {_percent(report.gap_of_exact_to_first_bound)}",
        )
    )


def _plain(spread: Spread) -> str:
    return f"median {spread.median:7.2f}   p95 {spread.p95:7.2f}   p99 {spread.p99:7.2f}"


def _percent(spread: Spread) -> str:
    return f"median {100 * spread.median:6.2f}%   p95 {100 * spread.p95:6.2f}%   p99 {100 * spread.p99:6.2f}%"


if __name__ == "__main__":
    sys.exit(main())
