"""Answers on standard output, everything for people's eyes beside it on standard error."""

import json
import sys
from collections.abc import Iterable, Mapping


def print_json(document: object) -> None:
    """One JSON document and nothing else."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def print_lines(lines: Iterable[str]) -> None:
    """Lines of plain text."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def say(text: str) -> None:
    """A word to the person at the keyboard."""
    sys.stderr.write(f"{text}\n")


def bullet(texts: Iterable[str]) -> list[str]:
    """Texts as a list for reading."""
    return [f"  - {text}" for text in texts]


def counted(counts: Mapping[str, int]) -> str:
    """Counts in one line."""
    return ", ".join(f"{number} {what}" for what, number in counts.items())
