"""``python -m benchmarks.year [--people N] [--weeks N] [--seed N] [--workers N] [--group NAME] [--json]``: whole years."""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial

from benchmarks.arguments import positive
from benchmarks.year.groups import GROUPS
from benchmarks.year.living import Tally, year
from spinewise.knowledge import BadKnowledge, KnowledgeBase, load_knowledge

HEAD = ("group", "people", "weeks", "plans", "refused", "broken", "phases", "on", "back", "overdue", "rises", "falls", "proven")
WIDTHS = (16, 7, 8, 8, 8, 7, 7, 6, 6, 8, 8, 8, 7)
JOB = 5
"""People in one piece of work."""


def main(arguments: list[str] | None = None) -> int:
    """Print a table of the groups; 1 when anything was broken."""
    options = _parser().parse_args(arguments)
    try:
        load_knowledge()
    except BadKnowledge as error:
        print(error, file=sys.stderr)
        return 2
    begun = time.perf_counter()
    tallies = {group: Tally() for group in options.group or GROUPS}
    for group, part in _parts(options, list(tallies)):
        tallies[group].add(part)
        print(f"\r{sum(one.people for one in tallies.values())} people", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    seconds = time.perf_counter() - begun
    print(json.dumps(_document(options, tallies, seconds), indent=2) if options.json else in_words(options, tallies, seconds))
    return 1 if any(one.broken for one in tallies.values()) else 0


def in_words(options: argparse.Namespace, tallies: Mapping[str, Tally], seconds: float) -> str:
    """The table, what was refused why, and the first things that were broken."""
    people = sum(one.people for one in tallies.values())
    lines = [f"{people} people, {options.weeks} weeks each, seed {options.seed}, {options.workers} worker(s), {seconds:.0f} s"]
    lines += [_line(HEAD), *(_line(_row(group, one)) for group, one in tallies.items()), _line(_row("all", _all(tallies)))]
    refused = sorted(_all(tallies).refusals.items(), key=lambda pair: -pair[1])
    lines += [f"refused {reason}: {count}" for reason, count in refused]
    lines += [f"BROKEN {example}" for one in tallies.values() for example in one.examples[:5]]
    return "\n".join(lines)


def _all(tallies: Mapping[str, Tally]) -> Tally:
    whole = Tally()
    for one in tallies.values():
        whole.add(one)
    return whole


def _row(group: str, one: Tally) -> tuple[str, ...]:
    share = f"{100 * one.proven / one.plans:.0f} %" if one.plans else "-"
    counts = (one.people, one.weeks, one.plans, one.refusals.total(), one.broken, len(one.phases), one.moves, one.moves_back)
    return group, *map(str, (*counts, one.overdue, one.rises, one.steps_back)), share


def _line(cells: tuple[str, ...]) -> str:
    first, *others = (f"{cell:>{width}}" for cell, width in zip(cells, WIDTHS, strict=True))
    return first.strip().ljust(WIDTHS[0]) + "".join(others)


def _document(options: argparse.Namespace, tallies: Mapping[str, Tally], seconds: float) -> dict[str, object]:
    return {
        "people_per_group": options.people,
        "weeks": options.weeks,
        "seed": options.seed,
        "workers": options.workers,
        "seconds": round(seconds, 1),
        "groups": {group: one.as_dict() for group, one in tallies.items()},
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="spinewise bench year", description=__doc__)
    parser.add_argument("--people", type=positive, default=2, help="people of each group (default 2)")
    parser.add_argument("--weeks", type=positive, default=52, help="weeks of each (default 52)")
    parser.add_argument("--seed", type=int, default=1, help="which people (default 1)")
    parser.add_argument("--workers", type=positive, default=1, help="processes (default 1)")
    parser.add_argument("--group", action="append", choices=sorted(GROUPS), help="only this group; may be repeated")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser


def _parts(options: argparse.Namespace, groups: list[str]) -> Iterator[tuple[str, Tally]]:
    jobs = [(group, first) for group in groups for first in range(0, options.people, JOB)]
    work = partial(_years, people=options.people, seed=options.seed, weeks=options.weeks)
    if options.workers == 1:
        yield from map(work, jobs)
        return
    with ProcessPoolExecutor(options.workers) as pool:
        yield from pool.map(work, jobs)


def _years(job: tuple[str, int], *, people: int, seed: int, weeks: int) -> tuple[str, Tally]:
    group, first = job
    tally = Tally()
    for number in range(first, min(first + JOB, people)):
        tally.add(year(group, number, seed, weeks, _base()))
    return group, tally


@lru_cache(maxsize=1)
def _base() -> KnowledgeBase:
    return load_knowledge()


if __name__ == "__main__":
    sys.exit(main())
