"""``spinewise bench``: runs the benchmarks that lie beside the source."""

import pkgutil
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from spinewise.cli.printing import print_json, print_lines
from spinewise.knowledge import BadInput, Problem

_CHECKOUT = Path(__file__).resolve().parents[3]


def run(options: Namespace) -> int:
    """Run one benchmark, or name them all."""
    if not (_CHECKOUT / "benchmarks" / "__init__.py").is_file():
        raise BadInput((Problem("bench", "", "the benchmarks are not installed", "Run this in a clone of the project"),))
    sys.path.insert(0, str(_CHECKOUT))
    import benchmarks  # noqa: PLC0415 - beside the package, not in it

    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.ispkg]
    if options.name is None:
        if options.json:
            print_json(names)
        else:
            print_lines(names)
        return 0
    if options.name not in names:
        raise BadInput((Problem("bench", "NAME", f"{options.name!r} is no benchmark", f"Accepted: {', '.join(names)}"),))
    arguments = ["--json", *options.rest] if options.json else options.rest
    code: int = import_module(f"benchmarks.{options.name}.__main__").main(arguments)
    return code
