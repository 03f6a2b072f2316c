"""The command line: it parses arguments and prints answers, nothing else."""

from spinewise.cli.main import main

__all__ = ["main"]
