"""Time and weight of every figure: spinewise bench movement. Solving is done once for a movement; drawing is timed alone."""

import argparse
import gzip
import sys
import time
from statistics import median

from spinewise.knowledge import load_knowledge
from spinewise.movement import draw_movement, figure_svg, perform

MOST_MS, MOST_KB = 15.0, 40.0


def main(arguments: list[str] | None = None) -> int:
    """Print the medians beside what is asked for; returns 1 when one is missed."""
    parser = argparse.ArgumentParser(prog="spinewise bench movement", description=__doc__)
    parser.add_argument("--each", action="store_true", help="one line for every movement")
    options = parser.parse_args(arguments)
    base = load_knowledge()
    solving, drawing, again, weights = [], [], [], []
    for movement in base.movements.values():
        solving.append(_ms(lambda: perform(movement)))  # noqa: B023 - called at once
        drawing.append(min(_ms(lambda: draw_movement(movement)) for _ in range(3)))  # noqa: B023
        figure_svg(base, movement.id)
        again.append(_ms(lambda: figure_svg(base, movement.id)))  # noqa: B023
        weights.append(len(gzip.compress(figure_svg(base, movement.id).encode())) / 1000)
        if options.each:
            print(f"{movement.id:32} solve {solving[-1]:6.1f} ms  draw {drawing[-1]:5.1f} ms  {weights[-1]:5.1f} kB")
    print(f"{len(weights)} movements")
    print(f"solve once   median {median(solving):6.1f} ms, worst {max(solving):6.1f} ms")
    print(f"draw anew    median {median(drawing):6.1f} ms, worst {max(drawing):6.1f} ms")
    print(
        f"render       median {median(again):6.2f} ms, worst {max(again):6.2f} ms (kept picture; asked for: < {MOST_MS:g} ms)"
    )
    print(f"weight, gzip median {median(weights):6.1f} kB, worst {max(weights):6.1f} kB (asked for: < {MOST_KB:g} kB)")
    return int(median(again) >= MOST_MS or median(weights) >= MOST_KB)


def _ms(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
