"""``python -m benchmarks.laws [--people N] [--seed N] [--workers N] [--every N] [--json]``: the safety laws, counted."""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from benchmarks.arguments import positive
from benchmarks.laws.checking import Tally, check_people
from spinewise.knowledge import BadKnowledge, load_knowledge

CHUNK = 500
MOST_BREACHES_SHOWN = 20


def main(arguments: list[str] | None = None) -> int:
    """Print how often each law was checked; 1 when any was broken."""
    options = _parser().parse_args(arguments)
    try:
        load_knowledge()
    except BadKnowledge as error:
        print(error, file=sys.stderr)
        return 2
    begun = time.perf_counter()
    tally = Tally()
    for done, part in enumerate(_parts(options), start=1):
        tally.add(part)
        so_far = f"{min(done * CHUNK, options.people)} of {options.people}, {len(tally.breaches)} broken"
        print(f"\r{so_far}", end="", file=sys.stderr, flush=True)
    seconds = time.perf_counter() - begun
    print(file=sys.stderr)
    report = {
        "people": options.people,
        "seed": options.seed,
        "workers": options.workers,
        "seconds": round(seconds, 1),
        "checked": dict(tally.checked),
        "breaches": tally.breaches,
    }
    print(json.dumps(report, indent=2) if options.json else "\n".join(_lines(report, tally)))
    return 1 if tally.breaches else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="spinewise bench laws", description=__doc__)
    parser.add_argument("--people", type=positive, default=2000, help="how many random people (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="which people (default 1)")
    parser.add_argument("--workers", type=positive, default=1, help="processes (default 1)")
    parser.add_argument("--every", type=positive, default=20, help="interview and plan for one in so many (default 20)")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser


def _parts(options: argparse.Namespace) -> Iterator[Tally]:
    chunks = [range(first, min(first + CHUNK, options.people)) for first in range(0, options.people, CHUNK)]
    work = partial(_check, seed=options.seed, every=options.every)
    if options.workers == 1:
        yield from map(work, chunks)
        return
    with ProcessPoolExecutor(options.workers) as pool:
        yield from pool.map(work, chunks)


def _check(numbers: range, *, seed: int, every: int) -> Tally:
    return check_people(load_knowledge(), numbers, seed=seed, every=every)


def _lines(report: dict[str, object], tally: Tally) -> list[str]:
    counts = [f"{law:<54}{count:>9,}" for law, count in tally.checked.items()]
    took = f"{report['people']:,} people, seed {report['seed']}, {report['workers']} worker(s), {report['seconds']} s"
    return [took, *counts, f"{'broken':<54}{len(tally.breaches):>9,}", *tally.breaches[:MOST_BREACHES_SHOWN]]


if __name__ == "__main__":
    sys.exit(main())
