"""Processor time and weight of every figure, made from nothing: ``python -m benchmarks.movement [--each] [--shapes]``."""

import argparse
import gzip
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from spinewise.knowledge import load_knowledge
from spinewise.knowledge.records import Movement
from spinewise.movement import draw_movement, figure_svg, perform
from spinewise.movement.bodies import SHAPE_WORDS
from spinewise.movement.shapes import in_shape, meets

MOST_MS, MOST_KB = 15.0, 40.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure: solving its contacts and drawing it, in milliseconds of processor time, and its weight when packed, in kB."""

    name: str
    solve_ms: float
    draw_ms: float
    weight_kb: float

    @property
    def render_ms(self) -> float:
        """From the definition to the picture."""
        return self.solve_ms + self.draw_ms


def main(arguments: list[str] | None = None) -> int:
    """Print the medians beside what is asked for; returns 1 when one is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.movement", description=__doc__)
    parser.add_argument("--each", action="store_true", help="one line for every movement")
    parser.add_argument("--shapes", action="store_true", help="every movement in every shape that can meet it")
    options = parser.parse_args(arguments)
    base = load_knowledge()
    moves = [movement for movement in base.movements.values() if movement.poses]
    if options.shapes:
        moves = [in_shape(move, shape) for move in moves for shape in SHAPE_WORDS if meets(move, shape)]
    figures = [_measure(move) for move in moves]
    if options.each:
        for one in figures:
            print(f"{one.name:40} solve {one.solve_ms:6.1f} ms  draw {one.draw_ms:5.1f} ms  {one.weight_kb:5.1f} kB")
    sets = [len(gzip.compress(figure_svg(base, one.id).encode())) / 1000 for one in base.movements.values() if one.parts]
    print(f"{len(figures)} figures, {len(sets)} sets")
    _row("solve", [one.solve_ms for one in figures], "ms")
    _row("draw", [one.draw_ms for one in figures], "ms")
    _row("render", [one.render_ms for one in figures], f"ms (solve and draw; asked for: < {MOST_MS:g} ms)")
    _row("weight, gzip", [one.weight_kb for one in figures], f"kB (asked for: < {MOST_KB:g} kB)")
    _row("sets, gzip", sets, "kB")
    too_slow = median(one.render_ms for one in figures) >= MOST_MS
    return int(too_slow or median(one.weight_kb for one in figures) >= MOST_KB)


def _measure(movement: Movement) -> Measured:
    solve_ms = _ms(lambda: perform(movement))
    drawn: list[str] = []
    draw_ms = _ms(lambda: drawn.append(draw_movement(movement)))
    weight_kb = len(gzip.compress(drawn[0].encode())) / 1000
    return Measured(f"{movement.id} {movement.shape}", solve_ms, draw_ms, weight_kb)


def _row(name: str, values: list[float], unit: str) -> None:
    print(f"{name:13} median {median(values):6.1f}, worst {max(values):6.1f} {unit}")


def _ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
