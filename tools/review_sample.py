"""A sample for reading: python tools/review_sample.py --inventory DIR [--seed 2026] [--size 60].

Prints some statements of an inventory, drawn by seed, each beside the texts of the items whose ``covers`` name it. A person
reads the pairs and judges: does the item really say it, with its dose, its people, its caution and an honest verdict?
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from spinewise.knowledge import BadInput, KnowledgeBase, Problem, load_knowledge, read_yaml_file
from spinewise.knowledge.checks.walk import values_in
from spinewise.knowledge.conditions import Condition

Statement = Mapping[str, Any]
SHOWN = ("statement", "dose", "population", "complaint", "verdict", "evidence_note", "note")
UNTOLD = ("id", "group", "sources", "source", "covers", "examples", "strength", "times", "basis", "theme")


def statements_in(folder: Path) -> Mapping[str, Statement]:
    """Every entry of an inventory by its id.

    Raises:
        BadInput: when the folder holds no list of entries with ids.
    """
    paths = sorted(folder.glob("*.yaml"))
    lists = [read_yaml_file(path) for path in paths]
    entries = [entry for one in lists if isinstance(one, list) for entry in one]
    if not entries or not all(isinstance(entry, dict) and "id" in entry for entry in entries):
        what = "holds no inventory: YAML lists whose entries have ids"
        raise BadInput((Problem(str(folder), "--inventory", what, "Give the folder of the inventory"),))
    return {entry["id"]: entry for entry in entries}


def sample_of(statements: Mapping[str, Statement], seed: int, size: int) -> list[str]:
    """Ids drawn by seed, the same on every machine."""
    return Random(seed).sample(sorted(statements), min(size, len(statements)))


def items_covering(name: str, base: KnowledgeBase) -> list[tuple[str, Any]]:
    """Items that say they serve this statement, with their kinds."""
    return [(kind, item) for kind, item in base.everything() if name in getattr(item, "covers", ())]


def told(item: Any, base: KnowledgeBase) -> Iterator[str]:
    """The texts of an item, each with its key; conditions in words."""
    for key, value in values_in(item):
        if not set(key.replace("]", "").replace("[", ".").split(".")) & set(UNTOLD):
            yield f"{key}: {value.describe(base) if isinstance(value, Condition) else value}"


def pair(name: str, statement: Statement, base: KnowledgeBase) -> Iterator[str]:
    """A statement, and after it every item that serves it."""
    yield f"=== {name}"
    yield from (f"    {key}: {statement[key]}" for key in SHOWN if key in statement)
    items = items_covering(name, base)
    if not items:
        yield "--- served by nothing"
    for kind, item in items:
        yield f"--- {kind} {item.id}"
        yield from (f"    {line}" for line in told(item, base))


def main(arguments: list[str]) -> int:
    """Print the sample."""
    parser = argparse.ArgumentParser(description="A sample of inventory statements beside the items that serve them")
    parser.add_argument("--inventory", type=Path, required=True, metavar="DIR")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--size", type=int, default=60)
    options = parser.parse_args(arguments)
    try:
        base, statements = load_knowledge(), statements_in(options.inventory)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    for name in sample_of(statements, options.seed, options.size):
        print("\n".join(pair(name, statements[name], base)), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
